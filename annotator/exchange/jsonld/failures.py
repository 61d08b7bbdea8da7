"""Why a whole file is refused: it is no such document. Each kind has a sentence of its own."""

from annotator.model.failure import Refusal
from annotator.words import _

_LONGEST_SHOWN = 100


class FileRefusal(Refusal):
    """Nothing of the file was taken."""


class NotUtf8(FileRefusal):
    """Bytes that are no UTF-8."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The file is not UTF-8 text, so it is no JSON-LD. Nothing was imported from it. "
                "Save it as UTF-8, or export it again."
            )
        )


class BrokenJson(FileRefusal):
    """No JSON, or only the beginning of it."""

    def __init__(self, line: int) -> None:
        super().__init__(
            _(
                "The file is broken or cut off at line {line}: it is no whole JSON document. "
                "Nothing was imported from it. Get it again from whoever sent it."
            ).format(line=line)
        )


class NoNumber(FileRefusal):
    """NaN or Infinity, which JSON does not have."""

    def __init__(self, value: str) -> None:
        super().__init__(
            _(
                "The file holds {value}, which is no number in JSON. Nothing was imported from "
                "it. The program that wrote it has to be mended."
            ).format(value=value)
        )


class HalfCharacter(FileRefusal):
    """A lone surrogate: one half of a character, which no text can hold."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The file holds half a character (a lone surrogate). Nothing was imported from "
                "it. The program that wrote it has to be mended."
            )
        )


class DoubledMember(FileRefusal):
    """One object with two members of one name: programs disagree about which one counts."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "An object in the file has the member “{name}” twice, and nobody can tell which "
                "one is meant. Nothing was imported from it. Remove one of the two."
            ).format(name=shown(name))
        )


class TooDeep(FileRefusal):
    """Nested beyond what any annotation needs."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The file is nested too deeply to be a collection of annotations. "
                "Nothing was imported from it. Check where it comes from."
            )
        )


class NoCollection(FileRefusal):
    """JSON, but something else."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The file is no AnnotationCollection with its first page inside. "
                "Nothing was imported from it. Choose a file that was exported as JSON-LD."
            )
        )


class DoubledId(FileRefusal):
    """One id for two different items."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "Two different items in the file have the id “{name}”. Nothing was imported from "
                "it. Give one of them another id."
            ).format(name=shown(name))
        )


def shown(text: str) -> str:
    """A piece of somebody's file that is safe to stand in a sentence: short and printable."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in short)
