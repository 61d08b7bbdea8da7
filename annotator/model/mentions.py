"""People's names in what somebody wrote, with stand-ins put in their place.

A note says "Ana and I disagree", or names a file in ana-li's folder. What may be somebody else's
name, or none, is left and counted as well: whoever gives the work away can look at it.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from annotator.model.ordinary import ORDINARY
from annotator.model.person import tidy_name
from annotator.model.spellings import (
    bare,
    beginnings,
    folded,
    is_exact,
    is_loose,
    key,
    parts,
    pattern,
    respellings,
    spellings,
    tells,
)
from annotator.words import _

_HOME = re.compile(
    r"(?i)((?:/home/|/Users/|[A-Z]:[\\/](?:Users|Documents and Settings)[\\/]))[^/\\\s]+"
)
"""A folder that bears the name by which somebody signs in at a computer."""

_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]+\Z")
_AFTER = re.compile(r"[ \u00a0]+([^\W\d_][\w’'-]*)")
_CAPITALISED = re.compile(r"(?<![^\W_])(?=[^\W\d_a-z])[^\W\d_]{5,}")
_ENDED, _ENDINGS = 4, (1, 2, 3)
"""So many letters has a name of which it is asked whether an ending of one of these lengths hangs
on it, in a language that has such."""
_NEAR = 60
"""A word that belongs to a name begins at most so many code points before it."""


class Rule(Enum):
    """Where a name stands says whose it may be."""

    NOTE = auto()
    """Somebody's own words: the name is that of a person of the library."""
    SAID = auto()
    """Words about the article: a name that stands in it is the article's."""
    ABOUT = auto()
    """What is known of the article: besides, a part of a name proves nothing there."""


class Mention(NamedTuple):
    """A name that was found, and what stands there now; "" where it was left."""

    words: str
    instead: str


class Said:
    """What an article says, to ask whether a name is its own."""

    def __init__(self, text: str) -> None:
        self._text = text

    def names(self, words: str) -> bool:
        """Whether these words stand in the article, in any case."""
        wanted = re.escape(folded(words))
        return re.search(rf"(?<!\w){wanted}(?!\w)", self._whole) is not None

    @cached_property
    def _whole(self) -> str:
        return folded(self._text)


class _Find(NamedTuple):
    """A place where a name stands, and which stand-ins it may be about."""

    match: re.Match[str]
    who: frozenset[str]
    ending: str
    """What hangs on the name and is kept: "s"."""
    is_sure: bool
    is_anothers: bool = False
    """Whether the article says that it is somebody else's, whoever else is named here."""

    def instead(self, known: frozenset[str]) -> str:
        """What to put there, where these are surely named; "" to leave it."""
        meant = self.who & known
        if self.is_anothers or not (self.is_sure or meant):
            return ""
        stand_in = _one_of(meant or self.who)
        # What it hangs on is an address; a name that holds one itself is a name all the same.
        word = f"{self.match.string[: self.match.start()]}|".rsplit(maxsplit=1)[-1]
        return (stand_in.replace(" ", "-") if "://" in word else stand_in) + self.ending


class Names:
    """The names of some people, each with its stand-in; `found` counts what came up."""

    def __init__(self, people: Iterable[tuple[str, str]]) -> None:
        self.found: Counter[Mention] = Counter()
        every: set[str] = set()
        wholes, partly, respelt = (defaultdict[str, set[str]](set) for _kind in range(3))

        def look_for(names: set[str], of: defaultdict[str, set[str]], instead: str) -> None:
            every.update(names)
            for name in names:
                of[key(name)].add(instead)

        for name, instead in people:
            tidy = tidy_name(name)
            look_for(spellings(tidy), wholes, instead)
            look_for(respellings(tidy), respelt, instead)
            for part in parts(tidy):
                look_for(spellings(part), partly, instead)
                look_for(respellings(part), respelt, instead)
        self._who = {one: frozenset(who) for one, who in (respelt | partly | wholes).items()}
        self._wholes = frozenset(wholes)
        self._exact = {key(one) for one in every if is_exact(one)}
        self._ended = {
            key(one) for one in every if len(one) >= _ENDED and not (is_exact(one) or is_loose(one))
        }
        self._pattern = pattern(every)
        self._beginnings = frozenset[str]().union(*(beginnings(one) for one in every))
        self._sizes = {len(one) for one in self._beginnings}
        self._first_letters = {one[0] for one in every if is_loose(one)}

    def replaced(self, text: str, rule: Rule, said: Said) -> str:
        """The text with stand-ins for names. Where there was one to replace it is in NFC.

        Whoever is surely named in it is meant by what else may be their name in it.
        """
        text = _HOME.sub(self._homeless, text)
        composed = unicodedata.normalize("NFC", text)
        letters = bare(composed)
        if self._pattern is None or not self._may_name(letters):
            return text
        matches = self._pattern.finditer(letters)
        finds = [found for match in matches if (found := self._find(match, rule, said))]
        known = frozenset[str]().union(
            *(one.who for one in finds if one.is_sure and len(one.who) == 1)
        )
        if rule is not Rule.ABOUT:
            self._count_ended(composed, letters, [one.match.span() for one in finds])
        at = 0
        pieces: list[str] = []
        for one in finds:
            start, end = one.match.span()
            instead = one.instead(known)
            self.found[Mention(composed[start:end], instead)] += 1
            if instead:
                pieces += (composed[at:start], instead)
                at = end
        return "".join([*pieces, composed[at:]]) if pieces else text

    def _count_ended(self, text: str, letters: str, known: list[tuple[int, int]]) -> None:
        """Names on which an ending hangs, or other names: which of them, nobody can tell here."""
        for word in _CAPITALISED.finditer(letters):
            at, plain = word.start(), word[0].casefold()
            if any(plain[:-size] in self._ended for size in _ENDINGS) and not (
                _goes_on(word) or any(start <= at < end for start, end in known)
            ):
                self.found[Mention(text[at : word.end()], "")] += 1

    def _homeless(self, match: re.Match[str]) -> str:
        self.found[Mention(match[0], f"{match[1]}…")] += 1
        return f"{match[1]}…"

    def _may_name(self, text: str) -> bool:
        """Whether a name may stand in it: most notes name nobody, and this is quicker to ask."""
        begins = beginnings(text)
        return any(
            not self._beginnings.isdisjoint(one[:size] for one in begins) for size in self._sizes
        ) or not self._first_letters.isdisjoint(text)

    def _find(self, match: re.Match[str], rule: Rule, said: Said) -> _Find | None:
        name, ending = key(match[0]), ""
        if name not in self._who:
            name, ending = name[:-1], match[0][-1]
        is_whole = name in self._wholes
        not_written_so = bool(ending) and not match[0][0].isupper()
        if _goes_on(match) or not_written_so or (rule is Rule.ABOUT and not is_whole):
            return None
        who = self._who[name]
        if _is_of_longer(match, rule, said):
            return _Find(match, who, ending, is_sure=False, is_anothers=True)
        if name in self._exact and (ending or not is_whole):
            is_sure = not ending and _can_only_be_a_name(match)
        else:
            asked = {match[0]} if ending else set()
            if rule is not Rule.NOTE:
                asked |= {match[0], match[0].removesuffix(ending)}
            is_sure = not any(map(said.names, asked))
        return _Find(match, who, ending, is_sure)


def _one_of(stand_ins: frozenset[str]) -> str:
    return min(stand_ins) if len(stand_ins) == 1 else _("a student")


def _can_only_be_a_name(match: re.Match[str]) -> bool:
    """Whether a part of a name that may be a word has its capital for no other reason."""
    return tells(match[0]) and match[0][0].isupper() and not _begins_a_sentence(match)


def _goes_on(match: re.Match[str]) -> bool:
    """Whether a sign follows that belongs to the last letter: it is another word."""
    following = match.string[match.end() : match.end() + 1]
    return bool(following) and unicodedata.category(following).startswith("M")


def _begins_a_sentence(match: re.Match[str]) -> bool:
    """Whether the first letter is a capital for the place alone."""
    before = match.string[: match.start()].rstrip(" \u00a0\"'“”‘’«»„(-–—*•")
    return not before or before[-1] in ".!?:…\n\t"


def _is_of_longer(match: re.Match[str], rule: Rule, said: Said) -> bool:
    """Whether it is part of a longer name, of somebody whom the article speaks of."""
    before, after = _with_word_before(match), _with_word_after(match)
    if rule is Rule.ABOUT and after and " " not in folded(match[0]):
        return True  # a first name that somebody's surname follows, in a byline or a headline
    return any(one and said.names(one) for one in (before, after))


def _with_word_before(match: re.Match[str]) -> str:
    """The name with the capitalised word before it; "" where there is none."""
    start, end = match.span()
    word = _BEFORE.search(match.string, max(start - _NEAR, 0), start)
    return match.string[word.start() : end] if word and _is_name(word[1]) else ""


def _with_word_after(match: re.Match[str]) -> str:
    start, end = match.span()
    word = _AFTER.match(match.string, end)
    return match.string[start : word.end()] if word and _is_name(word[1]) else ""


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in ORDINARY
