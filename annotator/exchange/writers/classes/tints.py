"""The tints of the article of a class, for formats that want a colour for each of them."""

from annotator.exchange.writers.classes.heat import LEVELS
from annotator.exchange.writers.palettes import palette
from annotator.model.tags import Tag

_FAINTEST, _DEEPEST = 0.12, 0.44
"""How much of a tag's colour lies under words of the first level, and of the last one."""


def tint(tag: Tag | None, level: int) -> str:
    """The colour on paper under words of a level from 1, as `#rrggbb`."""
    colours = palette("light")
    share = _FAINTEST + (_DEEPEST - _FAINTEST) * (level - 1) / (LEVELS - 1)
    ground = bytes.fromhex(colours["paper"][1:])
    line = bytes.fromhex(colours["tags"][tag or "open"]["line"][1:])
    mixed = (round(one + (other - one) * share) for one, other in zip(ground, line, strict=True))
    return f"#{bytes(mixed).hex()}"
