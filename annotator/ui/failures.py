"""What only a window answers, because only there something else can be done about it."""

import logging

from annotator.model.failure import Refusal
from annotator.words import _

_log = logging.getLogger(__name__)


class SeveralHere(Refusal):
    """A name that more than one person here bears: the list of names has each of them."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "Several people here are called “{name}”. Choose yours in the list of names, where "
                "they are numbered, or add a letter to the name."
            ).format(name=name)
        )


def sentence_of(error: Exception) -> str:
    """What the window says of an error. What nobody foresaw goes to the log, which is named."""
    if isinstance(error, Refusal):
        return error.sentence
    _log.error("internal error", exc_info=error)
    return internal_error()


def internal_error() -> str:
    """What the window says of what nobody foresaw and the log has."""
    return _(
        "Something went wrong inside the program (internal error). What was saved is safe. "
        "The log says more: {log}"
    ).format(log=_log_file())


def _log_file() -> str:
    for handler in logging.getLogger().handlers:
        name = getattr(handler, "baseFilename", "")
        if name:
            return str(name)
    return _("there is none")
