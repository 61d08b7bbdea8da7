"""The colours of a report are those of the window: resources/palettes/ says them once."""

import json
from functools import cache
from typing import Any

from annotator.bundled import resource


@cache
def palette(name: str) -> dict[str, Any]:
    """The colours of the scheme "light" or "dark", as `#rrggbb`; paper is always light."""
    found: dict[str, Any] = json.loads(resource("palettes", f"{name}.json").read_text("utf-8"))
    return found
