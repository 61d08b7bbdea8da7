"""Why a text cannot come in as a newer version of an article."""

from annotator.model.failure import Refusal
from annotator.words import _


class SameText(Refusal):
    """A text that is the article's own."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "This is the text of “{title}” itself, letter for letter, and no newer version. "
                "Nothing was changed."
            ).format(title=title)
        )


class OtherVersion(Refusal):
    """A text that is there as a version already, of this article or of another."""

    def __init__(self, title: str, of: str) -> None:
        super().__init__(
            _(
                "This text is in the library already: “{title}”, which is a version of “{of}”. "
                "Nothing was changed."
            ).format(title=title, of=of)
        )


class EarlierVersion(Refusal):
    """A text of which the article itself is a newer version."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "This text is in the library already, as an earlier version of “{title}”. "
                "Nothing was changed."
            ).format(title=title)
        )


class NoEarlierVersion(Refusal):
    """An article that is no newer version of another one here."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“{title}” is not a newer version of another article, so there is nothing to "
                "compare it with. Choose “Add a newer version” on the earlier one first."
            ).format(title=title)
        )
