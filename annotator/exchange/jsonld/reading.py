"""A collection of annotations as a file holds it, item by item: what each says, or why it is left.

Nothing here knows a library: whose text, person or claim an item means is decided by whoever asks.
"""

from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.files import read_bounded
from annotator.exchange.jsonld import failures, item_failures
from annotator.exchange.jsonld.forms import CollectionForm, ItemForm, several
from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.exchange.jsonld.item_reading import read_item, refuse_nul
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.strictness import MOST_BYTES, tree_of
from annotator.exchange.jsonld.terms import id_of, names_one_thing
from annotator.exchange.wrong_form import wrong_in

Answer = ReadItem | RefusedItem

_NUL = b"\\u0000"
"""How JSON must write a NUL: looking for one in every text costs time, so it is looked for here."""


def read_file(path: Path) -> list[Answer]:
    """The items of a file. Raises a refusal when it cannot be read or is no such document."""
    return read(read_bounded(path, MOST_BYTES))


def read(data: bytes) -> list[Answer]:
    """The items of a document, in its order; of an item that stands there twice, both.

    Raises a FileRefusal when it is no collection with its first page inside, or one id is used for
    two different items.
    """
    try:
        return read_tree(tree_of(data), may_hold_nul(data))
    except RecursionError as error:
        raise failures.TooDeep from error


def may_hold_nul(data: bytes) -> bool:
    """Whether it is worth looking for NULs in the texts of a document."""
    return _NUL in data


def read_tree(collection: object, may_hold_nul: bool = True) -> list[Answer]:
    """The same of a document that is taken apart already, as strictness.tree_of does it."""
    answers: list[Answer] = []
    seen: dict[str, tuple[Answer, object]] = {}
    for tree in _items(collection):
        answers.append(_answer(tree, may_hold_nul))
        _refuse_doubled(seen, answers[-1], tree)
    return answers


def _items(tree: object) -> list[Any]:
    try:
        collection = msgspec.convert(tree, CollectionForm)
    except msgspec.ValidationError as error:
        raise failures.NoCollection from error
    types = (several(collection.type), several(collection.first.type))
    if "AnnotationCollection" not in types[0] or "AnnotationPage" not in types[1]:
        raise failures.NoCollection
    return collection.first.items


def _answer(tree: object, may_hold_nul: bool) -> Answer:
    name = _name(tree)
    try:
        if not isinstance(tree, dict):
            raise item_failures.NoAnnotation
        form = msgspec.convert(tree, ItemForm)
        if may_hold_nul:
            refuse_nul(form)
        return read_item(form)
    except msgspec.ValidationError as error:
        return RefusedItem(name, item_failures.WrongForm(problem=wrong_in(error)).sentence)
    except ItemRefusal as refusal:
        return RefusedItem(name, refusal.sentence)


def _name(tree: object) -> str | None:
    name = tree.get("id") if isinstance(tree, dict) else None
    return name if isinstance(name, str) and name else None


def _refuse_doubled(seen: dict[str, tuple[Answer, object]], answer: Answer, tree: object) -> None:
    name = _name(tree)
    if name is None or not names_one_thing(name):
        return  # what has no id cannot have the id of another: each is refused by itself
    earlier, earlier_tree = seen.setdefault(id_of(name), (answer, tree))
    if earlier is not answer and not _is_same(answer, earlier, tree, earlier_tree):
        raise failures.DoubledId(name)


def _is_same(one: Answer, other: Answer, tree: object, other_tree: object) -> bool:
    """Whether two items of one id say the same: by their meaning, else by what stands there."""
    if isinstance(one, ReadItem) and isinstance(other, ReadItem):
        return one.says == other.says
    return tree == other_tree
