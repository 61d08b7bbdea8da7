"""Reading in a process that can be killed: no file may hang the program or exhaust the computer.

A document is a program for its reader. Compressed to nothing, nested without end or damaged in
the one place that nobody tested, it takes hours or all memory, and no library can be trusted to
notice. So each gets a bounded time and bounded memory in a process of its own; whatever happens
there becomes one sentence here.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import IO, Self

import annotator
from annotator import words
from annotator.exchange.readers import crossing, limits
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import ReaderBroke, ReaderEnded, TooHungry, TooSlow
from annotator.model.failure import Refusal

CHILD = "annotator.exchange.readers.child"
_LOOK_EVERY = 0.1
"""Seconds between two questions whether the person has cancelled."""
_XCPU = -24
"""How a process ends whose processor time is used up."""


class Stopped(Exception):  # noqa: N818 - the person wanted it so
    """The person has cancelled."""


Cancelled = Callable[[], bool]
"""Whether the person has cancelled meanwhile."""


def _never() -> bool:
    return False


def read_apart(
    data: bytes, name: str, options: ReadOptions, cancelled: Cancelled | None = None
) -> ReadArticle:
    """The article in the bytes of one file; for several, one ReadingProcess is quicker.

    Raises what ReadingProcess.read raises.
    """
    with ReadingProcess() as process:
        return process.read(data, name, options, cancelled)


class ReadingProcess:
    """A process that reads one file after the other, begun at the first.

    After one that it did not survive, the next file gets a new one. One thread at a time.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = command or (sys.executable, "-m", CHILD)
        self._running: subprocess.Popen[bytes] | None = None
        self._talking: Thread | None = None

    def __enter__(self) -> Self:
        """Nothing is begun yet: many a batch holds plain text alone."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End the process, whatever it is at."""
        self.end()

    def read(
        self, data: bytes, name: str, options: ReadOptions, cancelled: Cancelled | None = None
    ) -> ReadArticle:
        """The article in some bytes, in at most `limits.SECONDS`.

        Raises the refusals of the format, TooSlow, TooHungry, ReaderEnded or ReaderBroke; Stopped
        when `cancelled` says so.
        """
        task = crossing.Task(crossing.sayable(name), options, words.language())
        try:
            return self._article(self._answer(crossing.encoded(task), data, cancelled or _never))
        except Refusal:
            raise
        except BaseException:
            self.end()  # What it answers now would be taken for the answer to the next file.
            raise

    def end(self) -> None:
        """Kill the process, if there is one."""
        if self._running is None:
            return
        process, self._running = self._running, None
        process.kill()
        process.wait()
        if self._talking is not None:
            self._talking.join()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)

    def _answer(self, task: bytes, data: bytes, cancelled: Cancelled) -> bytes:
        until = monotonic() + limits.SECONDS
        process = self._begun()
        answers: SimpleQueue[bytes | None] = SimpleQueue()
        self._talking = Thread(target=_talk, args=(process, task, data, answers), daemon=True)
        self._talking.start()
        while (left := until - monotonic()) > 0:
            if cancelled():
                raise Stopped
            try:
                answer = answers.get(timeout=min(left, _LOOK_EVERY))
            except Empty:
                continue
            if answer is None:
                raise self._broken()
            return answer
        self.end()
        raise TooSlow(limits.SECONDS)

    def _article(self, frame: bytes) -> ReadArticle:
        try:
            answer = crossing.answer(frame)
        except crossing.NoMessage as error:
            raise self._broken() from error
        if isinstance(answer, crossing.Given):
            return answer.article
        if isinstance(answer, crossing.Refused):
            raise crossing.refusal(answer)
        raise ReaderBroke(answer.kind)

    def _begun(self) -> "subprocess.Popen[bytes]":
        if self._running is None or self._running.poll() is not None:
            self.end()
            try:
                self._running = _start(self._command)
            except OSError as error:
                raise ReaderBroke(error.strerror or type(error).__name__) from error
        return self._running

    def _broken(self) -> Refusal:
        """Why there is no answer, by the way in which the process ended."""
        assert self._running is not None
        process = self._running
        process.kill()  # after its end: nothing happens to it any more
        status = process.wait()
        self.end()
        if status == limits.OUT_OF_MEMORY:
            return TooHungry(limits.MEGABYTES)
        if status == _XCPU:
            return TooSlow(limits.SECONDS)
        return ReaderEnded(str(status))


def _start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    return subprocess.Popen(  # noqa: S603 - this very interpreter, and a module of ours
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # From here "-m" finds the program whether it is installed or not, and nothing else that
        # happens to lie in the person's folder.
        cwd=Path(annotator.__file__).parents[1],
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _talk(
    process: "subprocess.Popen[bytes]",
    task: bytes,
    data: bytes,
    answers: "SimpleQueue[bytes | None]",
) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        crossing.send(process.stdin, task, data)
        answers.put(crossing.receive(process.stdout))
    except (OSError, crossing.NoMessage):
        answers.put(None)


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        pass  # what was still to be written has no reader any more
