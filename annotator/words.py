"""What the program says to a person goes through here, in every layer.

Below the window there is no Qt, so its translator cannot serve: sentences are born in `model`,
`exchange` and `storage` too. gettext of the standard library serves all of them.
"""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, languages: list[str]) -> None:
    """Speak the first of `languages` that has a catalogue in `folder`, else English."""
    global _catalogue
    _catalogue = gettext.translation("annotator", folder, languages, fallback=True)


def language() -> str:
    """The language that is spoken, as web pages name it: "en", "pt-BR"."""
    return _catalogue.info().get("language", "en").replace("_", "-")


def _(message: str) -> str:
    """The message in the person's language."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The message for this number of things, in the person's language."""
    return _catalogue.ngettext(one, many, number)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for translation where it is written; it is translated where it is shown."""
    return message
