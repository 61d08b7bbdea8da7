"""A page that a browser saved whole."""

import pytest

from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.web.recognising import is_web_page

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/note
Subject: =?utf-8?Q?Caf=C3=A9?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----X"

------X
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://courier.example/note

<html><head><meta charset=3D"UTF-8"><title>Caf=C3=A9 opens</title></head><body><p>The caf=
=C3=A9 opens on Monday.</p></body></html>
------X
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------X--
"""


def test_it_is_read_like_the_page_with_its_address() -> None:
    data = SAVED.replace("\n", "\r\n").encode()
    article = read_bytes(data, "page.mhtml")
    assert article.text == "Café opens\nThe café opens on Monday."
    assert article.metadata.address == "https://courier.example/note"


def test_it_is_known_whatever_it_is_called() -> None:
    assert is_web_page(SAVED.encode())
    assert not is_web_page(b"From: a friend\n\nContent-Type: text/html is what mail says.")


def test_one_without_a_page_is_refused() -> None:
    with pytest.raises(NothingVisible):
        read_bytes(SAVED.replace("text/html", "text/css").encode(), "page.mht")
