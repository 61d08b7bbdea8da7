"""Why one item is refused while the others are taken. Each kind has a sentence of its own."""

from typing import ClassVar

from annotator.exchange.jsonld.failures import shown
from annotator.model.failure import Refusal
from annotator.words import N_, _


class ItemRefusal(Refusal):
    """One item was left out. `SAYS` is the message id of its sentence."""

    SAYS: ClassVar[str]

    def __init__(self, **named: str) -> None:
        safe = {name: shown(value) for name, value in named.items()}
        super().__init__(_(self.SAYS).format(**safe))


class NoAnnotation(ItemRefusal):
    """Something else among the items."""

    SAYS = N_("This item is no Annotation. It was left out.")


class WrongForm(ItemRefusal):
    """A member of a type that it cannot have; `problem` says which."""

    SAYS = N_("This item is not written as a Web Annotation is ({problem}). It was left out.")


class NoId(ItemRefusal):
    """Without an id the same file would come in twice."""

    SAYS = N_("This item has no id. It was left out. Give it one that never changes.")


class NoCreator(ItemRefusal):
    """Nobody to whom the claim could belong."""

    SAYS = N_("This item does not say who made it. It was left out. Add its creator.")


class NoName(ItemRefusal):
    """A creator whom nobody could tell from another."""

    SAYS = N_("The creator of this item has no name. It was left out. Add the name.")


class NoSelector(ItemRefusal):
    """No place in a text."""

    SAYS = N_(
        "This item has neither a TextQuoteSelector nor a TextPositionSelector, so nobody can tell "
        "which words it is about. It was left out."
    )


class SeveralTargets(ItemRefusal):
    """A claim is one passage."""

    SAYS = N_("This item is about several passages at once. It was left out. Make one item each.")


class BadOffsets(ItemRefusal):
    """No whole numbers, negative, or swapped."""

    SAYS = N_(
        "The position {start} to {end} is none: both must be whole numbers, from 0 on, and the "
        "start less than the end. The item was left out."
    )


class UnknownTag(ItemRefusal):
    """A tag that this program does not have."""

    SAYS = N_(
        "“{value}” is none of the tags attributed, contested and verified. The item was left out."
    )


class UnknownValue(ItemRefusal):
    """A word of ours with a value that it does not have."""

    SAYS = N_("“{value}” is no value of {member}. The item was left out.")


class NoValue(ItemRefusal):
    """A body that says what it is for, and nothing else."""

    SAYS = N_("A body of purpose {purpose} has no value. The item was left out.")


class ImpossibleDate(ItemRefusal):
    """A day or a time that is in no calendar."""

    SAYS = N_("“{value}” is no date that can be. The item was left out.")


class HoldsNul(ItemRefusal):
    """A NUL ends a text for half of the programs that would read it."""

    SAYS = N_("A text in this item holds a NUL character. The item was left out.")
