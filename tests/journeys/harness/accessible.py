"""One thing that assistive technology sees: its role, its name, its text, and what it lets do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.journeys.harness.bus import Bus, Gone, Place
from tests.journeys.harness.offsets import code_point_of, utf16_of

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE = "org.a11y.atspi.EditableText"
TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"

STATES = {
    "active": 1,
    "checked": 4,
    "enabled": 8,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "selected": 23,
    "sensitive": 24,
    "showing": 25,
    "visible": 30,
}
"""The bits of AT-SPI's state set that a journey asks for."""


@dataclass(frozen=True, slots=True)
class Accessible:
    """An object on the accessibility bus. Any call raises Gone when the object is there no more."""

    bus: Bus
    place: Place

    @property
    def name(self) -> str:
        """What a screen reader says first."""
        return str(self.bus.value(self.place, ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        """What a screen reader adds."""
        return str(self.bus.value(self.place, ACCESSIBLE, "Description"))

    @property
    def role(self) -> str:
        """AT-SPI's name of the role: "text", "menu item", "list", ..."""
        return str(self.bus.call(self.place, ACCESSIBLE, "GetRoleName"))

    @property
    def parent(self) -> "Accessible":
        """What this lies in."""
        return Accessible(self.bus, Place(*self.bus.value(self.place, ACCESSIBLE, "Parent")))

    def children(self) -> list["Accessible"]:
        """What lies directly in this."""
        children = self.bus.call(self.place, ACCESSIBLE, "GetChildren")
        return [Accessible(self.bus, Place(*one)) for one in children]

    def walk(self) -> Iterator["Accessible"]:
        """Itself and all that lies in it, nearer things first; what goes meanwhile is left out."""
        waiting = [self]
        while waiting:
            one = waiting.pop(0)
            yield one
            try:
                waiting += one.children()
            except Gone:
                continue

    def find_all(self, role: str, name: str | None = None, begins: str = "") -> list["Accessible"]:
        """Everything in this of that role, and that name where one is given."""
        return [one for one in self.walk() if one.is_a(role, name, begins)]

    def find(self, role: str, name: str | None = None, begins: str = "") -> "Accessible | None":
        """The nearest of these, or None."""
        return next((one for one in self.walk() if one.is_a(role, name, begins)), None)

    def is_a(self, role: str, name: str | None = None, begins: str = "") -> bool:
        """Whether it has that role, and that name or a name that begins so."""
        try:
            if self.role != role:
                return False
            return self.name == name if name is not None else self.name.startswith(begins)
        except Gone:
            return False

    def states(self) -> set[str]:
        """Those of STATES that hold."""
        low, high = self.bus.call(self.place, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {name for name, bit in STATES.items() if bits >> bit & 1}

    # What it lets do

    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        return [str(one[0]) for one in self.bus.call(self.place, ACTION, "GetActions")]

    def do(self, action: str = "") -> None:
        """Does that action, or the first there is: a menu item's is to be chosen."""
        number = self.actions().index(action) if action else 0
        assert self.bus.call(self.place, ACTION, "DoAction", "i", number), self.name

    def focus(self) -> None:
        """Gives it the keyboard."""
        self.bus.call(self.place, COMPONENT, "GrabFocus")

    def rectangle(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        left, top, width, height = self.bus.call(self.place, COMPONENT, "GetExtents", "u", 0)
        return left, top, width, height

    def current_value(self) -> float:
        """Of a spin box, a slider, a scroll bar."""
        return float(self.bus.value(self.place, VALUE, "CurrentValue"))

    # Text: offsets are code points here, UTF-16 units on the bus

    def text(self) -> str:
        """All of its text."""
        return self._text(0, -1)

    def caret(self) -> int:
        """The code point before which the caret stands."""
        return code_point_of(self.text(), self.bus.value(self.place, TEXT, "CaretOffset"))

    def put_caret(self, code_point: int) -> None:
        """Puts the caret before that code point."""
        offset = utf16_of(self.text(), code_point)
        assert self.bus.call(self.place, TEXT, "SetCaretOffset", "i", offset)

    def select(self, start: int, end: int) -> None:
        """Selects from one code point up to another, in place of what was selected."""
        text = self.text()
        self.select_utf16(utf16_of(text, start), utf16_of(text, end))

    def select_utf16(self, start: int, end: int) -> None:
        """The same in the bus's own units, which may lie within a character."""
        chosen = self.bus.call(self.place, TEXT, "GetNSelections")
        if chosen:
            done = self.bus.call(self.place, TEXT, "SetSelection", "iii", 0, start, end)
        else:
            done = self.bus.call(self.place, TEXT, "AddSelection", "ii", start, end)
        assert done, f"{self.name} took no selection"

    def selection(self) -> tuple[int, int] | None:
        """The selected code points, from and up to; None when nothing is selected."""
        if not self.bus.call(self.place, TEXT, "GetNSelections"):
            return None
        start, end = self.bus.call(self.place, TEXT, "GetSelection", "i", 0)
        text = self.text()
        return code_point_of(text, start), code_point_of(text, end)

    def write(self, text: str) -> None:
        """Puts this in place of a field's content."""
        assert self.bus.call(self.place, EDITABLE, "SetTextContents", "s", text), self.name

    def _text(self, start: int, end: int) -> str:
        count: Any = self.bus.value(self.place, TEXT, "CharacterCount")
        last = count if end == -1 else end
        return str(self.bus.call(self.place, TEXT, "GetText", "ii", start, last))
