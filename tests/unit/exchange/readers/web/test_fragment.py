"""Rich text from the clipboard, as the programs put it there."""

from typing import NoReturn

import pytest

from annotator.exchange.readers import apart, limits
from annotator.exchange.readers.reading import Stopped, read_rich_text
from annotator.exchange.readers.refusing import NothingVisible, ReaderBroke
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


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "x",
        "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">x",
    ],
)
def test_hostile_markup_is_refused_and_the_plain_text_taken(markup: str) -> None:
    with pytest.raises(TooComplicated):
        read_rich_text(markup)
    assert read_rich_text(markup, "Plain.").text == "Plain."


@pytest.mark.parametrize("piece", ["<!--[if ", "<![if ", "<!--StartFragment-->", "<?xml ", "<!-- "])
def test_markup_that_never_ends_is_passed_over_in_one_go(piece: str) -> None:
    assert read_rich_text("<p>One</p>" + piece * 100_000, "Plain.").text.startswith("One")


def test_markup_is_never_read_by_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_process(_command: object) -> NoReturn:
        raise OSError(2, "No such file or directory")

    monkeypatch.setattr(apart, "_start", no_process)
    with pytest.raises(ReaderBroke):
        read_rich_text("<p>One</p>")
    assert read_rich_text("<p>One</p>", "Plain.").text == "Plain."


def test_it_has_its_time_and_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Stopped):
        read_rich_text("<p>One</p>", "Plain.", lambda: True)
    monkeypatch.setattr(limits, "SECONDS", 0)
    assert read_rich_text("<p>One</p>", "Plain.").text == "Plain."
