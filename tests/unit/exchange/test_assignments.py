"""An assignment goes through its file whole, without the teacher's work, and is read strictly."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.assignments import AssignmentFile, read, written
from annotator.exchange.envelope_failures import NotAsWritten
from annotator.model.article import Metadata
from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.ids import ArticleId, AssignmentId, PersonId
from annotator.model.person import tidy_name
from annotator.model.tags import Tag
from annotator.model.text import canonical, is_empty, sha256_of
from tests.unit.exchange.class_files import (
    ANA,
    ASSIGNMENT,
    CYD,
    WORK,
    because,
    changed,
    document_in,
    sealed_again,
)

TEXT = WORK.text
METADATA = Metadata("Rain", "The Paper", "A. Writer", "2024-09-02", "https://example.org", "en")
FILE = written(ASSIGNMENT, METADATA, TEXT)
PLAIN = Assignment(ASSIGNMENT.id, WORK.article.id, "Plain")

TEXTS = st.text(max_size=30).map(canonical)
NAMES = TEXTS.map(tidy_name).filter(lambda name: not is_empty(name))
LINES = TEXTS.map(tidy_name)
ROSTERS = st.lists(
    st.builds(RosterRow, st.uuids().map(lambda one: PersonId(str(one))), NAMES),
    max_size=4,
    unique_by=lambda row: row.id,
).map(tuple)
ASSIGNMENTS = st.builds(
    Assignment,
    id=st.uuids().map(lambda one: AssignmentId(str(one))),
    article=st.just(ArticleId("")),
    title=LINES,
    revision=st.integers(1, 1_000_000_000),
    instructions=TEXTS,
    due=st.none() | st.dates(),
    minimums=st.builds(
        Minimums,
        st.integers(0, 1_000_000),
        st.dictionaries(st.sampled_from(Tag), st.integers(1, 1_000_000)),
    ),
    require_complete=st.booleans(),
    roster=ROSTERS,
    is_mine=st.just(False),
)


def refused(data: bytes) -> str:
    with pytest.raises(NotAsWritten) as caught:
        read(data)
    return caught.value.sentence


def article(**members: Any) -> dict[str, Any]:
    return changed(document_in(FILE)["article"], **members)


def test_the_file_holds_what_the_format_says() -> None:
    assert document_in(FILE) == {
        "id": ASSIGNMENT.id,
        "revision": 3,
        "title": "Who says so?",
        "instructions": "Mark what is said.\nThen check one claim.",
        "due": "2024-09-09",
        "at_least": 6,
        "at_least_tag": {"attributed": 4, "verified": 1},
        "require_complete": True,
        "roster": [{"id": one.id, "name": one.name} for one in ASSIGNMENT.roster],
        "article": {
            "text": TEXT,
            "sha256": sha256_of(TEXT),
            "metadata": {
                "title": "Rain",
                "outlet": "The Paper",
                "author": "A. Writer",
                "date": "2024-09-02",
                "address": "https://example.org",
                "language": "en",
            },
        },
    }
    assert json.loads(FILE.partition(b"\n")[0])["format"] == "annotator-assignment"


def test_what_the_file_holds_comes_back_as_somebody_elses() -> None:
    assert read(FILE) == AssignmentFile(
        replace(ASSIGNMENT, article=ArticleId(""), is_mine=False, maker=None),
        TEXT,
        sha256_of(TEXT),
        METADATA,
    )


def test_nothing_of_the_teachers_own_work_is_among_the_bytes() -> None:
    # The maker is the only thing in an assignment that leads to the key.
    assert ASSIGNMENT.maker is not None
    assert ASSIGNMENT.maker.encode() not in FILE
    members = set(document_in(FILE))
    assert members.isdisjoint({"annotations", "maker", "released", "people"})
    for claim in WORK.claims:
        assert claim.id.encode() not in FILE
        assert claim.person.encode() not in FILE
        for evidence in claim.evidence:
            assert evidence.where.encode() not in FILE
            assert evidence.found == "" or evidence.found.encode() not in FILE
        assert claim.note == "" or json.dumps(claim.note).strip('"').encode() not in FILE


def test_the_same_values_are_the_same_bytes_in_any_order_of_tags() -> None:
    turned = replace(
        ASSIGNMENT, minimums=Minimums(6, {Tag.VERIFIED: 1, Tag.CONTESTED: 0, Tag.ATTRIBUTED: 4})
    )
    assert written(turned, METADATA, TEXT) == FILE


def test_most_may_be_left_out_and_what_is_unknown_is_ignored() -> None:
    bare = sealed_again(
        FILE,
        **dict.fromkeys(document_in(FILE), ...)
        | {
            "id": f"urn:uuid:{ASSIGNMENT.id.upper()}",
            "article": article(metadata=..., sha256=sha256_of(TEXT).upper(), length=3),
            "colour": ["blue"],
        },
    )
    assert read(bare) == AssignmentFile(
        replace(PLAIN, title="", article=ArticleId(""), is_mine=False),
        TEXT,
        sha256_of(TEXT),
        Metadata(),
    )


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"id": ...}, "id is missing"),
        ({"id": "7"}, "no uuid in id"),
        ({"id": "{" + ASSIGNMENT.id + "}"}, "no uuid in id"),
        ({"revision": 0}, "revision must be at least 1"),
        ({"revision": 1.0}, "revision is a number and must be a whole number"),
        ({"revision": True}, "revision is true or false and must be a whole number"),
        ({"revision": 10**30}, "revision must be at most 1000000000"),
        ({"at_least": -1}, "at_least must be at least 0"),
        ({"at_least": "6"}, "at_least is a text and must be a whole number"),
        (
            {"at_least_tag": {"checked": 1}},
            "'checked' in at_least_tag is no word that may stand there",
        ),
        (
            {"at_least_tag": {"verified": 10**7}},
            "at_least_tag[...] must be at most 1000000",
        ),
        ({"title": None}, "title is nothing and must be a text"),
        ({"due": "9.9.2024"}, "no date in due"),
        ({"due": "20240909"}, "no date in due"),
        ({"due": "2024-02-30"}, "no date in due"),
        ({"require_complete": 1}, "require_complete is a whole number and must be true or false"),
        ({"roster": {}}, "roster is an object and must be a list"),
        ({"roster": [{"id": "12", "name": "Ana"}]}, "no uuid in roster"),
        ({"roster": [{"id": CYD.id, "name": " \u200b\0"}]}, "no name in roster"),
        (
            {"roster": [{"id": CYD.id, "name": "A"}, {"id": CYD.id, "name": "B"}]},
            "an id twice in roster",
        ),
        ({"article": article(text="x")}, "article.text has another sha256"),
        ({"article": article(text="", sha256=sha256_of(""))}, "article.text is empty"),
        ({"article": article(text="a\r\nb")}, "article.text is not canonical"),
        ({"article": article(text="a\0b")}, "article.text is not canonical"),
        (
            {"article": article(sha256=...)},
            "article.sha256 is missing",
        ),
        (
            {"article": article(metadata=[])},
            "article.metadata is a list and must be an object",
        ),
    ],
)
def test_what_is_wrong_is_refused_by_name(members: dict[str, Any], problem: str) -> None:
    assert refused(sealed_again(FILE, **members)) == because(problem)


def test_a_text_that_is_too_large_is_refused() -> None:
    text = "x" * 20_000_001
    data = sealed_again(FILE, article=article(text=text, sha256=sha256_of(text)))
    assert refused(data) == because("article.text is larger than 20 MB")


def test_details_come_in_on_one_line_without_what_no_text_can_hold() -> None:
    data = sealed_again(
        FILE,
        title="Two\nlines\0",
        instructions="a\r\nb\0",
        article=article(metadata={"outlet": " The\n\tPaper\ufdd0 "}),
        roster=[{"id": ANA.id, "name": "  Ana \n Li "}],
    )
    found = read(data)
    assert found.assignment.title == "Two lines"
    assert found.assignment.instructions == "a\nb"
    assert found.metadata == Metadata(outlet="The Paper")
    assert found.assignment.roster == (RosterRow(*ANA),)


@given(ASSIGNMENTS, TEXTS.filter(lambda text: not is_empty(text)), LINES)
def test_any_assignment_goes_through_its_file(
    assignment: Assignment, text: str, title: str
) -> None:
    metadata = Metadata(title, address=title[::-1].strip())
    metadata = replace(metadata, address=tidy_name(metadata.address))
    data = written(assignment, metadata, text)
    assert read(data) == AssignmentFile(assignment, text, sha256_of(text), metadata)
    assert written(read(data).assignment, metadata, text) == data


def test_a_date_is_a_date() -> None:
    assert read(sealed_again(FILE, due="0001-01-01")).assignment.due == date(1, 1, 1)
