"""What may stand before a document's first element: white space, declarations, comments.

Every file is looked at so before any process is begun that could be killed at it. So it goes
forward only: a pattern over several comments would try each way to part them.
"""

_MAY_STAND = (("<?xml", ">"), ("<!--", "-->"))


def after_prologue(text: str) -> str:
    """The text from its first element on, or from whatever else is there."""
    while True:
        text = text.lstrip()
        end = next((ends for begins, ends in _MAY_STAND if text.startswith(begins)), None)
        if end is None:
            return text
        _before, found, rest = text.partition(end)
        if not found:
            return text
        text = rest
