"""What a Markdown file says of itself at its top is metadata and no text."""

import pytest

from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.refusing import NothingVisible
from annotator.model.article import Metadata

BODY = "The *Merle Bridge* will close.\n\n> Nobody knows"
SAID = """\
---
title: "Harbour bridge: closed"
author:
  - name: Ida Fennick
  - Orrin Tasker
date: 2026-03-01T08:00:00Z
publisher: 'The Courier''s Own'  # in print
url: https://courier.example/bridge
lang: en-GB
tags: [bridge, harbour]
# remark
---

"""


def test_the_block_at_the_top_is_metadata_and_the_headline_the_first_line() -> None:
    article = read_bytes((SAID + BODY + "\n").encode(), "bridge.md")
    assert article.text == f"Harbour bridge: closed\n\n{BODY}"
    assert article.metadata == Metadata(
        title="Harbour bridge: closed",
        outlet="The Courier's Own",
        author="Ida Fennick, Orrin Tasker",
        date="2026-03-01",
        address="https://courier.example/bridge",
        language="en-GB",
    )
    assert article.dropped == ("tags: bridge, harbour",)


@pytest.mark.parametrize("end", ["---", "..."])
def test_a_headline_that_stands_in_the_text_stands_once(end: str) -> None:
    block = f"---\r\ntitle: >\r\n  The bridge\r\n  is closed\r\n{end}\r\n"
    article = read_bytes(f"{block}# The bridge is closed\r\nIt is.".encode(), "bridge.markdown")
    assert article.text == "# The bridge is closed\nIt is."
    assert article.metadata.title == "The bridge is closed"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n{BODY}\n---\nMore.",
        "---\n\n---\nMore.",
        "---\ntitle: a\nNo end.",
        "---\n- a list\n---\nMore.",
        "A line\n---\ntitle: a\n---",
    ],
)
def test_what_is_no_such_block_is_text(text: str) -> None:
    article = read_bytes(text.encode(), "bridge.md")
    assert (article.text, article.metadata) == (text, Metadata())


def test_a_text_file_keeps_every_character() -> None:
    assert read_bytes((SAID + BODY).encode(), "bridge.txt").text == SAID + BODY


def test_nothing_but_the_block_is_no_article() -> None:
    with pytest.raises(NothingVisible):
        read_bytes(SAID.encode(), "bridge.md")
