"""What a report will be, before it is written: its content, what it says of people, what it loses.

Whoever gives work away decides with this in view; so it is made by the same report that is written.
"""

from dataclasses import dataclass, replace

from annotator.exchange.writers.registry import choose
from annotator.model.ids import ArticleId, PersonId
from annotator.model.paper import Paper
from annotator.model.report import Report
from annotator.services import reporting
from annotator.services.progress import Progress
from annotator.services.workspace import Workspace

MOST_SHOWN = 12
"""Articles of a report that are shown beforehand: enough to see what it will be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report as somebody asks for it; without `by` it is everybody's own work."""

    articles: tuple[ArticleId, ...]
    by: tuple[PersonId, ...]
    format: str
    anonymous: bool
    paper: Paper


@dataclass(frozen=True, slots=True)
class Outlook:
    """`shown` are the first articles of the report, which has so many `articles` and `claims`.

    `personal` and `notices` are sentences: what the file will say about people, and what whoever
    writes it should know: names that were found in notes, and what the format cannot hold.
    """

    shown: Report
    articles: int
    claims: int
    personal: tuple[str, ...]
    notices: tuple[str, ...]


def outlook(workspace: Workspace, wanted: Wanted, progress: Progress | None = None) -> Outlook:
    """What the report will be. Raises what `reporting.report` raises, and UnknownFormat."""
    chosen, notices = choose(wanted.format, None), list[str]()
    made = reporting.report(
        workspace, wanted.articles, wanted.by, wanted.anonymous, notices.append, progress
    )
    notices += chosen.warnings(made)
    return Outlook(
        replace(
            made,
            articles=made.articles[:MOST_SHOWN],
            works=made.works[:MOST_SHOWN],
            paper=wanted.paper,
        ),
        len(made.articles),
        made.size,
        tuple(reporting.personal_data(made, chosen)),
        tuple(notices),
    )
