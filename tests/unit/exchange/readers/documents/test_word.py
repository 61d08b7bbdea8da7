"""What Word writes: tracked changes, fields, boxes, hidden text, all in one markup."""

import pytest

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.docx.reading import read
from tests.unit.exchange.readers.documents.packed import STRICT, WORD, word, word_parts, zipped

TRACKED = (
    "It holds tracked changes; it was read as if all of them were accepted: what was deleted is "
    "not in the text."
)
DELETED_MARK = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'


def article(body: str, **others: str) -> ReadArticle:
    return read(word(body, others), ReadOptions())


def text(body: str, **others: str) -> str:
    return article(body, **others).text


def test_strict_markup_is_read_like_the_usual() -> None:
    assert read(word(p(r("One")), space=STRICT), ReadOptions()).text == "One"


def test_the_main_part_may_have_any_name() -> None:
    parts = word_parts(p(r("Here")))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    relations = str(parts["_rels/.rels"])
    parts["_rels/.rels"] = relations.replace("word/document.xml", "/word/document2.xml")
    assert read(zipped(parts), ReadOptions()).text == "Here"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p(
                *(r("a "), f"<w:ins>{r('b')}</w:ins>"),
                "<w:del><w:r><w:delText>c</w:delText></w:r></w:del>",
            ),
            "a b",
        ),
        (
            p(f"<w:moveFrom>{r('x')}</w:moveFrom>", r("y"))
            + p(f"<w:moveTo>{r('x')}</w:moveTo>"),
            "y\nx",
        ),
        (p(DELETED_MARK, r("First ")) + p(r("and second")), "First and second"),
        (p(DELETED_MARK, r("Alone at the end")), "Alone at the end"),
        (p(DELETED_MARK) + p(r("after")), "after"),
        (p("<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>", r("one")) + p(r("two")), "one\ntwo"),
        (f"<w:ins>{p(r('whole'))}</w:ins><w:del>{p(r('gone'))}</w:del>", "whole"),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('gone'))}</w:tc></w:tr>"
            f"<w:tr><w:tc>{p(r('kept'))}</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p(r('gone'))}"
            "</w:tc></w:tr></w:tbl>",
            "kept",
        ),
    ],
)  # fmt: skip
def test_tracked_changes_are_read_as_accepted_and_said(body: str, expected: str) -> None:
    read_ = article(body)
    assert (read_.text, read_.notes) == (expected, (TRACKED,))


def test_a_change_of_looks_is_no_tracked_change_of_the_text() -> None:
    read_ = article(p(r("text", "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>")))
    assert (read_.text, read_.notes) == ("text", ())


def test_of_a_field_the_result_is_text() -> None:
    nested = (
        field("begin") + r("IF ") + field("begin") + r("PAGE") + field("separate") + r("7")
        + field("end") + r(" = 1") + field("separate") + r("shown") + field("end")
    )  # fmt: skip
    assert text(p(r("It is "), nested, r("."))) == "It is shown."
    simple = f'<w:fldSimple w:instr="DATE">{r("1 March")}</w:fldSimple>'
    assert text(p(simple)) == "1 March"


def test_a_field_without_an_end_swallows_nothing_behind_its_paragraph() -> None:
    assert text(p(r("a"), field("begin"), r("CODE")) + p(r("b")) + p(r("c"))) == "a\nb\nc"


def test_a_field_that_holds_several_paragraphs() -> None:
    body = p(field("begin"), r("TOC"), field("separate"), r("One")) + p(r("Two"), field("end"))
    assert text(body + p(r("after"))) == "One\nTwo\nafter"


def test_signs_that_are_no_letters() -> None:
    signs = (
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>'
        '<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f\u00a0g\u00adh</w:t></w:r>'
    )  # fmt: skip
    assert text(p(signs)) == "a\tb\nc\nd\u2011ef\u00a0gh"


def test_characters_of_the_font_symbol() -> None:
    signs = "".join(
        f'<w:sym w:font="{font}" w:char="{code}"/>'
        for font, code in (
            *(("Symbol", "F061"), ("Symbol", "F0B1"), ("Symbol", "F057"), ("Wingdings", "F04A")),
            *(("Arial", "20AC"), ("Arial", "zz"), ("Symbol", "110000")),
        )
    )
    assert text(p(f"<w:r>{signs}</w:r>")) == "α±Ω€"


def test_hidden_text_is_left_out_and_shown_apart() -> None:
    styles = (
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="Seen"><w:basedOn w:val="H2"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
        "</w:style>"
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = (
        p(r("You "), r("do not ", "<w:vanish/>"), r("see", '<w:vanish w:val="false"/>'))
        + p('<w:pPr><w:pStyle w:val="H2"/></w:pPr>', r("A hidden paragraph"))
        + p('<w:pPr><w:pStyle w:val="Seen"/></w:pPr>', r(" it"))
        + p(
            '<w:pPr><w:pStyle w:val="Loop"/></w:pPr>',
            *(r("and "), r("not ", '<w:rStyle w:val="H"/>'), r("this")),
        )
    )
    read_ = article(body, styles=part("styles", styles))
    assert read_.text == "You see\nit\nand this"
    assert read_.notes == ("3 hidden passages were left out.",)
    assert read_.dropped == ("do not", "A hidden paragraph", "not")


def test_a_box_that_is_written_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('In the box'))}{p(r('too'))}</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(p(r("Before"), twice, r(" and after"))) == "Before and after\nIn the box\ntoo"
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    assert text(p(r("Old"), old)) == "Old\nIn the box\ntoo"
    only = f"<mc:AlternateContent><mc:Fallback>{p(r('old'))}</mc:Fallback></mc:AlternateContent>"
    assert text(only) == "old"


def boxed(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"


def test_a_deleted_mark_joins_paragraphs_and_never_carries_words_into_a_box_or_a_table() -> None:
    box = f"<w:r>{boxed(p(r('In the box')))}</w:r>"
    assert text(p(DELETED_MARK, r("One "), box) + p(r("two"))) == "One two\nIn the box"
    assert text(p(DELETED_MARK, r("One "), box)) == "One\nIn the box"
    table = f"<w:tbl><w:tr><w:tc>{p(r('A cell'))}</w:tc></w:tr></w:tbl>"
    assert text(p(DELETED_MARK, r("One "), box) + table + p(r("two"))) == (
        "One\nIn the box\nA cell\ntwo"
    )


def test_a_box_in_a_hidden_run_is_hidden() -> None:
    box = f"<w:r><w:rPr><w:vanish/></w:rPr>{boxed(p(r('Not seen')), p(r('nor this')))}</w:r>"
    read_ = article(p(r("One"), box))
    assert (read_.text, read_.dropped) == ("One", ("Not seen", "nor this"))


def test_controls_and_links_hold_text_and_prompts_are_none() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p(r('In a control'))}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(r('Click here'))}"
        "</w:sdtContent></w:sdt>"
        + p(
            f"<w:sdt><w:sdtContent>{r('inline')}</w:sdtContent></w:sdt>",
            f"<w:hyperlink>{r(' link')}</w:hyperlink>",
            f"<w:smartTag>{r(' tag')}</w:smartTag>",
        )
    )
    assert text(body) == "In a control\ninline link tag"


def test_a_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p(r('Intro 1'))}</w:sdtContent></w:sdt>"
    )
    read_ = article(body + p(r("Intro")))
    assert (read_.text, read_.dropped) == ("Intro", ("Intro 1",))


def test_tables_in_reading_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('x'))}</w:tc><w:tc>{p(r('y'))}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p()}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr>"
        f"<w:sdt><w:sdtContent><w:tr><w:tc>{p(r('c'))}{p(r('d'))}</w:tc><w:tc>{p(r('e'))}</w:tc>"
        f"</w:tr></w:sdtContent></w:sdt><w:tr><w:tc>{inner}{p()}</w:tc></w:tr></w:tbl>"
    )
    assert text(body) == "a\tb\nc\nd\ne\nx\ty"


def test_notes_stand_below_in_the_order_in_which_the_text_refers_to_them() -> None:
    body = p(
        r("One"), '<w:r><w:endnoteReference w:id="5"/></w:r>',
        r(" two"), '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>',
        r(" three"), '<w:r><w:footnoteReference w:id="9"/></w:r>', r("."),
    )  # fmt: skip
    mark = "<w:r><w:footnoteRef/></w:r>"
    feet = (
        f'<w:footnote w:id="{id_}">{p(mark, r(f" foot {id_}"))}</w:footnote>' for id_ in (0, 2, 3)
    )
    footnotes = part("footnotes", "".join(feet))
    endnotes = part("endnotes", f'<w:endnote w:id="5">{p(r("end 5"))}{p(r("more"))}</w:endnote>')
    read_ = article(body, footnotes=footnotes, endnotes=endnotes)
    assert read_.text == "One[1] two[2] three[3].\n[1] end 5\nmore\n[2] foot 2"
    assert "Its footnotes stand below the text, with their numbers in brackets." in read_.notes


def test_ruby_formulas_and_embedded_documents() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{r('kanji')}</w:rt><w:rubyBase>{r('漢字')}</w:rubyBase></w:ruby></w:r>"
    )
    formula = "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r></m:oMath>"
    read_ = article(p(ruby, r(" "), formula) + "<w:altChunk/>")
    assert read_.text == "漢字 a+b"
    assert read_.notes == (
        "It holds another document, which was left out: add that one by itself.",
    )


def test_white_space_counts_only_where_it_is_kept() -> None:
    assert text(p("<w:r><w:t> a </w:t></w:r>", r(" b "))) == "a b"


def test_an_author_counts_where_the_text_names_them() -> None:
    def with_creator(name: str, title: str = "") -> ReadArticle:
        parts = word_parts(
            p(r("Headline")) + p(r("By Ann Lee, Oslo")) + p(r("Monday, 1 March 2026"))
        )
        kind = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        )
        parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace(
            "</Relationships>",
            f'<Relationship Id="r9" Type="{kind}" Target="docProps/core.xml"/></Relationships>',
        )
        parts["docProps/core.xml"] = (
            '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:creator>{name}</dc:creator><dc:title>{title}</dc:title></c:coreProperties>"
        )
        return read(zipped(parts), ReadOptions())

    known = with_creator("Ann Lee", "A title").metadata
    assert (known.author, known.title, known.date) == ("Ann Lee", "A title", "2026-03-01")
    assert with_creator("Pupil Seven", "Microsoft Word - essay.doc").metadata.author == ""
    for title in ("Microsoft Word - essay.doc", "essay final.docx", "Untitled 1", "Dokument 2"):
        assert with_creator("x", title).metadata.title == ""


def test_the_language_is_that_of_most_of_the_text() -> None:
    usual = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    german = '<w:lang w:val="de-DE"/>'
    styles = part("styles", usual)
    assert article(p(r("Some words")), styles=styles).metadata.language == "en-US"
    mixed = p(r("Die Brücke wird gesperrt, sagt der "), r("Courier", german))
    assert article(mixed, styles=styles).metadata.language == "en-US"
    mixed = p(r("Die Brücke wird gesperrt, sagt der ", german), r("Courier"))
    assert article(mixed, styles=styles).metadata.language == "de-DE"
    assert article(p(r("Words"))).metadata.language == ""
