"""A claim that the list shows is on disk: the program may be killed that very moment.

Everything is done by the accessible tree alone, on the sample article and on a text of emoji,
astral Chinese and Arabic, where an offset counted in the wrong unit lands on other words.
"""

from pathlib import Path

import pytest

from tests.journeys.harness import Desktop
from tests.journeys.reading import SEED, Passage, Window, exported, position, quote, tags

MANY_SCRIPTS = (
    "🌊 Überschwemmung: was bisher bekannt ist\n"
    "“𠀀𠀁𠂇 is safe 👩‍👩‍👧‍👦 for families,” the mayor of 𠮷野 said at 9\u00a0a.m. 🇦🇫🇺🇳 today.\n"
    "قالت وزارة الصحة 🚑 إن ١٢ شخصا أصيبوا في 𠮷野، وفق التقرير.\n"
    "Cafe\u0301 owners 👍🏽 disagree; 中文報道說 𠀀𠀁𠂇 不安全。\n"
)

CASES = {
    "the sample": (
        SEED.read_text(encoding="utf-8"),
        (
            Passage("over 200 operations against the Taliban since January", "Attributed"),
            Passage("“harbor global ambitions, and covert and calibrated", "Contested"),
            Passage("the U.N. The world body also reported that 4 million", "Verified"),
        ),
    ),
    "many scripts": (
        MANY_SCRIPTS,
        (
            Passage("𠀀𠀁𠂇 is safe 👩‍👩‍👧‍👦 for families", "Attributed"),
            Passage("١٢ شخصا أصيبوا في 𠮷野", "Contested"),
            Passage("🇦🇫🇺🇳 today.\nقالت وزارة الصحة 🚑", "Verified"),
            Passage("👍🏽 disagree; 中文報道說 𠀀𠀁𠂇", "Open"),
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_claim_is_there_again_after_kill_9(
    desktop: Desktop, tmp_path: Path, case: str
) -> None:
    text, passages = CASES[case]
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8", newline="")
    with Window(desktop, tmp_path, "--as", "Student 7", str(file)) as window:
        for number, passage in enumerate(passages):
            assert window.article().text() == text
            window.tag(*passage.span(text), passage.item)
            window.wait_for_claim(passage.words.partition("\n")[0])
            window.kill9()
            assert len(exported(window.library)) == number + 1
            window.start()
            window.wait_for_claim(passage.words.partition("\n")[0])
        assert len(window.claims()) == len(passages)
        items = exported(window.library)
    in_order = sorted(passages, key=lambda one: one.span(text))
    assert [position(item) for item in items] == [one.span(text) for one in in_order]
    assert [quote(item) for item in items] == [one.words for one in in_order]
    assert [tags(item) for item in items] == [one.tags for one in in_order]
    assert {item["creator"]["name"] for item in items} == {"Student 7"}


def test_the_first_start_shows_the_sample_and_asks_who_one_is_at_the_first_tag(
    desktop: Desktop, tmp_path: Path
) -> None:
    text, passages = CASES["the sample"]
    with Window(desktop, tmp_path) as window:
        assert window.article().text() == text
        assert window.find("dialog") is None
        window.tag(*passages[0].span(text), passages[0].item)
        question = window.wait_for("dialog")
        field = question.find("text")
        assert field is not None
        field.write("Amina")
        field.focus()
        window.press("Return")
        window.wait_for_claim(passages[0].words)
        window.restart()
        window.wait_for_claim(passages[0].words)
        (item,) = exported(window.library)
    assert position(item) == passages[0].span(text)
    assert item["creator"]["name"] == "Amina"
