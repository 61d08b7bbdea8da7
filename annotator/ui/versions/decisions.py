"""What a person decides for each claim before a newer version is stored, and how that is said."""

from collections import Counter

from annotator.model.anchor import How
from annotator.model.carrying import Fate
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.services.versioning import Versions
from annotator.words import N_, _, ngettext

NAMES = {
    How.SAME: N_("Same"),
    How.MOVED: N_("Moved"),
    How.CHANGED: N_("Changed"),
    How.LOST: N_("Lost"),
}

_QUESTIONS = {
    How.SAME: N_("The same words at the same place."),
    How.MOVED: N_("The same words, at another place."),
    How.CHANGED: N_("Not the same words any more. Does it still claim the same?"),
    How.LOST: N_("These words are gone, or more than one place could be meant."),
}
_OTHER_SURROUNDINGS = N_("The same words among other ones. Does it still claim the same?")


class Decisions:
    """The claims of two versions and where each goes on; `is_open` while nothing is stored."""

    def __init__(self, versions: Versions, *, is_open: bool) -> None:
        self.versions = versions
        self.is_open = is_open
        self.choices: dict[ClaimId, Span | None] = {}
        """What was decided; of the others, the sure ones go on and the rest does not."""

    def place(self, fate: Fate) -> Span | None:
        """Where the claim goes on by now."""
        if not self.is_open:
            return fate.span
        return self.choices.get(fate.claim.id, fate.span if fate.is_sure else None)

    def take(self, fate: Fate, span: Span | None) -> None:
        """Let the claim go on there; None: let it stay on the earlier version only."""
        self.choices[fate.claim.id] = span

    def is_asked(self, fate: Fate) -> bool:
        """Whether somebody should look at it: its words are not simply there."""
        return not fate.is_sure

    def state(self, fate: Fate) -> str:
        """What becomes of a claim, in some words."""
        name = _(NAMES[fate.how])
        if not self.is_open:
            return name if fate.span else _("Not on the newer version")
        place = self.place(fate)
        if place is None:
            if fate.how is How.LOST:
                return name
            is_decided = fate.claim.id in self.choices
            return (_("{fate}: left behind") if is_decided else _("{fate}: to decide")).format(
                fate=name
            )
        if place != fate.span:
            return _("{fate}: marked anew").format(fate=name)
        return name if fate.is_sure else _("{fate}: taken over").format(fate=name)

    def question(self, fate: Fate) -> str:
        """What is to be said of a claim when it is looked at."""
        if fate.how is How.CHANGED and fate.span and self._same_words(fate):
            return _(_OTHER_SURROUNDINGS)
        if not self.is_open and fate.how is How.LOST:
            return _("This claim is on the earlier version only.")
        return _(_QUESTIONS[fate.how])

    def quote(self, fate: Fate) -> str:
        """The claim's words in the earlier version, on one line."""
        return " ".join(self.versions.texts.old_words(fate.claim.span).split())

    def name(self, fate: Fate) -> str:
        """Whose claim it is, where that is not clear."""
        persons = {one.claim.person for one in self.versions.fates}
        person = self.versions.people.get(fate.claim.person)
        return person.name if person and len(persons) > 1 else ""

    def summary(self) -> str:
        """How many claims there are, and how many of each fate."""
        number = len(self.versions.fates)
        if not number:
            return _("There are no claims on the earlier version.")
        counts = {how: sum(one.how is how for one in self.versions.fates) for how in How}
        said = ngettext("{number} claim", "{number} claims", number).format(number=number)
        parts = [
            _("{number} {fate}").format(number=count, fate=_(NAMES[how]).lower())
            for how, count in counts.items()
            if count
        ]
        return _("{claims}: {fates}.").format(claims=said, fates=", ".join(parts))

    def outcome(self) -> str:
        """How many claims will be on the earlier version only, and how many become one."""
        return " ".join(filter(None, (self._what_stays(), self._what_joins())))

    def _what_stays(self) -> str:
        stay = sum(self.place(one) is None for one in self.versions.fates)
        if not stay:
            return ""
        return ngettext(
            "{number} claim stays on the earlier version only.",
            "{number} claims stay on the earlier version only.",
            stay,
        ).format(number=stay)

    def _what_joins(self) -> str:
        """Two claims of one person on the same words become one: that is said before, too."""
        places = Counter(
            (one.claim.person, self.place(one)) for one in self.versions.fates if self.place(one)
        )
        joined = sum(number - 1 for number in places.values())
        if not joined:
            return ""
        return ngettext(
            "{number} claim comes to stand on the words of another and becomes one with it.",
            "{number} claims come to stand on the words of others and become one with them.",
            joined,
        ).format(number=joined)

    def _same_words(self, fate: Fate) -> bool:
        texts = self.versions.texts
        assert fate.span
        return texts.old_words(fate.claim.span) == texts.new_words(fate.span)
