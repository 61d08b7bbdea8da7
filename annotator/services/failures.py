"""What a service answers when something that was named is not there or not clear."""

from collections.abc import Iterable, Sequence

from annotator.model.failure import Refusal
from annotator.words import _

_LISTED = 12
"""So many articles are listed when a name fits several."""


class NoSuchArticle(Refusal):
    """Nothing in the library goes by that name."""

    def __init__(self, name: str) -> None:
        super().__init__(_("No article “{name}” is in the library.").format(name=name))


class InBin(Refusal):
    """An article that was removed and can be put back."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "The article “{name}” is in the bin. Put it back in the window, or add its text "
                "once more: its claims are still on it."
            ).format(name=name)
        )


class SeveralArticles(Refusal):
    """A start of an id or a title that fits more than one article, such as two versions of one."""

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        some = [*ids[:_LISTED], *(["…"] if len(ids) > _LISTED else [])]
        super().__init__(
            _("“{name}” fits several articles. Name one by its whole id: {ids}.").format(
                name=name, ids=", ".join(some)
            )
        )


class NoSuchClaim(Refusal):
    """A claim that was removed meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This claim was removed meanwhile, in another window or by a command."))


class NoSuchSource(Refusal):
    """A source on which no claim hangs any more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This source is gone: no claim names it any more, after a change in another window "
                "or by a command. Nothing was changed now."
            )
        )


class ChangedMeanwhile(Refusal):
    """A step that builds on something that is not there any more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "What this step builds on was removed meanwhile, in another window or by a "
                "command. Nothing was changed now."
            )
        )


class NoSuchPerson(Refusal):
    """A person who came with a file that was taken out again."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This person is not in the library any more, after a change in another window or "
                "by a command. Nothing was changed now."
            )
        )


class NobodyAnnotates(Refusal):
    """No name was given and nobody has annotated here yet."""

    def __init__(self) -> None:
        super().__init__(_("Nobody has annotated in this library yet."))


class SeveralPeople(Refusal):
    """A name that more than one person bears."""

    def __init__(self, name: str, ids: Iterable[str]) -> None:
        super().__init__(
            _("Several people are called “{name}”. Name one by the id: {ids}.").format(
                name=name, ids=_(" or ").join(ids)
            )
        )


class NoName(Refusal):
    """A name without a visible character."""

    def __init__(self) -> None:
        super().__init__(_("A name needs at least one letter. Nothing was changed."))


class LongName(Refusal):
    """More than anybody is called. `most` are characters."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "A name has at most {most} characters. Nothing was changed: choose a shorter one."
            ).format(most=most)
        )


class OutsideText(Refusal):
    """A span that the text does not have."""

    def __init__(self, start: int, end: int, characters: int) -> None:
        super().__init__(
            _(
                "{start} to {end} is no passage of this text of {characters} characters. "
                "The start must be less than the end; both count characters from 0."
            ).format(start=start, end=end, characters=characters)
        )


class Cancelled(Refusal):
    """The person has stopped work that took long."""

    def __init__(self) -> None:
        super().__init__(_("Cancelled. Nothing was changed."))
