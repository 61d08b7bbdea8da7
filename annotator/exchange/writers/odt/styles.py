"""The named styles of the document: whoever restyles it changes them in one place."""

from annotator import words
from annotator.exchange.writers.looks import SETS, badge_of, style_of
from annotator.exchange.writers.odt.markup import TURNED_STYLES, VERSION, Element, add, root, say
from annotator.exchange.writers.palettes import palette
from annotator.model.paper import Paper
from annotator.model.tags import Tag, in_order

_LINES = {
    Tag.ATTRIBUTED: ("solid", "single"),
    Tag.CONTESTED: ("wave", "single"),
    Tag.VERIFIED: ("solid", "double"),
    None: ("dotted", "single"),
}
_SERIF, _SANS = "Serif", "Sans"

_BAR = {"padding_left": "0.3cm", "border_left": f"2pt solid {palette('light')['accent']}"}
"""Holds together what leads the report."""

_PARAGRAPHS: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "Standard": (_SANS, {"line_height": "140%"}, {"size": "9.5pt"}),
    "Title": (
        _SERIF,
        {"line_height": "100%", "margin_top": "0cm", "margin_bottom": "0.25cm", "keep": "1"},
        {"size": "24pt", "bold": "1"},
    ),
    "Subtitle": (_SANS, {"keep": "1"}, {"size": "8.5pt", "colour": "soft", "caps": "1"}),
    "Heading1": (
        _SERIF,
        {"margin_top": "0.8cm", "margin_bottom": "0.1cm", "keep": "1"},
        {"size": "16pt", "bold": "1"},
    ),
    "Heading2": (
        _SERIF,
        {"margin_top": "0.6cm", "margin_bottom": "0.1cm", "keep": "1"},
        {"size": "13pt", "bold": "1"},
    ),
    "Sentence": (_SERIF, {"margin_bottom": "0.2cm"}, {"size": "12pt"}),
    "Caption": (_SANS, {"margin_bottom": "0.2cm", "keep": "1"}, {"colour": "soft"}),
    "ArticleText": (
        _SERIF,
        {"line_height": "160%", "margin_bottom": "0.25cm"},
        {"size": "11pt"},
    ),
    "ArticleHeadline": (
        _SERIF,
        {"margin_bottom": "0.25cm", "keep": "1"},
        {"size": "16pt", "bold": "1"},
    ),
    "BestCheck": (
        _SANS,
        {**_BAR, "margin_top": "0.3cm", "margin_bottom": "0.08cm", "keep": "1"},
        {"size": "9.5pt"},
    ),
    "BestQuote": (_SERIF, {**_BAR, "margin_bottom": "0.08cm", "keep": "1"}, {"size": "11pt"}),
    "BestLine": (_SANS, {**_BAR, "margin_bottom": "0.08cm"}, {"size": "9.5pt"}),
    "CellText": (_SANS, {"margin_bottom": "0.08cm"}, {"size": "8.5pt"}),
    "CellHead": (_SANS, {"keep": "1"}, {"size": "8pt", "bold": "1", "colour": "soft"}),
    "CellNumber": (_SANS, {"text_align": "end"}, {"size": "8.5pt"}),
    "CellQuote": (_SERIF, {"margin_bottom": "0.08cm"}, {"size": "9.5pt"}),
    "Header": (_SANS, {}, {"size": "7.5pt", "colour": "soft"}),
    "Footer": (_SANS, {"text_align": "center"}, {"size": "7.5pt", "colour": "soft"}),
}
"""Face, what holds for the paragraph, what holds for its letters."""


def styles(paper: Paper, head: str) -> Element:
    """The file of styles; `head` runs at the top of each page but the first."""
    made = root("office:document-styles", office_version=VERSION)
    faces = add(made, "office:font-face-decls")
    for name, family, kind in ((_SERIF, "Noto Serif", "roman"), (_SANS, "Noto Sans", "swiss")):
        face = {"style_name": name, "svg_font_family": f"'{family}'"}
        add(faces, "style:font-face", style_font_family_generic=kind, **face)
    named = add(made, "office:styles")
    for name, (face_name, about, letters) in _PARAGRAPHS.items():
        _paragraph_style(named, name, face_name, about, letters)
    for name in TURNED_STYLES:
        turned = _style(named, f"{name}Turned", "paragraph", name)
        add(turned, "style:paragraph-properties", style_writing_mode="rl-tb", fo_text_align="right")
    _letter_styles(named)
    _numbering(named)
    _page(made, paper, head)
    return made


def _paragraph_style(
    named: Element, name: str, face: str, about: dict[str, str], letters: dict[str, str]
) -> None:
    made = _style(named, name, "paragraph", "" if name == "Standard" else "Standard")
    if name.startswith("Heading"):
        made.set(made.tag.replace("}style", "}default-outline-level"), name[-1])
    properties = add(made, "style:paragraph-properties", fo_orphans=2, fo_widows=2)
    for key, value in about.items():
        key, value = ("keep_with_next", "always") if key == "keep" else (key, value)
        _fo(properties, key, value)
    text = _letters(made, face, letters)
    if "caps" in letters:
        _fo(text, "text_transform", "uppercase")
        _fo(text, "letter_spacing", "0.7pt")
    if name == "Standard":
        _fo(text, "language", words.language().partition("-")[0])


def _letters(made: Element, face: str, letters: dict[str, str]) -> Element:
    text = add(made, "style:text-properties", style_font_name=face)
    for kind in ("asian", "complex"):
        text.set(made.tag.replace("}style", f"}}font-name-{kind}"), face)
    size, bold = letters.get("size", "9.5pt"), "bold" if "bold" in letters else "normal"
    for key, value in (("font_size", size), ("font_weight", bold)):
        _fo(text, key, value)
        for kind in ("asian", "complex"):
            text.set(made.tag.replace("}style", f"}}{key.replace('_', '-')}-{kind}"), value)
    _fo(text, "color", palette("light")[letters.get("colour", "ink")])
    return text


def _letter_styles(named: Element) -> None:
    colours = palette("light")
    for tags in SETS:
        shown = in_order(tags) or (None,)
        made = _style(named, style_of(tags), "text")
        line, kind = _LINES[shown[-1]]
        text = add(
            made,
            "style:text-properties",
            style_text_underline_style=line,
            style_text_underline_type=kind,
            style_text_underline_width="auto",
            style_text_underline_color=colours["tags"][shown[-1] or "open"]["line"],
        )
        _fo(text, "background_color", colours["tags"][shown[0] or "open"]["tint"])
    for tag in (*Tag, None):
        text = add(_style(named, badge_of(tag), "text"), "style:text-properties")
        _fo(text, "background_color", colours["tags"][tag or "open"]["line"])
        _fo(text, "color", colours["paper"])
        _fo(text, "font_weight", "bold")
    for name, key, value in (
        ("Soft", "color", colours["soft"]),
        ("Strong", "font_weight", "bold"),
        ("Missing", "background_color", colours["tags"]["contested"]["tint"]),
    ):
        _fo(add(_style(named, name, "text"), "style:text-properties"), key, value)
    # As it is set in the Word document, whatever the paragraph's own letters are.
    _letters(_style(named, "ParagraphNumber", "text"), _SANS, {"size": "8pt", "colour": "soft"})
    number = add(
        _style(named, "ClaimNumber", "text"),
        "style:text-properties",
        style_text_position="super 65%",
        style_text_underline_style="none",
    )
    _fo(number, "color", colours["accent"])


def _numbering(named: Element) -> None:
    """The numbers of the article's paragraphs, which hang in the margin."""
    made = add(named, "text:list-style", style_name="Paragraphs")
    level = add(
        made,
        "text:list-level-style-number",
        text_level=1,
        style_num_format="1",
        text_style_name="ParagraphNumber",
    )
    about = add(
        level,
        "style:list-level-properties",
        text_list_level_position_and_space_mode="label-alignment",
    )
    aligned = add(about, "style:list-level-label-alignment", text_label_followed_by="listtab")
    _fo(aligned, "margin_left", "0.9cm")
    _fo(aligned, "text_indent", "-0.9cm")


def _page(made: Element, paper: Paper, head: str) -> None:
    width, height = paper.size
    layout = add(add(made, "office:automatic-styles"), "style:page-layout", style_name="Sheet")
    about = add(layout, "style:page-layout-properties", style_print_orientation="portrait")
    for key, value in (
        ("page_width", f"{width}pt"),
        ("page_height", f"{height}pt"),
        ("margin_top", "1.3cm"),
        ("margin_bottom", "1.3cm"),
        ("margin_left", "1.7cm"),
        ("margin_right", "1.7cm"),
    ):
        _fo(about, key, value)
    for name, side in (("header", "bottom"), ("footer", "top")):
        properties = add(add(layout, f"style:{name}-style"), "style:header-footer-properties")
        _fo(properties, f"margin_{side}", "0.5cm")
        _fo(properties, "min_height", "0.5cm")
    master = add(
        add(made, "office:master-styles"),
        "style:master-page",
        style_name="Standard",
        style_page_layout_name="Sheet",
    )
    say(add(add(master, "style:header"), "text:p", text_style_name="Header"), head)
    add(add(master, "style:header-first"), "text:p", text_style_name="Header")
    for name in ("style:footer", "style:footer-first"):
        line = add(add(master, name), "text:p", text_style_name="Footer")
        add(line, "text:page-number", text_select_page="current")
        say(line, " / ")
        # The tail of a blank at the end would be one of its own.
        add(line, "text:page-count")


def _style(named: Element, name: str, family: str, parent: str = "") -> Element:
    made = add(named, "style:style", style_name=name, style_family=family)
    if parent:
        made.set(made.tag.replace("}style", "}parent-style-name"), parent)
    return made


def _fo(element: Element, name: str, value: str) -> None:
    space = element.nsmap["fo"]
    element.set(f"{{{space}}}{name.replace('_', '-')}", value)
