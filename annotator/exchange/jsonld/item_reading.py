"""One annotation, from its form to what it says; what is doubtful is refused by a sentence."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

import msgspec

from annotator.exchange.jsonld import item_failures as failures
from annotator.exchange.jsonld.bodies import read_bodies
from annotator.exchange.jsonld.forms import (
    AgentForm,
    ItemForm,
    SelectorForm,
    TargetForm,
    first_word,
    name_of,
    several,
)
from annotator.exchange.jsonld.items import Creator, Place, Quote, ReadItem
from annotator.exchange.jsonld.terms import has_scheme, id_of, names_one_thing, sha256_of_source
from annotator.exchange.jsonld.times import time_of
from annotator.model.ids import ClaimId, PersonId
from annotator.model.person import tidy_name
from annotator.model.span import Span
from annotator.model.text import is_empty


def read_item(form: ItemForm) -> ReadItem:
    """What an annotation says. Raises an ItemRefusal."""
    if form.type is not None and "Annotation" not in several(form.type):
        raise failures.NoAnnotation
    if form.id is None or not names_one_thing(form.id):
        raise failures.NoId
    bodies = read_bodies(several(form.body), several(form.motivation))
    created, modified = _time(form.created), _time(form.modified)
    return ReadItem(
        name=form.id,
        id=ClaimId(id_of(form.id)),
        creator=_creator(form),
        created=created or modified,
        modified=modified or created,
        place=_place(form),
        tags=frozenset(bodies.tags),
        note="\n\n".join(note for note in bodies.notes if note),
        attributions=tuple(bodies.attributions),
        evidence=tuple(bodies.evidence),
        links=tuple(bodies.links),
        formerly=tuple(ClaimId(id_of(name)) for name in several(form.formerly)),
        best=bool(form.best),
    )


def refuse_nul(form: ItemForm) -> None:
    """Raise HoldsNul when a text that would be read holds one."""
    if any("\0" in text for text in _texts(msgspec.to_builtins(form))):
        raise failures.HoldsNul


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _creator(form: ItemForm) -> Creator:
    creators: list[AgentForm | str] = several(form.creator)
    if not creators:
        raise failures.NoCreator
    first = creators[0]
    if isinstance(first, AgentForm):
        known = first.id if names_one_thing(first.id) else None
        return _somebody(known, first_word(first.name))
    name = tidy_name(first)
    return _somebody(name if has_scheme(name) else None, name)


@lru_cache(maxsize=256)
def _somebody(known: str | None, given: str) -> Creator:
    """Kept, since one person made most of a file's items, or all."""
    name = tidy_name(given)
    if is_empty(name):
        raise failures.NoName
    return Creator(PersonId(id_of(known)) if known else None, name)


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return time_of(text)
    except ValueError as error:
        raise failures.ImpossibleDate(value=text) from error


def _place(form: ItemForm) -> Place:
    targets = [target for target in several(form.target) if isinstance(target, TargetForm)]
    if len(several(form.target)) > 1:
        raise failures.SeveralTargets
    selectors = several(targets[0].selector) if targets else []
    quote: Quote | None = None
    position: Span | None = None
    for one in selectors:
        if isinstance(one, SelectorForm) and "TextQuoteSelector" in several(one.type):
            quote = quote or _quote(one)
        elif isinstance(one, SelectorForm) and "TextPositionSelector" in several(one.type):
            position = position or _position(one)
    if quote is None and position is None:
        raise failures.NoSelector
    source = name_of(targets[0].source)
    return Place(sha256_of_source(source) if source else None, position, quote)


def _quote(selector: SelectorForm) -> Quote | None:
    if selector.exact is None:
        return None
    return Quote(selector.exact, selector.prefix or "", selector.suffix or "")


def _position(selector: SelectorForm) -> Span:
    start, end = selector.start, selector.end
    # bool is an int to Python, never to JSON.
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise failures.BadOffsets(start=str(start), end=str(end))
    return Span(start, end)
