# ruff: noqa: E501 - lines of markup
"""Documents as LibreOffice exports them, from flat ODT files written by hand."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from tests.unit.exchange.readers.pdf.making.from_the_right import ARABIC, HEBREW
from tests.unit.exchange.readers.pdf.making.story import HEADLINE, STORY, shy

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "style": "style",
        "text": "text",
        "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
)
FOOTNOTE = "The calculation has never been published, although the association promised it in May."
EMOJI = ("The mayor wrote 😀 on Monday.", "🎉", "Then 😀 and 👍🏽🇳🇴, of 𠮷野家, and 𐌰𐌱 in Gothic.")

STYLES = """
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif"
 fo:font-family="Liberation Serif" fo:font-size="10.5pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:text-indent="{indent}" fo:margin-bottom="{gap}"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="4mm"/>
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="F" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"
 fo:text-align="right"/></style:style>
<style:style style:name="D" style:family="paragraph" style:parent-style-name="R"><style:paragraph-properties
 style:writing-mode="rl-tb" fo:text-align="right" fo:margin-bottom="6mm"/><style:text-properties
 fo:font-family="DejaVu Sans" style:font-family-complex="DejaVu Sans"/></style:style>
"""
PAGE = """<style:page-layout style:name="P"{usage}><style:page-layout-properties fo:page-width="148mm"
 fo:page-height="210mm" fo:margin="18mm"/><style:header-style><style:header-footer-properties
 fo:margin-bottom="5mm" fo:min-height="5mm"/></style:header-style><style:footer-style>
<style:header-footer-properties fo:margin-top="5mm" fo:min-height="5mm"/></style:footer-style></style:page-layout>"""
TWO = """<style:style style:name="Two" style:family="section"><style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="4.5mm"/></style:section-properties></style:style>"""


def document(body: str, marginals: str, *, indent: str, gap: str, mirrored: bool = False) -> str:
    usage = ' style:page-usage="mirrored"' if mirrored else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{HEADLINE}</dc:title><meta:initial-creator>A. Reporter</meta:initial-creator></office:meta>
<office:styles>{STYLES.format(indent=indent, gap=gap)}</office:styles>
<office:automatic-styles>{PAGE.format(usage=usage)}{TWO}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">{marginals}
</style:master-page></office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"""


def paragraphs(texts: Iterable[str], style: str = "B") -> str:
    return "".join(f'<text:p text:style-name="{style}">{escape(text)}</text:p>' for text in texts)


def note(text: str) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f'<text:note-body><text:p text:style-name="F">{text}</text:p></text:note-body></text:note>'
    )


def report() -> str:
    """Indented paragraphs, a running head, "Page 1 of 3" and a footnote."""
    story = paragraphs(map(shy, STORY))
    story = story.replace("4.5 million a year.", f"4.5 million a year.{note(FOOTNOTE)}")
    story = story.replace(
        "4.5 mil\N{SOFT HYPHEN}lion a year.", f"4.5 million a year.{note(FOOTNOTE)}"
    )
    head = f'<style:header><text:p text:style-name="F">{HEADLINE}</text:p></style:header>'
    foot = (
        '<style:footer><text:p text:style-name="F">Page <text:page-number text:select-page="current"/> of '
        "<text:page-count/></text:p></style:footer>"
    )
    body = paragraphs([HEADLINE], "H") + story
    return document(body, head + foot, indent="5mm", gap="0mm")


def columns() -> str:
    """Two columns, a heading across both in the middle of a page, other heads left and right."""
    number = '<text:page-number text:select-page="current"/>'
    right = f'<style:header><text:p text:style-name="F">The Harbour Courier {number}</text:p></style:header>'
    left = f'<style:header-left><text:p text:style-name="F">{number} Monday edition</text:p></style:header-left>'
    first = f'<text:section text:style-name="Two" text:name="a">{paragraphs(map(shy, STORY[:8]))}</text:section>'
    rest = [shy(text) for text in (*STORY[8:], *STORY[:5])]
    second = f'<text:section text:style-name="Two" text:name="b">{paragraphs(rest)}</text:section>'
    body = paragraphs([HEADLINE], "H") + first + paragraphs(["Who will pay"], "H") + second
    return document(body, right + left, indent="0mm", gap="2mm", mirrored=True)


def hebrew() -> str:
    text = (
        "הגשר ייסגר ב-1 במרץ למשך שנתיים לפחות, כך הודיעה העירייה ביום שלישי. עלות התיקון היא 75 מיליון (בערך), "
        "לפי דוח של Harbour Traders שפורסם השבוע.",
        "أعلن المجلس يوم الثلاثاء أن الجسر سيغلق لمدة سنتين على الأقل.",
    )
    return document(paragraphs(text, "R"), "", indent="0mm", gap="2mm")


def from_the_right(texts: Iterable[str]) -> Callable[[], str]:
    return lambda: document(paragraphs(texts, "D"), "", indent="0mm", gap="2mm")


def emoji() -> str:
    """Signs for which LibreOffice draws nothing; one of them alone is passed over by PDFium."""
    return document(paragraphs(EMOJI), "", indent="0mm", gap="6mm")


def secret() -> str:
    return document(paragraphs(STORY[:1]), "", indent="0mm", gap="2mm")


FILES: dict[str, tuple[Callable[[], str], dict[str, str]]] = {
    "libreoffice-report": (report, {}),
    "libreoffice-columns": (columns, {}),
    "libreoffice-hebrew": (hebrew, {}),
    "libreoffice-right-hebrew": (from_the_right(HEBREW), {}),
    "libreoffice-right-arabic": (from_the_right(ARABIC), {}),
    "libreoffice-emoji": (emoji, {}),
    "libreoffice-password": (secret, {"EncryptFile": "true", "DocumentOpenPassword": "secret"}),
    "libreoffice-no-copying": (
        secret,
        {
            "RestrictPermissions": "true",
            "PermissionPassword": "secret",
            "EnableCopyingOfContent": "false",
        },
    ),
}


def _filter(options: dict[str, str]) -> str:
    kinds = {
        name: {"type": "boolean" if value in {"true", "false"} else "string", "value": value}
        for name, value in options.items()
    }
    return f"pdf:writer_pdf_Export:{json.dumps(kinds)}"


def make(folder: Path) -> None:
    program = shutil.which("soffice") or "libreoffice"
    for name, (source, options) in FILES.items():
        with tempfile.TemporaryDirectory() as scratch:
            given = Path(scratch, f"{name}.fodt")
            given.write_text(source(), "utf-8")
            profile = f"-env:UserInstallation=file://{scratch}/profile"
            run = [
                program,
                profile,
                "--headless",
                "--convert-to",
                _filter(options),
                "--outdir",
                str(folder),
                str(given),
            ]
            subprocess.run(run, check=True, timeout=120, capture_output=True)
