"""Each item of a file is taken or refused by itself; what W3C allows is understood."""

import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from annotator.exchange.jsonld.items import Creator, Place, Quote, ReadItem, RefusedItem
from annotator.exchange.jsonld.reading import read
from annotator.model.claim import (
    Attribution,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.exchange.jsonld.documents import (
    ANA,
    HASH,
    ID,
    OTHER_ID,
    document,
    item,
    position,
    quote,
    resource,
    textual,
)

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)


def the_one(**members: Any) -> ReadItem:
    """The item with those members, which must be taken."""
    (answer,) = read(document(item(**members)))
    assert isinstance(answer, ReadItem), answer
    return answer


def refused(**members: Any) -> RefusedItem:
    """The item with those members, which must be refused, and the one beside it taken."""
    other = item(id="https://example.org/another")
    answer, beside = read(document(item(**members), other))
    assert isinstance(answer, RefusedItem), answer
    assert isinstance(beside, ReadItem)
    return answer


def by_url(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def test_everything_an_item_says_is_read() -> None:
    read_item = the_one(
        motivation="tagging",
        modified="2024-09-02T12:00:00.000001Z",
        body=[
            textual("tagging", "contested"),
            textual("tagging", "attributed"),
            textual("commenting", "a note\n with lines"),
            textual(
                "identifying",
                "Nazary",
                **{
                    "an:role": "counter-source",
                    "an:kind": "person",
                    "an:stake": "own interest",
                    "an:cue": "said",
                    "an:via": "AFP",
                },
            ),
            textual("identifying", "", **{"an:role": "source", "an:kind": "unnamed"}),
            resource(
                "https://example.org/x",
                **{"an:outcome": "supports", "an:checked": "2024-02-29", "an:found": "it"},
            ),
            textual("linking", "the library", **{"an:outcome": "nothing"}),
            resource(OTHER_ID, **{"an:role": "disagrees"}),
        ],
        **{"an:formerly": [OTHER_ID], "an:best": True},
    )
    assert read_item == ReadItem(
        name=ID,
        id=ClaimId(ID.removeprefix("urn:uuid:")),
        creator=Creator(ANA.removeprefix("urn:uuid:"), "Ana"),  # type: ignore[arg-type]
        created=NOON,
        modified=NOON + timedelta(microseconds=1),
        place=Place(HASH, Span(10, 15), Quote("words")),
        tags=frozenset({Tag.ATTRIBUTED, Tag.CONTESTED}),
        note="a note\n with lines",
        attributions=(
            Attribution(
                Source("Nazary", SourceKind.PERSON, Stake.OWN), SourceRole.COUNTER, "said", "AFP"
            ),
            Attribution(Source("", SourceKind.UNNAMED)),
        ),
        evidence=(
            Evidence("https://example.org/x", True, Outcome.SUPPORTS, date(2024, 2, 29), "it"),
            Evidence("the library", False, Outcome.NOTHING),
        ),
        links=(Link(ClaimId(OTHER_ID.removeprefix("urn:uuid:")), LinkRole.DISAGREES),),
        formerly=(ClaimId(OTHER_ID.removeprefix("urn:uuid:")),),
        best=True,
    )


@pytest.mark.parametrize("star", [False, None, ...])
def test_a_star_is_there_or_not(star: Any) -> None:
    assert not the_one(**{"an:best": star}).best


def test_single_values_may_stand_for_lists_and_lists_for_single_values() -> None:
    plain = the_one(
        body=[textual("tagging", "verified")],
        target={"source": f"urn:sha256:{HASH}", "selector": [position()]},
    )
    swapped = the_one(
        type=["Annotation", "Other"],
        motivation=["highlighting", "other"],
        creator=[{"id": ANA, "name": ["Ana", "Anna"]}],
        body=textual("tagging", "verified") | {"purpose": ["tagging"], "type": ["TextualBody"]},
        target=[{"source": {"id": f"urn:sha256:{HASH.upper()}"}, "selector": position()}],
        **{"an:formerly": []},
    )
    assert swapped == plain


@pytest.mark.parametrize("body", [None, [], "https://example.org/resource", ...])
def test_an_item_without_a_body_of_ours_is_an_open_claim(body: Any) -> None:
    open_claim = the_one(body=body)
    assert (open_claim.tags, open_claim.note, open_claim.evidence) == (frozenset(), "", ())


def test_unknown_members_and_purposes_and_selectors_are_ignored() -> None:
    assert the_one(
        ignored={"deep": [1, {}]},
        rights=None,
        body=[
            {"type": "TextualBody", "purpose": "describing", "value": "x"},
            {"type": "Choice", "items": ["x"]},
            "https://example.org/x",
            textual("tagging", "verified", format="text/plain", **{"an:unknown": 4}),
        ],
        target={
            "source": f"urn:sha256:{HASH}",
            "id": "x",
            "selector": [
                "https://example.org/selector",
                {"type": "XPathSelector", "value": "/p"},
                quote(other=1),
                position() | {"refinedBy": quote("else")},
                position(1, 2),
            ],
        },
    ) == the_one(body=textual("tagging", "verified"))


@pytest.mark.parametrize(
    ("motivation", "value"), [("tagging", "verified"), ("commenting", "a note")]
)
def test_a_body_without_purpose_is_what_the_annotation_is_for(motivation: str, value: str) -> None:
    bare = the_one(motivation=motivation, body={"type": "TextualBody", "value": value})
    assert bare == the_one(body=textual(motivation, value))


def test_several_comments_are_one_note() -> None:
    bodies = [textual("commenting", one) for one in ("one", "", "two")]
    assert the_one(body=bodies).note == "one\n\ntwo"


@pytest.mark.parametrize("name", ["https://example.org/anno/1", "urn:uuid:no-uuid", "plain"])
def test_an_id_that_is_no_uuid_becomes_one_that_is_always_the_same(name: str) -> None:
    read_item = the_one(id=name, creator={"id": name, "name": "Ana"})
    assert (read_item.name, read_item.id) == (name, by_url(name))
    assert read_item.creator == Creator(by_url(name), "Ana")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("creator", "known", "name"),
    [
        ("mailto:ana@example.org", "mailto:ana@example.org", "mailto:ana@example.org"),
        (ANA, ANA, ANA),
        ("Ana  Li ", None, "Ana Li"),
        ("Teacher: Ana", None, "Teacher: Ana"),
        ({"name": "Jose\u0301"}, None, "Jos\xe9"),
        ({"id": None, "name": "Ana"}, None, "Ana"),
        ({"id": "", "name": "Ana"}, None, "Ana"),
        ({"id": "_:b0", "name": "Ana"}, None, "Ana"),
        ([{"name": "Ana"}, {"name": "Ben"}], None, "Ana"),
        (["Ana", "Ben"], None, "Ana"),
    ],
)
def test_who_made_it(creator: Any, known: str | None, name: str) -> None:
    found = the_one(creator=creator).creator
    assert found.name == name
    assert found.id == (
        known and (known.removeprefix("urn:uuid:") if known == ANA else by_url(known))
    )


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2024-09-02T12:00:00Z", NOON),
        ("2024-09-02T12:00:00", NOON),
        ("2024-09-02T14:00:00.123456+02:00", NOON.replace(microsecond=123456)),
        ("2024-09-02T12:00:00.123456789Z", NOON.replace(microsecond=123456)),
        ("2024-09-02", NOON.replace(hour=0)),
    ],
)
def test_times_are_utc_whatever_their_zone(text: str, time: datetime) -> None:
    read_item = the_one(created=text, modified=text)
    assert read_item.created == read_item.modified == time
    assert read_item.created is not None
    assert read_item.created.tzinfo == timezone.utc  # noqa: UP017 - the zone itself is meant


def test_a_missing_time_is_the_other_one() -> None:
    assert the_one(modified=...).modified == NOON
    assert the_one(created=...).created == NOON
    bare = the_one(created=..., modified=...)
    assert (bare.created, bare.modified) == (None, None)


@pytest.mark.parametrize(
    ("selector", "place"),
    [
        ([position()], Place(HASH, Span(10, 15), None)),
        (quote("w", prefix="a", suffix="b"), Place(HASH, None, Quote("w", "a", "b"))),
        ([position(), quote("w")], Place(HASH, Span(10, 15), Quote("w"))),
        (position(0, 10**30), Place(HASH, Span(0, 10**30), None)),
    ],
)
def test_where_it_stands(selector: Any, place: Place) -> None:
    assert the_one(target={"source": f"urn:sha256:{HASH}", "selector": selector}).place == place


@pytest.mark.parametrize("source", ["https://example.org/a", "urn:sha256:ab", None, "", {}])
def test_a_source_that_names_no_text_by_hash(source: Any) -> None:
    assert the_one(target={"source": source, "selector": position()}).place.sha256 is None


def test_a_link_is_never_evidence_and_evidence_never_a_link() -> None:
    read_item = the_one(
        body=[
            resource(OTHER_ID),
            resource("https://example.org/anno/1", **{"an:role": "disagrees"}),
            resource("https://example.org/page"),
            resource("javascript:alert(1)"),
            textual("linking", "https://example.org/page"),
        ]
    )
    assert read_item.links == (
        Link(ClaimId(OTHER_ID.removeprefix("urn:uuid:")), LinkRole.RELATED),
        Link(ClaimId(by_url("https://example.org/anno/1")), LinkRole.DISAGREES),
    )
    assert read_item.evidence == (
        Evidence("https://example.org/page", True),
        Evidence("javascript:alert(1)", False),
        Evidence("https://example.org/page", False),
    )


NO_ID = "This item has no id. It was left out. Give it one that never changes."
NO_CREATOR = "This item does not say who made it. It was left out. Add its creator."
NO_NAME = "The creator of this item has no name. It was left out. Add the name."
NO_SELECTOR = (
    "This item has neither a TextQuoteSelector nor a TextPositionSelector, so nobody can tell "
    "which words it is about. It was left out."
)
NO_TAG = "“{}” is none of the tags attributed, contested and verified. The item was left out."
NO_VALUE = "“{}” is no value of {}. The item was left out."
NO_DATE = "“{}” is no date that can be. The item was left out."
HOLDS_NUL = "A text in this item holds a NUL character. The item was left out."
NO_POSITION = (
    "The position {} to {} is none: both must be whole numbers, from 0 on, and the start less "
    "than the end. The item was left out."
)
WRONG = "This item is not written as a Web Annotation is ({}). It was left out."


@pytest.mark.parametrize("name", [..., None, "", " ", "_:b0"])
def test_no_id_is_refused(name: Any) -> None:
    answer = refused(id=name)
    assert answer == RefusedItem(None if name in (..., None, "") else name, NO_ID)


@pytest.mark.parametrize(
    ("creator", "reason"),
    [
        (..., NO_CREATOR),
        (None, NO_CREATOR),
        ([], NO_CREATOR),
        ("", NO_NAME),
        ({"id": ANA}, NO_NAME),
        ({"id": ANA, "name": None}, NO_NAME),
        ({"id": ANA, "name": ""}, NO_NAME),
        ({"id": ANA, "name": " \u200b\t"}, NO_NAME),
        ([{"name": ""}, {"name": "Ana"}], NO_NAME),
    ],
)
def test_no_creator_or_one_without_a_name_is_refused(creator: Any, reason: str) -> None:
    assert refused(creator=creator) == RefusedItem(ID, reason)


@pytest.mark.parametrize(
    "target",
    [
        ...,
        None,
        [],
        {},
        "https://example.org/article",
        {"source": f"urn:sha256:{HASH}"},
        {"source": f"urn:sha256:{HASH}", "selector": []},
        {"source": f"urn:sha256:{HASH}", "selector": "https://example.org/selector"},
        {"source": f"urn:sha256:{HASH}", "selector": {"type": "XPathSelector", "value": "/p"}},
        {"source": f"urn:sha256:{HASH}", "selector": {"type": "TextQuoteSelector"}},
    ],
)
def test_neither_selector_is_refused(target: Any) -> None:
    assert refused(target=target).reason == NO_SELECTOR


def test_several_targets_are_refused() -> None:
    target = item()["target"]
    assert refused(target=[target, target]).reason == (
        "This item is about several passages at once. It was left out. Make one item each."
    )


@pytest.mark.parametrize("value", ["Verified", "true", "", "open"])
def test_a_tag_that_is_none_of_the_three_is_refused(value: str) -> None:
    assert refused(body=textual("tagging", value)).reason == NO_TAG.format(value)


def test_a_tag_by_the_address_of_a_word_is_refused() -> None:
    body = resource("https://example.org/verified") | {"purpose": "tagging"}
    assert refused(body=body).reason == NO_TAG.format("https://example.org/verified")


@pytest.mark.parametrize(
    ("body", "member", "value"),
    [
        (textual("identifying", "A", **{"an:role": "disagrees"}), "an:role", "disagrees"),
        (textual("identifying", "A", **{"an:kind": "robot"}), "an:kind", "robot"),
        (textual("identifying", "A", **{"an:stake": ""}), "an:stake", ""),
        (textual("linking", "A", **{"an:outcome": "maybe"}), "an:outcome", "maybe"),
        (resource(OTHER_ID, **{"an:role": "source"}), "an:role", "source"),
    ],
)
def test_an_unknown_value_of_ours_is_refused(body: Any, member: str, value: str) -> None:
    assert refused(body=body).reason == NO_VALUE.format(value, member)


@pytest.mark.parametrize(
    "day", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-2-3", "20240203", "", "yesterday"]
)
def test_an_impossible_day_is_refused(day: str) -> None:
    body = textual("linking", "A", **{"an:checked": day})
    assert refused(body=body).reason == NO_DATE.format(day)


@pytest.mark.parametrize(
    "time", ["2024-02-30T10:00:00Z", "2024-01-01T25:00:00Z", "", "0001-01-01T00:00:00+10:00",
             "9999-12-31T23:59:59-10:00", "9999-12-31T23:59:59Z", "0999-01-01T00:00:00Z", "now"]
)  # fmt: skip
@pytest.mark.parametrize("member", ["created", "modified"])
def test_an_impossible_time_is_refused(member: str, time: str) -> None:
    assert refused(**{member: time}).reason == NO_DATE.format(time)


@pytest.mark.parametrize(
    ("start", "end"),
    [(-1, 5), (5, 5), (6, 5), (1.0, 5), (1, 5.5), (True, 5), ("1", 5), (1, None), (None, None)],
)
def test_offsets_that_are_none_are_refused_whatever_the_quote(start: Any, end: Any) -> None:
    target = {"source": f"urn:sha256:{HASH}", "selector": [quote(), position(start, end)]}
    assert refused(target=target).reason == NO_POSITION.format(start, end)


def test_offsets_with_thousands_of_digits_are_only_large() -> None:
    data = document(item()).replace(b'"end": 15', b'"end": ' + b"9" * 5000)
    (answer,) = read(data)
    assert isinstance(answer, ReadItem)
    assert answer.place.position == Span(10, int("9" * 40))


@pytest.mark.parametrize(
    "members",
    [
        {"id": "https://example.org/\0"},
        {"creator": {"name": "A\0"}},
        {"body": textual("commenting", "a\0")},
        {"body": textual("identifying", "a", **{"an:via": "\0"})},
        {"target": {"source": "x", "selector": [position(), quote("a\0")]}},
    ],
)
def test_a_nul_is_refused(members: dict[str, Any]) -> None:
    assert refused(**members).reason == HOLDS_NUL


def test_a_nul_in_what_is_ignored_does_no_harm() -> None:
    assert the_one(ignored="\0", body=textual("tagging", "verified", ignored="\0"))


@pytest.mark.parametrize("purpose", ["commenting", "identifying", "linking"])
def test_a_body_without_a_value_is_refused(purpose: str) -> None:
    assert refused(body={"type": "TextualBody", "purpose": purpose}).reason == (
        f"A body of purpose {purpose} has no value. The item was left out."
    )


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"created": 5}, "created is a whole number and must be a text"),
        ({"body": {"value": 5}}, "body.value is a whole number and must be a text"),
        ({"creator": {"id": 5}}, "creator.id is a whole number and must be a text"),
    ],
)
def test_a_member_of_a_wrong_type_is_refused(members: dict[str, Any], problem: str) -> None:
    assert refused(**members) == RefusedItem(ID, WRONG.format(problem))


def test_an_id_of_a_wrong_type_is_refused_without_it() -> None:
    assert refused(id=5).id is None


@pytest.mark.parametrize("other", ["https://example.org/a", 5, None, [], {"type": "Note"}])
def test_what_is_no_annotation_is_refused(other: Any) -> None:
    (answer,) = read(document(other))
    assert answer == RefusedItem(None, "This item is no Annotation. It was left out.")
