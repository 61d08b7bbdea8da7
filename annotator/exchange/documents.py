"""What assignments and hand-ins have in common: people, an article, and how texts are taken.

What is read is typed here and anything else ignored, so that a later version may add members.
"""

from typing import Annotated, Any, TypeVar
from uuid import UUID

import msgspec

from annotator.exchange.envelope_failures import NotAsWritten
from annotator.exchange.files import MEGABYTE
from annotator.exchange.wrong_form import wrong_in
from annotator.model.article import Metadata
from annotator.model.ids import PersonId
from annotator.model.person import LONGEST_NAME, tidy_name
from annotator.model.text import canonical, is_empty, sha256_of

MOST_TEXT = 20
"""Megabytes of an article, as of a file that is added."""

Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Number = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]

_Form = TypeVar("_Form")


class MemberForm(msgspec.Struct):
    """Somebody: of a roster, or who handed in."""

    id: str
    name: str


class MetadataForm(msgspec.Struct):
    """What is known of an article."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    address: str = ""
    language: str = ""


def form_of(tree: object, kind: type[_Form]) -> _Form:
    """The document as its form. Raises NotAsWritten."""
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        raise NotAsWritten(wrong_in(error)) from error


def uuid_of(text: str, member: str) -> str:
    """An id in its 36-character form; `urn:uuid:` before it may stand. Raises NotAsWritten."""
    plain = text.lower().removeprefix("urn:uuid:")
    try:
        if str(UUID(plain)) == plain:
            return plain
    except ValueError:
        pass
    raise NotAsWritten(f"no uuid in {member}")


def person_of(form: MemberForm, member: str) -> tuple[PersonId, str]:
    """Id and tidy name of somebody. Raises NotAsWritten for an id or a name that is none."""
    name = one_line(form.name)
    if is_empty(name):
        raise NotAsWritten(f"no name in {member}")
    if len(name) > LONGEST_NAME:
        raise NotAsWritten(f"a name of more than {LONGEST_NAME} characters in {member}")
    return PersonId(uuid_of(form.id, member)), name


def one_line(text: str) -> str:
    """A text that stands in one line, without what no text can hold."""
    return tidy_name(canonical(text))


def metadata_of(form: MetadataForm) -> Metadata:
    """What is known of an article, each on one line."""
    known = msgspec.to_builtins(form)
    return Metadata(**{name: " ".join(canonical(text).split()) for name, text in known.items()})


def metadata_document(metadata: Metadata) -> dict[str, Any]:
    """The same for a file: all of it, "" where it is unknown."""
    return {name: getattr(metadata, name) for name in MetadataForm.__struct_fields__}


def checked_text(text: str, sha256: str) -> str:
    """A canonical text with that hash, something visible in it. Raises NotAsWritten."""
    if canonical(text) != text:
        raise NotAsWritten("article.text is not canonical")
    if is_empty(text):
        raise NotAsWritten("article.text is empty")
    if len(text) > MOST_TEXT * MEGABYTE or len(text.encode("utf-8")) > MOST_TEXT * MEGABYTE:
        raise NotAsWritten(f"article.text is larger than {MOST_TEXT} MB")
    if sha256_of(text) != sha256.lower():
        raise NotAsWritten("article.text has another sha256")
    return text
