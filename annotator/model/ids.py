"""Ids are distinct types, so that a person's id never lands where a claim's is meant."""

from typing import NewType

ArticleId = NewType("ArticleId", str)
AssignmentId = NewType("AssignmentId", str)
ClaimId = NewType("ClaimId", str)
CollectionId = NewType("CollectionId", str)
HandInId = NewType("HandInId", str)
PersonId = NewType("PersonId", str)
SourceId = NewType("SourceId", str)


def new_id() -> str:
    """A random uuid in its 36-character form; it says nothing about who or where."""
    import uuid  # it loads much more than the first frame needs

    return str(uuid.uuid4())
