"""Whatever is done, in whatever order: nothing is broken, and undo and redo lead back and forth.

Each step is also looked at as a window does, through its news, and compared with a full reading.
"""

import random
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from unittest import mock
from uuid import NAMESPACE_URL, UUID, uuid5

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from annotator.model.article import Metadata
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.completeness import missing
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.folding import folded_with_places
from annotator.model.ids import ArticleId, ClaimId, CollectionId, PersonId, SourceId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.wanted import wanted
from annotator.services import (
    adding,
    binning,
    checking,
    claiming,
    describing,
    failures,
    filing,
    listing,
    naming,
    noticing,
    reporting,
    searching,
    sourcing,
    undoing,
    versioning,
)
from annotator.services.importing import import_files
from annotator.services.versioning_failures import (
    EarlierVersion,
    NoEarlierVersion,
    OtherVersion,
    SameText,
)
from annotator.services.versioning_keeping import add_version
from annotator.services.workspace import Workspace
from annotator.storage import sqlite
from tests.unit.services.desk import ARABIC, CHINESE, STORY, TEXTS, Desk, State, desk, state
from tests.unit.services.versions import proposed

WORDS = st.sampled_from(["", "no", "🧑‍🚀 said", "قال", "two\n\nlines"])
NAMES = st.sampled_from(["", "Ben", "the mayor", "العمدة", "𠮷野家"])
SOURCES = st.builds(
    Source,
    NAMES,
    st.sampled_from([None, SourceKind.PERSON, SourceKind.UNNAMED]),
    st.sampled_from([None, Stake.OWN]),
)
EVIDENCE = st.builds(
    Evidence,
    WORDS,
    st.booleans(),
    st.sampled_from([None, *Outcome]),
    st.sampled_from([None, date(2024, 9, 2)]),
    WORDS,
)
ROLES = st.sampled_from(SourceRole)
TAGS = st.sampled_from([*Tag, None])
SHELVES = st.sampled_from(["Bridges", "Rivers", "Другое"])
LATER = (
    STORY,
    f"Update 😀.\n{STORY}",
    STORY.replace("mayor", "minister"),
    ARABIC,
    "نعم.\n" + ARABIC,
)
NO_VERSION = (SameText, OtherVersion, EarlierVersion)
PLACES = st.integers(0, 30)
"""Few enough that spans meet often."""


def as_of_others(path: Path) -> Path:
    """The same file as if other people had made it: with other ids of claims and people."""

    def other(found: re.Match[str]) -> str:
        return f"urn:uuid:{uuid5(NAMESPACE_URL, found[0])}"

    changed = path.with_suffix(".others.jsonld")
    changed.write_text(re.sub("urn:uuid:[-0-9a-f]{36}", other, path.read_text("utf-8")), "utf-8")
    return changed


class AnyOrder(RuleBasedStateMachine):
    """One window in which two people work on several articles."""

    desk: Desk

    @initialize()
    def start(self) -> None:
        # Ids in the same order each time, or no failure could be found again.
        dice = random.Random(0)
        self.ids = mock.patch("uuid.uuid4", lambda: UUID(int=dice.getrandbits(128), version=4))
        self.ids.start()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = desk(self.folder, TEXTS[:2])
        self.people = [self.desk.person, self.desk.other]
        self.before: list[State] = []
        self.after: list[State] = []
        self.shown: dict[tuple[ArticleId, PersonId | None], dict[ClaimId, Claim]] = {}
        self.known: set[ArticleId] = set()
        self.files: list[Path] = []
        self.look()
        self.seen = noticing.newest(self.workspace)

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace

    def look(self) -> None:
        """Read everything anew; preconditions and invariants look at what was read."""
        self.state = state(self.workspace)
        opened = [
            listing.open_article(self.workspace, ArticleId(str(row[0])))
            for row in self.state["article"]
        ]
        self.binned = {one.article.id: one.article.binned for one in opened}
        self.texts = {one.article.id: one.text for one in opened}
        self.claims = {claim.id: claim for one in opened for claim in one.claims}

    def do(self, work: Callable[[], object], *, joins: bool = False, later: bool = True) -> None:
        """Do something as one step; what it did must be what undo takes back."""
        steps, before, claims = len(self.workspace.history.past), self.state, self.claims
        refused = False
        try:
            work()
        except failures.OutsideText:
            refused = True
        self.look()
        assert not refused or self.state == before
        new_steps = len(self.workspace.history.past) - steps
        if self.state == before:
            assert new_steps == 0
            return
        assert new_steps in ((0, 1) if joins else (1,))
        self.before += [before] * new_steps
        self.after.clear()
        for claim in self.claims.values() if later else ():
            old = claims.get(claim.id, claim)
            same = replace(old, modified=claim.modified) == claim
            if not same:
                assert old.modified < claim.modified
            elif claims.keys() <= self.claims.keys():  # else it may have taken another one in
                assert old.modified == claim.modified

    def a_claim(self, data: st.DataObject) -> Claim:
        return self.claims[data.draw(st.sampled_from(sorted(self.claims)))]

    def an_article(self, data: st.DataObject) -> ArticleId:
        return data.draw(st.sampled_from(sorted(self.texts)))

    def has_articles(self) -> bool:
        return bool(self.texts)

    def has_claims(self) -> bool:
        return bool(self.claims)

    def has_sources(self) -> bool:
        return bool(self.state["source"])

    # What people do

    @rule(text=st.sampled_from([*TEXTS, STORY + "!", CHINESE + " 😀"]))
    def add_article(self, text: str) -> None:
        self.do(lambda: adding.add_text(self.workspace, text, "clipboard"))

    @precondition(has_articles)
    @rule(data=st.data())
    def remove_article(self, data: st.DataObject) -> None:
        article = self.an_article(data)
        self.do(lambda: binning.remove(self.workspace, article))

    @precondition(has_articles)
    @rule(data=st.data())
    def put_article_back(self, data: st.DataObject) -> None:
        article = self.an_article(data)
        self.do(lambda: binning.put_back(self.workspace, article))

    def has_binned(self) -> bool:
        return any(self.binned.values())

    @precondition(has_binned)
    @rule(data=st.data())
    def empty_the_bin(self, data: st.DataObject) -> None:
        wanted = data.draw(st.sets(st.sampled_from(sorted(self.texts))))
        gone = {article for article in wanted if self.binned[article]}
        assert binning.empty(self.workspace, wanted) == len(gone)
        # What was done before may be about what is gone; it is tried in test_binning.
        for entries in (self.workspace.history.past, self.workspace.history.future):
            entries.clear()
        self.before.clear()
        self.after.clear()
        self.look()
        self.known -= gone
        assert not gone & self.texts.keys()

    # Collections

    @rule(name=SHELVES, data=st.data())
    def new_collection(self, name: str, data: st.DataObject) -> None:
        filed = [self.an_article(data)] if self.texts else []
        self.do(lambda: self.unless_taken(lambda: filing.make(self.workspace, name, filed)))

    def has_collections(self) -> bool:
        return bool(self.state["collection"])

    def a_collection(self, data: st.DataObject) -> CollectionId:
        ids = sorted(str(row[0]) for row in self.state["collection"])
        return CollectionId(data.draw(st.sampled_from(ids)))

    @staticmethod
    def unless_taken(work: Callable[[], object]) -> None:
        with suppress(filing.NameTaken):
            work()

    @precondition(has_collections)
    @rule(name=SHELVES, data=st.data())
    def rename_collection(self, name: str, data: st.DataObject) -> None:
        one = self.a_collection(data)
        self.do(lambda: self.unless_taken(lambda: filing.rename(self.workspace, one, name)))

    @precondition(has_collections)
    @rule(data=st.data())
    def remove_collection(self, data: st.DataObject) -> None:
        one = self.a_collection(data)
        self.do(lambda: filing.remove(self.workspace, one))

    @precondition(has_collections)
    @rule(data=st.data(), into=st.booleans())
    def file(self, data: st.DataObject, into: bool) -> None:
        one = self.a_collection(data)
        filed = data.draw(st.lists(st.sampled_from(sorted(self.texts)))) if self.texts else []
        verb = filing.file if into else filing.take_out
        self.do(lambda: verb(self.workspace, one, filed))

    @rule(typed=st.sampled_from(["mayor", "قال", "有問", "no", '"two lines"', "said mayor", "z"]))
    def search(self, typed: str) -> None:
        found = searching.search(self.workspace, typed, most=100)
        assert found.unread == 0
        looked_for = wanted(typed)
        texts = [
            (str(row[0]), [" ".join(map(str, row[1:4])) + "\n" + self.texts[row[0]]])
            for row in self.state["article"]
        ]
        for claim in self.claims.values():
            written = [claim.note, *(x for one in claim.evidence for x in (one.where, one.found))]
            texts.append((claim.article, [" ".join(written)]))
        expected = {
            article
            for article, (words,) in texts
            if not self.binned[ArticleId(article)]
            and {one.part for one in looked_for.found(folded_with_places(words))}
            == set(range(len(looked_for.parts)))
        }
        assert {one.article.id for one in found.found} == expected

    @precondition(has_articles)
    @rule(data=st.data(), start=PLACES, length=st.integers(1, 9), tag=TAGS, who=st.integers(0, 1))
    def toggle(
        self, data: st.DataObject, start: int, length: int, tag: Tag | None, who: int
    ) -> None:
        target = claiming.Target(
            self.an_article(data), self.people[who], self.a_span(start, length)
        )
        self.do(lambda: claiming.toggle(self.workspace, target, tag))

    @staticmethod
    def a_span(start: int, length: int) -> Span:
        return Span(start // 3 * 3, start // 3 * 3 + (length + 2) // 3 * 3)

    @precondition(has_claims)
    @rule(data=st.data(), tag=TAGS)
    def toggle_at_caret(self, data: st.DataObject, tag: Tag | None) -> None:
        claim = self.a_claim(data)
        target = claiming.Target(claim.article, claim.person, at_caret=claim.id)
        self.do(lambda: claiming.toggle(self.workspace, target, tag))

    @precondition(has_articles)
    @rule(data=st.data(), start=PLACES, who=st.integers(0, 1), source=NAMES, note=WORDS)
    def tag_by_command(
        self, data: st.DataObject, start: int, who: int, source: str, note: str
    ) -> None:
        target = claiming.Target(self.an_article(data), self.people[who], self.a_span(start, 3))
        fields = claiming.Fields(frozenset({Tag.VERIFIED}), note or None, source, None)
        self.do(lambda: claiming.tag_exactly(self.workspace, target, fields))

    @precondition(has_claims)
    @rule(data=st.data(), note=WORDS, visit=st.sampled_from(["", "a", "b"]))
    def edit_note(self, data: st.DataObject, note: str, visit: str) -> None:
        edit = ClaimEdit(self.a_claim(data).id, visit, note=note)
        self.do(lambda: claiming.edit(self.workspace, edit), joins=bool(visit))

    @precondition(has_claims)
    @rule(data=st.data(), sources=st.lists(SOURCES, max_size=3), role=ROLES, cue=WORDS)
    def edit_sources(
        self, data: st.DataObject, sources: list[Source], role: SourceRole, cue: str
    ) -> None:
        given = tuple(Attribution(source, role, cue) for source in sources)
        edit = ClaimEdit(self.a_claim(data).id, "", attributions=given)
        self.do(lambda: claiming.edit(self.workspace, edit))

    @precondition(has_sources)
    @rule(data=st.data(), value=SOURCES)
    def edit_source(self, data: st.DataObject, value: Source) -> None:
        ids = sorted(str(row[0]) for row in self.state["source"])
        edit = SourceEdit(SourceId(data.draw(st.sampled_from(ids))), "", value)
        self.do(lambda: sourcing.edit(self.workspace, edit))

    @precondition(has_claims)
    @rule(data=st.data(), evidence=st.lists(EVIDENCE, max_size=3))
    def edit_evidence(self, data: st.DataObject, evidence: list[Evidence]) -> None:
        edit = ClaimEdit(self.a_claim(data).id, "", evidence=tuple(evidence))
        self.do(lambda: claiming.edit(self.workspace, edit))

    @precondition(has_claims)
    @rule(data=st.data(), role=st.sampled_from(LinkRole), known=st.booleans())
    def link(self, data: st.DataObject, role: LinkRole, known: bool) -> None:
        claim = self.a_claim(data)
        target = self.a_claim(data).id if known else ClaimId("elsewhere")
        edit = ClaimEdit(claim.id, "", links=(*claim.links, Link(target, role)))
        self.do(lambda: claiming.edit(self.workspace, edit))

    @precondition(has_claims)
    @rule(data=st.data(), start=PLACES, length=st.integers(1, 9))
    def move_ends(self, data: st.DataObject, start: int, length: int) -> None:
        claim = self.a_claim(data)
        span = self.a_span(start, length)
        self.do(lambda: claiming.move(self.workspace, claim.id, span))

    @precondition(has_claims)
    @rule(data=st.data(), more=st.booleans())
    def remove_claims(self, data: st.DataObject, more: bool) -> None:
        wanted = [self.a_claim(data).id, *([self.a_claim(data).id] if more else [])]
        self.do(lambda: claiming.remove(self.workspace, wanted))

    @precondition(has_claims)
    @rule(data=st.data(), hint=st.sampled_from(["whole paragraph", "own address"]))
    def dismiss(self, data: st.DataObject, hint: str) -> None:
        claim = self.a_claim(data).id
        self.do(lambda: claiming.dismiss(self.workspace, claim, hint))

    @rule(who=st.integers(0, 1), name=st.sampled_from(["Ana", "Ben", "Ана"]))
    def rename_person(self, who: int, name: str) -> None:
        self.do(lambda: naming.rename(self.workspace, Person(self.people[who], ""), name))

    @precondition(has_articles)
    @rule(data=st.data(), title=WORDS, outlet=WORDS)
    def describe(self, data: st.DataObject, title: str, outlet: str) -> None:
        article = self.an_article(data)
        metadata = Metadata(title, outlet)
        self.do(lambda: describing.describe(self.workspace, article, metadata))

    @precondition(has_articles)
    @rule(data=st.data(), text=st.sampled_from(LATER), start=PLACES, length=st.integers(1, 9))
    def newer_version(self, data: st.DataObject, text: str, start: int, length: int) -> None:
        article = self.an_article(data)
        chosen = [one.id for one in self.claims.values() if one.article == article]
        marked = data.draw(st.sets(st.sampled_from(sorted(chosen)))) if chosen else set()
        place = data.draw(st.sampled_from([None, self.a_span(start, length)]))

        def work() -> None:
            with suppress(*NO_VERSION):
                versions = proposed(self.workspace, article, text)
                add_version(self.workspace, versions, dict.fromkeys(marked, place))

        self.do(work, later=False)

    @precondition(has_articles)
    @rule(data=st.data())
    def compare_versions(self, data: st.DataObject) -> None:
        with suppress(NoEarlierVersion):
            versions = versioning.compare(self.workspace, self.an_article(data))
            for fate in versions.fates:
                assert fate.span is None or fate.span.within(len(versions.texts.new))

    @precondition(has_articles)
    @rule()
    def export(self) -> None:
        path = self.folder / f"{len(self.files)}.jsonld"
        reporting.export(self.workspace, sorted(self.texts), path)
        self.files.append(path)

    def has_files(self) -> bool:
        return bool(self.files)

    @precondition(has_files)
    @rule(data=st.data(), by_others=st.booleans(), article=st.booleans())
    def import_file(self, data: st.DataObject, by_others: bool, article: bool) -> None:
        path = data.draw(st.sampled_from(self.files))
        if by_others:
            path = as_of_others(path)
        known = self.an_article(data) if article and self.texts else None
        # Where claims become one, the later moment of both holds, which may be the one there was.
        self.do(lambda: import_files(self.workspace, [path], known), later=False)

    @rule(back=st.booleans())
    def set_clock(self, back: bool) -> None:
        self.desk.clock.time -= timedelta(days=1 if back else -1)

    @rule()
    def undo(self) -> None:
        now = self.state
        done = undoing.undo(self.workspace)
        assert bool(done) == bool(self.before)
        if self.before:
            self.look()
            self.after.append(now)
            assert self.state == self.before.pop()

    @rule()
    def redo(self) -> None:
        now = self.state
        done = undoing.redo(self.workspace)
        assert bool(done) == bool(self.after)
        if self.after:
            self.look()
            self.before.append(now)
            assert self.state == self.after.pop()

    # What must hold

    @invariant()
    def nothing_is_broken(self) -> None:
        with self.workspace.library.reading() as reading:
            assert sqlite.broken_references(reading.connection) == []
        used = {row[2] for row in self.state["attribution"]}
        assert used == {row[0] for row in self.state["source"]}
        for _id, article, _person, start, end, *_tags, quote, _made, _changed, _best in self.state[
            "claim"
        ]:
            assert self.texts[article][start:end] == quote
        spans = [(claim.article, claim.person, claim.span) for claim in self.claims.values()]
        assert len(spans) == len(set(spans))

    @invariant()
    def what_is_missing_is_found_by_both(self) -> None:
        lacking = {claim.article for claim in self.claims.values() if missing(claim)}
        assert listing.incomplete(self.workspace) == lacking

    @invariant()
    def news_tells_the_difference(self) -> None:
        self.known |= self.texts.keys()
        for article in self.known:
            for person in (None, self.people[0]):
                news = noticing.news(self.workspace, self.seen, article, person)
                assert not news.gone & {claim.id for claim in news.changed}
                before = self.shown.get((article, person), {})
                now = {key: one for key, one in before.items() if key not in news.gone}
                now |= {claim.id: claim for claim in news.changed}
                assert now == {
                    claim.id: claim
                    for claim in self.claims.values()
                    if claim.article == article and person in (None, claim.person)
                }
                self.shown[article, person] = now
        self.seen = noticing.newest(self.workspace)

    def teardown(self) -> None:
        self.ids.stop()
        while self.before:
            self.undo()
        assert undoing.undo(self.workspace) is None
        while self.after:
            self.redo()
        assert undoing.redo(self.workspace) is None
        assert checking.check(self.workspace).damage == ()
        self.workspace.close()
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    # Explaining a failure traces every line, which takes minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
