"""Fields: what Word computes, such as a page number or a link. Their results are text."""


class Fields:
    """In which fields the reading stands: in the code of one, or in its result."""

    def __init__(self) -> None:
        self._in_code: list[bool] = []

    def mark(self, kind: str | None) -> None:
        """Pass a mark: where a field begins, its result begins ("separate"), or it ends."""
        if kind == "begin":
            self._in_code.append(True)
        elif kind == "separate" and self._in_code:
            self._in_code[-1] = False
        elif kind == "end" and self._in_code:
            self._in_code.pop()

    @property
    def hide(self) -> bool:
        """Whether what stands here is code and no text."""
        return any(self._in_code)

    def end_of_paragraph(self) -> None:
        """No code is longer: a field without an end must not swallow the rest of the article."""
        self._in_code = [False] * len(self._in_code)
