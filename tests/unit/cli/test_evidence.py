"""Evidence on the command line: what is said belongs to the piece before it."""

from datetime import date

import pytest

from annotator.cli.command import Asked
from annotator.cli.commands import COMMANDS
from annotator.cli.evidence import Said, grouped
from annotator.cli.output import Output
from annotator.cli.parsing import read
from annotator.model.claim import Evidence, Outcome


def said(*words: str) -> list[Said]:
    """What the command line says of the evidence, in order."""
    asked = read(("tag", "a", "0", "1", *words), COMMANDS, Output(None, None))
    assert isinstance(asked, Asked)
    return list(asked.given.evidence)


def pieces(*words: str) -> tuple[Evidence, ...]:
    return grouped(said(*words))


def test_nothing() -> None:
    assert pieces() == ()


def test_an_address_and_a_text() -> None:
    assert pieces("--evidence", "https://x.org/1", "--evidence", "the town's register") == (
        Evidence("https://x.org/1", is_address=True),
        Evidence("the town's register", is_address=False),
    )


def test_the_options_belong_to_the_evidence_before_them() -> None:
    assert pieces(
        *("--evidence", "one", "--found", "f1", "--checked", "2026-01-31", "--outcome", "supports"),
        *("--evidence", "two"),
        *("--evidence", "three", "--outcome", "nothing"),
    ) == (
        Evidence("one", False, Outcome.SUPPORTS, date(2026, 1, 31), "f1"),
        Evidence("two"),
        Evidence("three", outcome=Outcome.NOTHING),
    )


def test_other_options_may_stand_between() -> None:
    assert pieces("--evidence", "one", "--note", "n", "attributed", "--found", "f") == (
        Evidence("one", found="f"),
    )


@pytest.mark.parametrize("option", ["--outcome=supports", "--found=x", "--checked=2026-01-31"])
def test_an_option_is_said_once_of_one_evidence(option: str) -> None:
    name = option.split("=")[0]
    given = said("--evidence", "e", option)
    with pytest.raises(ValueError, match=f"^{name} was given twice for one --evidence$"):
        grouped([*given, given[-1]])
    with pytest.raises(ValueError, match=f"^{name} belongs to an --evidence before it$"):
        grouped(given[1:])
