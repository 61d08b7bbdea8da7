"""Parts of English words, for where a line ends at a hyphen that may be the word's own.

Other languages join far more; there the document's own words decide.
"""

_HYPHENED = "well self twenty thirty forty fifty sixty seventy eighty ninety"
_ENDINGS = "ness ing ish er ers ed ly way fold est ies"
_LATER = (
    "year old based called known led style made owned backed funded elect looking minded friendly "
    "related thirds quarters fifths"
)
_CLOSED = (
    "with how some any every under over out through there where here what who when never none "
    "fore after mean news back down up in on north south east west"
)

HYPHENED = frozenset(_HYPHENED.split())
"""First parts that a hyphen follows, unless an ending does."""
ENDINGS = frozenset(_ENDINGS.split())
LATER = frozenset(_LATER.split())
"""Second parts that a hyphen stands before, after a word that the document knows."""
CLOSED = frozenset(_CLOSED.split())
"""First parts that are words, of words that are written without a hyphen: through-out."""
