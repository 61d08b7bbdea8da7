"""An article from the web, through the same door as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.exchange.fetching.failures import NoArticleThere, NotThere
from annotator.exchange.readers.refusing import Binary
from annotator.services import adding
from annotator.services.failures import Cancelled
from annotator.services.fetching import Address
from annotator.services.preparing import Prepared, prepare_address
from tests.unit.exchange.fetching.site import running
from tests.unit.services.desk import Desk


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running() as (address, _server):
        yield address


def test_a_page_is_prepared_with_where_it_came_from(site: str) -> None:
    prepared = prepare_address(f"{site}/moved")
    assert isinstance(prepared, Prepared)
    assert prepared.origin == f"{site}/moved"
    assert prepared.given is not None
    assert prepared.given.text == "Note\nThe shop is closed."
    assert prepared.given.metadata.address == f"{site}/page"
    assert len(prepared.given.notes) == 2


def test_a_plain_text_is_read_by_what_the_server_says(site: str) -> None:
    prepared = prepare_address(f"{site}/note.txt")
    assert prepared.given is not None
    assert prepared.given.text == "Кафе закрыто."
    assert prepared.given.metadata.address == f"{site}/note.txt"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("script-only", NoArticleThere), ("404", NotThere), ("picture.png", Binary)],
)
def test_why_there_is_none_is_in_the_answer(site: str, path: str, kind: type) -> None:
    assert type(prepare_address(f"{site}/{path}").refusal) is kind


def test_bytes_are_counted_and_cancel_hangs_up(site: str) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 4

    with pytest.raises(Cancelled):
        prepare_address(f"{site}/drips", progress=progress)
    assert told[-1][0] > 0
    with pytest.raises(Cancelled):
        prepare_address(f"{site}/silent", progress=lambda _done, _total: False)


def test_addresses_and_files_are_added_together(site: str, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A file.", encoding="utf-8")
    wanted: list[Address | Path] = [Address(f"{site}/page"), file, Address(f"{site}/404")]
    page, text, gone = adding.add_files(desk.workspace, wanted)
    assert page.article is not None
    assert page.article.origin == f"{site}/page"
    assert page.article.metadata.title == "Note"
    assert text.new
    assert isinstance(gone.refusal, NotThere)
