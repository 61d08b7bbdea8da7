"""Why a report could not be written. In each case the file that was there is as it was."""

from pathlib import Path

from annotator.model.failure import Refusal
from annotator.words import _


class NoFormat(Refusal):
    """Neither a file nor a format was named."""

    def __init__(self, known: str) -> None:
        super().__init__(
            _("Nothing says which format to write. Name one with --format: {known}.").format(
                known=known
            )
        )


class UnknownFormat(Refusal):
    """A format that nobody writes."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(
            _("There is no format “{name}”. Nothing was written. Choose one of: {known}.").format(
                name=name, known=known
            )
        )


class UnknownSuffix(Refusal):
    """A file whose name does not say a format."""

    def __init__(self, path: Path, known: str) -> None:
        super().__init__(
            _(
                "The name {name} does not say in which format to write. Nothing was written. "
                "Let it end in one of: {known}."
            ).format(name=path.name, known=known)
        )


class NoFolder(Refusal):
    """The folder of the file is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "There is no folder {folder}. Nothing was written. Make it, or choose another."
            ).format(folder=path.parent)
        )


class IsLibrary(Refusal):
    """A database, such as the library itself, stands where the file should go."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{path} is a library or another database, which a report would destroy. Nothing "
                "was written. Choose another name for the file."
            ).format(path=path)
        )


class IsFolder(Refusal):
    """A folder stands where the file should go."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{path} is a folder. Nothing was written. Add a name for the file.").format(path=path)
        )


class CannotWrite(Refusal):
    """No permission, or another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{path} cannot be written. What was there is as it was. Close it where it is open, "
                "or choose another folder."
            ).format(path=path)
        )


class FolderRefuses(Refusal):
    """The folder is there and takes no new file. `why` is a part of a sentence."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            _(
                "Nothing can be written in the folder {folder}: {why}. What was there is as it "
                "was. Choose another folder, such as your documents."
            ).format(folder=path.parent, why=why)
        )


class DiskFull(Refusal):
    """No space left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The disk has no space for {path}. What was there is as it was. Free some space or "
                "choose another disk."
            ).format(path=path)
        )


class NameTooLong(Refusal):
    """A name that the disk cannot hold."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("The name {name} is too long for this disk. Choose a shorter one.").format(
                name=path.name
            )
        )


class DiskFailed(Refusal):
    """The disk or the stick itself gave an error."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The disk did not take {path} as it should. What was there is as it was. Check the "
                "disk, or whether the stick was pulled out, and try again."
            ).format(path=path)
        )


class Stopped(Refusal):
    """The person pressed Cancel."""

    def __init__(self) -> None:
        super().__init__(_("The report was stopped. What was there is as it was."))


class CannotSetPages(Refusal):
    """Qt, which sets the letters, lacks a library of the system; `why` is what the system says."""

    def __init__(self, why: str) -> None:
        super().__init__(
            _(
                "Pages cannot be set here, because a library of the system is missing ({why}). "
                "Nothing was written. Write .html instead, and print it from a browser."
            ).format(why=why)
        )


class CannotPrint(Refusal):
    """The printer, or the file that stands for one, did not begin or went away."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The printer did not take the pages. Nothing in the library has changed. Check "
                "that it is switched on, or write a PDF and print that."
            )
        )
