"""Why an item that makes sense by itself does not fit into this library."""

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.words import N_


class UnknownText(ItemRefusal):
    """The text that the item is about is not here."""

    SAYS = N_(
        "The text that this item is about is not in the library. It was left out. Add the article "
        "first, or say where it belongs."
    )


class OutsideItsText(ItemRefusal):
    """Offsets that its own text does not have."""

    SAYS = N_(
        "The position {start} to {end} is not within its text of {characters} characters. "
        "The item was left out."
    )


class QuoteElsewhere(ItemRefusal):
    """Position and quote disagree, and no single place is meant."""

    SAYS = N_(
        "The words of this item do not stand at its position, and no other place in the article "
        "is clearly the one that is meant. It was left out."
    )


class OtherArticle(ItemRefusal):
    """An id that a claim on another article has here."""

    SAYS = N_(
        "A claim on another article has the id of this item already. It was left out; that claim "
        "stays as it is."
    )


class OtherPerson(ItemRefusal):
    """An id that a claim of somebody else has here."""

    SAYS = N_(
        "A claim of another person has the id of this item already. It was left out; that claim "
        "stays as it is."
    )


class SameTime(ItemRefusal):
    """Nobody can tell which of the two is the newer one."""

    SAYS = N_(
        "The claim in the library has the same time as this item and says something else, so "
        "nobody can tell which one is newer. The item was left out; the claim stays as it is."
    )


class Apart(ItemRefusal):
    """It was joined with another claim here, and moved away elsewhere."""

    SAYS = N_(
        "This item was joined with another claim here, and in the file it stands on other words "
        "now. It was left out; the claim stays as it is."
    )
