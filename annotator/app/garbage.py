"""No search for garbage while the program starts.

Modules and the first article are hundreds of thousands of objects that all stay; Python would go
through them again and again, for a twelfth of the time to the first article. Afterwards they are
set aside for good, so that a later search does not hold up a key: it looks only at what is new.
"""

import gc


def put_off() -> None:
    """Search no more; call it before what is to stay is made."""
    gc.disable()


def search_again(*_news: object) -> None:
    """Search from now on, but not in what is there already. Does nothing unless it was put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
