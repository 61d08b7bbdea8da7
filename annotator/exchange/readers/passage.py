"""A paragraph of a word processor's document as it is collected: what shows, what is hidden."""

from annotator.exchange.readers.markup import Element


class Passage:
    """Its text piece by piece, and the text boxes that hang on it."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._hidden: list[str] = []
        self.boxes: list[Element] = []
        self.hidden_boxes: list[Element] = []

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(self._shown)

    @property
    def unseen(self) -> str:
        """What the document hides."""
        return "".join(self._hidden)

    def add(self, text: str, hidden: bool = False) -> None:
        """Go on with some text."""
        if text:
            (self._hidden if hidden else self._shown).append(text)

    def add_box(self, box: Element, hidden: bool = False) -> None:
        """Hang a box on it."""
        (self.hidden_boxes if hidden else self.boxes).append(box)

    def last(self, hidden: bool) -> str:
        """The character that stands last so far, "" at the beginning."""
        pieces = self._hidden if hidden else self._shown
        return pieces[-1][-1] if pieces else ""
