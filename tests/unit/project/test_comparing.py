"""The example of docs/comparing.md is what the program counts: each table is made anew here."""

import re
from pathlib import Path

from annotator.model.agreement import agreement
from annotator.model.claim import Claim, Evidence, Outcome
from annotator.model.gathering import gathered
from annotator.model.handin import Annotator
from annotator.model.heat import ANY, Layer, heat
from annotator.model.ids import ClaimId
from annotator.model.key import AnswerKey, Comparison, KeyResult
from annotator.model.passage import Passage
from annotator.model.span import Span
from annotator.model.tags import MEANINGS, Tag
from tests.unit.model.annotators import annotator, tags
from tests.unit.model.claims import claim

DOCUMENT = (Path(__file__).parents[3] / "docs" / "comparing.md").read_text(encoding="utf-8")
EXAMPLE = DOCUMENT[DOCUMENT.index("## An example") :]


def text() -> str:
    block = re.search(r"```text\n(.*?)\n```", EXAMPLE, re.S)
    assert block
    return block[1]


def classroom() -> list[Annotator]:
    """The students of the table, with their claims."""
    lines = EXAMPLE[EXAMPLE.index("| student ") :].split("\n\n")[0].splitlines()[2:]
    people: dict[str, list[Claim]] = {}
    for number, line in enumerate(lines):
        name, words, letters, outcome = (cell.strip() for cell in line.strip("|").split("|"))
        start = text().index(words)
        evidence = (Evidence("archive", outcome=Outcome(outcome)),) if outcome else ()
        people.setdefault(name, []).append(
            claim(
                str(number), tags(letters), span=Span(start, start + len(words)), evidence=evidence
            )
        )
    return [annotator(name, claims) for name, claims in people.items()]


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "|" + "|".join(line) + "|" if line[0] == "---" else f"| {' | '.join(line)} |"
        for line in lines
    )


def letters(some: frozenset[Tag]) -> str:
    return " ".join(MEANINGS[tag].letter for tag in Tag if tag in some) or "?"


def passage_row(one: Passage) -> list[str]:
    answers = ", ".join(f"{answer.annotator.name} {letters(answer.tags)}" for answer in one.answers)
    counts = [str(one.marked), *(str(one.tagged(tag)) for tag in Tag), str(one.open)]
    return [text()[slice(*one.span)], answers, *counts, f"{one.worth:.2f}", one.reason.value]


def passages_table() -> str:
    head = ["passage", "answers", "marked", "A", "C", "V", "open", "worth", "reason"]
    return table(head, [passage_row(one) for one in gathered(text(), classroom()).passages])


def heat_table() -> str:
    found = heat(text(), classroom())
    layers: list[tuple[str, Layer]] = [
        ("any", ANY),
        *((tag.value, tag) for tag in Tag),
        ("open", None),
    ]
    starts, ends = found.units.starts, found.units.ends
    words = [text()[start:end] for start, end in zip(starts, ends, strict=True)]
    return table(["", *words], [[name, *map(str, found.counts[layer])] for name, layer in layers])


def key() -> AnswerKey:
    """The key of the table; its second claim is optional."""
    lines = EXAMPLE[EXAMPLE.index("| no. ") :].split("\n\n")[0].splitlines()[2:]
    claims = []
    for line in lines:
        number, words, letters = (cell.strip() for cell in line.strip("|").split("|"))
        start = text().index(words)
        claims.append(claim(number, tags(letters), span=Span(start, start + len(words))))
    return AnswerKey(text(), claims, [ClaimId("2")])


def met(one: KeyResult) -> str:
    notes = [
        *(f"without {tag.value}" for tag in one.lacks),
        *(["wider"] if one.wider else []),
        *(f"also {tag.value}" for tag in one.also_checked),
    ]
    return ", ".join([one.met.value, *notes])


def key_row(one: Comparison) -> list[str]:
    results = [met(result) for result in one.results]
    found = f"{one.found} of {one.asked}"
    rest = ", ".join(text()[slice(*claim.span)] for claim in one.not_in_key)
    return [one.annotator.name, *results, found, rest or "–"]


def key_table() -> str:
    head = ["student", "1", "2", "3", "found", "not in the key"]
    return table(head, [key_row(key().compare(one)) for one in classroom()])


def alpha_table() -> str:
    found = agreement(text(), classroom())
    return table(list(found.alpha), [[f"{figure or 0:.3f}" for figure in found.alpha.values()]])


def test_the_passages_of_the_example() -> None:
    assert passages_table() in EXAMPLE


def test_the_heat_map_of_the_example() -> None:
    assert heat_table() in EXAMPLE


def test_the_agreement_of_the_example() -> None:
    found = agreement(text(), classroom())
    assert f"on these {found.units} units" in EXAMPLE
    assert alpha_table() in EXAMPLE


def test_the_key() -> None:
    assert key_table() in EXAMPLE
