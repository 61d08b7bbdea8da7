"""Bring annotations in from files: what is new or newer is taken, and nothing is lost by it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.reading import Answer, read_file
from annotator.model.claim import Claim
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.services.failures import Cancelled
from annotator.services.importing_comparing import relinked_later
from annotator.services.importing_merging import Incoming, Merged, Outcome, Verdict, merge
from annotator.services.importing_people import People
from annotator.services.importing_places import Found, Places
from annotator.services.progress import Progress, watched
from annotator.services.workspace import Workspace
from annotator.storage import articles, batches, claims
from annotator.storage.batches import Written
from annotator.storage.garbage import not_searched
from annotator.storage.step import Step
from annotator.words import N_

__all__ = ["ImportReport", "RefusedItem", "import_files"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of one file. Each item is counted once as new, updated, unchanged or refused.

    `moved` counts those besides that now stand elsewhere than their file says.
    """

    file: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    moved: int = 0
    refused: tuple[RefusedItem, ...] = ()


class _Placed(NamedTuple):
    """An item, and where it stands in this library."""

    item: ReadItem
    found: Found


def import_files(
    workspace: Workspace,
    paths: Iterable[Path],
    article: ArticleId | None = None,
    progress: Progress | None = None,
) -> list[ImportReport]:
    """Bring in the annotations of each file, all in one step that can be undone.

    `article` is where items go whose text is not in the library. What is good is kept; each refusal
    stands in its file's report. Raises NoSuchArticle, Cancelled when `progress` says so, or a
    refusal of the library itself; then nothing is kept.
    """
    with not_searched():
        wanted = list(paths)
        whole = 2 * len(wanted)  # each is read, then written
        read = [(str(path), _read(path)) for path in watched(wanted, whole, progress)]
        with workspace.step(N_("import")) as step:
            places = Places(step, article)
            reports = []
            for done, (name, answers) in enumerate(read, start=len(wanted)):
                if progress is not None and not progress(done, whole):
                    raise Cancelled
                reports.append(_bring(workspace, step, places, name, answers))
            touched = _articles(step)
            for one in touched:
                _take_out_of_bin(step, one)
            step.draft.article = touched.pop() if len(touched) == 1 else None
    return reports


def _take_out_of_bin(step: Step, article: ArticleId) -> None:
    """Who brings annotations in wants to see them."""
    found = articles.one(step, article)
    if found and found.binned:
        articles.bin_(step, article, None)


def _articles(step: Step) -> set[ArticleId]:
    rows = (one.after or one.before for one in step.changes() if one.table == "claim")
    return {ArticleId(str(row["article"])) for row in rows if row}


def _read(path: Path) -> list[Answer] | Refusal:
    try:
        return read_file(path)
    except Refusal as refusal:
        return refusal


def take_in(workspace: Workspace, step: Step, name: str, answers: Sequence[Answer]) -> ImportReport:
    """Take in what a file said about articles that are here, within a step that does more."""
    return _Import(workspace, step, Places(step, None)).report(name, answers)


def _bring(
    workspace: Workspace, step: Step, places: Places, name: str, answers: list[Answer] | Refusal
) -> ImportReport:
    if isinstance(answers, Refusal):
        return ImportReport(name, refused=(RefusedItem(None, answers.sentence),))
    try:
        with step.savepoint():
            return _Import(workspace, step, places).report(name, answers)
    except Refusal as refusal:
        return ImportReport(name, refused=(RefusedItem(None, refusal.sentence),))


class _Import:
    """One file on its way into the library."""

    def __init__(self, workspace: Workspace, step: Step, places: Places) -> None:
        self._now = workspace.now()
        self._step = step
        self._places = places
        self._people = People(step)
        self._former = batches.former_ids(step)

    def report(self, name: str, answers: Sequence[Answer]) -> ImportReport:
        """Take the items in, and say what came of each."""
        items = {one.id: one for one in answers if isinstance(one, ReadItem)}
        found: dict[ClaimId, Found] = {}
        refusals: dict[ClaimId, Verdict] = {}
        for item in items.values():
            try:
                found[item.id] = self._places.find(item.place)
            except ItemRefusal as refusal:
                refusals[item.id] = refusal
        merged = self._merge([_Placed(items[id_], place) for id_, place in found.items()])
        self._write(merged)
        return _report(name, answers, refusals | dict(merged.verdicts), found)

    def _merge(self, placed: Sequence[_Placed]) -> Merged:
        whose = {one.item.id: self._people.find(one.item.creator) for one in placed}
        wanted = {self._current(one.item.id) for one in placed}
        wanted.update(old for one in placed for old in one.item.formerly)
        wanted |= self._on_their_spans(placed, whose)
        stored = {claim.id: claim for claim in claims.by_id(self._step, wanted)}
        incoming = [
            Incoming(self._claim(one, whose[one.item.id], stored), one.item.formerly)
            for one in placed
        ]
        return merge(stored.values(), self._former, incoming)

    def _current(self, id_: ClaimId) -> ClaimId:
        return self._former.get(id_, id_)

    def _on_their_spans(
        self, placed: Sequence[_Placed], whose: Mapping[ClaimId, PersonId]
    ) -> set[ClaimId]:
        wanted: defaultdict[tuple[ArticleId, PersonId], set[Span]] = defaultdict(set)
        for one in placed:
            wanted[one.found.article, whose[one.item.id]].add(one.found.span)
        there: set[ClaimId] = set()
        for owner, spans in wanted.items():
            claimed = batches.spans(self._step, *owner)
            there.update(claimed[span] for span in spans & claimed.keys())
        return there

    def _claim(self, placed: _Placed, person: PersonId, stored: Mapping[ClaimId, Claim]) -> Claim:
        item, found = placed
        there = stored.get(self._current(item.id))
        # Without any time it counts as old as what is here: only the content can then differ.
        return Claim(
            id=item.id,
            article=found.article,
            person=person,
            span=found.span,
            created=item.created or (there.created if there else self._now),
            modified=item.modified or (there.modified if there else self._now),
            tags=item.tags,
            note=item.note,
            attributions=item.attributions,
            evidence=item.evidence,
            links=item.links,
            best=item.best,
        )

    def _write(self, merged: Merged) -> None:
        known = {claim.id for claim in merged.written}
        linking = [
            relinked_later(claim, merged.become)
            for claim in batches.linking_to(self._step, merged.become)
            if claim.id not in known | merged.gone
        ]
        written = [*merged.written, *linking]
        if written or merged.gone or merged.become:
            self._people.keep(self._step, {claim.person for claim in written})
            batches.write(
                self._step,
                [Written(one, self._places.words(one.article, one.span)) for one in written],
                merged.gone,
                merged.become,
            )


def _report(
    name: str,
    answers: Sequence[Answer],
    verdicts: Mapping[ClaimId, Verdict],
    found: Mapping[ClaimId, Found],
) -> ImportReport:
    counts: Counter[Outcome] = Counter()
    refused: list[RefusedItem] = []
    seen: set[ClaimId] = set()
    moved = 0
    for answer in answers:
        if isinstance(answer, RefusedItem):
            refused.append(answer)
            continue
        verdict = verdicts[answer.id]
        if isinstance(verdict, ItemRefusal):
            refused.append(RefusedItem(answer.name, verdict.sentence))
        elif answer.id in seen:
            counts[Outcome.UNCHANGED] += 1
        else:
            seen.add(answer.id)
            counts[verdict] += 1
            moved += found[answer.id].moved
    return ImportReport(
        name,
        counts[Outcome.NEW],
        counts[Outcome.UPDATED],
        counts[Outcome.UNCHANGED],
        moved,
        tuple(refused),
    )
