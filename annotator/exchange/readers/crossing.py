"""What crosses between the program and the process that reads for it, as strictly typed JSON.

Never pickle: the process reads files from anywhere, so what it says is no more to be trusted than
they are. A message is a frame, its length before it. A refusal crosses as the name of its kind,
its sentence and its members, and becomes one of the kinds that the program has loaded already.
"""

from collections.abc import Iterator
from typing import IO, TypeVar

import msgspec

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.model.failure import Refusal
from annotator.model.text import canonical

LARGEST_FRAME = 200_000_000
"""Bytes: a text of the largest file, with each character escaped and everything dropped again."""
_LENGTH = 8
"""Bytes in which the length of a frame stands, the most significant first."""

_Message = TypeVar("_Message")


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to read: its name, and what else is known about it; its bytes follow.

    `language` is the one to say notes and refusals in.
    """

    name: str
    options: ReadOptions
    language: str


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="article"):
    """An article was read."""

    article: ReadArticle


class Refused(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="refusal"):
    """It was refused, in the sentence that the person is told."""

    kind: str
    sentence: str
    members: dict[str, str | int | list[str] | None]


class Failed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="failure"):
    """The reader broke off with an error that nobody foresaw, of that kind."""

    kind: str


Answer = Given | Refused | Failed


class NoMessage(Exception):  # noqa: N818 - the normal end of a pipe is one of them
    """The pipe ends, or what comes out of it is no message."""


def send(pipe: IO[bytes], *frames: bytes) -> None:
    """Write frames; raises OSError when nobody reads them."""
    for frame in frames:
        pipe.write(len(frame).to_bytes(_LENGTH, "big"))
        pipe.write(frame)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """The next frame; raises NoMessage."""
    head = pipe.read(_LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or length > LARGEST_FRAME:
        raise NoMessage
    frame = pipe.read(length)
    if len(frame) < length:
        raise NoMessage
    return frame


def encoded(message: Task | Answer) -> bytes:
    """A message as JSON."""
    return msgspec.json.encode(message)


def task(frame: bytes) -> Task:
    """The task in a frame; raises NoMessage."""
    return _decoded(frame, Task)


def answer(frame: bytes) -> Answer:
    """The answer in a frame; raises NoMessage."""
    return _decoded(frame, Answer)  # type: ignore[arg-type]  # a union is a type to msgspec


def _decoded(frame: bytes, wanted: type[_Message]) -> _Message:
    try:
        return msgspec.json.decode(frame, type=wanted)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise NoMessage from error


def refused(refusal: Refusal) -> Refused:
    """A refusal on its way out of the process."""
    members = {name: _plain(value) for name, value in vars(refusal).items() if name != "sentence"}
    return Refused(_kind(type(refusal)), sayable(refusal.sentence), members)


def refusal(told: Refused) -> Refusal:
    """The refusal as it was raised: of the same kind where the program knows that kind."""
    known = next((one for one in _kinds(Refusal) if _kind(one) == told.kind), Refusal)
    made = known.__new__(known)
    Refusal.__init__(made, told.sentence)
    for name, value in told.members.items():
        setattr(made, name, tuple(value) if isinstance(value, list) else value)
    return made


def _plain(value: object) -> str | int | list[str] | None:
    if isinstance(value, tuple | list):
        return [sayable(str(one)) for one in value]
    return value if isinstance(value, int | None) else sayable(str(value))


def sayable(text: str) -> str:
    """A text without what no JSON can hold."""
    return canonical(text)


def _kind(kind: type[Refusal]) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _kinds(of: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in of.__subclasses__():
        yield one
        yield from _kinds(one)
