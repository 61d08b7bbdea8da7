"""`annotator add FILE --new-version-of ARTICLE`: the same story, later; each claim's fate is said.

A terminal asks nobody, so a claim whose words changed stays behind unless `--with-changed` says
for all of them that they claim the same.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli import listed
from annotator.cli.command import Job
from annotator.model.anchor import How
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.span import Span
    from annotator.services.adding import Given
    from annotator.services.fetching import Address
    from annotator.services.preparing import Prepared
    from annotator.services.versioning import Versions
    from annotator.services.versioning_keeping import Choices, Kept, Version

FATES = {
    How.SAME: N_("same"),
    How.MOVED: N_("moved"),
    How.CHANGED: N_("changed"),
    How.LOST: N_("lost"),
}


def wrong(given: argparse.Namespace) -> str | None:
    """What does not go together on the command line."""
    if given.new_version_of is None:
        if given.with_changed:
            return _("--with-changed needs --new-version-of ARTICLE")
        return None
    if len(given.files) > 1:
        return _("with --new-version-of, name one FILE")
    return None


def run(job: Job, file: "Path | Given | Address") -> "Prepared":
    """Add one file as a newer version; what was read of it, or why it was refused."""
    from annotator.services import listing, versioning
    from annotator.services.preparing import prepare
    from annotator.services.versioning_keeping import add_version

    old = listing.find(job.workspace, job.given.new_version_of)
    [read] = prepare([file], job.given.encoding)
    if read.refusal:
        return read
    versions = versioning.propose(job.workspace, old.id, read)
    version = add_version(job.workspace, versions, _choices(job, versions))
    if job.given.json:
        _document(job, versions, version)
    else:
        _lines(job, versions, version)
    return read


def _choices(job: Job, versions: "Versions") -> "Choices":
    if not job.given.with_changed:
        return {}
    return {one.claim.id: one.span for one in versions.fates}


def _lines(job: Job, versions: "Versions", version: "Version") -> None:
    job.output.line(version.article.id, listed.title(version.article))
    seen: set[str] = set()
    for one in version.kept:
        name = versions.people[one.fate.claim.person].name
        said = _said(versions, one)
        if one.carried in seen:
            said = _("{words} (becomes one with a claim on the same words)").format(words=said)
        seen |= {one.carried} if one.carried else set()
        job.output.line(_(FATES[one.fate.how]), name, said)


def _said(versions: "Versions", one: "Kept") -> str:
    """The words, those of the newer version where they differ, and whether the claim goes on."""
    texts, fate = versions.texts, one.fate
    said = _("“{words}”").format(words=texts.old_words(fate.claim.span))
    if fate.how is How.CHANGED and fate.span:
        now = texts.new_words(fate.span)
        said = _("{before} → “{now}”").format(before=said, now=now)
    if one.carried is None:
        return _("{words} (stays on the earlier version)").format(words=said)
    return said


def _document(job: Job, versions: "Versions", version: "Version") -> None:
    from annotator.services import listing

    counts = {one.article.id: one.tags for one in listing.all_articles(job.workspace)}
    claims = [_as_json(versions, one) for one in version.kept]
    article = version.article
    job.output.document(
        [
            listed.as_json(
                article,
                counts[article.id],
                new=version.new,
                version_of=article.version_of,
                claims=claims,
            )
        ]
    )


def _as_json(versions: "Versions", one: "Kept") -> dict[str, object]:
    texts, fate = versions.texts, one.fate
    person = versions.people[fate.claim.person]
    return {
        "id": fate.claim.id,
        "person": {"id": person.id, "name": person.name},
        "fate": str(fate.how),
        "old": _passage(fate.claim.span, texts.old_words(fate.claim.span)),
        "new": _passage(fate.span, texts.new_words(fate.span)) if fate.span else None,
        "carried": one.carried,
    }


def _passage(span: "Span", words: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "quote": words}
