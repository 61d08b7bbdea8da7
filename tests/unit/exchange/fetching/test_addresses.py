"""What is an address, and where one may lead."""

import pytest

from annotator.exchange.fetching.addresses import is_address, next_address, whole_address
from annotator.exchange.fetching.failures import (
    LeadsAway,
    LeadsHome,
    NotAnAddress,
    OnThisComputer,
    OtherKind,
)
from annotator.exchange.fetching.kinds import name_for


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://courier.example/a?b=1#c", "https://courier.example/a?b=1"),
        (" HTTP://Courier.Example:8080 ", "http://courier.example:8080"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/ä"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://βόλος.example/", "https://xn--nxasmm1c.example/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
    ],
)
def test_an_address_is_asked_for_whole(written: str, asked: str) -> None:
    assert whole_address(written) == asked


@pytest.mark.parametrize(
    "written",
    [
        "",
        "courier.example",
        "ftp://courier.example/a",
        "javascript:alert(1)",
        "https://",
        "http://[::1/",
        "http://a:notaport/",
        "https://me:secret@courier.example/",
        "https://courier.example/a b\nc",
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_no_address_is_not_asked_for(written: str) -> None:
    with pytest.raises(NotAnAddress):
        whole_address(written)


def test_the_address_of_a_file_is_no_page() -> None:
    with pytest.raises(OnThisComputer) as caught:
        whole_address(" File:///etc/passwd")
    assert caught.value.sentence == (
        "It is the address of a file on this computer, so nothing was fetched: give the file’s "
        "name and folder, without “file://”."
    )


def test_a_word_is_an_address_when_it_begins_as_one() -> None:
    assert is_address("https://courier.example")
    assert is_address("HTTP://courier.example")
    assert not is_address("http.txt")
    assert not is_address("./https://courier.example")


@pytest.mark.parametrize(
    ("address", "location", "target"),
    [
        ("https://a.example/x/y", "z", "https://a.example/x/z"),
        ("https://a.example/x", "//b.example/", "https://b.example/"),
        ("http://127.0.0.1/x", "http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://127.0.0.1/x", "https://a.example/", "https://a.example/"),
    ],
)
def test_a_redirect_leads_to_another_page(address: str, location: str, target: str) -> None:
    assert next_address(address, location) == target


@pytest.mark.parametrize(
    "location",
    [
        "http://localhost/",
        "http://localhost./",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_the_web_does_not_lead_into_ones_own_network(location: str) -> None:
    with pytest.raises(LeadsHome):
        next_address("https://a.example/", location)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "mailto:a@b.example", "http://"])
def test_nothing_but_pages_is_followed(location: str) -> None:
    with pytest.raises(LeadsAway):
        next_address("https://a.example/", location)


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        ("https://a.example/", "text/html; charset=utf-8", "page.html"),
        ("https://a.example/news/x.php?a=1", "TEXT/HTML", "x.php.html"),
        ("https://a.example/report", "application/pdf", "report.pdf"),
        ("https://a.example/report.pdf", "application/octet-stream", "report.pdf"),
        ("https://a.example/report", "", "report.html"),
        ("https://a.example/a.csv", "text/csv", "a.csv.txt"),
    ],
)
def test_the_kind_names_a_reader(address: str, kind: str, name: str) -> None:
    assert name_for(address, kind) == name


def test_what_is_neither_page_nor_document_is_refused() -> None:
    with pytest.raises(OtherKind, match="but application/json, so"):
        name_for("https://a.example/", "application/json")
