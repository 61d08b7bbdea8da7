"""Documents that are damaged, locked, or built to stop whoever reads them.

All of them go through the one door, so each is read in a process of its own: nothing here may
take long, take much memory, or end in anything but a sentence.
"""

import io
import struct
import sys
import time
import zipfile
from pathlib import Path

import pytest

from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.document_failures import (
    DamagedDocument,
    LockedDocument,
    OverloadingDocument,
    StrangeDocument,
)
from annotator.exchange.readers.docx.reading import read as read_word
from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.refusing import (
    NothingVisible,
    NotReadYet,
    TooHungry,
    TooMuchText,
)
from annotator.model.failure import Refusal
from tests.unit.exchange.readers.documents.packed import (
    SPACES,
    WORD,
    epub,
    odt,
    word,
    word_parts,
    zipped,
)

HERE = Path(__file__).parent
DAMAGED = (
    "It is damaged, so it was not added: open it in the program that made it, save it again, and "
    "add that file."
)
LOCKED = (
    "It is locked with a password, so it was not added: open it in the program that made it, save "
    "it without the password, and add that file."
)
OVERLOADING = (
    "It is built in a way that would overload this computer, so it was not added: copy the "
    "article’s text from the program that shows it and paste it."
)
STRANGE = (
    "It refers to something outside of itself, as no word processor writes it, so it was not "
    "added: save it again in a word processor, and add that file."
)
TEXT = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"


def refused(data: bytes, name: str = "a.docx") -> Refusal:
    began = time.monotonic()
    with pytest.raises(Refusal) as answer:
        read_bytes(data, name)
    assert time.monotonic() - began < 12
    return answer.value


def with_main(document: str | bytes) -> bytes:
    return zipped({**word_parts(""), "word/document.xml": document})


def typed(declarations: str, text: str) -> str:
    return (
        f'<!DOCTYPE x [{declarations}]><w:document xmlns:w="{WORD}" {SPACES}><w:body><w:p><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


@pytest.mark.parametrize("name", ["pandoc.docx", "writer.docx", "pandoc.odt", "pandoc.epub"])
def test_a_file_that_was_cut_short_or_overwritten_is_damaged(name: str) -> None:
    data = (HERE / name).read_bytes()
    for broken in (data[: len(data) // 2], data[:-30], data[:40], b"PK\x03\x04"):
        said = refused(broken, name)
        assert (type(said), said.sentence) == (DamagedDocument, DAMAGED)
    assert isinstance(refused(b"", name), NothingVisible)


def test_any_changed_byte_gives_a_text_or_a_sentence() -> None:
    data = bytearray((HERE / "pandoc_changes.docx").read_bytes())
    for place in range(0, len(data), 97):
        before, data[place] = data[place], data[place] ^ 0xFF
        try:
            assert read_word(bytes(data), ReadOptions()).text is not None
        except Refusal as refusal:
            assert refusal.sentence in (DAMAGED, LOCKED, OVERLOADING, STRANGE)
        data[place] = before


def test_what_only_looks_like_a_document_is_damaged() -> None:
    for data in (
        *(zipped({"a.txt": "x"}), zipped({"word/document.xml": "x"})),
        *(
            zipped({"[Content_Types].xml": "", "word/": ""}),
            with_main("<w:p"),
            with_main("<html/>"),
        ),
    ):
        assert refused(data).sentence == DAMAGED
    assert refused(b"Only words.").sentence == DAMAGED
    assert refused(b"Only words.", "a.odt").sentence == DAMAGED
    assert refused(b"Only words.", "a.epub").sentence == DAMAGED


def test_a_document_without_words_is_no_empty_article() -> None:
    for data, name in (
        (word("<w:p/><w:p><w:r><w:drawing/></w:r></w:p>"), "a.docx"),
        (odt("<text:p>\u200b</text:p>"), "a.odt"),
        (epub({"a": "<html><body><img src='a.png'/></body></html>"}), "a.epub"),
        (word("<w:altChunk/>"), "a.docx"),
    ):
        assert isinstance(refused(data, name), NothingVisible)


# Archives


def test_a_zip_bomb_in_the_part_that_is_read() -> None:
    bomb = b"<w:t>" + b" " * 49_000_000
    assert refused(with_main(bomb)).sentence == OVERLOADING
    assert refused(with_main(b" " * 300_000_000)).sentence == OVERLOADING
    assert refused(odt(" " * 40_000_000), "a.odt").sentence == OVERLOADING


def test_an_archive_that_says_that_it_unpacks_to_more_than_any_disk() -> None:
    data = bytearray(zipped({**word_parts(TEXT), "word/media/image1.png": b"\0" * 1_000}))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/media"))
    struct.pack_into("<I", data, place + 24, 0xFFFFFFF0)
    assert refused(bytes(data)).sentence == OVERLOADING


def test_a_part_that_is_longer_than_it_says_is_read_no_further() -> None:
    data = bytearray(with_main(b"<a/>" + b" " * 100_000))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.rindex(mark, 0, data.rindex(b"word/document.xml"))
        struct.pack_into("<I", data, place + at, 4)
    assert refused(bytes(data)).sentence == DAMAGED


def test_too_many_entries() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in word_parts(TEXT).items():
            archive.writestr(name, content)
        for number in range(10_001):
            archive.writestr(f"word/media/{number}", "")
    assert refused(buffer.getvalue()).sentence == OVERLOADING


def test_entries_that_lie_on_each_other() -> None:
    """One packed part under many names: small to keep, endless to unpack."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in word_parts(TEXT).items():
            archive.writestr(name, content)
        archive.writestr("word/big.xml", bytes(range(256)) * 400)
        (big,) = (one for one in archive.infolist() if one.filename == "word/big.xml")
        archive.filelist += [big] * 200
    assert refused(buffer.getvalue()).sentence == OVERLOADING


@pytest.mark.parametrize("name", ["../../evil", "word/../../x", "..\\..\\evil", "C:\\evil", "c:x"])
def test_names_that_lead_out_of_the_archive(name: str) -> None:
    said = refused(zipped({**word_parts(TEXT), name: "x"}))
    assert (type(said), said.sentence) == (StrangeDocument, STRANGE)


def test_names_with_the_other_slash_or_with_one_in_front_are_read() -> None:
    parts = word_parts(TEXT)
    for change in ("/{}", "{}"):
        renamed = {change.format(name): content for name, content in parts.items()}
        assert read_bytes(zipped(renamed), "a.docx").text == "text"
    other = {name.replace("/", "\\"): content for name, content in parts.items()}
    assert read_word(zipped(other), ReadOptions()).text == "text"


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_part_that_is_there_twice_is_damaged() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (*word_parts(TEXT).items(), *word_parts("<w:p/>").items()):
            archive.writestr(name, content)
    assert refused(buffer.getvalue()).sentence == DAMAGED


def test_an_archive_in_an_archive_is_never_opened() -> None:
    inner = zipped({"deep": b"\0" * 10_000_000})
    assert read_bytes(zipped({**word_parts(TEXT), "word/embeddings/a.docx": inner}), "a").text


# Locks


def test_a_locked_part() -> None:
    data = bytearray(zipped(word_parts(TEXT)))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.rindex(mark, 0, data.rindex(b"word/document.xml"))
        data[place + at] |= 1
    said = refused(bytes(data))
    assert (type(said), said.sentence) == (LockedDocument, LOCKED)


def test_a_locked_opendocument_text() -> None:
    manifest = '<manifest:file-entry full-path="content.xml"><manifest:encryption-data/>'
    assert refused(odt("", **{"META-INF_manifest.xml": manifest}), "a.odt").sentence == LOCKED
    whole = {"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": "x"}
    assert refused(zipped(whole), "a.odt").sentence == LOCKED


def test_a_word_document_with_a_password_is_no_old_word_file() -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20_000)
    assert refused(start + "EncryptedPackage".encode("utf-16-le")).sentence == LOCKED
    assert isinstance(refused(start, "a.doc"), NotReadYet)


# Markup


@pytest.mark.parametrize(
    ("declarations", "text"),
    [
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "before &x; after"),
        ('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', "&x;"),
        ('<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;', "text"),
        ('<!ENTITY x "words">', "before &x; after"),
        ("", "text"),
    ],
)
def test_entities_are_refused_and_never_left_out_in_silence(declarations: str, text: str) -> None:
    said = refused(with_main(typed(declarations, text)))
    assert (type(said), said.sentence) == (StrangeDocument, STRANGE)
    assert "root:" not in said.sentence


def test_a_document_type_from_elsewhere_is_refused() -> None:
    document = typed("", "&x;").replace("[]", 'SYSTEM "file:///etc/passwd"')
    assert refused(with_main(document)).sentence == STRANGE


def test_entities_that_multiply() -> None:
    laughs = '<!ENTITY e0 "haha">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)
    )
    assert refused(with_main(typed(laughs, "&e11;"))).sentence in (OVERLOADING, STRANGE)
    in_attribute = typed(laughs, "x").replace("<w:p>", '<w:p a="&e11;">')
    assert refused(with_main(in_attribute)).sentence in (OVERLOADING, STRANGE)


def test_elements_without_end_in_each_other() -> None:
    for depth in (300, 20_000, 200_000):
        nested = "<w:smartTag>" * depth + "x" + "</w:smartTag>" * depth
        assert refused(word(f"<w:p>{nested}</w:p>")).sentence == OVERLOADING
    chapter = "<html><body>" + "<div>" * 20_000 + "x" + "</div>" * 20_000 + "</body></html>"
    assert refused(epub({"a": chapter}), "a.epub").sentence == OVERLOADING


def test_deep_nesting_that_the_parser_allows_is_read() -> None:
    nested = "<w:smartTag>" * 200 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 200
    assert read_bytes(word(f"<w:p>{nested}</w:p>"), "a.docx").text == "x"
    cells = "<w:tbl><w:tr><w:tc>" * 70 + TEXT + "</w:tc></w:tr></w:tbl>" * 70
    assert read_bytes(word(cells), "a.docx").text == "text"


def test_fifty_thousand_attributes() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(50_000))
    assert refused(word(f"<w:p {attributes}/>{TEXT}")).sentence == OVERLOADING
    assert refused(odt(f"<text:p {attributes}>a</text:p>"), "a.odt").sentence == OVERLOADING


def test_as_many_paragraphs_as_no_article_has_are_read() -> None:
    # In a tenth of the time that they may take, so that it holds on a busy computer too.
    body = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(60_000))
    assert len(read_bytes(word(body), "a.docx").text.splitlines()) == 60_000


@pytest.mark.skipif(sys.platform == "win32", reason="there a process has no limit of memory")
def test_more_than_memory_may_hold_is_a_sentence() -> None:
    many = "".join(f'<w:p a="{number}"/>' for number in range(2_000_000))
    said = refused(word(many))
    assert isinstance(said, TooHungry | OverloadingDocument)


def test_a_repetition_that_makes_too_much_text() -> None:
    spaces = '<text:s text:c="1000000000"/>x' * 1_000
    assert len(read_bytes(odt(f"<text:p>{spaces}</text:p>"), "a.odt").text) <= 1_001_000
    more = "".join(f'<text:p>{number}<text:s text:c="1000"/>x</text:p>' for number in range(25_000))
    assert isinstance(refused(odt(more), "a.odt"), TooMuchText)
