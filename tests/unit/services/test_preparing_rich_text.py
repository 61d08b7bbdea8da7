"""Rich text is read before it is stored, and looked at where there is something to choose."""

import pytest

from annotator.exchange.readers.refusing import NothingVisible
from annotator.services.failures import Cancelled
from annotator.services.preparing import prepare_rich_text


def test_several_paragraphs_can_be_chosen_from() -> None:
    found = prepare_rich_text(
        "<h1>River</h1><p>It <b>rose</b> 🙂</p>", "River It rose", "clipboard"
    )
    assert found.given
    assert (found.name, found.origin) == ("clipboard", "clipboard")
    assert (found.given.text, found.given.cleaned) == ("River\nIt rose 🙂", True)


def test_one_paragraph_is_as_plain_text() -> None:
    found = prepare_rich_text("<span>The river rose.</span>", "The river rose.", "clipboard")
    assert found.given
    assert (found.given.text, found.given.cleaned) == ("The river rose.", False)


def test_a_refusal_is_in_the_answer() -> None:
    found = prepare_rich_text("<img src='a.png'>", "", "clipboard")
    assert found.given is None
    assert isinstance(found.refusal, NothingVisible)


def test_cancel_ends_it() -> None:
    with pytest.raises(Cancelled):
        prepare_rich_text("<p>One</p>", "One", "clipboard", lambda _done, _total: False)
