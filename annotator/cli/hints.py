"""What only a terminal adds to a refusal: the option or the command that helps.

A refusal is said in words that fit the window as well, which has neither.
"""

from annotator.model.failure import Refusal
from annotator.words import N_, _


def with_hint(refusal: Refusal) -> str:
    """The sentence of a refusal, and which option or command helps, if one does."""
    hint = _hints().get(type(refusal))
    return f"{refusal.sentence} {_(hint)}" if hint else refusal.sentence


def with_hint_on_item(reason: str) -> str:
    """The same of an item of a file that was left out for that reason."""
    from annotator.services.importing_failures import UnknownText

    return with_hint(UnknownText()) if reason == UnknownText().sentence else reason


def _hints() -> dict[type[Refusal], str]:
    # Imported only where something was refused.
    from annotator.exchange.encodings import DamagedUnicode, UnsureEncoding, WrongEncoding
    from annotator.exchange.readers.refusing import ControlCharacters
    from annotator.services import failures
    from annotator.services.importing_failures import UnknownText

    encoding = N_("An encoding is named with --encoding.")
    return {
        failures.NoSuchArticle: N_("The command “articles” lists what is there."),
        failures.NobodyAnnotates: N_("Say who you are with --as NAME."),
        failures.SeveralPeople: N_("An id is given with --as, too."),
        UnknownText: N_("Where it belongs is said with --article."),
        WrongEncoding: encoding,
        DamagedUnicode: encoding,
        UnsureEncoding: encoding,
        ControlCharacters: encoding,
    }
