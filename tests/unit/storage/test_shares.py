"""A folder on another computer is known for one, whatever the system."""

import ctypes
import subprocess
import sys
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest

from annotator.storage import shares

LINUX = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /home/class nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/class/local ext4 rw 0 0
//server/share /mnt/our\\040files cifs rw 0 0
ana@host: /home/ana/far fuse.sshfs rw 0 0
tmpfs /over tmpfs rw 0 0
host /over 9p rw 0 0
broken line
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ana@host/share on /Volumes/our files (smbfs, nodev, nosuid, mounted by ana)
/dev/disk4s1 on /Volumes/stick (msdos, local, nodev)
map auto_home on /System/Volumes/Data/home (autofs, automounted)
"""


@pytest.mark.parametrize(
    ("table", "folder", "kind", "far"),
    [
        ("linux", "/home/ana/.local/share/annotator", "ext4", False),
        ("linux", "/home/class", "nfs4", True),
        ("linux", "/home/class/7b/annotator", "nfs4", True),
        ("linux", "/home/classes", "ext4", False),
        ("linux", "/home/class/local/annotator", "ext4", False),
        ("linux", "/mnt/our files/x", "cifs", True),
        ("linux", "/home/ana/far/x", "fuse.sshfs", True),
        ("linux", "/over/x", "9p", True),
        ("mac", "/Users/ana/Library", "apfs", False),
        ("mac", "/Volumes/our files/annotator", "smbfs", True),
        ("mac", "/Volumes/stick", "msdos", False),
    ],
)
def test_what_holds_a_folder(table: str, folder: str, kind: str, far: bool) -> None:
    mounts = shares.linux_mounts(LINUX) if table == "linux" else shares.mac_mounts(MAC)
    found = shares.kind_at(PurePosixPath(folder), mounts)
    assert found == kind
    assert shares.is_network(found) is far


def test_without_a_table_nothing_is_known() -> None:
    assert shares.kind_at(PurePosixPath("/home"), []) == ""
    assert not shares.is_network("")


@pytest.mark.parametrize(
    ("path", "far"),
    [
        ("\\\\host\\share\\annotator", True),
        ("//host/share/annotator", True),
        ("\\\\?\\UNC\\host\\share", True),
        ("\\\\?\\C:\\Users\\ana", False),
        ("\\\\.\\pipe\\x", False),
        ("C:\\Users\\ana", False),
    ],
)
def test_a_path_of_windows(path: str, far: bool) -> None:
    assert shares.is_unc(path) is far


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table as Linux writes it")
def test_the_sentence_names_the_folder_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shares.warning(tmp_path) is None
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nhost:/x {tmp_path} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", table)
    assert shares.warning(tmp_path / "library") == (
        f"The library lies on another computer: {tmp_path / 'library'}. When two computers write "
        "there at the same time, it can be damaged. Keep it in a folder of this computer "
        "(--data-dir), and pass work on as .jsonld files."
    )
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "none")
    assert shares.warning(tmp_path) is None


def test_windows_says_what_a_drive_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def here(kind: int) -> bool:
        drives = SimpleNamespace(GetDriveTypeW=lambda _anchor: kind)
        windows = SimpleNamespace(kernel32=drives)
        monkeypatch.setattr(ctypes, "windll", windows, raising=False)
        return shares.is_on_network(tmp_path)

    monkeypatch.setattr(shares, "sys", SimpleNamespace(platform="win32"))
    assert not here(3)
    assert here(4)
    assert shares.is_on_network(Path("\\\\host\\share"))


def test_the_mac_is_asked_by_its_own_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = f"//ana@host/share on {tmp_path} (smbfs, nodev)\n"

    def run(command: list[str], **_named: object) -> SimpleNamespace:
        assert command == ["/sbin/mount"]
        if not said:
            raise FileNotFoundError
        return SimpleNamespace(stdout=said)

    monkeypatch.setattr(shares, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(subprocess, "run", run)
    assert shares.is_on_network(tmp_path / "library")
    said = ""
    assert not shares.is_on_network(tmp_path / "library")
