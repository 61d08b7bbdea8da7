"""What is refused when articles are handed out, opened, handed in and collected."""

from collections.abc import Iterable

from annotator.model.failure import Refusal
from annotator.words import _, ngettext


class NoSuchAssignment(Refusal):
    """No assignment of that id is on the article, or in the library at all."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no assignment “{name}” here. Nothing was changed.").format(name=name)
        )


class SeveralAssignments(Refusal):
    """An article was handed out more than once, and nobody said which is meant."""

    def __init__(self, ids: Iterable[str]) -> None:
        super().__init__(
            _("Several assignments are on this article. Name one by its id: {ids}.").format(
                ids=_(" or ").join(ids)
            )
        )


class NotYours(Refusal):
    """An assignment that was opened from a file cannot be revised."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“{title}” was made on another computer, so it cannot be revised here. Make an "
                "assignment of your own from the article."
            ).format(title=title)
        )


class AnotherArticle(Refusal):
    """A revision on a text that is no version of the one that was handed out."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "The assignment “{title}” is on another article. A revision can only hand out the "
                "same article or a newer version of it. Make a new assignment instead."
            ).format(title=title)
        )


class ArticleMissing(Refusal):
    """A hand-in without its text, on a computer that does not know the article."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "The article “{title}” is not on this computer, and a hand-in does not bring its "
                "text along. Open the assignment first, then this file."
            ).format(title=title)
        )


class Unfinished(Refusal):
    """An assignment that asks for complete claims, and some that are not."""

    def __init__(self, claims: int) -> None:
        super().__init__(
            ngettext(
                "{number} claim still needs something, and this assignment asks for complete "
                "claims. Nothing was handed in; your work is safe. Complete it, or give a reason "
                "to hand in anyway.",
                "{number} claims still need something, and this assignment asks for complete "
                "claims. Nothing was handed in; your work is safe. Complete them, or give a "
                "reason to hand in anyway.",
                claims,
            ).format(number=claims)
        )


class TooManyClaims(Refusal):
    """More than a hand-in may hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "There are more than {most} claims here, more than a hand-in may hold. Nothing was "
                "written; your work is safe. Export the article instead."
            ).format(most=most)
        )


class TooMuchAtOnce(Refusal):
    """Files that together are more than fits into memory."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "What came before it is as much as can be collected at once, so it was left out: "
                "collect what is here in several parts."
            )
        )


class WithOneself(Refusal):
    """A pair of one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” cannot be a pair alone. Name somebody else, or hand in alone.").format(
                name=name
            )
        )


class NotWritten(Refusal):
    """The file that was written does not read back as what was handed in."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _(
                "“{path}” was written and could not be read back as it should be, so nothing was "
                "removed from this computer. Try another place, such as another stick."
            ).format(path=path)
        )


class WorkElsewhere(Refusal):
    """Work on another version of the article that is not in the file that was written."""

    def __init__(self, title: str, claims: int) -> None:
        super().__init__(
            ngettext(
                "{number} claim of yours on another version of the article, “{title}”, is not in "
                "the file that was written, so nothing was removed from this computer. The file "
                "is complete for this version, and your work is safe. Open the other version, "
                "hand it in or take it along, remove the claim there, and try again here.",
                "{number} claims of yours on another version of the article, “{title}”, are not "
                "in the file that was written, so nothing was removed from this computer. The "
                "file is complete for this version, and your work is safe. Open the other "
                "version, hand it in or take it along, remove the claims there, and try again "
                "here.",
                claims,
            ).format(number=claims, title=title)
        )


class IsDraft(Refusal):
    """Work that was taken along, and not handed in."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "It is a draft by {name} and was not handed in, so it was not collected: ask for "
                "the file that “Hand in” writes."
            ).format(name=name)
        )


class ForAnother(Refusal):
    """Handed in, but not for the assignment that is being collected."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "It is work on “{title}” for another assignment, so it was not collected: choose "
                "that one, or collect without choosing."
            ).format(title=title)
        )


class UnknownAssignment(Refusal):
    """Handed in for an assignment that this library does not know."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "It is work on “{title}” for an assignment that is not in this library, so it was "
                "not collected: collect it where the assignment was made."
            ).format(title=title)
        )


class OnAnotherText(Refusal):
    """Work on a text that is not the assignment's article, nor a version of it."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "It is work on “{title}”, another text than the article here, so it was not "
                "collected: ask the student to open the assignment and to work on that article."
            ).format(title=title)
        )


class NoSuchHandIn(Refusal):
    """A hand-in that a newer one has replaced meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This hand-in is not here any more: a newer one has taken its place."))


class NobodyToAnswer(Refusal):
    """Feedback on an article that nobody has worked on."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Nobody has handed anything in on this article, so there is nobody to give "
                "feedback to. Collect the class’s files first."
            )
        )
