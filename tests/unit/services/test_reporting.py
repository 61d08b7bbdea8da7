"""A report on whose work one wants, in a file that is whole: or a sentence that says why not."""

import gc
import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exchange.writers import failures as writing
from annotator.exchange.writers import registry
from annotator.exchange.writers.registry import choose
from annotator.model.article import Metadata
from annotator.model.claim import Attribution, Evidence, Link, LinkRole, Source
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ArticleId
from annotator.model.personal import Personal
from annotator.model.tags import Tag
from annotator.services import claiming, describing, failures, listing, naming, reporting
from tests.unit.exchange.writers.unpacked import unpacked
from tests.unit.services.desk import Desk

FORMATS = [one.name for one in reporting.FORMATS]
FORMATS_THERE = reporting.FORMATS


@pytest.fixture(autouse=True)
def _work(desk: Desk) -> None:
    desk.tag(0, 5, Tag.ATTRIBUTED)
    desk.tag(6, 11, Tag.VERIFIED)
    desk.tag(0, 8, Tag.CONTESTED, person=desk.other)


def named(words: str, data: bytes) -> bool:
    """Whether a file says these words, anywhere in it and in any case."""
    return bool(re.search(rf"(?<!\w){words}(?!\w)", unpacked(data), re.IGNORECASE))


def lines(desk: Desk, *by: str, anonymous: bool = False) -> list[tuple[str, str]]:
    """Person and words of each claim in the report."""
    made = reporting.report(desk.workspace, [desk.article], by, anonymous)
    return [(entry.person, entry.quote) for one in made.articles for entry in one.entries]


def test_without_a_name_it_is_everybodys_work(desk: Desk) -> None:
    assert lines(desk) == [("Ana", "Story"), ("Ben", "Story 😀 "), ("Ana", "😀 one")]


def test_with_a_name_it_is_only_theirs(desk: Desk) -> None:
    assert lines(desk, "Ben") == [("Ben", "Story 😀 ")]
    assert lines(desk, " Ana ", desk.other) == lines(desk)


def test_a_person_is_named_by_the_id_too(desk: Desk) -> None:
    assert lines(desk, desk.other) == [("Ben", "Story 😀 ")]


def test_somebody_without_a_claim_has_an_empty_report(desk: Desk) -> None:
    naming.make(desk.workspace, "Cem")
    (one,) = reporting.report(desk.workspace, [desk.article], ["Cem"]).articles
    assert [each.label for each in one.work] == ["Cem"]
    assert one.entries == ()


def test_a_name_that_nobody_has_is_refused(desk: Desk) -> None:
    with pytest.raises(reporting.NobodyOfThatName) as refused:
        lines(desk, "Ana", "Cem")
    assert str(refused.value) == (
        "Nobody called “Cem” is in this library. Nothing was written. "
        "In this library are: Ana, Ben."
    )


def test_of_many_names_only_some_are_listed(desk: Desk) -> None:
    for number in range(20):
        naming.make(desk.workspace, f"Student {number:02}")
    with pytest.raises(reporting.NobodyOfThatName) as refused:
        lines(desk, "Cem")
    assert str(refused.value).endswith("Student 08, Student 09, ….")


def test_where_nobody_annotated_it_says_so() -> None:
    assert str(reporting.NobodyOfThatName("Cem", [])) == (
        "Nobody called “Cem” is in this library. Nothing was written. "
        "Nobody has annotated in it yet."
    )


def test_a_name_that_several_have_is_refused_with_their_ids(desk: Desk) -> None:
    other = naming.make(desk.workspace, "Ana")
    with pytest.raises(reporting.SeveralOfThatName) as refused:
        lines(desk, "Ana")
    assert str(refused.value) == (
        "Several people are called “Ana”. Nothing was written. Name one by the id: "
        f"{', '.join(sorted([desk.person, other.id]))}."
    )


def test_articles_stand_in_the_order_asked_for_and_once(desk: Desk) -> None:
    first, second, _third = (one.article.id for one in listing.all_articles(desk.workspace))
    made = reporting.report(desk.workspace, [second, first, second])
    assert [one.article.id for one in made.articles] == [second, first]


def test_without_an_article_there_is_nothing_to_report(desk: Desk) -> None:
    with pytest.raises(reporting.NothingToReport) as refused:
        reporting.export(desk.workspace, [], None, "html")
    assert str(refused.value) == "There is no article to report on. Add one first, or name one."


def test_an_article_that_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(failures.NoSuchArticle):
        reporting.export(desk.workspace, [ArticleId("gone")], None, "html")


def test_a_link_to_a_joined_claim_leads_to_what_it_became(desk: Desk) -> None:
    first, _ben, second = reporting.report(desk.workspace, [desk.article]).articles[0].entries
    third = desk.tag(12, 18)
    claiming.edit(
        desk.workspace, ClaimEdit(third, "", links=(Link(second.claim.id, LinkRole.RELATED),))
    )
    claiming.move(desk.workspace, second.claim.id, first.claim.span)
    last = reporting.report(desk.workspace, [desk.article]).articles[0].entries[-1]
    assert last.claim.id == third
    assert [(link.article, link.number) for link in last.links] == [(1, 1)]


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_come_back_without_a_file(desk: Desk, name: str) -> None:
    data = reporting.export(desk.workspace, [desk.article], None, name)
    assert data
    assert named("Ben", data) == (Personal.CLAIMS in choose(name, None).holds)
    assert data == reporting.export(desk.workspace, [desk.article], None, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_the_same_bytes(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"report{choose(name, None).suffix}"
    assert reporting.export(desk.workspace, [desk.article], path, name) is None
    assert path.read_bytes() == reporting.export(desk.workspace, [desk.article], None, name)


def test_a_named_format_wins_over_the_suffix(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    reporting.export(desk.workspace, [desk.article], path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfarticle,")


@pytest.mark.parametrize("name", FORMATS)
def test_without_names_neither_a_name_nor_an_id_is_in_the_file(desk: Desk, name: str) -> None:
    data = reporting.export(desk.workspace, [desk.article], None, name, anonymous=True)
    assert data
    secrets = ("Ana", "Ben", desk.person, desk.other)
    assert [one for one in secrets if named(one, data)] == []
    if Personal.CLAIMS in choose(name, None).holds:
        assert named("Student 1", data)
        assert named("Student 2", data)


@pytest.mark.parametrize("name", FORMATS)
def test_without_names_nobody_is_named_in_what_people_wrote(desk: Desk, name: str) -> None:
    naming.make(desk.workspace, "Cem Ödil")
    first = desk.tag(0, 8, Tag.ATTRIBUTED, Tag.VERIFIED)
    edit = ClaimEdit(
        first,
        "",
        "Ana and CEM ÖDIL in /home/ana/desk",
        (Attribution(Source("ben"), via="ana’s aunt"),),
        (Evidence("https://example.org/Cem-%C3%96dil", True, found="Ben found it"),),
    )
    claiming.edit(desk.workspace, edit)
    folder = "file:///home/ana/story.txt"
    about = Metadata("For Ana", "Ben", "Cem Ödil", "", folder, "en")
    describing.describe(desk.workspace, desk.article, about)
    told: list[str] = []
    data = reporting.export(
        desk.workspace, [desk.article], None, name, anonymous=True, tell=told.append
    )
    assert data
    secrets = ("ana", "ben", "cem", "ödil", "%c3%96dil", desk.person, desk.other)
    assert [one for one in secrets if named(one, data)] == []
    assert "“Ana” in what people wrote is now “Student 1”, 2 times." in told
    assert "“CEM ÖDIL” in what people wrote is now “Student 3”, 1 time." in told


def test_what_a_file_will_say_about_people(desk: Desk) -> None:
    made = reporting.report(desk.workspace, [desk.article])
    assert reporting.personal_data(made, choose("csv", None)) == [
        "The names of 2 people: Ana, Ben.",
        "What was marked: 3 passages.",
        "When each claim was made and last changed.",
        "Each claim's id in the library, the same in every file.",
    ]
    hidden = reporting.report(desk.workspace, [desk.article], anonymous=True)
    assert reporting.personal_data(hidden, choose("html", None))[0] == (
        "No names: 2 people stand as numbered students."
    )


def test_what_a_format_cannot_hold_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    poor = replace(choose("csv", None), name="poor", warnings=lambda _report: ("Not so.",))
    monkeypatch.setattr(registry, "FORMATS", (*FORMATS_THERE, poor))
    told: list[str] = []
    reporting.export(desk.workspace, [desk.article], None, "poor", tell=told.append)
    assert told == ["Not so."]
    assert reporting.export(desk.workspace, [desk.article], None, "poor")


def test_without_names_students_are_numbered_by_name(desk: Desk) -> None:
    assert lines(desk, anonymous=True) == [
        ("Student 1", "Story"),
        ("Student 2", "Story 😀 "),
        ("Student 1", "😀 one"),
    ]
    assert lines(desk, "Ben", anonymous=True) == [("Student 1", "Story 😀 ")]


@pytest.mark.parametrize("name", FORMATS)
def test_progress_runs_from_none_to_all(desk: Desk, name: str) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    reporting.export(desk.workspace, [desk.article], None, name, progress=progress)
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("last", [0, 3])
def test_cancel_leaves_the_old_file_as_it_was(
    desk: Desk, tmp_path: Path, name: str, last: int
) -> None:
    path = tmp_path / "report"
    path.write_bytes(b"old")
    with pytest.raises(writing.Stopped) as refused:
        reporting.export(
            desk.workspace, [desk.article], path, name, progress=lambda done, _all: done < last
        )
    assert str(refused.value) == "The report was stopped. What was there is as it was."
    assert path.read_bytes() == b"old"
    assert {one.name for one in tmp_path.iterdir()} == {"library", "report"}


def test_a_suffix_that_says_nothing_is_refused_before_anything_is_read(desk: Desk) -> None:
    desk.workspace.close()
    with pytest.raises(writing.UnknownSuffix):
        reporting.export(desk.workspace, [desk.article], Path("report.txt"))


def test_a_file_that_cannot_be_written_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(writing.NoFolder):
        reporting.export(desk.workspace, [desk.article], tmp_path / "none" / "report.html")


def test_what_is_unfinished_is_counted_as_in_the_window(desk: Desk) -> None:
    first = reporting.report(desk.workspace, [desk.article]).articles[0].entries[0].claim
    said = (Attribution(Source("the mayor")),)
    claiming.edit(desk.workspace, ClaimEdit(first.id, "", attributions=said))
    data = reporting.export(desk.workspace, [desk.article], None, "html", by=["Ana"])
    assert data
    expected = "2 passages: 1 attributed to 1 source, 1 verified, 1 unfinished"
    assert f'<p class="sentence">{expected}</p>' in data.decode()


@pytest.mark.parametrize("on", [True, False])
def test_the_search_for_cycles_is_afterwards_as_it_was(desk: Desk, on: bool) -> None:
    seen: list[bool] = []

    def progress(_done: int, _total: int) -> bool:
        seen.append(gc.isenabled())
        return False

    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(writing.Stopped):
            reporting.export(desk.workspace, [desk.article], None, "csv", progress=progress)
        assert (seen, gc.isenabled()) == ([False], on)
    finally:
        gc.enable()
