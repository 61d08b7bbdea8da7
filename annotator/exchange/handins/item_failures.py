"""Why an item of a hand-in is left out though it makes sense by itself."""

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.words import N_


class SomebodyElse(ItemRefusal):
    """A claim of another person than the one who hands in."""

    SAYS = N_(
        "This claim is not by the person who hands in. It was left out; everybody hands in their "
        "own."
    )


class OtherText(ItemRefusal):
    """A claim on another article, or on another version of it."""

    SAYS = N_("This claim is on another text than the article of the hand-in. It was left out.")
