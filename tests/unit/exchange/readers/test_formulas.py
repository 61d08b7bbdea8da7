"""A formula of MathML, in a line."""

import pytest
from lxml import etree

from annotator.exchange.readers.formulas import plain


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<mn>3</mn><mo>+</mo><mi>x</mi>", "3+x"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac><mrow><mi>a</mi><mo>-</mo><mn>1</mn></mrow><mn>2</mn></mfrac>", "(a-1)/2"),
        ("<msup><mn>10</mn><mn>6</mn></msup><mtext> t</mtext>", "10^6t"),
        ("<msub><mi>CO</mi><mn>2</mn></msub>", "CO_2"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<semantics><mn>7</mn><annotation>seven</annotation></semantics><!-- 8 -->", "7"),
        ("", ""),
    ],
)
def test_a_formula_of_mathml_in_a_line(markup: str, line: str) -> None:
    for space in ("", ' xmlns="http://www.w3.org/1998/Math/MathML"'):
        assert plain(etree.fromstring(f"<math{space}>{markup}</math>")) == line


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r>", "a+b"),
        (
            "<m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
            "</m:f>",
            "1/2",
        ),
        (
            "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup>"
            "</m:sSup>",
            "10^6",
        ),
        ("<m:rad><m:radPr/><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
    ],
)
def test_a_formula_of_word_in_a_line(markup: str, line: str) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    assert plain(etree.fromstring(f'<m:oMath xmlns:m="{space}">{markup}</m:oMath>')) == line
