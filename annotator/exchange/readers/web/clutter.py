"""Lines that a site puts before, between and after an article's, by their markup or their words."""

import re

from annotator.exchange.readers.web.blocks import Block, Element, names
from annotator.exchange.readers.web.phrases import CALL, COMMENTS, HEADING, LINE, RIGHTS, TELLS

_MARKED = re.compile(
    r"(?:^|[\s_-])(?:"
    r"ad|ads|advert\w*|sponsor\w*|promo\w*|outbrain|taboola|donat\w+"
    r"|subscribe|subscription"
    r"|social|sharing|share|shares|sharebar|share-?tools?|addthis|sharethis|follow|follow-?us"
    r"|related\w*|recirc\w*|recommend\w*|read-?more|readmore|most-?(?:read|popular|viewed)|trending"
    r"|more-?(?:stories|news|from|on|links|articles|coverage)|also-?(?:read|like)|see-?also|teaser\w*"
    r"|newsletter\w*|sign-?up|signup|optin|cookie\w*|consent|gdpr|onetrust|cmp|banner"
    r"|caption\w*|figcaption|wp-caption\w*|photo-?(?:credit|caption)|image-?(?:credit|caption\w*)"
    r"|media-?(?:caption|credit)|credit|credits|photographer|gallery|slideshow|lightbox"
    r"|byline\w*|author\w*|bio|biography|contributor\w*|dateline|timestamp|pub-?date|publish\w*-?date"
    r"|breadcrumb\w*|navbar|navigation|nav|menu|pagination|pager|footer|masthead|site-?header"
    r"|comment|comments|commentlist|disqus\w*|respond|tags|tag-?list|taglist|keywords|topics"
    r"|copyright|disclaimer|print-?only|screen-?reader-text|visually-?hidden|sr-?only|skip-?link"
    r"|video-?(?:caption|title|meta)|audio|player|toolbar|poll|app-?store"
    r")(?=$|[\s_\d-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus\w*)(?=$|[\s_\d-])", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ELEMENTS = names("nav footer figcaption aside form fieldset address time")
_ROLES = names("navigation banner contentinfo search complementary menu menubar dialog alert")
_WORD = re.compile(r"\w+")

_LONGEST = 280
"""Characters of a line that can be clutter by its words."""
_LONGEST_HEADING = 60
_FOOTNOTES = r"(?:\s*\[[^\[\]]{1,20}\]|[⁰¹²³⁴-⁹*†‡]|(?<=[^\W\d][.!?])\d{1,2})*"
"""Their marks stand behind the full stop: "[1]", "[citation needed]", or a raised number."""
_SENTENCE_END = re.compile("[.!?…:;。！？؟।][\"'”’»)\\]]*" + _FOOTNOTES + "\\s*\\Z")
_FEWEST_WORDS = 6
"""Of a line that can be a sentence of the article, whatever word it begins with."""


def is_marked(element: Element) -> bool:
    """Whether an element says that it holds no paragraph of an article."""
    if element.tag in _ELEMENTS or (element.get("role") or "").casefold() in _ROLES:
        return True
    return _MARKED.search(_says(element)) is not None


def is_of_comments(element: Element) -> bool:
    """Whether an element says that readers wrote it: often more than the paper did."""
    return _COMMENTS.search(_says(element)) is not None


def _says(element: Element) -> str:
    said = map(element.get, ("class", "id", "itemprop", "data-testid"))
    return _CAMEL.sub("-", " ".join(filter(None, said)))


def is_clutter(block: Block) -> bool:
    """Whether a line is, by its words or by its links, a site's and not the article's."""
    text = block.text.strip(" \xa0\t-–—*|>»›•▶→")
    if not _WORD.search(text) or block.element.tag == "button":
        return True
    is_heading = block.kind == "heading"
    if len(text) <= _LONGEST and _is_phrase(block, text):
        return True
    return is_mostly_links(block) and not is_heading and not ends_sentence(text)


def _is_phrase(block: Block, text: str) -> bool:
    if block.kind == "heading":
        return HEADING.fullmatch(text) is not None
    if RIGHTS.fullmatch(text):
        return True
    if is_sentence(block) and TELLS.search(text):
        return False
    return CALL.fullmatch(text) is not None or (
        LINE.fullmatch(text) is not None and not is_sentence(block)
    )


def is_sentence(block: Block) -> bool:
    """Whether a line says something by itself: "By noon the water had gone" names nobody."""
    ends = ends_sentence(block.text) and not block.text.endswith((":", ";"))
    few = len(block.text.split()) < _FEWEST_WORDS
    return ends and not few and block.linked * 2 < len(block.text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def is_mostly_links(block: Block) -> bool:
    """Whether at least four fifths of a line are links."""
    return block.linked * 5 >= len(block.text) * 4


def begins_comments(block: Block) -> bool:
    """Whether a line is the heading above what readers wrote."""
    return (
        len(block.text) <= _LONGEST_HEADING
        and not ends_sentence(block.text.rstrip(":"))
        and COMMENTS.fullmatch(block.text) is not None
    )
