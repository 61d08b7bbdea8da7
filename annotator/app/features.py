"""Switch off what PySide does at every import for a way of writing that nobody uses here.

PySide offers Python-like names to a module that says `from __feature__ import ...`. To find such
modules it reads the source of each one that is imported after it, SQLAlchemy's too, and Python
keeps what was read: a tenth of the time to the first article, and 6 MB. mypy refuses that way of
writing, so no module here asks for it (docs/decisions/0011).
"""

import builtins
from typing import Any

_NAME = "__feature_import__"


def switch_off() -> None:
    """Let imports be as they were without that; call it once PySide6 is imported.

    Where PySide does it in another way, or no longer, nothing happens.
    """
    known: dict[str, Any] = vars(builtins)
    if getattr(known["__import__"], "__name__", "") == _NAME and "__orig_import__" in known:
        known["__import__"] = known["__orig_import__"]
