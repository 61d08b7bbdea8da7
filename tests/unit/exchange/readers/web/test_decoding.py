"""What a page says about its encoding, and what it is written in."""

import pytest

from annotator.exchange.encodings import WrongEncoding
from annotator.exchange.readers.web.decoding import decoded_page

RUSSIAN = "Старый мост закроют на ремонт, сообщила в понедельник городская администрация."
FRENCH = "Le maire a déjà annoncé la fermeture de l’école près du marché."
JAPANESE = "市は月曜日に、古い橋を一年間閉鎖すると発表した。"


def page(words: str, encoding: str, said: str | None) -> bytes:
    meta = f'<meta charset="{said}">' if said else ""
    return f"<html><head>{meta}<title>x</title></head><p>{words}</p></html>".encode(encoding)


@pytest.mark.parametrize(
    ("words", "encoding", "said", "read_as", "sure"),
    [
        (FRENCH, "utf-8", None, "utf-8", True),
        (FRENCH, "utf-8", "iso-8859-1", "utf-8", True),
        (FRENCH, "cp1252", "iso-8859-1", "cp1252", True),
        (FRENCH, "cp1252", "utf-8", "cp1252", False),
        (FRENCH, "cp1252", None, "cp1252", True),
        (FRENCH, "utf-16", None, "utf-16-le", True),
        (RUSSIAN, "cp1251", "windows-1251", "cp1251", True),
        (RUSSIAN, "cp1251", "utf-8", "cp1251", False),
        (RUSSIAN, "cp1251", "latin1", "cp1251", False),
        (RUSSIAN, "koi8-r", "koi8-r", "koi8-r", True),
        (JAPANESE, "shift_jis", "x-sjis", "cp932", True),
        (JAPANESE, "euc-jp", "euc-jp", "euc_jp", True),
        (JAPANESE, "utf-8", "utf-16", "utf-8", True),
        (FRENCH, "cp1252", "no-such-name", "cp1252", True),
    ],
)
def test_what_is_declared_is_believed_only_where_it_can_be(
    words: str, encoding: str, said: str | None, read_as: str, sure: bool
) -> None:
    found = decoded_page(page(words, encoding, said), None, None)
    assert words in found.text
    assert (found.encoding, found.sure) == (read_as, sure)


def test_the_server_is_heard_before_the_page_and_a_person_before_both() -> None:
    data = page(RUSSIAN, "koi8-r", "windows-1251")
    assert RUSSIAN in decoded_page(data, None, "koi8-r").text
    assert RUSSIAN in decoded_page(page(RUSSIAN, "koi8-r", "latin1"), "koi8-r", "cp1251").text
    with pytest.raises(WrongEncoding):
        decoded_page(page(RUSSIAN, "cp1251", None), "ascii", None)


def test_a_few_damaged_bytes_do_not_cost_the_page() -> None:
    data = page(RUSSIAN * 20, "utf-8", "utf-8").replace("мост".encode(), b"\xd0", 1)
    found = decoded_page(data, None, None)
    assert (found.encoding, found.sure) == ("utf-8", False)
    assert found.text.count(RUSSIAN) == 19
