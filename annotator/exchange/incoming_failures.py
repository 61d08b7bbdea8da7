"""Why a file, or what lies in an archive, is not looked at when hand-ins are collected."""

from annotator.model.failure import Refusal
from annotator.words import _


class DamagedArchive(Refusal):
    """No whole ZIP, or an entry that does not come out of it as it went in."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is a damaged ZIP archive, so nothing was taken from it: download it again, or "
                "unpack it and collect the folder."
            )
        )


class LockedEntry(Refusal):
    """Encrypted: nobody without its password can read it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is locked with a password, so it was not collected: unpack the archive, and "
                "collect the folder."
            )
        )


class OverloadingArchive(Refusal):
    """What no learning platform packs."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is built in a way that would overload this computer, so it was not collected: "
                "ask for the hand-in as a file of its own."
            )
        )


class ArchiveInArchive(Refusal):
    """Archives within archives within archives."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is an archive in an archive in an archive, so it was not opened: unpack it, "
                "and collect the folder."
            )
        )


class TooManyFiles(Refusal):
    """More than a class can hand in: another folder was meant. `most` were looked at."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "It holds more than {most} files and folders, and only so many were looked at: "
                "choose the folder in which the hand-ins lie."
            ).format(most=most)
        )


class IsLink(Refusal):
    """It leads out of the folder, or round in it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is a link, and links in a folder are not followed: collect the file itself, or "
                "the folder in which it lies."
            )
        )


class NoHandIns(Refusal):
    """A folder or an archive without anything to collect."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is no hand-in in it, so nothing was collected: choose the files that end "
                "in .handin, or the folder or archive in which they lie."
            )
        )
