"""What is fetched, what is refused, and in what time; from a site on this computer."""

import socket
from collections.abc import Iterator
from time import monotonic, sleep

import pytest

from annotator import __version__
from annotator.exchange.fetching import asking, failures, fetching
from annotator.exchange.fetching.asking import Line
from annotator.exchange.fetching.fetching import Fetched, fetch
from annotator.exchange.readers.apart import Stopped
from annotator.model.failure import Refusal
from tests.unit.exchange.fetching.site import PAGE, Site, running

MOST = 20_000_000


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, type[Site]]]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with running() as one:
        yield one


def test_a_page_comes_with_what_the_server_says_of_it(site: tuple[str, type[Site]]) -> None:
    address, server = site
    assert fetch(f"{address}/page", MOST) == Fetched(
        PAGE, f"{address}/page", "page.html", "utf-8", ()
    )
    assert server.asked == [("/page", f"Annotator/{__version__}")]


def test_redirects_are_followed_one_by_one_and_shown(site: tuple[str, type[Site]]) -> None:
    address, server = site
    fetched = fetch(f"{address}/moved#below", MOST)
    assert (fetched.data, fetched.address) == (PAGE, f"{address}/page")
    assert fetched.notes == (
        f"The address leads on to {address}/found?here=1.",
        f"The address leads on to {address}/page.",
    )
    assert [path for path, _agent in server.asked] == ["/moved", "/found?here=1", "/page"]


@pytest.mark.parametrize("path", ["packed", "in-pieces"])
def test_what_is_packed_is_unpacked(site: tuple[str, type[Site]], path: str) -> None:
    assert fetch(f"{site[0]}/{path}", MOST).data == PAGE


def test_a_text_and_its_encoding(site: tuple[str, type[Site]]) -> None:
    fetched = fetch(f"{site[0]}/note.txt", MOST)
    assert (fetched.name, fetched.charset) == ("note.txt.txt", "koi8-r")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("to-file", failures.LeadsAway("file").sentence),
        ("to-data", failures.LeadsAway("data").sentence),
        ("to-ftp", failures.LeadsAway("ftp").sentence),
        ("circle", failures.LeadsInCircles(10).sentence),
        ("403", failures.Closed(403).sentence),
        ("404", failures.NotThere(404).sentence),
        ("410", failures.NotThere(410).sentence),
        ("429", failures.SiteFails(429).sentence),
        ("503", failures.SiteFails(503).sentence),
        ("large", failures.TooMuch(20).sentence),
        ("endless", failures.TooMuch(20).sentence),
        ("bomb", failures.TooMuch(20).sentence),
        ("short", failures.BrokenOff().sentence),
        ("badly-packed", failures.BrokenOff().sentence),
        ("hangs-up", failures.BrokenOff().sentence),
        ("json", failures.OtherKind("application/json").sentence),
    ],
)
def test_what_cannot_be_had_is_said(site: tuple[str, type[Site]], path: str, sentence: str) -> None:
    began = monotonic()
    with pytest.raises(Refusal) as refused:
        fetch(f"{site[0]}/{path}", MOST)
    assert refused.value.sentence == sentence
    assert monotonic() - began < 10


def test_the_sentences_say_what_is_wrong_and_what_to_do() -> None:
    assert failures.LeadsAway("file").sentence == (
        "The address leads on to something that is no web page (file:), and that was not opened: "
        "check the address."
    )
    assert failures.NoAnswer(10).sentence == (
        "Nothing came from the address within 10 seconds, so nothing was added: "
        "try again later, or copy the article’s text in the browser and paste it."
    )
    assert failures.TooMuch(20).sentence == (
        "What the address holds is larger than 20 MB, so it was not fetched: "
        "copy the article’s text and paste it."
    )


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "silent",
            "Nothing came from the address within 1 seconds, so nothing was added: try again "
            "later, or copy the article’s text in the browser and paste it.",
        ),
        (
            "drips",
            "The site sends the page so slowly that it was given up after 1 seconds, and nothing "
            "was added: try again later, or copy the article’s text in the browser and paste it.",
        ),
    ],
)
def test_nobody_waits_long_for_a_site_that_does_not_answer(
    site: tuple[str, type[Site]], path: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1)
    began = monotonic()
    with pytest.raises(Refusal) as refused:
        fetch(f"{site[0]}/{path}", MOST)
    assert refused.value.sentence == sentence
    assert monotonic() - began < 3


@pytest.mark.parametrize("path", ["silent", "drips"])
def test_cancel_breaks_it_off_at_once(site: tuple[str, type[Site]], path: str) -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 3

    began = monotonic()
    with pytest.raises(Stopped):
        fetch(f"{site[0]}/{path}", MOST, watch)
    assert monotonic() - began < 2
    assert len(told) == 3


def soon(site: type[Site], path: str, times: int = 1) -> bool:
    """Whether the site was asked for a path so often within a few seconds."""
    end = monotonic() + 5
    while monotonic() < end:
        if [asked for asked, _agent in site.asked].count(path) >= times:
            return True
        sleep(0.02)
    return False


def test_cancel_hangs_up_while_a_site_has_not_answered(site: tuple[str, type[Site]]) -> None:
    address, server = site
    with pytest.raises(Stopped):
        fetch(f"{address}/waits", MOST, lambda *_: not soon(server, "/waits"))
    assert soon(server, "hung up")


def test_cancel_ends_a_long_way_too(site: tuple[str, type[Site]]) -> None:
    address, server = site
    with pytest.raises(Stopped):
        fetch(f"{address}/long-way", MOST, lambda *_: not soon(server, "/long-way", 2))
    asked = len(server.asked)
    sleep(0.6)
    assert len(server.asked) == asked


def test_a_line_that_was_closed_asks_nothing(site: tuple[str, type[Site]]) -> None:
    line = Line(MOST, 5)
    line.close()
    with pytest.raises(failures.BrokenOff):
        line.ask(f"{site[0]}/page")
    assert site[1].asked == []


@pytest.mark.parametrize("number", ["127.0.0.1", "::ffff:127.0.0.1"])
def test_a_name_of_the_web_leads_into_ones_own_network_no_more_than_a_number(
    site: tuple[str, type[Site]], monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    address, server = site
    port = int(address.rpartition(":")[2])
    monkeypatch.setattr(asking, "is_near_number", lambda one: one != "127.0.0.1")
    line = Line(MOST, 5)
    assert line.ask(f"{address}/page").data == PAGE  # it counts as one of the web now
    monkeypatch.undo()
    kind = socket.AF_INET6 if ":" in number else socket.AF_INET
    known = [(kind, socket.SOCK_STREAM, 6, "", (number, port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: known)
    with pytest.raises(failures.LeadsHome):
        line.ask(f"http://courier.example:{port}/page")
    assert [path for path, _agent in server.asked] == ["/page"]


def test_a_page_of_ones_own_network_may_lead_on_in_it(site: tuple[str, type[Site]]) -> None:
    assert fetch(f"{site[0]}/moved", MOST).data == PAGE


@pytest.mark.usefixtures("site")
def test_nobody_listens_and_no_such_site() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(failures.NotConnected):
            fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/", MOST)
    with pytest.raises(failures.NoSuchHost) as refused:
        fetch("http://no-such-site.invalid/article", MOST)
    assert refused.value.host == "no-such-site.invalid"


def test_a_site_that_speaks_no_tls_is_not_trusted(site: tuple[str, type[Site]]) -> None:
    with pytest.raises(failures.NotSecure):
        fetch(site[0].replace("http:", "https:"), MOST)


def test_the_proxy_of_the_environment_is_asked(
    site: tuple[str, type[Site]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, server = site
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("no_proxy", "")
    assert fetch("http://courier.example/page", MOST).data == PAGE
    assert server.asked[0][0] == "http://courier.example/page"
