"""Rich text from the clipboard, as the programs put it there."""

import pytest

from annotator.exchange.readers.reading import read_rich_text
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.web.limits import TooComplicated

CHROMIUM_ON_LINUX = (
    '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
    '<h2 style="color: rgb(0, 0, 0)">Harbour</h2><p style="margin: 0px">The bridge&nbsp;is '
    '<b>closed</b>.</p><ul><li>Cars</li><li>Buses</li></ul><span>Read more: <a href="/x">here</a>'
    "</span>"
)
CHROMIUM_ON_WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000000164\r\nSourceURL:https://courier.example/harbour?a=1\r\n"
    "<html>\r\n<body>\r\n<!--StartFragment--><p>The bridge is closed.</p><p>Twice.</p>"
    "<!--EndFragment-->\r\n</body>\r\n</html>"
)
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>
<o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal { margin: 0cm } --></style></head><body lang=DE>
<!--StartFragment--><p class=MsoNormal><b>Die Brücke<o:p></o:p></b></p>
<p class=MsoNormal>Sie ist seit
Montag zu.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>
</span><![endif]>für Autos<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""


def test_what_was_selected_is_kept_block_by_block_and_nothing_is_cleaned() -> None:
    article = read_rich_text(CHROMIUM_ON_LINUX)
    assert article.text == ("Harbour\nThe bridge\xa0is closed.\nCars\nBuses\nRead more: here")
    assert article.dropped == ()


def test_the_wrapping_of_windows_is_taken_off_and_gives_the_address() -> None:
    article = read_rich_text(CHROMIUM_ON_WINDOWS, "The bridge is closed. Twice.")
    assert article.text == "The bridge is closed.\nTwice."
    assert article.metadata.address == "https://courier.example/harbour?a=1"


def test_words_own_elements_and_bullets_are_no_text() -> None:
    assert read_rich_text(WORD).text == "Die Brücke\nSie ist seit Montag zu.\nfür Autos"


def test_scripts_styles_and_pictures_do_not_show() -> None:
    markup = "<style>p{}</style><p>One</p><script>x()</script><img alt=no><p>Two<br>Three</p>"
    assert read_rich_text(markup).text == "One\nTwo\nThree"


def test_the_plain_text_stands_in_where_the_markup_gives_nothing() -> None:
    assert read_rich_text("<img src=x>", "A picture of a bridge.").text == "A picture of a bridge."
    assert read_rich_text("<b>" * 5_000 + "x", "Plain.").text == "Plain."
    with pytest.raises(TooComplicated):
        read_rich_text("<b>" * 5_000 + "x")
    with pytest.raises(NothingVisible):
        read_rich_text("<p> </p>", " \n")
