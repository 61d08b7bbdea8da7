"""Which language to speak: as every program under gettext decides it."""

from collections.abc import Mapping
from itertools import takewhile

from annotator import words
from annotator.bundled import resource


def speak(environment: Mapping[str, str]) -> None:
    """Speak the first language that the environment asks for and that there is."""
    words.use_language(resource("i18n"), wanted(environment))


def wanted(environment: Mapping[str, str]) -> list[str]:
    """The languages asked for, the best first, up to the first that means English.

    English has no catalogue, since the sentences are written in it: without that end, somebody
    who asks for English before German would get German.
    """
    locale = next(
        (environment[one] for one in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(one)), ""
    )
    if _name(locale) in {"C", "POSIX"}:
        return []
    listed = [*environment.get("LANGUAGE", "").split(":"), locale]
    return list(takewhile(lambda one: not _is_english(one), filter(None, listed)))


def _is_english(locale: str) -> bool:
    return _name(locale).split("_")[0] in {"en", "C", "POSIX"}


def _name(locale: str) -> str:
    return locale.split(".")[0].split("@")[0]
