"""The shapes that JSON-LD may have: what is read is typed here, anything else is ignored.

W3C lets most members be one value or a list of them, so nearly all are both. null is absence.
"""

from typing import Any, TypeVar

import msgspec

_One = TypeVar("_One")

Words = str | list[str] | None

_PREFIXED = {
    name: f"an:{name}"
    for name in ("role", "kind", "stake", "cue", "via", "outcome", "checked", "found")
}


class ResourceForm(msgspec.Struct):
    """A thing that is named by its id."""

    id: str | None = None


class AgentForm(msgspec.Struct):
    """Who made something."""

    id: str | None = None
    name: Words = None


class BodyForm(msgspec.Struct, rename=_PREFIXED):
    """What is said: text in it, or a resource that it points to."""

    purpose: Words = None
    value: str | None = None
    source: ResourceForm | str | None = None
    role: str | None = None
    kind: str | None = None
    stake: str | None = None
    cue: str | None = None
    via: str | None = None
    outcome: str | None = None
    checked: str | None = None
    found: str | None = None


class SelectorForm(msgspec.Struct):
    """A place in a text. Offsets are judged by hand: what is no whole number has its own answer."""

    type: Words = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: Any = None
    end: Any = None


class TargetForm(msgspec.Struct):
    """What something is said about."""

    source: ResourceForm | str | None = None
    selector: SelectorForm | str | list[SelectorForm | str] | None = None


class ItemForm(msgspec.Struct, rename={"formerly": "an:formerly", "best": "an:best"}):
    """An annotation."""

    id: str | None = None
    type: Words = None
    motivation: Words = None
    creator: AgentForm | str | list[AgentForm | str] | None = None
    created: str | None = None
    modified: str | None = None
    body: BodyForm | str | list[BodyForm | str] | None = None
    target: TargetForm | str | list[TargetForm | str] | None = None
    formerly: Words = None
    best: bool | None = None


class PageForm(msgspec.Struct):
    """The page in which all items stand."""

    type: Words
    items: list[Any]


class CollectionForm(msgspec.Struct):
    """The document."""

    type: Words
    first: PageForm


def several(value: list[_One] | _One | None) -> list[_One]:
    """The values, however many were given."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def first_word(value: Words) -> str:
    """The first of the words, or ""."""
    if isinstance(value, list):
        return value[0] if value else ""
    return value or ""


def name_of(resource: ResourceForm | str | None) -> str | None:
    """The id of a resource that is given by its id alone or as an object."""
    return resource.id if isinstance(resource, ResourceForm) else resource
