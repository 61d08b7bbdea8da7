"""What of OpenDocument's markup the real files beside this do not hold."""

import pytest

from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.odt.reading import read
from tests.unit.exchange.readers.documents.packed import odt


def text(body: str) -> str:
    return read(odt(body), ReadOptions()).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>\n  a\n  b <text:span> c</text:span>\t d </text:p>", "a b c d"),
        ('<text:p>a<text:s text:c="3"/>b<text:s/><text:s text:c="x"/>c</text:p>', "a   b  c"),
        ("<text:p>a<text:placeholder>Click</text:placeholder>b</text:p>", "ab"),
        (
            "<text:p><text:ruby><text:ruby-base>漢</text:ruby-base>"
            "<text:ruby-text>k</text:ruby-text></text:ruby></text:p>",
            "漢",
        ),
        ("<text:p>a<draw:frame><draw:image/></draw:frame>b</text:p>", "ab"),
        ("<text:numbered-paragraph><text:p>n</text:p></text:numbered-paragraph>", "n"),
        ("<text:p>a<text:page-number>7</text:page-number></text:p>", "a7"),
        ("<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>", "box"),
        (
            "<text:bibliography><text:index-body><text:p>A book</text:p></text:index-body>"
            "</text:bibliography>",
            "A book",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
            "</table:table-row></table:table>",
            "a",
        ),
    ],
)
def test_text(body: str, expected: str) -> None:
    assert text(body) == expected


def test_text_and_paragraphs_hidden_by_a_condition() -> None:
    body = (
        '<text:p>a<text:hidden-text text:is-hidden="true">b</text:hidden-text></text:p>'
        '<text:p>c<text:hidden-text text:is-hidden="false">d</text:hidden-text></text:p>'
        '<text:p>e<text:hidden-paragraph text:is-hidden="true"/></text:p>'
        '<text:section text:display="condition" text:is-hidden="false"><text:p>f</text:p>'
        "</text:section>"
    )
    read_ = read(odt(body), ReadOptions())
    assert (read_.text, read_.dropped) == ("a\ncd\nf", ("e",))


def test_the_nearest_style_says_what_is_hidden() -> None:
    styles = "".join(
        f'<style:style style:family="text" style:name="{name}"{based}>'
        f'<style:text-properties text:display="{display}"/></style:style>'
        for name, based, display in (
            ("No", "", "none"),
            ("Yes", ' style:parent-style-name="No"', "true"),
        )
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "text")
    )
    part = (
        f"<office:document-styles {spaces}><office:styles>{styles}</office:styles>"
        "</office:document-styles>"
    )
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = f"<text:p>a{span.format('No', 'b')}{span.format('Yes', 'c')}</text:p>"
    read_ = read(odt(body, **{"styles.xml": part}), ReadOptions())
    assert (read_.text, read_.dropped) == ("ac", ("b",))


def test_a_box_in_a_hidden_paragraph_is_hidden() -> None:
    box = "<draw:frame><draw:text-box><text:p>Not seen</text:p></draw:text-box></draw:frame>"
    hidden = '<text:hidden-paragraph text:is-hidden="true"/>'
    read_ = read(odt(f"<text:p>a{box}</text:p><text:p>b{hidden}{box}</text:p>"), ReadOptions())
    assert (read_.text, read_.dropped) == ("a\nNot seen", ("b", "Not seen"))


def test_a_formula_is_its_signs() -> None:
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>a</mi><mo>=</mo>'
        "<mn>2</mn></mrow><annotation>a = 2</annotation></semantics></math>"
    )
    body = (
        '<text:p>So <draw:frame><draw:object xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xlink:href="./Object 1"/></draw:frame>.</text:p>'
    )
    assert read(odt(body, **{"Object 1_content.xml": formula}), ReadOptions()).text == "So a=2."


def test_only_a_change_of_looks_is_not_said() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:format-change/></text:changed-region>"
        "</text:tracked-changes><text:p>a</text:p>"
    )
    assert read(odt(body), ReadOptions()).notes == ()
