"""Store a newer version of an article, with the claims that go on there: one step, undone as one.

The older version stays as it is, with all its claims. Those that go on are copied with all that
hangs on them: tags, note, sources, evidence, links. When their words are unchanged so are their
times: nobody has said anything new. Where two claims of one person come to stand on one span they
become one, by the rule for imports.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.model.anchor import How
from annotator.model.article import Article
from annotator.model.carrying import Carrying, Fate, carried_id
from annotator.model.claim import Claim
from annotator.model.failure import Refusal
from annotator.model.ids import ClaimId, PersonId, SourceId
from annotator.model.span import Span
from annotator.services.failures import Cancelled, NoSuchArticle, OutsideText
from annotator.services.importing_merging import Incoming, Merged, merge
from annotator.services.progress import Progress, watched
from annotator.services.rewriting import later
from annotator.services.versioning import Versions, refuse_versions
from annotator.services.workspace import Workspace
from annotator.storage import articles, batches, claims, dismissals
from annotator.storage.batches import Written
from annotator.storage.garbage import not_searched
from annotator.storage.step import Step
from annotator.words import N_

Choices = Mapping[ClaimId, Span | None]
"""What a person has decided for a claim: where it goes on in the newer text, or not at all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done with one claim: `carried` is its id on the newer version, None: left behind."""

    fate: Fate
    carried: ClaimId | None


@dataclass(frozen=True, slots=True)
class Version:
    """The newer version in the library; `new` unless its text was there before."""

    article: Article
    new: bool
    kept: tuple[Kept, ...]


def add_version(
    workspace: Workspace,
    versions: Versions,
    choices: Choices | None = None,
    *,
    person: PersonId | None = None,
    progress: Progress | None = None,
) -> Version:
    """Store the newer version and copy the claims to it, all in one step.

    Without a choice of its own a claim goes on where its words are the same or have moved; where
    they changed, it does not: that a person has to say. Claims that were made or moved since the
    proposal are looked at anew. Raises what `versioning.propose` raises, and OutsideText.
    """
    with not_searched():
        label = N_("newer version")
        with workspace.step(label, person=person, article=versions.new.id) as step:
            return _Keeping(workspace, step, versions, choices or {}, progress).version()


def carry(
    workspace: Workspace, step: Step, old: Article, new: Article, person: PersonId | None = None
) -> tuple[Kept, ...]:
    """Copy claims to a newer text that is in the library, within a step that does more.

    All that are sure go on: those of `person`, or everybody's. The newer text becomes a version of
    the older one, unless it is one of another already.
    """
    with suppress(Refusal):
        refuse_versions(step, old, new)
        articles.make_version(step, new.id, old.id)
    texts = articles.texts_of(step, [old.id, new.id])
    carrying = Carrying(texts[old.id], texts[new.id])
    versions = Versions(old, new, carrying, (), {}, is_there=True)
    return _Keeping(workspace, step, versions, {}, None).kept(new, person)


class _Decision(NamedTuple):
    """What is said of a claim, and where it goes on in the newer text; None: nowhere."""

    fate: Fate
    to: Span | None


class _Keeping:
    """One version on its way into the library."""

    def __init__(
        self,
        workspace: Workspace,
        step: Step,
        versions: Versions,
        choices: Choices,
        progress: Progress | None,
    ) -> None:
        self._step, self._versions, self._progress = step, versions, progress
        self._texts: Carrying = versions.texts
        self._now = workspace.now()
        self._choices = choices
        self._known = {one.claim.id: one for one in versions.fates}

    def version(self) -> Version:
        """Store everything."""
        article, new = self._place()
        return Version(article, new, self.kept(article))

    def kept(self, article: Article, person: PersonId | None = None) -> tuple[Kept, ...]:
        """Copy the claims to the newer text, which is in the library."""
        there = claims.of_article(self._step, self._versions.old.id, person)
        watch = watched(there, len(there), self._progress)
        decided = [self._decide(claim) for claim in watch]
        going = {one.fate.claim.id: self._carried_id(one.fate) for one in decided if one.to}
        merged = self._merge(
            article,
            [self._copy(one.fate.claim, article, one.to, going) for one in decided if one.to],
        )
        if self._progress is not None and not self._progress(len(there), len(there)):
            raise Cancelled
        self._write(merged)
        kept = tuple(Kept(one.fate, self._goes_on_as(one.fate, merged)) for one in decided)
        self._keep_hints(kept)
        return kept

    def _place(self) -> tuple[Article, bool]:
        """The article of the newer text, which may have come in since the proposal."""
        old = articles.one(self._step, self._versions.old.id)
        if old is None:
            raise NoSuchArticle(self._versions.old.id)
        there = articles.of_hash(self._step, self._texts.new_hash)
        if there is None:
            articles.insert(self._step, self._versions.new, self._texts.new)
            return self._versions.new, True
        refuse_versions(self._step, old, there)
        self._step.draft.article = there.id
        if there.binned:
            articles.bin_(self._step, there.id, None)
        articles.make_version(self._step, there.id, old.id)
        return replace(there, binned=None, version_of=old.id), False

    def _decide(self, claim: Claim) -> _Decision:
        known = self._known.get(claim.id)
        if known is None or known.claim.span != claim.span:
            fate = self._texts.fate(claim)
            return _Decision(fate, fate.span if fate.is_sure else None)
        fate = replace(known, claim=claim)
        to = self._choices.get(claim.id, fate.span if fate.is_sure else None)
        if to is None or to == fate.span:
            return _Decision(fate, to)
        if not to.within(len(self._texts.new)):
            raise OutsideText(*to, len(self._texts.new))
        return _Decision(replace(fate, how=self._how(claim.span, to), span=to), to)

    def _how(self, before: Span, now: Span) -> How:
        if self._texts.old_words(before) != self._texts.new_words(now):
            return How.CHANGED
        return How.SAME if before == now else How.MOVED

    def _carried_id(self, fate: Fate) -> ClaimId:
        return carried_id(fate.claim.id, self._texts.new_hash)

    def _copy(
        self, claim: Claim, article: Article, span: Span, going: Mapping[ClaimId, ClaimId]
    ) -> Claim:
        """The claim on the newer text; its links go to claims there, if those go on too."""
        as_before = self._texts.old_words(claim.span) == self._texts.new_words(span)
        return replace(
            claim,
            id=going[claim.id],
            article=article.id,
            span=span,
            modified=claim.modified if as_before else later(self._now, claim.modified),
            attributions=tuple(
                replace(one, source=replace(one.source, id=SourceId("")))
                for one in claim.attributions
            ),
            links=tuple(replace(one, claim=going.get(one.claim, one.claim)) for one in claim.links),
        )

    def _merge(self, article: Article, copies: Sequence[Claim]) -> Merged:
        there = claims.of_article(self._step, article.id)
        elsewhere = claims.by_id(self._step, [one.id for one in copies])
        stored = {claim.id: claim for claim in (*there, *elsewhere)}
        former = batches.former_ids(self._step)
        return merge(stored.values(), former, [Incoming(one) for one in copies])

    def _write(self, merged: Merged) -> None:
        written = [Written(one, self._texts.new_words(one.span)) for one in merged.written]
        batches.write(self._step, written, merged.gone, merged.become)

    def _keep_hints(self, kept: Sequence[Kept]) -> None:
        """Hints that were put away stay so, where the words are as they were."""
        hints = dismissals.of_article(self._step, self._versions.old.id)
        for one in kept:
            if one.carried and one.fate.is_sure:
                for hint in sorted(hints.get(one.fate.claim.id, ())):
                    dismissals.insert(self._step, one.carried, hint)

    def _goes_on_as(self, fate: Fate, merged: Merged) -> ClaimId | None:
        id_ = self._carried_id(fate)
        verdict = merged.verdicts.get(id_)
        if verdict is None or isinstance(verdict, ItemRefusal):
            return None
        return merged.become.get(id_, id_)
