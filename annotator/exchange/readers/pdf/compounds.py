"""Parts of English words, for where a line ends at a hyphen that may be the word's own.

Other languages join far more; there the document's own words decide.
"""

_HYPHENED = "well self twenty thirty forty fifty sixty seventy eighty ninety"
_ENDINGS = "ness ing ish er ers ed ly way fold est ies"
_LATER = (
    "year old based called known led style made owned backed funded elect looking minded friendly "
    "related thirds quarters fifths century centuries hour hours day days week weeks month months "
    "minute minutes mile miles metre metres kilometre kilometres"
)
_INNER = (
    "one two three four five six seven eight nine ten eleven twelve hundred thousand million first "
    "second third fourth fifth sixth seventh eighth ninth tenth half quarter st nd rd th year "
    "month week day hour minute mile metre vice of the and or a"
)
_LINKING = "in on to by at up"
_LINKED = "law laws chief date the a be"
_CLOSED = (
    "with how some any every under over out through there where here what who when never none "
    "fore after mean news back down up in on north south east west"
)

HYPHENED = frozenset(_HYPHENED.split())
"""First parts that a hyphen follows, unless an ending does."""
ENDINGS = frozenset(_ENDINGS.split())
LATER = frozenset(_LATER.split())
"""Second parts that a hyphen stands before, after a word that the document knows."""
INNER = frozenset(_INNER.split())
"""Last parts of what is hyphened already that are words, so that a hyphen follows: twenty-first-"""
LINKING = frozenset(_LINKING.split())
"""The same, before the word that they link with (step-by-step) or one of these."""
LINKED = frozenset(_LINKED.split())
CLOSED = frozenset(_CLOSED.split())
"""First parts that are words, of words that are written without a hyphen: through-out."""
