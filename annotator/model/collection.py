"""A collection: articles that belong together, under a name."""

from dataclasses import dataclass

from annotator.model.ids import CollectionId


@dataclass(frozen=True, slots=True)
class Collection:
    """Its name, which no other has, and its place among the others, from 0."""

    id: CollectionId
    name: str
    position: int
