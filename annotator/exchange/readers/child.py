"""The process that reads a file for the program and may be killed at it.

It takes tasks on standard input and answers on standard output, one frame each, until standard
input ends: also when the program has ended without a word. Ctrl+C is the program's business.
"""

import os
import signal
import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import IO

from annotator import words
from annotator.bundled import resource
from annotator.exchange.readers import crossing, limits
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.finishing import finished
from annotator.model.failure import Refusal

Read = Callable[[bytes, str, ReadOptions], ReadArticle]
"""Bytes, the file's name and what else is known, to an article."""


def main(read: Read | None = None) -> None:
    """Read until nobody asks any more, with the registered readers unless another is given."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.keep_to_them()
    tasks, answers = sys.stdin.buffer, _own_output()
    serve(tasks, answers, read or _read)


def serve(tasks: IO[bytes], answers: IO[bytes], read: Read) -> None:
    """Answer every task on a pipe."""
    waiting: SimpleQueue[tuple[bytes, bytes]] = SimpleQueue()
    Thread(target=_take, args=(tasks, waiting), daemon=True).start()
    while True:
        asked, data = waiting.get()
        limits.renew_time()
        crossing.send(answers, _answered(crossing.task(asked), data, read))


def _take(tasks: IO[bytes], waiting: "SimpleQueue[tuple[bytes, bytes]]") -> None:
    """Take tasks while one is being read, so that the end of the program is seen at once."""
    try:
        while True:
            waiting.put((crossing.receive(tasks), crossing.receive(tasks)))
    finally:
        os._exit(0)


def _answered(asked: crossing.Task, data: bytes, read: Read) -> bytes:
    words.use_language(resource("i18n"), [asked.language.replace("-", "_")])
    try:
        article = finished(read(data, asked.name, asked.options))
        return crossing.encoded(crossing.Given(article))
    except Refusal as refusal:
        return crossing.encoded(crossing.refused(refusal))
    except MemoryError:
        os._exit(limits.OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001 - said to the program, which tells the person
        return crossing.encoded(crossing.Failed(type(error).__name__))


def _read(data: bytes, name: str, options: ReadOptions) -> ReadArticle:
    if options.selected:
        from annotator.exchange.readers.web import fragment

        return fragment.read(data)
    from annotator.exchange.readers.registry import format_of

    return format_of(data, name).read(data, options)


def _own_output() -> IO[bytes]:
    """Standard output for answers alone: what a library prints goes nowhere."""
    own = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return os.fdopen(own, "wb")


if __name__ == "__main__":
    main()
