"""How a class met the teacher's claims; worked out on the worker's thread. No Qt."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.model.claim import Claim
from annotator.model.handin import Annotator
from annotator.model.ids import PersonId
from annotator.model.key import AnswerKey, Comparison, KeyResult, Met
from annotator.model.tags import Tag, in_order
from annotator.model.text import Paragraph, paragraph_of, paragraphs
from annotator.services.comparing import Classroom
from annotator.ui.classroom.seen import Key, KeyClaim, Meeting, Passage
from annotator.ui.classroom.wording import tag_name
from annotator.words import N_, _

HOW: dict[Met, str] = {
    Met.FOUND: N_("found"),
    Met.OTHER_TAG: N_("marked, with another tag"),
    Met.MISSED: N_("missed"),
}


def key_of(
    room: Classroom,
    shown: Sequence[Annotator],
    passages: Iterable[Passage],
    stand_ins: Mapping[PersonId, str],
) -> Key | None:
    """The key with how those who are shown met it; None where there is no teacher's work."""
    if not room.key:
        return None
    key = AnswerKey(room.text, room.key, room.optional)
    each = [key.compare(one) for one in shown]
    where = paragraphs(room.text)
    results = zip(*(one.results for one in each), strict=True) if each else ((),) * len(key.claims)
    claims = [
        _claim(room, claim, tuple(of_all), shown, where, stand_ins)
        for claim, of_all in zip(key.claims, results, strict=True)
    ]
    assignment = room.assignment
    return Key(
        " & ".join(one.name for one in room.key_people),
        tuple(claims),
        _beyond(each, passages),
        can_release=assignment is not None and assignment.is_mine,
        released=assignment is not None and assignment.released,
    )


def _claim(
    room: Classroom,
    claim: Claim,
    results: Sequence[KeyResult],
    shown: Sequence[Annotator],
    where: Sequence[Paragraph],
    stand_ins: Mapping[PersonId, str],
) -> KeyClaim:
    found = [one for one in results if one.met is Met.FOUND]
    return KeyClaim(
        id=claim.id,
        quote=room.text[claim.span.start : claim.span.end],
        span=claim.span,
        paragraph=paragraph_of(where, claim.span.start).number if where else 0,
        tags=in_order(claim.tags) or (None,),
        found=len(found),
        wider=sum(one.wider for one in found),
        other_tag=sum(one.met is Met.OTHER_TAG for one in results),
        missed=sum(one.met is Met.MISSED for one in results),
        also_checked=sum(bool(one.also_checked) for one in results),
        optional=claim.id in room.optional,
        met=tuple(
            Meeting(one.id, one.name, stand_ins[one.id], HOW[result.met], _more(result))
            for one, result in zip(shown, results, strict=True)
        ),
    )


def _more(result: KeyResult) -> str:
    said = [_("wider than the claim")] if result.wider else []
    if result.lacks:
        said.append(_("without {tags}").format(tags=_names(result.lacks)))
    if result.also_checked:
        said.append(_("also checked: {tags}").format(tags=_names(result.also_checked)))
    return ", ".join(said)


def _names(tags: Iterable[Tag]) -> str:
    return ", ".join(map(tag_name, tags))


def _beyond(each: Iterable[Comparison], passages: Iterable[Passage]) -> int:
    """How many passages the class marked that are nowhere in the key."""
    beyond = {claim.id for one in each for claim in one.not_in_key}
    return sum(
        all(claim.id in beyond for answer in one.found.answers for claim in answer.claims)
        for one in passages
    )
