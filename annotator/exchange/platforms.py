"""Where a learning platform keeps what was handed in: its own name and id of a person, in a path.

Moodle's are exact. Canvas names the file; Teams and Google Classroom say a name and no id. None
of them says who handed in, only the file does: feedback and grades go back by these.
"""

import re

from annotator.model.handin import Platform
from annotator.model.person import tidy_name

_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>[0-9]+)_assignsubmission_file(?:_.*)?", re.DOTALL)
"""A folder, with or without the last `_`; or a file, where no folders were asked for."""
_CANVAS = re.compile(
    r"(?P<folder>(?P<name>[^_]+)(?:_late)?_(?P<id>[0-9]+)_[0-9]+)_.+", re.DOTALL | re.IGNORECASE
)
"""`lianastefan_LATE_1234_56789_work.handin`: who, which person, which submission."""
_TEAMS_VERSION = re.compile(r"(?:vers\w*|バージョン) ?[0-9]+", re.IGNORECASE)
"""`NAME/ASSIGNMENT/Version 1/FILE`: the folder of each time that somebody handed in."""
_GOOGLE = re.compile(r"(?P<name>.+?) - .+", re.DOTALL)
"""A file in the folder of the assignment, `Ana Li - work.handin`."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def platform_of(path: str) -> Platform | None:
    """What a platform's path says, the nearest to the file first; None where it is none's.

    Parts are separated by slashes or backslashes. The id is "" where the platform does not say
    it, and the name is as it spells it: Canvas leaves out blanks and capitals.
    """
    parts = [part for part in re.split(r"[/\\]", _CONTROLS.sub("", path)) if part not in ("", ".")]
    if not parts:
        return None
    return _moodle(parts) or _canvas(parts[-1]) or _teams(parts) or _google(parts)


def _moodle(parts: list[str]) -> Platform | None:
    for part in reversed(parts):
        if found := _MOODLE.fullmatch(part):
            end = found.end("id") + len("_assignsubmission_file")
            is_file = part is parts[-1] and len(part) > end + 1
            folder = part[: end + 1] if is_file else part
            return Platform(folder, found["id"], tidy_name(found["name"]))
    return None


def _canvas(file: str) -> Platform | None:
    found = _CANVAS.fullmatch(file)
    return Platform(found["folder"], found["id"], found["name"]) if found else None


def _teams(parts: list[str]) -> Platform | None:
    if len(parts) < 4 or not _TEAMS_VERSION.fullmatch(parts[-2]):
        return None
    return Platform(parts[-4], "", tidy_name(parts[-4]))


def _google(parts: list[str]) -> Platform | None:
    found = _GOOGLE.fullmatch(parts[-1])
    if found is None or len(parts) < 2:
        return None
    return Platform(parts[-2], "", tidy_name(found["name"]))


def is_moodle(platform: Platform) -> bool:
    """Whether it is Moodle's, which takes feedback back in folders of these names."""
    return _MOODLE.fullmatch(platform.folder) is not None
