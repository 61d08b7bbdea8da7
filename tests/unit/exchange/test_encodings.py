"""Bytes to text, and the admission that nobody can tell."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.encodings import (
    DamagedUnicode,
    Decoded,
    UnknownEncoding,
    UnsureEncoding,
    WrongEncoding,
    decode,
    decoded_as,
    guesses,
    known_encoding,
)

RUSSIAN = "Талибан удерживает власть три года после вывода войск. По его словам, это не так."
GERMAN = "Das Treffen fand in München statt; „Größe“ – so Müller."
JAPANESE = "政府は言った。これはテストです。"
CHINESE = "中文句子，这里没有空格。政府说塔利班掌权三年。"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TEXT)
def test_utf8_is_read_as_what_it_is(text: str) -> None:
    data = text.encode("utf-8")
    if not data.startswith(tuple(MARKS.values())) and b"\x1b$" not in data:
        assert decode(data) == Decoded(text, "utf-8")


@pytest.mark.parametrize("encoding", MARKS)
@given(text=TEXT)
def test_a_byte_order_mark_says_it(encoding: str, text: str) -> None:
    data = MARKS[encoding] + text.encode(encoding)
    assert decode(data) == decode(data, "cp1251") == Decoded("\ufeff" + text, encoding)


def test_a_utf16_mark_before_a_nul_is_not_one_of_utf32() -> None:
    data = codecs.BOM_UTF16_LE + "\0a".encode("utf-16-le") + b"b\0"
    assert decode(data) == Decoded("\ufeff\0ab", "utf-16-le")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be"])
def test_lone_surrogates_are_let_through(encoding: str) -> None:
    data = MARKS[encoding] + "a\ud800b".encode(encoding, "surrogatepass")
    assert decode(data).text == "\ufeffa\ud800b"
    assert decode(b"a\xed\xa0\x80b").text == "a\ud800b"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Hello world.\n", GERMAN, RUSSIAN, "It’s 5 € — “so”, he said."])
def test_utf16_without_a_mark_shows_by_its_nuls(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding, sure=False)


@pytest.mark.parametrize(
    "text", ["Hello\0 world", "a\0", "\0\0\0\0", "Hell\0 wor\0d", "ab\0\0cdefghij", "\0 " * 3]
)
def test_nuls_in_ascii_are_rarely_utf16(text: str) -> None:
    expected = {"a\0": Decoded("a", "utf-16-le", sure=False)}
    expected["\0 " * 3] = Decoded("   ", "utf-16-be", sure=False)
    assert decode(text.encode()) == expected.get(text, Decoded(text, "utf-8"))


def test_broken_utf16_is_not_taken_for_it() -> None:
    assert decode(b"a\0b\0c\0d\0e\0f\0g\0h\0i\0").encoding == "utf-16-le"
    assert decode(b"a\0b\0c\0d\0e\0f\0g\0h\0i\0j").encoding == "utf-8"


def test_a_named_encoding_is_used() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "Windows-1251") == Decoded(RUSSIAN, "cp1251")
    assert decode(JAPANESE.encode("iso2022_jp"), "iso-2022-jp").text == JAPANESE
    assert decode("a b".encode("utf-16-le"), "utf-16-le") == Decoded("a b", "utf-16-le")
    assert decode(b"plain", "cp1251") == Decoded("plain", "cp1251")


def test_what_is_utf8_beyond_ascii_is_utf8_whatever_was_named() -> None:
    assert decode(RUSSIAN.encode(), "cp1251") == Decoded(RUSSIAN, "utf-8")


def test_the_wrong_name_is_refused() -> None:
    with pytest.raises(WrongEncoding) as refused:
        decode(RUSSIAN.encode("cp1251"), "UTF8")
    assert refused.value.sentence == (
        "It is not written in UTF8, so it was not added: name another encoding, or none."
    )


@pytest.mark.parametrize(
    "name",
    [
        "klingon",
        "",
        "a\0b",
        "é",
        "x" * 9999,
        "base64",
        "rot13",
        "idna",
        "unicode_escape",
        "undefined",
    ],
)
def test_a_name_of_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(UnknownEncoding) as refused:
        decode(b"abc", name)
    assert refused.value.sentence == (
        f"There is no encoding named “{name}”, so nothing was added: "
        "use a name such as utf-8, cp1251 or shift_jis."
    )


@pytest.mark.parametrize(
    ("name", "known"), [("UTF-16", "utf-16"), ("latin 1", "iso8859-1"), ("SJIS", "shift_jis")]
)
def test_a_name_of_an_encoding_is_known(name: str, known: str) -> None:
    assert known_encoding(name) == known


def test_bytes_that_are_not_in_an_encoding_have_no_text_in_it() -> None:
    assert decoded_as(b"\x98", "cp1251") is None
    assert decoded_as(b"\xff", "cp1251") == "я"


@pytest.mark.parametrize("text", [GERMAN, "“Don’t,” he said — and left."])
def test_western_bytes_are_windows_1252_and_it_says_that_it_assumed_so(text: str) -> None:
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252", sure=False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        ("Η κυβέρνηση είπε ότι δεν είναι αλήθεια", "cp1253"),
    ],
)
def test_other_encodings_are_not_guessed_but_named_as_a_guess(text: str, encoding: str) -> None:
    data = (text * 20).encode(encoding)
    with pytest.raises(UnsureEncoding) as refused:
        decode(data)
    unsure = refused.value
    assert unsure.guess == unsure.guesses[0]
    assert text * 20 in {decoded_as(data, guess) for guess in unsure.guesses}
    assert unsure.sentence == (
        "It does not show in which encoding it is written, so it was not added: "
        f"name the encoding (it may be {unsure.guess})."
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), ("Он сказал", "cp1251"), (CHINESE, "gb18030"), (CHINESE, "utf_16_le")],
)
def test_the_first_guess_is_a_good_one(text: str, encoding: str) -> None:
    assert guesses(text.encode(encoding))[0] == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Талибы удерживают власть три года после ухода войск.", "cp1251"),
        ("Депутаты считают иначе: «Это неправда», — сказал он.", "cp1251"),
        ("Мэр сказал: мост открыт.", "cp1251"),
        ("Мэр заявил, что совет одобрил новый мост через реку. В этом сомневаются.", "koi8_r"),
        ("Ο δήμαρχος είπε ότι το συμβούλιο ενέκρινε τη νέα γέφυρα.", "cp1253"),
        ("Burmistrz powiedział, że rada zatwierdziła most; źle się dzieje, mówią.", "cp1250"),
        (
            "Belediye başkanı, meclisin köprüyü onayladığını söyledi. "
            "Şehir bekliyor, çünkü gecikti.",
            "cp1254",
        ),
        ("قال رئيس البلدية إن المجلس وافق على الجسر الجديد. ويشك السكان في ذلك.", "cp1256"),
    ],
)
def test_the_first_guess_shows_the_letters_that_were_written(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decoded_as(data, guesses(data)[0]) == text


def test_western_is_offered_but_last() -> None:
    assert guesses("Öl".encode("cp1252"))[-1] == "cp1252"


@given(st.binary(min_size=1))
def test_every_guess_decodes(data: bytes) -> None:
    found = guesses(data)
    assert 1 <= len(found) <= 8
    assert all(decoded_as(data, guess) is not None for guess in found)


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ .,", min_size=1))
def test_russian_in_cp1251_is_never_taken_for_something_else(text: str) -> None:
    data = text.encode("cp1251")
    if data.isascii():
        return
    with pytest.raises((UnsureEncoding, DamagedUnicode)):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        "“Don’t” — he said".encode() + b"\xff",
        ("Größe “so” — " * 3).encode()[:-3],
        "Größe".encode() * 3 + b"\xc3 ",
    ],
)
def test_damaged_utf8_is_said_to_be_that(data: bytes) -> None:
    with pytest.raises(DamagedUnicode) as refused:
        decode(data)
    assert refused.value.sentence == (
        "It looks like UTF-8 with damaged characters, so it was not added: save it as UTF-8 in a "
        "program that shows it right, or name its encoding."
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (codecs.BOM_UTF16_LE + b"a", "UTF-16-LE"),
        (codecs.BOM_UTF8 + b"a\xff", "UTF-8"),
        (codecs.BOM_UTF32_BE + b"abc", "UTF-32-BE"),
    ],
)
def test_a_mark_that_does_not_hold_is_damage_or_what_was_named(data: bytes, name: str) -> None:
    with pytest.raises(DamagedUnicode) as refused:
        decode(data)
    assert refused.value.name == name
    assert decode(data, "latin-1").text == data.decode("latin-1")
