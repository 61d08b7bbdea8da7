"""What a person changes about a claim, a source or an article, as a value from a form to a service.

Only what is not None is written, so that two windows that edit different fields of one claim do
not overwrite each other. `visit` names one stay in one field: its edits are one step of undo.
`seen` is the claim as the form showed it, where words were typed that shall not be lost when the
claim was removed meanwhile; None where nothing was typed.
"""

from dataclasses import dataclass, field

from annotator.model.article import Metadata
from annotator.model.claim import Attribution, Claim, Evidence, Link, Source, SourceRole
from annotator.model.ids import ArticleId, ClaimId, SourceId


@dataclass(frozen=True, slots=True)
class ClaimEdit:
    """New values for some fields of one claim."""

    claim: ClaimId
    visit: str
    note: str | None = None
    attributions: tuple[Attribution, ...] | None = None
    evidence: tuple[Evidence, ...] | None = None
    links: tuple[Link, ...] | None = None
    seen: Claim | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """New name, kind and stake of a source, for every claim that hangs on it.

    `named_on` is the claim on which, and the role in which, somebody typed the name: where the
    source is gone by then, the words are that claim's all the same.
    """

    source: SourceId
    visit: str
    value: Source
    named_on: tuple[ClaimId, SourceRole] | None = None
    seen: Claim | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ArticleEdit:
    """What is known of an article now; `seen` is what the form showed when it was filled in."""

    article: ArticleId
    visit: str
    seen: Metadata
    metadata: Metadata
