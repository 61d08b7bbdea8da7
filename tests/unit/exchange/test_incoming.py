"""Whatever is dropped, the hand-ins in it come out one by one, and nothing else happens."""

import os
import zipfile
from pathlib import Path

import pytest

from annotator.exchange import handins
from annotator.exchange import incoming as module
from annotator.exchange.envelope import Format, sealed
from annotator.exchange.incoming import Incoming, incoming
from annotator.model.failure import Refusal
from annotator.model.handin import Platform
from tests.unit.exchange.archived import (
    archive,
    encrypted,
    large_numbers,
    many,
    overlapping,
    renamed,
)
from tests.unit.exchange.class_files import handin

WORK = handins.written(handin())
OTHER = handins.written(handin(number=2))
ASSIGNMENT = sealed(Format.ASSIGNMENT, {})
ANA = "Ana Li_12_assignsubmission_file_"
DAMAGED = (
    "It is a damaged ZIP archive, so nothing was taken from it: download it again, or unpack it "
    "and collect the folder."
)
LOCKED = (
    "It is locked with a password, so it was not collected: unpack the archive, and collect the "
    "folder."
)
OVERLOADING = (
    "It is built in a way that would overload this computer, so it was not collected: ask for the "
    "hand-in as a file of its own."
)
NESTED = (
    "It is an archive in an archive in an archive, so it was not opened: unpack it, and collect "
    "the folder."
)
LINK = (
    "It is a link, and links in a folder are not followed: collect the file itself, or the folder "
    "in which it lies."
)
PIPE = "It is a device or a pipe and was not read: save its content as a file first."
NOT_ALLOWED = "You have no permission to read it: ask its owner, or copy it to a folder of yours."
NONE = (
    "There is no hand-in in it, so nothing was collected: choose the files that end in .handin, "
    "or the folder or archive in which they lie."
)


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def collected(*paths: Path) -> list[tuple[str, str, bytes | str]]:
    """Name below the first path, the platform's id, and the content or the sentence."""
    return [_plain(one, paths[0]) for one in incoming(paths)]


def _plain(one: Incoming, root: Path) -> tuple[str, str, bytes | str]:
    content = one.content.sentence if isinstance(one.content, Refusal) else one.content
    name = one.name.removeprefix(str(root)).lstrip("/")
    return name, one.platform.id if one.platform else "", content


def test_a_file_is_read_whatever_it_is(tmp_path: Path) -> None:
    for name, data in (("a.handin", WORK), ("b", b"x"), ("c.handin", b""), ("d", ASSIGNMENT)):
        path = put(tmp_path / name, data)
        assert collected(path) == [("", "", data)]


def test_what_cannot_be_read_is_refused_and_the_others_are_not(tmp_path: Path) -> None:
    path = put(tmp_path / "a.handin", WORK)
    found = list(incoming([tmp_path / "none", path]))
    assert [type(one.content) for one in found][1] is bytes
    assert isinstance(found[0].content, Refusal)
    assert found[0].content.sentence == ("There is no such file: check its name and its folder.")


def test_a_file_of_three_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path / "film.handin", WORK)
    with path.open("r+b") as file:
        file.truncate(3_000_000_000)  # a hole, of which no byte is on the disk
    for given in (path, tmp_path):
        ((_name, _id, sentence),) = collected(given)
        assert sentence == (
            "It is larger than 50 MB, which no assignment and no hand-in is, so it was not read: "
            "choose a file that this program wrote, or get this one again from whoever sent it."
        )


def test_in_a_folder_only_hand_ins_are_read(tmp_path: Path) -> None:
    put(tmp_path / "b.handin", WORK)
    put(tmp_path / ANA / "work.HANDIN", OTHER)
    put(tmp_path / "a" / "renamed by mail.txt", WORK)
    put(tmp_path / "a" / "letter.txt", b"Dear Sir")
    put(tmp_path / "a" / "for all.assignment", ASSIGNMENT)
    put(tmp_path / "a" / "._b.handin", b"\0\5\x16\7")
    put(tmp_path / "a" / "empty.handin", b"")
    put(tmp_path / "a" / "more.zip", archive(("x/y.handin", WORK)))
    put(tmp_path / "a" / "films.zip", archive(("film.mp4", b"x")))
    assert collected(tmp_path) == [
        ("b.handin", "", WORK),
        (f"{ANA}/work.HANDIN", "12", OTHER),
        ("a/empty.handin", "", b""),
        ("a/more.zip/x/y.handin", "", WORK),
        ("a/renamed by mail.txt", "", WORK),
    ]


def test_empty_folders_are_looked_at_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancel is asked for at each, and there is an end to them."""
    for name in "abc":
        (tmp_path / name).mkdir()
    looked: list[int] = []
    assert len(list(incoming([tmp_path], lambda: looked.append(1)))) == len([NONE])
    assert len(looked) == 4
    monkeypatch.setattr(module, "MOST_FILES", 2)
    ((_name, _id, sentence),) = collected(tmp_path)
    assert str(sentence).startswith("It holds more than 2 files and folders")


def test_the_same_folder_comes_in_the_same_order(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        put(tmp_path / name / "w.handin", WORK)
    assert collected(tmp_path) == collected(tmp_path)
    assert [name for name, *_ in collected(tmp_path)] == [f"{one}/w.handin" for one in "abc"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_and_pipes_in_a_folder_are_left_alone_and_said(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    put(inside / "w.handin", WORK)
    (inside / "round").symlink_to(inside, target_is_directory=True)
    (inside / "link.handin").symlink_to(put(tmp_path / "secret", WORK))
    (inside / "link").symlink_to(tmp_path / "secret")
    (inside / "leads nowhere.zip").symlink_to(tmp_path / "nowhere")
    os.mkfifo(inside / "pipe")
    os.mkfifo(inside / "pipe.handin")
    assert collected(inside) == [
        ("leads nowhere.zip", "", LINK),
        ("link.handin", "", LINK),
        ("pipe.handin", "", PIPE),
        ("w.handin", "", WORK),
    ]
    assert collected(inside / "link.handin") == [("", "", WORK)]
    assert collected(inside / "pipe") == [("", "", PIPE)]


def test_what_may_not_be_listed_is_said_and_the_rest_is_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was passed over, and a folder of it held no hand-ins."""
    put(tmp_path / "a" / "w.handin", WORK)
    put(tmp_path / "closed" / "w.handin", WORK)
    really = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert collected(tmp_path) == [("a/w.handin", "", WORK), ("closed", "", NOT_ALLOWED)]
    assert collected(tmp_path / "closed") == [("", "", NOT_ALLOWED)]


def test_what_lies_where_nobody_may_look_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "w.handin", WORK)
    really = Path.stat

    def stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.name == "w.handin":
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    assert collected(path) == [("", "", NOT_ALLOWED)]
    assert collected(tmp_path) == [("w.handin", "", NOT_ALLOWED)]


def test_a_folder_with_more_files_than_a_class_hands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 2)
    for name in "abc":
        put(tmp_path / f"{name}.handin", WORK)
    assert [content for *_, content in collected(tmp_path)] == [
        WORK,
        WORK,
        "It holds more than 2 files and folders, and only so many were looked at: choose the "
        "folder in which the hand-ins lie.",
    ]


@pytest.mark.parametrize("name", ["class.zip", "class.handin", "no suffix"])
def test_a_platforms_archive(tmp_path: Path, name: str) -> None:
    data = archive(
        ("Ben_7_assignsubmission_file_/", b""),
        ("Ben_7_assignsubmission_file_/work.handin", OTHER),
        (f"{ANA}/work.handin", WORK),
        (f"{ANA}/film.mp4", b"x" * 5000),
        (f"{ANA}/renamed.json", WORK),
        ("__MACOSX/._work.handin", b"x"),
    )
    path = put(tmp_path / name, data)
    assert collected(path) == [
        (f"{ANA}/renamed.json", "12", WORK),
        (f"{ANA}/work.handin", "12", WORK),
        ("Ben_7_assignsubmission_file_/work.handin", "7", OTHER),
    ]
    (one, *_rest) = incoming([path])
    assert one.platform == Platform(ANA, "12", "Ana Li")


def test_archives_in_an_archive_are_opened_and_no_deeper(tmp_path: Path) -> None:
    inner = archive(("work.handin", WORK))
    deep = archive((f"{ANA}/deep.ZIP", archive(("one.zip", inner))), (f"{ANA}/one.zip", inner))
    assert collected(put(tmp_path / "c.zip", deep)) == [
        (f"{ANA}/deep.ZIP/one.zip", "12", NESTED),
        (f"{ANA}/one.zip/work.handin", "12", WORK),
    ]


@pytest.mark.parametrize(
    "own", ["Ben_77_assignsubmission_file_/w.handin", "submissions/benott_77_1_w.handin"]
)
@pytest.mark.parametrize(
    "given",
    [f"{ANA}/mine.zip", "submissions/anali_12_5_mine.zip", f"{ANA}/folder/mine.zip"],
)
def test_nobody_says_in_an_archive_of_their_own_who_they_are(
    tmp_path: Path, own: str, given: str
) -> None:
    data = archive((given, archive((own, WORK))))
    ((_name, id_, content),) = collected(put(tmp_path / "c.zip", data))
    assert (id_, content) == ("12", WORK)


def test_a_download_that_was_packed_once_more_keeps_its_folders(tmp_path: Path) -> None:
    data = archive(("moodle.zip", archive((f"{ANA}/w.handin", WORK))))
    assert [one[1] for one in collected(put(tmp_path / "c.zip", data))] == ["12"]


def test_names_that_lead_elsewhere_are_only_shown(tmp_path: Path) -> None:
    data = archive(
        ("../../evil.handin", WORK),
        ("/etc/x.handin", WORK),
        ("a\u202eb\n.handin", WORK),
        ("🧑‍🤝‍🧑 \"q\" 'x' =1+1/علي_3_assignsubmission_file_/w.handin", WORK),
    )
    before = set(tmp_path.parent.rglob("*"))
    path = put(tmp_path / "c.zip", data)
    found = [(one.name, one.platform.id if one.platform else None) for one in incoming([path])]
    assert found == [
        (f"{path}/../../evil.handin", None),
        (f"{path}//etc/x.handin", None),
        (f"{path}/a\ufffdb\ufffd.handin", None),
        (f"{path}/🧑‍🤝‍🧑 \"q\" 'x' =1+1/علي_3_assignsubmission_file_/w.handin", "3"),
    ]
    assert set(tmp_path.parent.rglob("*")) - before == {path}


def test_a_nul_does_not_cut_a_name_off(tmp_path: Path) -> None:
    data = renamed(archive(("aXb.handin", WORK)), b"aXb", b"a\0b", utf8=True)
    path = put(tmp_path / "c.zip", data)
    assert [one.name for one in incoming([path])] == [f"{path}/a\ufffdb.handin"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [("é".encode(), "é"), (b"\x82x", "éx"), ("ж".encode(), "ж")],
)
def test_names_without_an_encoding(tmp_path: Path, raw: bytes, name: str) -> None:
    data = renamed(archive(("XX.handin", WORK)), b"XX", raw)
    path = put(tmp_path / "c.zip", data)
    assert [one.name for one in incoming([path])] == [f"{path}/{name}.handin"]


def test_an_entry_without_a_name_is_a_file(tmp_path: Path) -> None:
    data = renamed(archive(("XX.handin", WORK), ("b.handin", OTHER)), b"XX", b"\0X")
    found = collected(put(tmp_path / "c.zip", data))
    assert [one for _name, _place, one in found] == [WORK, OTHER]


def test_two_entries_of_one_name_are_two(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = archive(("w.handin", WORK), ("w.handin", OTHER))
    found = collected(put(tmp_path / "c.zip", data))
    assert found == [("w.handin", "", WORK), ("w.handin", "", OTHER)]


def test_a_bomb_costs_nothing(tmp_path: Path) -> None:
    bomb = b"\0" * 60_000_000
    data = archive(("bomb.handin", bomb), ("more.zip", bomb), ("w.handin", WORK))
    assert len(data) < 1_000_000
    assert collected(put(tmp_path / "c.zip", data)) == [
        ("bomb.handin", "", OVERLOADING),
        ("more.zip", "", OVERLOADING),
        ("w.handin", "", WORK),
    ]


def test_parts_that_lie_on_each_other_are_refused(tmp_path: Path) -> None:
    data = overlapping("w.handin", b"\0" * 500_000, 2_000)
    assert collected(put(tmp_path / "c.zip", data)) == [("", "", OVERLOADING)]


def test_a_hundred_thousand_entries_are_not_even_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = many(100_000)
    path = put(tmp_path / "c.zip", data)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert collected(path) == [("", "", OVERLOADING)]


def test_larger_numbers_are_read_too(tmp_path: Path) -> None:
    good = large_numbers(archive(("w.handin", WORK)))
    assert collected(put(tmp_path / "a.zip", good)) == [("w.handin", "", WORK)]
    cut = good.replace(b"PK\x06\x06", b"PKxx")
    assert collected(put(tmp_path / "b.zip", cut)) == [("", "", DAMAGED)]


def test_a_locked_archive(tmp_path: Path) -> None:
    data = encrypted(("w.handin", WORK), ("x.zip", archive()), ("letter.txt", WORK))
    assert collected(put(tmp_path / "c.zip", data)) == [
        ("w.handin", "", LOCKED),
        ("x.zip", "", LOCKED),
    ]


def test_a_damaged_archive(tmp_path: Path) -> None:
    good = archive(("w.handin", WORK), packed=zipfile.ZIP_STORED)
    assert collected(put(tmp_path / "cut.zip", good[:-30])) == [("", "", DAMAGED)]
    assert collected(put(tmp_path / "begun.zip", b"PK\x03\x04")) == [("", "", DAMAGED)]
    changed = good.replace(WORK[-20:], b"x" * 20)
    assert collected(put(tmp_path / "changed.zip", changed)) == [("w.handin", "", DAMAGED)]
    inner = archive(("in.zip", b"PK"), ("w.handin", WORK))
    assert collected(put(tmp_path / "inner.zip", inner)) == [
        ("in.zip", "", DAMAGED),
        ("w.handin", "", WORK),
    ]


def test_where_there_is_no_hand_in_that_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert collected(empty) == [("", "", NONE)]
    assert collected(put(tmp_path / "e.zip", archive())) == [("", "", NONE)]
    assert collected(put(tmp_path / "word.docx", archive(("document.xml", b"<w/>")))) == [
        ("", "", NONE)
    ]


def test_it_can_be_stopped_at_each_file_that_is_looked_at(tmp_path: Path) -> None:
    path = put(tmp_path / "c.zip", many(50))
    looked: list[int] = []

    def tick() -> None:
        looked.append(1)
        if len(looked) == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(incoming([path], tick))
    assert len(looked) == 10
