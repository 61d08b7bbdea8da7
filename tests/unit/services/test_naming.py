"""Who annotates: found or made by name or id, and remembered by what they did last."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from annotator.model.failure import Refusal
from annotator.model.ids import PersonId
from annotator.model.person import Origin, Person
from annotator.model.tags import Tag
from annotator.services import adding, failures, naming
from annotator.services.workspace import open_workspace
from annotator.storage import people
from annotator.storage.step import Reading
from tests.unit.services.desk import Desk


def imported(desk: Desk, id_: str, name: str, origin: Origin = Origin.IMPORTED) -> Person:
    person = Person(PersonId(id_), name, origin)
    with desk.workspace.step("import") as step:
        people.insert(step, person)
    return person


def names(desk: Desk) -> list[str]:
    return [person.name for person in naming.everybody(desk.workspace)]


@pytest.mark.parametrize("ask", [naming.find_or_make, naming.annotator])
def test_a_name_finds_or_makes_somebody(desk: Desk, ask: object) -> None:
    assert callable(ask)
    assert ask(desk.workspace, "Ana").id == desk.person
    assert ask(desk.workspace, " A\0na \n").id == desk.person
    assert ask(desk.workspace, desk.other).name == "Ben"
    made = ask(desk.workspace, "  Cem \t Đ. ")
    assert (made.name, made.origin) == ("Cem Đ.", Origin.LOCAL)
    assert ask(desk.workspace, "Cem Đ.") == made
    assert ask(desk.workspace, "ana").id != desk.person
    assert names(desk) == ["Ana", "Ben", "Cem Đ.", "ana"]


def test_a_name_is_the_same_however_its_letters_are_composed(desk: Desk) -> None:
    made = naming.make(desk.workspace, "Zoe\u0308")
    assert made.name == "Zoë"
    assert naming.annotator(desk.workspace, "Zoë") == made


def test_somebody_who_came_with_a_file_is_meant_by_a_command_and_not_by_a_window(
    desk: Desk,
) -> None:
    came = imported(desk, "p", "Mia")
    assert naming.annotator(desk.workspace, "Mia") == came
    here = naming.find_or_make(desk.workspace, "Mia")
    assert here.id != came.id
    assert naming.find_or_make(desk.workspace, "Mia") == here
    with pytest.raises(failures.SeveralPeople) as caught:
        naming.annotator(desk.workspace, "Mia")
    one, other = sorted([came.id, here.id])
    assert caught.value.sentence == (
        f"Several people are called “Mia”. Name one by the id: {one} or {other}."
    )
    assert naming.annotator(desk.workspace, came.id) == came


def test_several_who_annotate_here_under_one_name(desk: Desk) -> None:
    again = naming.make(desk.workspace, "Ana")
    assert again.id != desk.person
    with pytest.raises(failures.SeveralPeople):
        naming.find_or_make(desk.workspace, "Ana")


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\0", "\u202e\u00a0"])
def test_a_name_without_a_visible_character(desk: Desk, name: str) -> None:
    ana = naming.annotator(desk.workspace, "Ana")
    asked: list[Callable[[], Person]] = [
        lambda: naming.make(desk.workspace, name),
        lambda: naming.rename(desk.workspace, ana, name),
        lambda: naming.find_or_make(desk.workspace, name),
        lambda: naming.annotator(desk.workspace, name),
    ]
    for work in asked:
        with pytest.raises(failures.NoName) as caught:
            work()
        assert caught.value.sentence == ("A name needs at least one letter. Nothing was changed.")
    assert names(desk) == ["Ana", "Ben"]


def test_a_name_that_no_list_could_show(desk: Desk) -> None:
    naming.make(desk.workspace, "A" * 1_000)
    with pytest.raises(failures.LongName) as caught:
        naming.make(desk.workspace, "A" * 1_001)
    assert caught.value.sentence == (
        "A name has at most 1000 characters. Nothing was changed: choose a shorter one."
    )


def test_a_person_can_be_renamed_and_keeps_the_rest(desk: Desk) -> None:
    came = imported(desk, "p", "Mia")
    renamed = naming.rename(desk.workspace, Person(came.id, "?"), " Mia  B.")
    assert renamed == Person(came.id, "Mia B.", Origin.IMPORTED)
    assert naming.annotator(desk.workspace, "Mia B.") == renamed
    with pytest.raises(failures.NoSuchPerson) as caught:
        naming.rename(desk.workspace, Person(PersonId("gone"), "x"), "y")
    assert caught.value.sentence == (
        "This person is not in the library any more, after a change in another window or by a "
        "command. Nothing was changed now."
    )


def test_whoever_annotated_last(desk: Desk) -> None:
    def nobody() -> Refusal:
        with pytest.raises(failures.NobodyAnnotates) as caught:
            naming.annotator(desk.workspace, None)
        return caught.value

    assert nobody().sentence == ("Nobody has annotated in this library yet.")
    imported(desk, "p", "Mia")
    adding.add_text(desk.workspace, "Something new.", "clipboard")
    naming.rename(desk.workspace, Person(desk.other, "Ben"), "Benno")
    nobody()
    desk.tag(0, 5, Tag.ATTRIBUTED, person=desk.other)
    assert naming.annotator(desk.workspace, None).name == "Benno"
    desk.tag(0, 5, Tag.ATTRIBUTED)
    assert naming.last_annotator(desk.workspace) == naming.annotator(desk.workspace, None)
    assert naming.annotator(desk.workspace, None).id == desk.person


def test_two_programs_that_make_the_same_person_at_once_make_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_workspace(desk.workspace.library.path.parent)
    really, both = naming._find, threading.Barrier(2)
    looked: set[int] = set()

    def find(reading: Reading, name: str, *origins: Origin) -> Person | None:
        found = really(reading, name, *origins)
        if threading.get_ident() not in looked:
            looked.add(threading.get_ident())
            both.wait(10)  # now neither has found anybody
        return found

    monkeypatch.setattr(naming, "_find", find)
    with ThreadPoolExecutor(2) as threads:
        made = list(
            threads.map(lambda one: naming.find_or_make(one, "Dea"), [desk.workspace, other])
        )
    assert made[0] == made[1]
    assert names(desk).count("Dea") == 1
    other.close()
