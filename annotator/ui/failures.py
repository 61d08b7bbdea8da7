"""What only a window answers, because only there something else can be done about it."""

from annotator.model.failure import Refusal
from annotator.words import _


class SeveralHere(Refusal):
    """A name that more than one person here bears: the menu has each of them."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "Several people here are called “{name}”. Choose yours from the menu at the top "
                "right, or add a letter to the name."
            ).format(name=name)
        )
