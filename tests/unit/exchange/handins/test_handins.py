"""A hand-in goes through its file whole, holds nothing else, and is read strictly."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from annotator import __version__
from annotator.exchange import handins
from annotator.exchange.assignments import AssignmentFile
from annotator.exchange.envelope_failures import DamagedInTransit, NotAsWritten, TooManyClaims
from annotator.exchange.handins import HandInFile
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.writing import document_of
from annotator.model.ids import ArticleId, PersonId
from annotator.model.person import Person
from tests.unit.exchange.class_files import (
    ANA,
    ASSIGNMENT,
    BEN,
    MADE,
    WORK,
    because,
    changed,
    document_in,
    handin,
    sealed_again,
    work_of,
)

FILE = handins.written(handin(assignment=ASSIGNMENT))
DRAFT = handins.written(handin(assignment=ASSIGNMENT, draft=True))
ITEMS = document_in(FILE)["annotations"]["first"]["items"]


def refused(data: bytes) -> str:
    with pytest.raises(NotAsWritten) as caught:
        handins.read(data)
    return caught.value.sentence


def article(**members: Any) -> dict[str, Any]:
    return changed(document_in(FILE)["article"], **members)


def annotations(*items: Any) -> dict[str, Any]:
    page = {"type": "AnnotationPage", "items": list(items)}
    return {"type": "AnnotationCollection", "first": page}


def test_the_file_holds_what_the_format_says_and_nothing_else() -> None:
    assert json.loads(FILE.partition(b"\n")[0])["format"] == "annotator-hand-in"
    assert document_in(FILE) == {
        "assignment": {"id": ASSIGNMENT.id, "revision": 3},
        "people": [{"id": ANA.id, "name": "Ana Li"}],
        "number": 1,
        "draft": False,
        "anyway": None,
        "made": "2024-09-08T21:30:00.000005Z",
        "program": __version__,
        "article": {
            "sha256": WORK.article.sha256,
            "title": WORK.article.metadata.title,
            "metadata": {
                "title": WORK.article.metadata.title,
                "outlet": "",
                "author": "",
                "date": "",
                "address": "",
                "language": "",
            },
        },
        "annotations": document_of([replace(work_of(), people=[Person(*ANA)])]),
    }


def test_what_was_handed_in_comes_back() -> None:
    found = handins.read(FILE)
    assert found == HandInFile(
        assignment_id=ASSIGNMENT.id,
        revision=3,
        people=(ANA,),
        number=1,
        draft=False,
        anyway="",
        made=MADE,
        program=__version__,
        sha256=WORK.article.sha256,
        title=WORK.article.metadata.title,
        metadata=WORK.article.metadata,
        items=found.items,
        text=None,
        assignment=None,
        digest=found.digest,
    )
    assert found.name == "Ana Li"
    assert len(found.items) == len(WORK.claims)
    for item, claim in zip(found.items, WORK.claims, strict=True):
        assert isinstance(item, ReadItem)
        assert (item.id, item.creator.id, item.place.position) == (claim.id, ANA.id, claim.span)
        assert (item.tags, item.note, item.links) == (claim.tags, claim.note, claim.links)
        assert (item.attributions, item.evidence) == (claim.attributions, claim.evidence)
        assert (item.created, item.modified) == (claim.created, claim.modified)


def test_work_without_an_assignment_and_with_a_reason() -> None:
    found = handins.read(handins.written(handin(anyway="I was ill.\nSorry.", number=4)))
    assert (found.assignment_id, found.revision, found.assignment) == (None, 1, None)
    assert (found.anyway, found.number) == ("I was ill.\nSorry.", 4)


def test_a_pair_hands_in_under_both_names() -> None:
    data = handins.written(handin(people=(ANA, BEN)))
    creators = {
        item["creator"]["id"] for item in document_in(data)["annotations"]["first"]["items"]
    }
    assert creators == {f"urn:uuid:{ANA.id}"}
    found = handins.read(data)
    assert found.people == (ANA, BEN)
    assert found.name == "Ana Li & Ben 🐝"
    item = found.items[0]
    assert isinstance(item, ReadItem)
    assert item.creator.name == "Ana Li & Ben 🐝"


def test_a_draft_holds_the_text_and_the_whole_assignment() -> None:
    found = handins.read(DRAFT)
    assert found.draft
    assert found.text == WORK.text
    given = replace(ASSIGNMENT, article=ArticleId(""), is_mine=False, maker=None)
    assert found.assignment == AssignmentFile(
        given, WORK.text, WORK.article.sha256, WORK.article.metadata
    )
    assert (found.assignment_id, found.revision) == (ASSIGNMENT.id, 3)
    alone = handins.read(handins.written(handin(draft=True)))
    assert (alone.text, alone.assignment) == (WORK.text, None)


def test_only_a_draft_holds_the_text() -> None:
    assert "text" not in document_in(FILE)["article"]
    assert set(document_in(FILE)["assignment"]) == {"id", "revision"}


def test_the_same_work_is_the_same_bytes() -> None:
    assert handins.written(handin(assignment=ASSIGNMENT)) == FILE


def test_nobody_hands_in_anothers_claims() -> None:
    for wrong in (handin(people=(BEN,)), handin(people=()), handin(people=(ANA, BEN, ANA))):
        with pytest.raises(ValueError, match=r"Member|unpack"):
            handins.written(wrong)


def test_claims_of_somebody_else_or_on_another_text_are_left_out() -> None:
    bens = ITEMS[1] | {"creator": {"id": BEN.id, "name": "Ben"}}
    nobodys = ITEMS[2] | {"creator": "Ana Li"}
    target = ITEMS[3]["target"] | {"source": f"urn:sha256:{'0' * 64}"}
    elsewhere = ITEMS[3] | {"target": target}
    broken = ITEMS[4] | {"created": "yesterday"}
    unsaid = ITEMS[5] | {"target": {"selector": ITEMS[5]["target"]["selector"]}}
    given = annotations(ITEMS[0], ITEMS[0], bens, nobodys, elsewhere, broken, unsaid)
    found = handins.read(sealed_again(FILE, annotations=given)).items
    assert [type(one) for one in found] == [ReadItem] + [RefusedItem] * 4 + [ReadItem]
    assert [one.reason for one in found if isinstance(one, RefusedItem)] == [
        "This claim is not by the person who hands in. It was left out; everybody hands in their "
        "own.",
        "This claim is not by the person who hands in. It was left out; everybody hands in their "
        "own.",
        "This claim is on another text than the article of the hand-in. It was left out.",
        "“yesterday” is no date that can be. The item was left out.",
    ]


def test_an_empty_hand_in_is_one() -> None:
    found = handins.read(handins.written(handin(work=replace(work_of(), claims=[]))))
    assert found.items == ()


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"people": []}, "people are not one or two"),
        ({"people": [{"id": ANA.id, "name": "A"}] * 2}, "people are not one or two"),
        (
            {"people": [{"id": f"{number:032x}", "name": "A"} for number in range(3)]},
            "no uuid in people",
        ),
        ({"people": [{"id": ANA.id, "name": ""}]}, "no name in people"),
        (
            {"people": [{"id": ANA.id, "name": "A" * 1_001}]},
            "a name of more than 1000 characters in people",
        ),
        ({"people": [ANA.id]}, "people[0] is a text and must be an object"),
        ({"number": 0}, "number must be at least 1"),
        ({"number": 2.5}, "number is a number and must be a whole number"),
        ({"number": ...}, "number is missing"),
        ({"draft": None}, "draft is nothing and must be true or false"),
        ({"draft": True}, "a draft without article.text"),
        ({"made": "today"}, "no time in made"),
        ({"made": "9999-12-31T23:59:59-12:00"}, "no time in made"),
        ({"assignment": "none"}, "assignment is a text and must be an object"),
        ({"assignment": {"id": "x"}}, "no uuid in assignment"),
        ({"article": article(sha256="ab")}, "no sha256 in article"),
        ({"article": article(sha256="z" * 64)}, "no sha256 in article"),
        ({"annotations": ...}, "annotations is missing"),
        ({"annotations": []}, "annotations is a list and must be an object"),
        ({"annotations": {}}, "no collection"),
        (
            {"annotations": annotations(ITEMS[0], ITEMS[1] | {"id": ITEMS[0]["id"]})},
            "doubled id",
        ),
        ({"anyway": False}, "anyway is true or false and must be a text"),
    ],
)
def test_what_is_wrong_is_refused_by_name(members: dict[str, Any], problem: str) -> None:
    assert refused(sealed_again(FILE, **members)) == because(problem)


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"article": article(text="x")}, "article.text has another sha256"),
        ({"assignment": {"id": ASSIGNMENT.id}}, "article is missing"),
    ],
)
def test_a_draft_is_as_strict(members: dict[str, Any], problem: str) -> None:
    assert refused(sealed_again(DRAFT, **members)) == because(problem)


def test_a_file_cut_off_is_damaged() -> None:
    with pytest.raises(DamagedInTransit):
        handins.read(FILE[:-100])


def test_the_digest_is_of_the_work_and_not_of_the_moment() -> None:
    digest = handins.read(FILE).digest
    later = handin(assignment=ASSIGNMENT, made=MADE.replace(year=2025), program="9.9")
    assert handins.read(handins.written(later)).digest == digest
    assert handins.read(sealed_again(FILE)).digest == digest
    claims = [replace(one, note=f"{one.note}x") for one in work_of().claims]
    work = replace(work_of(), claims=claims)
    for other in (
        handin(assignment=ASSIGNMENT, work=work),
        handin(assignment=ASSIGNMENT, anyway="x"),
        handin(),
        handin(assignment=ASSIGNMENT, people=(ANA, BEN)),
        handin(assignment=ASSIGNMENT, work=_found_out()),
    ):
        assert handins.read(handins.written(other)).digest != digest


def _found_out() -> Any:
    known = replace(WORK.article.metadata, outlet="The Paper")
    return replace(work_of(), article=replace(WORK.article, metadata=known))


def test_what_the_student_found_out_about_the_article_travels_along() -> None:
    found = handins.read(handins.written(handin(work=_found_out())))
    assert found.metadata.outlet == "The Paper"
    untitled = sealed_again(FILE, article=article(metadata={"title": "Its\ntitle"}, title=...))
    assert handins.read(untitled).title == "Its title"


@pytest.mark.parametrize("value", [10**60, 1e308, "é" * 10_000, [[[]]] * 9, {"a": None}])
def test_unknown_members_of_any_kind_do_no_harm(value: Any) -> None:
    given = annotations(ITEMS[0] | {"other": value})
    found = handins.read(sealed_again(FILE, annotations=given, other=value))
    assert [type(one) for one in found.items] == [ReadItem]


def test_what_is_nested_too_deeply_is_refused() -> None:
    tree: Any = []
    for _ in range(800):
        tree = [tree]
    given = annotations(ITEMS[0] | {"other": tree})
    try:
        assert len(handins.read(sealed_again(FILE, annotations=given)).items) == 1
    except NotAsWritten as refusal:
        assert refusal.sentence == because("too deep")


def test_ids_may_be_named_as_elsewhere() -> None:
    urn = f"urn:uuid:{ANA.id.upper()}"
    found = handins.read(sealed_again(FILE, people=[{"id": urn, "name": " Ana  Li "}]))
    assert found.people == (ANA,)
    assert found.people[0].id == PersonId(ANA.id)
    assert all(isinstance(one, ReadItem) for one in found.items)


def test_the_order_of_the_annotations_makes_no_difference() -> None:
    more = [{**ITEMS[0], "id": f"urn:uuid:{number}", "note": 1 << 70} for number in range(3)]
    items = [*ITEMS, *more, "no annotation", None]
    digest = handins.read(sealed_again(FILE, annotations=annotations(*items))).digest
    turned = sealed_again(FILE, annotations=annotations(*reversed(items)))
    assert handins.read(turned).digest == digest
    other = sealed_again(FILE, annotations=annotations(*items[1:]))
    assert handins.read(other).digest != digest


@pytest.mark.parametrize(
    "make",
    [lambda: [[] for _one in range(1_100_000)], lambda: [{"body": ["x"] * 2_000_001}]],
    ids=["lists", "one item of many parts"],
)
def test_a_file_that_was_made_to_overload_is_refused_unread(make: Callable[[], list[Any]]) -> None:
    data = sealed_again(FILE, annotations=annotations(*make()))
    with pytest.raises(NotAsWritten) as caught:
        handins.read(data)
    assert caught.value.sentence == because("too many values")


def test_more_claims_than_anybody_marks_are_refused() -> None:
    items = ITEMS[:1] * (handins.MOST_CLAIMS + 1)
    with pytest.raises(TooManyClaims) as caught:
        handins.read(sealed_again(FILE, annotations=annotations(*items)))
    assert caught.value.sentence == (
        "It holds more than 5000 claims, more than a hand-in may, so nothing was taken from it: "
        "ask whoever sent it for a file with fewer."
    )


def test_as_many_claims_as_may_be_are_read() -> None:
    items = [{**ITEMS[0], "id": f"urn:claim:{number}"} for number in range(handins.MOST_CLAIMS)]
    file = handins.read(sealed_again(FILE, annotations=annotations(*items)))
    assert len(file.items) == handins.MOST_CLAIMS
