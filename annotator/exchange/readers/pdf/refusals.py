"""Why a PDF gives no article: one full sentence for each reason."""

from annotator.model.failure import Refusal
from annotator.words import _


class PdfLocked(Refusal):
    """It opens only with a password."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This PDF is locked with a password, so it was not added: "
                "open it in a PDF program with its password, print it to a new PDF, and add that."
            )
        )


class PdfDamaged(Refusal):
    """Its structure cannot be followed, or it is cut short."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This PDF is damaged or was not saved to its end, so it was not added: "
                "get the file again, or copy the article’s text and paste it."
            )
        )


class PdfTooLong(Refusal):
    """More pages, or more characters, than any article has."""

    def __init__(self, pages: int, most: int) -> None:
        self.pages = pages
        super().__init__(
            _(
                "This PDF has {pages} pages and at most {most} can be read, so it was not added: "
                "save the pages of the article as a PDF of their own and add that."
            ).format(pages=pages, most=most)
        )


class PdfTooMuchText(Refusal):
    """More characters than any article has."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This PDF holds far more text than an article, so it was not added: "
                "save the pages of the article as a PDF of their own and add that."
            )
        )


class PdfIsPicture(Refusal):
    """Pages that were scanned or photographed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This PDF is a picture of a page and holds no text, so it was not added: "
                "have a program recognise its text (OCR) and add the result, "
                "or type the article’s text and paste it."
            )
        )


class PdfUnreadable(Refusal):
    """Its letters are drawn, but it does not say which letters they are."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This PDF does not say which letters its signs stand for, so it was not added: "
                "have a program recognise its text (OCR) and add the result, "
                "or copy the article from another place and paste it."
            )
        )
