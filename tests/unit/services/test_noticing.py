"""What a window hears of the library since it last looked."""

from annotator.model.article import Metadata
from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.model.tags import Tag
from annotator.services import binning, claiming, describing, naming, noticing
from annotator.services.noticing import News
from tests.unit.services.desk import Desk


def news(desk: Desk, since: int, person: PersonId | None = None) -> News:
    return noticing.news(desk.workspace, since, desk.article, person)


def test_nothing_is_no_news(desk: Desk) -> None:
    now = noticing.newest(desk.workspace)
    assert news(desk, now) == News(now)
    assert not news(desk, now)


def test_a_claim_that_was_made_changed_and_removed(desk: Desk) -> None:
    start = noticing.newest(desk.workspace)
    made = desk.tag(0, 5)
    first = news(desk, start)
    assert first == News(start + 1, (desk.claim(made),), articles=True)
    assert first
    claiming.dismiss(desk.workspace, made, "hint")
    second = news(desk, first.number)
    assert second == News(start + 2, dismissed={made: frozenset({"hint"})})
    assert second
    desk.tag(0, 5, Tag.ATTRIBUTED)
    claiming.remove(desk.workspace, [made])
    third = news(desk, second.number)
    assert (third.changed, third.gone, third.dismissed) == ((), frozenset({made}), {})


def test_only_what_is_shown_is_told(desk: Desk) -> None:
    start = noticing.newest(desk.workspace)
    mine, theirs = desk.tag(0, 5), desk.tag(7, 9, person=desk.other)
    assert {one.id for one in news(desk, start).changed} == {mine, theirs}
    assert {one.id for one in news(desk, start, desk.other).changed} == {theirs}
    elsewhere = noticing.news(desk.workspace, start, None, None)
    assert elsewhere == News(start + 2, articles=True)
    claiming.remove(desk.workspace, [mine])
    assert news(desk, start, desk.other).gone == frozenset()


def test_an_article_that_was_removed_is_told_of(desk: Desk) -> None:
    desk.tag(0, 5)
    start = noticing.newest(desk.workspace)
    binning.remove(desk.workspace, desk.article)
    assert news(desk, start) == News(start + 1, articles=True)


def test_articles_and_people(desk: Desk) -> None:
    start = noticing.newest(desk.workspace)
    describing.describe(desk.workspace, desk.article, Metadata("New"))
    assert news(desk, start) == News(start + 1, articles=True)
    renamed = naming.rename(desk.workspace, Person(desk.other, "Ben"), "Benno")
    told = news(desk, start + 1).people
    assert told
    assert told[desk.other] == renamed
    assert told.keys() == {desk.person, desk.other}
