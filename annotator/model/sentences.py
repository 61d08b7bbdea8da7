"""Where sentences begin and end: for selecting one by key, and for telling claims from paragraphs.

The rule, for any script whose sentences end in a mark:

- A sentence never crosses a line. Outer white space belongs to no sentence.
- It ends after `. ! ? …` and their kin in other scripts, with the closing quotes and brackets
  that follow, where white space or the end of the line comes next. The full-width marks of
  Chinese and Japanese end it without white space.
- It does not end before a lower-case letter: "Why?" he asked.
- A full stop does not end it after an abbreviation that stands before something (Dr., e.g.; No.
  and Jan. before a number), between a day and its month (3. Mai), nor while it holds nothing but
  the number of a list.
- After initials and abbreviations that can also stand last (U.S., J., Inc., etc.) a full stop
  ends it only when a word follows that usually begins a sentence: "the U.N. The world body", but
  "the U.S. Army".
"""

import re
from collections.abc import Iterator

from annotator.model.span import Span

_CLOSERS = "\"'”’»›)\\]}」』）】〉》"
_OPENERS = "\"'“”‘„‚«»‹›(\\[{¿¡「『（【〈《"
_STOPS = ".!?…‽؟۔।॥։።፧။។᙮"
_FULL_WIDTH_STOPS = "。！？｡．"
_END = re.compile(
    rf"[{_STOPS}{_FULL_WIDTH_STOPS}]*"
    rf"(?:[{_FULL_WIDTH_STOPS}][{_CLOSERS}]*|[{_STOPS}][{_CLOSERS}]*(?=\s|$))"
)
_NEXT_WORD = re.compile(rf"[\s{_OPENERS}]*(\w+)?")
_TOKEN = re.compile(rf"[^\s{_OPENERS}]*$")
_LONGEST_TOKEN = 16
"""So far back an abbreviation is looked for: without a bound, long lines take for ever."""
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_STAND_BEFORE = _words(
    "dr mr mrs ms prof rev hon st mt gen col lt maj capt cmdr sgt adm gov sen rep pres amb",
    "vs e.g i.e cf approx hr hrn fr bzw z.b d.h u.a ca mme mlle",
)
"""Before a name or an explanation: never the last word of a sentence."""
_STAND_BEFORE_NUMBERS = _words(
    "no nos nr fig vol pp art jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MAY_STAND_LAST = _words("inc corp co ltd jr sr bros etc usw a.m p.m al est dept univ")
_MONTHS_AFTER_DAYS = _words(
    "januar februar märz april mai juni juli august september oktober november dezember jänner"
)
_BEGINNERS = _words(
    "a after all although an and as at because before but by despite during for from he her his",
    "how however i if in it its last many meanwhile most no now of on one she since so some such",
    "that the their then there these they this those though to under until we what when where",
    "while who why with without you",
)


def sentence_spans(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of a text, or those that share a code point with `within`, in order."""
    if within is None:
        return [span for line in _lines(text, Span(0, len(text))) for span in _in_line(text, line)]
    lines = _lines(text, _whole_lines(text, within))
    return [span for line in lines for span in _in_line(text, line) if span.overlaps(within)]


def sentence_at(text: str, position: int) -> Span:
    """The sentence at a code point; between two of them the one before.

    On a line without a sentence it is empty and lies at the position.
    """
    line = _whole_lines(text, Span(position, position))
    found = Span(position, position)
    for number, span in enumerate(_in_line(text, line)):
        if number and span.start > position:
            break
        found = span
    return found


def _whole_lines(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = end if end >= 0 else span.end
        yield Span(start, end)
        start = end + 1


def _in_line(text: str, line: Span) -> Iterator[Span]:
    """The sentences of one line; what follows the last mark is one too."""
    content = text[line.start : line.end]
    start = 0
    for match in _END.finditer(content):
        if _ends_there(content, start, match):
            yield from _trimmed(content, start, match.end(), line.start)
            start = match.end()
    yield from _trimmed(content, start, len(content), line.start)


def _trimmed(content: str, start: int, end: int, shift: int) -> Iterator[Span]:
    sentence = content[start:end]
    visible = sentence.strip()
    if visible:
        first = shift + start + len(sentence) - len(sentence.lstrip())
        yield Span(first, first + len(visible))


def _ends_there(content: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark with its closers ends the sentence that began at `start` of its line."""
    following = _NEXT_WORD.match(content, mark.end())
    word = (following and following[1]) or ""
    if word[:1].islower():
        return False
    if mark[0] != "." or not word:
        return True
    return _full_stop_ends(
        content[max(start, mark.start() - _LONGEST_TOKEN) : mark.start()], word.casefold()
    )


def _full_stop_ends(said: str, word: str) -> bool:
    """Whether a full stop ends what was said, by its last token and the (lower-cased) next word."""
    token = _token_at_end(said)
    if token in _STAND_BEFORE or (token in _STAND_BEFORE_NUMBERS and word[0].isdigit()):
        return False
    if token.isdigit():
        return token != said.strip() and word not in _MONTHS_AFTER_DAYS
    if token in _MAY_STAND_LAST or _INITIALS.fullmatch(token):
        return word in _BEGINNERS
    return True


def _token_at_end(said: str) -> str:
    token = _TOKEN.search(said)
    return token[0].casefold() if token else ""
