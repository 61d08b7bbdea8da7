"""Why a double click could not be set up."""

from collections.abc import Iterable
from pathlib import Path

from annotator.model.failure import Refusal
from annotator.words import _


class CannotWrite(Refusal):
    """A folder of the system takes no file."""

    def __init__(self, file: Path | str, error: OSError) -> None:
        super().__init__(
            _(
                "Double clicks could not be set up: {file} could not be written ({reason}). Files "
                "of a class still open by “Open a file…” or by dragging them onto the window."
            ).format(file=file, reason=error.strerror or type(error).__name__)
        )


class ToolsMissing(Refusal):
    """The system cannot bring its own lists up to date."""

    def __init__(self, packages: Iterable[str]) -> None:
        super().__init__(
            _(
                "Double clicks could not be set up: this system lacks {packages}. Have it "
                "installed and try again. Files of a class still open by “Open a file…” or by "
                "dragging them onto the window."
            ).format(packages=", ".join(packages))
        )


class NotOnThisSystem(Refusal):
    """macOS takes file types from application bundles only."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Double clicks cannot be set up on this system. Files of a class open by “Open a "
                "file…” or by dragging them onto the window."
            )
        )
