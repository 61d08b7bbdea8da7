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
from annotator.model.spellings import bare, folded, is_loose, parts, pattern, spellings
from annotator.words import _

_HOME = re.compile(
    r"(?i)((?:/home/|/Users/|[A-Z]:[\\/](?:Users|Documents and Settings)[\\/]))[^/\\\s]+"
)
"""A folder that bears the name by which somebody signs in at a computer."""

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]+\Z")
_AFTER = re.compile(r"[ \u00a0]+([^\W\d_][\w’'-]*)")
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


class Names:
    """The names of some people, each with its stand-in; `found` counts what came up."""

    def __init__(self, people: Iterable[tuple[str, str]]) -> None:
        self.found: Counter[Mention] = Counter()
        wholes: defaultdict[str, set[str]] = defaultdict(set)
        partly: defaultdict[str, set[str]] = defaultdict(set)
        for name, instead in people:
            for spelling in spellings(tidy_name(name)):
                wholes[spelling].add(instead)
            for part in parts(tidy_name(name)):
                for spelling in spellings(part):
                    partly[spelling].add(instead)
        every = {*wholes, *partly}
        self._instead = {folded(one): _one_of(who) for one, who in (partly | wholes).items()}
        self._wholes = {folded(one) for one in wholes}
        self._pattern = pattern(every)
        self._first_words = {found[0].casefold() for one in every if (found := _WORD.search(one))}
        self._first_letters = {one[0] for one in every if is_loose(one)}

    def replaced(self, text: str, rule: Rule, said: Said) -> str:
        """The text with stand-ins for names. Where there was one to replace it is in NFC."""
        text = _HOME.sub(self._homeless, text)
        composed = unicodedata.normalize("NFC", text)
        letters = bare(composed)
        if self._pattern is None or not self._may_name(letters):
            return text
        at = 0
        pieces: list[str] = []
        for match in self._pattern.finditer(letters):
            instead = self._for(match, rule, said)
            if instead is None:
                continue
            self.found[Mention(composed[slice(*match.span())], instead)] += 1
            if instead:
                pieces += (composed[at : match.start()], instead)
                at = match.end()
        return "".join([*pieces, composed[at:]]) if pieces else text

    def _homeless(self, match: re.Match[str]) -> str:
        self.found[Mention(match[0], f"{match[1]}…")] += 1
        return f"{match[1]}…"

    def _may_name(self, text: str) -> bool:
        """Whether a name may stand in it: most notes name nobody, and this is quicker to ask."""
        words = (word.casefold() for word in _WORD.findall(text))
        return not (self._first_words.isdisjoint(words) and self._first_letters.isdisjoint(text))

    def _for(self, match: re.Match[str], rule: Rule, said: Said) -> str | None:
        """What to put for a name: "" to leave it, None where it is none."""
        key = folded(match[0])
        is_whole = key in self._wholes
        if _goes_on(match) or (rule is Rule.ABOUT and not is_whole):
            return None
        may_be_a_word = key in ORDINARY and not is_whole and _begins_a_sentence(match)
        if may_be_a_word or _is_of_another(match, rule, said):
            return ""
        instead = self._instead[key]
        return instead.replace(" ", "-") if "://" in match.string else instead


def _one_of(stand_ins: set[str]) -> str:
    return stand_ins.pop() if len(stand_ins) == 1 else _("a student")


def _goes_on(match: re.Match[str]) -> bool:
    """Whether a sign follows that belongs to the last letter: it is another word."""
    following = match.string[match.end() : match.end() + 1]
    return bool(following) and unicodedata.category(following).startswith("M")


def _begins_a_sentence(match: re.Match[str]) -> bool:
    """Whether the first letter is a capital for the place alone."""
    before = match.string[: match.start()].rstrip(" \u00a0\"'“”‘’«»„(-–—*•")
    return not before or before[-1] in ".!?:…\n\t"


def _is_of_another(match: re.Match[str], rule: Rule, said: Said) -> bool:
    """Whether the name is somebody's whom the article speaks of."""
    if rule is not Rule.NOTE and said.names(match[0]):
        return True
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
