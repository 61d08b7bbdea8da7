"""Where a learning platform keeps what was handed in: its own name and id of a person, in a path.

Moodle's are exact. Canvas names the file; Teams and Google Classroom say a name and no id. Anybody
may call a file `work_12_34_final` or `Chapter 1 - notes`, and a folder `Version 2`, so such names
are believed only below the folders that the platforms make. None of them says who handed in, only
the file does: feedback and grades go back by these.
"""

import re
import unicodedata

from annotator.model.handin import Platform
from annotator.model.person import tidy_name

_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>[0-9]+)_assignsubmission_file(?:_.*)?", re.DOTALL)
"""A folder, with or without the last `_`; or a file, where no folders were asked for."""
_CANVAS = re.compile(
    r"(?P<folder>(?P<name>.+?)(?:_LATE)?_(?P<id>[0-9]+)_[0-9]+)_.+"
    r"|(?P<nameless>(?:LATE_)?anon_(?P<code>[0-9A-Za-z]{5})_[0-9]+)_.+",
    re.DOTALL,
)
"""`lianastefan_LATE_1234_56789_work.handin`: who, which person, which file of theirs; no number
between two `_` is left in the name. Where names are hidden, a code stands for who it is."""
_OF_CANVAS = re.compile(r"(?:.*[ _-])?submissions(?: ?\([0-9]+\)|-[0-9]+)?(?:\.zip)?", re.DOTALL)
"""Its archive, or the folder into which that was unpacked; a browser counts them."""
_TEAMS_VERSION = re.compile(r"(?:Version |バージョン ?)[0-9]+ ?")
"""`NAME/ASSIGNMENT/Version 1/FILE`: the folder of each time that somebody handed in."""
_OF_TEAMS = re.compile(
    r"(?:Submitted files|Gesendete Dateien|提出済みのファイル)(?: ?\([0-9]+\)|-[0-9]+)?(?:\.zip)?"
)
"""The folder of all that was handed in, in the languages of which the name is known."""
_GOOGLE = re.compile(r"(?P<name>.+?) - .+", re.DOTALL)
"""A file in the folder of the assignment, `Ana Li - work.handin`."""
_OF_GOOGLE = re.compile(r"(?:[^\W\d_]+ ){0,2}Drive|GoogleDrive-.+|Meine Ablage|Mi unidad")
"""In which lies the folder of its classes, `My Drive/Classroom/CLASS/ASSIGNMENT/FILE`."""
_FROM_DRIVE = re.compile(r".+-[0-9]{8}T[0-9]{6}Z(?:-[0-9]+)+(?:\.zip)?", re.DOTALL)
"""What Google Drive packs a folder into: `ASSIGNMENT-20260302T101500Z-001.zip/ASSIGNMENT/FILE`."""
_LONGEST = 255
"""Characters of a name that a disk or a platform gives."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def platform_of(path: str) -> Platform | None:
    """What a platform's path says; None where it is none's.

    Of several folders the outermost counts: what lies in a platform's folder, folders too, somebody
    may have named as they liked, after somebody else.
    Parts are separated by slashes or backslashes. The id is "" where the platform does not say
    it, and the name is as it spells it: Canvas leaves out blanks and capitals.
    """
    parts = [part for part in re.split(r"[/\\]", _CONTROLS.sub("", path)) if part not in ("", ".")]
    if not parts or max(map(len, parts)) > _LONGEST:
        return None
    return _moodle(parts) or _canvas(parts) or _teams(parts) or _google(parts)


def _moodle(parts: list[str]) -> Platform | None:
    for part in parts:
        if found := _MOODLE.fullmatch(part):
            end = found.end("id") + len("_assignsubmission_file")
            is_file = part is parts[-1] and len(part) > end + 1
            folder = part[: end + 1] if is_file else part
            return Platform(folder, found["id"], tidy_name(found["name"]))
    return None


def _canvas(parts: list[str]) -> Platform | None:
    found = _CANVAS.fullmatch(parts[-1])
    if found is None or len(parts) < 2 or not _OF_CANVAS.fullmatch(parts[-2]):
        return None
    if found["nameless"]:
        return Platform(found["nameless"], found["code"], "anon")
    name = found["name"]
    return Platform(found["folder"], found["id"], name) if _is_bare(name) else None


def _is_bare(name: str) -> bool:
    """Whether a name is as Canvas leaves it: letters and what stands on them, none of them large.

    A number alone is nobody's.
    """
    signs = (unicodedata.category(one) in ("Mn", "Mc") for one in name if not one.isalnum())
    return name == name.lower() and not name.isdecimal() and all(signs)


def _teams(parts: list[str]) -> Platform | None:
    if len(parts) < 5 or not _OF_TEAMS.fullmatch(parts[-5]):
        return None
    if not _TEAMS_VERSION.fullmatch(parts[-2]):
        return None
    return Platform(parts[-4], "", tidy_name(parts[-4]))


def _google(parts: list[str]) -> Platform | None:
    found = _GOOGLE.fullmatch(parts[-1])
    if found is None or not (_is_of_classroom(parts) or _is_from_drive(parts)):
        return None
    return Platform(parts[-2], "", tidy_name(found["name"]))


def _is_of_classroom(parts: list[str]) -> bool:
    return (
        len(parts) > 4 and parts[-4] == "Classroom" and _OF_GOOGLE.fullmatch(parts[-5]) is not None
    )


def _is_from_drive(parts: list[str]) -> bool:
    """A folder that Google Drive packed, in the archive that bears its name and the time."""
    return (
        len(parts) > 2
        and _FROM_DRIVE.fullmatch(parts[-3]) is not None
        and parts[-3].startswith(f"{parts[-2]}-")
    )


def is_moodle(platform: Platform) -> bool:
    """Whether it is Moodle's, which takes feedback back in folders of these names."""
    return _MOODLE.fullmatch(platform.folder) is not None
