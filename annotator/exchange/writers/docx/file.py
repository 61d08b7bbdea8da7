"""The document as a package: python-docx keeps its parts, the styles and settings are our own.

Its template brings styles nobody uses, a picture of a page and the name of another program.
"""

import io
from datetime import datetime
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.comments import CommentsPart
from docx.shared import Mm, Pt

from annotator import words
from annotator.bundled import resource
from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.directions import closed
from annotator.exchange.writers.docx.markup import Element, add, field, say
from annotator.exchange.writers.docx.styles import add_styles
from annotator.exchange.writers.packing import packed
from annotator.model.paper import Paper

_PROGRAM = "Annotator"
_LONGEST_PROPERTY = 255
_LONGEST_LINK = 2000
"""Word does not follow a longer address, and calls some such files damaged."""

_MARGIN = Mm(20)
_TWENTIETH = 635
"""Of a point, in the units in which python-docx measures."""

_USELESS = (
    "/thumbnail",
    "/customXml",
    "/stylesWithEffects",
    "/extended-properties",
    "/fontTable",
    "/webSettings",
)
_ABOUT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>{_PROGRAM}</Application></Properties>'
)


class WordFile:
    """A document that is being made; `body` and `comments` take what it says."""

    def __init__(self, paper: Paper) -> None:
        self._document = Document()
        self._part = self._document.part
        self._package = self._part.package
        self._leave_out_the_template()
        remarks = CommentsPart.default(self._package)
        self._part.relate_to(remarks, RELATIONSHIP_TYPE.COMMENTS)
        self.comments: Element = remarks.element
        self._body: Element = self._document.element.body
        self._end = self._body.sectPr
        self._numbering: Element = self._part.numbering_part.element
        self._lists = 0
        self._links: dict[str, str] = {}
        self._bookmarks = 0
        self.width = self._lay_out(paper)
        """Of the lines, in twentieths of a point."""

    @property
    def body(self) -> Element:
        """Where paragraphs and tables go, one after the other."""
        return self._body

    @property
    def styles(self) -> Element:
        """The document's styles, where one more may go."""
        return self._document.styles.element

    def reference(self, address: str) -> str:
        """What the document knows a web address by; "" where no link can lead there."""
        if len(address) > _LONGEST_LINK:
            return ""
        known = self._links.get(address)
        if known is None:
            known = self._links[address] = f"web{len(self._links) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, known, True)
        return known

    def next_bookmark(self) -> int:
        """A number that no bookmark has yet."""
        self._bookmarks += 1
        return self._bookmarks

    def new_list(self) -> int:
        """A list of numbered paragraphs that begins at 1."""
        self._lists += 1
        made = add(self._numbering, "num", numId=self._lists)
        add(made, "abstractNumId", val=0)
        add(add(made, "lvlOverride", ilvl=0), "startOverride", val=1)
        return self._lists

    def call(self, title: str, subject: str, made: datetime) -> None:
        """Say in the file's properties what it is; nobody who marked is named there."""
        about = self._document.core_properties
        about.title = signed(title)[:_LONGEST_PROPERTY]
        about.subject = subject
        about.author = about.last_modified_by = _PROGRAM
        about.comments = about.keywords = about.category = ""
        about.language = words.language()
        about.created = about.modified = made
        self._add_footer(title)

    def data(self) -> bytes:
        """The file; the same document gives the same bytes."""
        self._body.append(self._end)  # the section's layout stands last
        saved = io.BytesIO()
        self._document.save(saved)
        with ZipFile(saved) as archive:
            return packed((one.filename, archive.read(one)) for one in archive.infolist())

    def _leave_out_the_template(self) -> None:
        for rels in (self._package.rels, self._part.rels):
            for key in [key for key, one in rels.items() if one.reltype.endswith(_USELESS)]:
                del rels[key]
        about = Part(
            PackURI("/docProps/app.xml"),
            CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
            _ABOUT.encode(),
            self._package,
        )
        self._package.relate_to(about, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        _fill(self._document.styles.element, "styles")
        _fill(self._document.settings.element, "settings")
        _fill(self._part.numbering_part.element, "numbering")
        styles: Element = self._document.styles.element
        add_styles(styles)
        add(styles.find("./{*}docDefaults/{*}rPrDefault/{*}rPr"), "lang", val=words.language())

    def _lay_out(self, paper: Paper) -> int:
        self._end.attrib.clear()  # the template's revisions
        section = self._document.sections[0]
        section.page_width, section.page_height = map(Pt, paper.size)
        section.left_margin = section.right_margin = section.top_margin = _MARGIN
        section.bottom_margin = Mm(22)
        section.footer_distance = Mm(11)
        width = round((section.page_width - 2 * _MARGIN) / _TWENTIETH)
        styles: Element = self._document.styles.element
        for stop in styles.iter(qn("w:tab")):  # the footer's, where the number stands
            stop.set(qn("w:pos"), str(width))
        return width

    def _add_footer(self, title: str) -> None:
        line: Element = self._document.sections[0].footer.paragraphs[0]._p
        say(line, f"{closed(title)}\t")
        field(line, "PAGE")
        say(line, " / ")
        field(line, "NUMPAGES")


def _fill(element: Element, name: str) -> None:
    """Put what our own file says in the place of what the template says."""
    ours: Element = parse_xml(resource("word", f"{name}.xml").read_bytes())
    element[:] = list(ours)
