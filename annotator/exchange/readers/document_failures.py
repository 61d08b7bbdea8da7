"""Why a document, a file of a word processor or an e-book, cannot be read."""

from annotator.model.failure import Refusal
from annotator.words import _


class DamagedDocument(Refusal):
    """It ends too early, its parts are missing, or they are not what they should be."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is damaged, so it was not added: open it in the program that made it, "
                "save it again, and add that file."
            )
        )


class LockedDocument(Refusal):
    """It is encrypted: nobody without its password can read it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is locked with a password, so it was not added: open it in the program that "
                "made it, save it without the password, and add that file."
            )
        )


class OverloadingDocument(Refusal):
    """Nothing that a person writes unpacks, nests or repeats like that."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is built in a way that would overload this computer, so it was not added: "
                "copy the article’s text from the program that shows it and paste it."
            )
        )


class StrangeDocument(Refusal):
    """It points out of itself: to other files, to other folders, or to words of its own making."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It refers to something outside of itself, as no word processor writes it, so it "
                "was not added: save it again in a word processor, and add that file."
            )
        )


class ProtectedBook(Refusal):
    """An e-book whose chapters are encrypted for the program that it was bought for."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is an e-book with copy protection, so it was not added: only the program that "
                "it was bought for can show it; choose one without."
            )
        )
