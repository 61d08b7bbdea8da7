"""A reading process whose reader does what the task's name says: the worst, mostly."""

import os
import sys
import time

from annotator.exchange.encodings import UnsureEncoding
from annotator.exchange.readers import child
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import NotReadYet
from annotator.model.article import Metadata


def read(data: bytes, name: str, options: ReadOptions) -> ReadArticle:
    match name:
        case "hang":
            time.sleep(600)
        case "spin":
            while True:
                pass
        case "hog":
            return ReadArticle(str(len([bytearray(1_000_000) for _ in range(2_000)])), Metadata())
        case "crash":
            os.abort()
        case "leave":
            os._exit(7)
        case "raise":
            raise KeyError("words of the article")
        case "deep":
            return read(data, name, options)
        case "unsure":
            raise UnsureEncoding(("cp1251", "koi8_r"))
        case "refuse":
            raise NotReadYet("A PDF")
        case "print":
            sys.stdout.write("a library says something")
            sys.stdout.flush()
            os.write(1, b"and so does another")
        case "empty":
            return ReadArticle("\u200b \r\n", Metadata())
        case "much":
            return ReadArticle("é" * 10_000_001, Metadata())
        case "rough":
            return ReadArticle(
                "\ufeffa\r\nb\0\ud800",
                Metadata(title=" a\n title\0 ", author="Ann\u2028Bo"),
                ("noted\ud800",),
                ("left\rout", " \n", "2\0"),
            )
    return ReadArticle(f"{os.getpid()} {len(data)} {options.encoding}", Metadata())


if __name__ == "__main__":
    child.main(read)
