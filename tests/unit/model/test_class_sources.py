"""Whom a class names, counted over spellings."""

from annotator.model.claim import Attribution, SourceKind, SourceRole, Stake
from annotator.model.class_sources import Balance, alike, class_sources
from annotator.model.handin import Annotator
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.annotators import annotator
from tests.unit.model.claims import claim, said_by

A = [Tag.ATTRIBUTED]


def gaining(name: str) -> Attribution:
    return said_by(name, kind=SourceKind.ORGANISATION, stake=Stake.OWN)


def classroom() -> list[Annotator]:
    return [
        annotator(
            "Ana",
            [
                claim("a1", A, attributions=(gaining("The Taliban"),)),
                claim("a2", A, attributions=(gaining("The  Taliban"), said_by("U.N."))),
                claim("a3", A, attributions=(said_by("", kind=SourceKind.UNNAMED),)),
            ],
        ),
        annotator(
            "Ben",
            [
                claim("b1", A, attributions=(said_by("Taliban", stake=Stake.INDEPENDENT),)),
                claim("b2", A),
                claim(
                    "b3", [Tag.CONTESTED], attributions=(said_by("taliban", SourceRole.COUNTER),)
                ),
                claim("b4", attributions=(said_by(""),), span=Span(3, 9)),
            ],
        ),
    ]


def test_each_spelling_is_a_source_until_somebody_joins_them() -> None:
    found = class_sources(classroom())
    assert [(one.name, one.people, one.claims, one.disagrees) for one in found.sources] == [
        ("The Taliban", 1, 2, 0),
        ("Taliban", 1, 1, 0),
        ("taliban", 1, 0, 1),
        ("U.N.", 1, 1, 0),
    ]
    assert found.offers == (("The Taliban", "Taliban", "taliban"),)
    assert found.unnamed
    assert (found.unnamed.name, found.unnamed.people, found.unnamed.claims) == ("", 1, 1)


def test_joined_spellings_count_together_and_people_are_counted_once() -> None:
    joins = {"The Taliban": "taliban", "taliban": "Taliban"}
    (taliban, un) = class_sources(classroom(), joins).sources
    assert (taliban.name, taliban.people, taliban.claims, taliban.disagrees) == ("Taliban", 2, 3, 1)
    assert taliban.spellings == {"The Taliban": 2, "Taliban": 1, "taliban": 1}
    assert list(taliban.spellings) == ["The Taliban", "Taliban", "taliban"]
    assert taliban.stakes == {Stake.OWN: 1, Stake.INDEPENDENT: 1, None: 1}
    assert taliban.kinds == {SourceKind.ORGANISATION: 1, None: 1}
    assert un.spellings == {"U.N.": 1}


def test_joins_that_go_round_end_somewhere() -> None:
    round_ = {"Taliban": "taliban", "taliban": "Taliban"}
    assert class_sources(classroom(), round_).sources[0].claims == 2


def test_the_balance_counts_attributed_claims_that_name_somebody() -> None:
    assert class_sources(classroom()).balance == Balance(own=2, of=4)
    assert class_sources([]).balance == Balance(0, 0)
    assert class_sources([]).unnamed is None


def test_names_read_alike_without_case_accents_signs_blanks_and_article() -> None:
    assert alike("The U.N.") == alike("un") == "un"
    assert alike("Müller") == alike("muller")
    assert alike("The") == "the"
    assert alike("…") == ""
    assert class_sources([annotator("Ana", [claim(attributions=(said_by("…"),))])]).offers == ()
