"""Several files as one archive: the same files give the same bytes, and names that open anywhere.

An archive keeps the time and the system of each file; neither says anything about the work, so
both are always the same. Names hold no letter that any disk refuses.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable

_LONGEST = 40
_NOT_KEPT = re.compile("[^a-z0-9]+")
_FILE = 0o100644 << 16
"""A plain file that everybody may read, in the half of the attributes that Unix uses."""


def packed(files: Iterable[tuple[str, bytes]], as_it_is: str = "") -> bytes:
    """An archive of files by name, in their order; a name's folders are separated by slashes.

    The file `as_it_is` is not compressed, for programs that look at an archive's first bytes.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files:
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr = 3, _FILE
            kind = zipfile.ZIP_STORED if name == as_it_is else zipfile.ZIP_DEFLATED
            member.compress_type = kind
            archive.writestr(member, content)
    return data.getvalue()


def slug(words: str, otherwise: str) -> str:
    """Some words as part of a file's name: plain letters, digits and hyphens, 40 at most.

    `otherwise` where nothing is left of them. Two words may have one slug: number what you name.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_KEPT.sub("-", plain).strip("-")[:_LONGEST].strip("-") or otherwise
