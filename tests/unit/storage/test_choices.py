"""What a teacher chose about a class is kept, changed, and taken back."""

from annotator.model.ids import PersonId
from annotator.model.span import Span
from annotator.storage import choices
from annotator.storage.choices import Mark
from annotator.storage.library import Library
from tests.unit.storage.filled import ARTICLE, BEN, step

DEE, CEM = PersonId("person-dee"), PersonId("person-cem")


def test_marks_are_put_on_and_taken_off(filled: Library) -> None:
    with step(filled) as running:
        assert choices.marked(running, ARTICLE, Mark.OPTIONAL) == {"claim-1"}
        assert choices.marked(running, ARTICLE, Mark.HIDDEN_ANSWER) == frozenset()
        for on in (True, True, False, False):
            choices.mark(running, ARTICLE, Mark.HIDDEN_PERSON, BEN, on=on)
            there = choices.marked(running, ARTICLE, Mark.HIDDEN_PERSON)
            assert there == (frozenset({BEN}) if on else frozenset())


def test_picked_passages_keep_the_order_of_talking(filled: Library) -> None:
    with step(filled) as running:
        assert choices.picked(running, ARTICLE) == (Span(4, 5), Span(0, 3))
        for order in ([Span(0, 3), Span(6, 7), Span(4, 5)], [Span(6, 7), Span(6, 7)], []):
            choices.pick(running, ARTICLE, order)
            assert choices.picked(running, ARTICLE) == tuple(dict.fromkeys(order))


def test_spellings_mean_a_name_until_they_do_not(filled: Library) -> None:
    with step(filled) as running:
        choices.spell(running, ARTICLE, "UN", "U.N.")
        choices.spell(running, ARTICLE, "the UN", "United Nations")
        known = {"UN": "U.N.", "the UN": "United Nations"}
        assert choices.spellings(running, ARTICLE) == known
        for _twice in range(2):
            choices.spell(running, ARTICLE, "UN", None)
            assert choices.spellings(running, ARTICLE) == {"the UN": "United Nations"}


def test_two_ids_are_one_person_until_they_are_two_again(filled: Library) -> None:
    with step(filled) as running:
        choices.join(running, DEE, CEM)
        choices.join(running, CEM, BEN)
        assert choices.joined(running) == {DEE: CEM, CEM: BEN}
        for _twice in range(2):
            choices.join(running, DEE, None)
            assert choices.joined(running) == {CEM: BEN}
