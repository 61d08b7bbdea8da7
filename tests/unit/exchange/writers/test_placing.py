"""A file is there whole, the old one or the new one, whatever goes wrong."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from annotator.exchange.writers import failures
from annotator.exchange.writers.placing import place


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    return path


def place_failing(path: Path, function: str, code: int) -> None:
    """Place a file while a function of the system fails."""

    def fails(*_given: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, function, fails)
        place(path, b"new")


def test_a_new_file_is_written_with_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    place(path, b"new")
    assert path.read_bytes() == b"new"
    (tmp_path / "usual").touch()
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert {one.name for one in tmp_path.iterdir()} == {"report.html", "usual"}


def test_an_old_file_is_replaced_and_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o640)
    place(old, b"new")
    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert list(old.parent.iterdir()) == [old]


def test_who_reads_the_old_file_reads_on_undisturbed(old: Path) -> None:
    with old.open("rb") as reader:
        place(old, b"new")
        assert reader.read() == b"old"


def test_a_link_stays_a_link(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(old)
    place(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(failures.NoFolder) as refused:
        place(tmp_path / "none" / "report.html", b"new")
    assert str(refused.value) == (
        f"There is no folder {tmp_path / 'none'}. Nothing was written. Make it, or choose another."
    )


def test_a_file_for_a_folder_is_refused(old: Path) -> None:
    with pytest.raises(failures.NoFolder):
        place(old / "report.html", b"new")
    assert old.read_bytes() == b"old"


def test_a_folder_for_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(failures.IsFolder) as refused:
        place(tmp_path, b"new")
    assert str(refused.value) == (
        f"{tmp_path} is a folder. Nothing was written. Add a name for the file."
    )


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(failures.NameTooLong) as refused:
        place(tmp_path / f"{'n' * 300}.html", b"new")
    assert str(refused.value) == (
        f"The name {'n' * 300}.html is too long for this disk. Choose a shorter one."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_a_full_device_is_refused() -> None:
    with pytest.raises(failures.DiskFull) as refused:
        place(Path("/dev/full"), b"new")
    assert str(refused.value) == (
        "The disk has no space for /dev/full. What was there is as it was. "
        "Free some space or choose another disk."
    )


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, failures.DiskFull),
        (errno.EDQUOT, failures.DiskFull),
        (errno.EROFS, failures.CannotWrite),
        (errno.EIO, failures.DiskFailed),
    ],
)
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_the_old_file_outlives_a_failure_at_the_last_moment(
    old: Path, where: str, code: int, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        place_failing(old, where, code)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_file_that_another_program_holds_is_named(old: Path) -> None:
    with pytest.raises(failures.CannotWrite) as refused:
        place_failing(old, "replace", errno.EACCES)
    assert str(refused.value) == (
        f"{old} cannot be written. What was there is as it was. "
        "Close it where it is open, or choose another folder."
    )


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.EACCES, "you have no permission to"),
        (errno.EPERM, "you have no permission to"),
        (errno.EROFS, "its disk can only be read"),
        (errno.ENOENT, "the computer keeps it for itself"),
    ],
)
def test_a_folder_that_takes_no_file_says_why(old: Path, code: int, why: str) -> None:
    for path in (old, old.with_name("new.html")):
        with pytest.raises(failures.FolderRefuses) as refused:
            place_failing(path, "open", code)
        assert str(refused.value) == (
            f"Nothing can be written in the folder {old.parent}: {why}. What was there is as it "
            "was. Choose another folder, such as your documents."
        )
    assert old.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder of processes")
def test_a_folder_of_the_system_is_not_said_to_be_missing() -> None:
    with pytest.raises(failures.FolderRefuses) as refused:
        place(Path("/proc/report.html"), b"new")
    assert str(refused.value).startswith("Nothing can be written in the folder /proc: ")


def test_a_disk_that_fails_is_named(old: Path) -> None:
    with pytest.raises(failures.DiskFailed) as refused:
        place_failing(old, "open", errno.EIO)
    assert str(refused.value) == (
        f"The disk did not take {old} as it should. What was there is as it was. "
        "Check the disk, or whether the stick was pulled out, and try again."
    )


@pytest.mark.parametrize("name", ["library.db", "library.db-wal", "library.db-shm", "link.html"])
def test_a_library_is_never_replaced(tmp_path: Path, name: str) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(b"SQLite format 3\0 and so on")
    if name == "link.html":
        (tmp_path / name).symlink_to(library)
    with pytest.raises(failures.IsLibrary) as refused:
        place(tmp_path / name, b"new")
    assert "Choose another name" in refused.value.sentence
    assert library.read_bytes() == b"SQLite format 3\0 and so on"
    assert {one.name for one in tmp_path.iterdir()} == {"library.db", name} - {
        "library.db-wal",
        "library.db-shm",
    }


def test_a_report_may_stand_beside_a_library(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"SQLite format 3\0 and so on")
    place(tmp_path / "library.html", b"new")
    assert (tmp_path / "library.html").read_bytes() == b"new"
