"""The panel through the eyes of assistive technology alone."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from annotator.ui.claims.panel import ClaimsPanel
from tests.ui.claims.story import TEXT, a_dozen

Name = QAccessible.Text.Name


def below(seen: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that can be reached from the top, but the items of lists."""
    yield seen
    if seen.role() != QAccessible.Role.List:
        for number in range(seen.childCount()):
            child = seen.child(number)
            if child is not None:
                yield from below(child)


def reachable(widget: QWidget) -> list[QAccessibleInterface]:
    return list(below(QAccessible.queryAccessibleInterface(widget)))


def the_list(panel: ClaimsPanel) -> QAccessibleInterface:
    (found,) = (
        one
        for one in reachable(panel)
        if one.role() == QAccessible.Role.List and one.text(Name) == "Claims"
    )
    return found


def test_each_entry_begins_with_its_quote(panel: ClaimsPanel) -> None:
    seen = the_list(panel)
    names = [seen.child(row).text(Name) for row in range(seen.childCount())]
    assert seen.childCount() == 12
    for claim, name in zip(a_dozen(), names, strict=True):
        assert name.startswith(TEXT[claim.span.start : claim.span.end])
    assert names[6] == (
        "the groups remain close; Attributed, Contested; "
        "U.N. report 2022 · against: the Taliban; paragraph 6"
    )
    assert names[9].endswith("an encyclopedia: supports it; say what you found there; paragraph 8")
    assert names[5].endswith("the library: found nothing; checked, still open; paragraph 5")
    assert names[11].endswith("; Open; Nobody named, not checked yet.; paragraph 24")


def test_the_open_fields_are_reached_from_the_top(
    panel: ClaimsPanel, open_claim: Callable[[str], object]
) -> None:
    open_claim("close")
    names = {one.text(Name) for one in reachable(panel)}
    assert {"Who says so?", "Who disagrees?", "Kind", "Note", "Fields of the claim"} <= names
    assert "Stake in the matter: own interest" in names


def test_whatever_takes_focus_has_a_name(
    panel: ClaimsPanel, open_claim: Callable[[str], object]
) -> None:
    for claim in ("close", "killed", "aid", "downplay"):
        open_claim(claim)
        nameless = [
            (type(widget).__name__, widget.objectName())
            for widget in panel.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not widget.focusProxy()
            and not QAccessible.queryAccessibleInterface(widget).text(Name)
        ]
        assert nameless == []


def test_segments_are_radio_buttons(
    open_claim: Callable[[str], object], field: Callable[[str], QWidget]
) -> None:
    open_claim("operations")
    seen = QAccessible.queryAccessibleInterface(field("Stake in the matter: own interest"))
    assert seen.role() == QAccessible.Role.RadioButton
    assert bool(seen.state().checked)


def test_sources_are_a_list_too(panel: ClaimsPanel) -> None:
    panel.tabs.setCurrentIndex(1)
    (seen,) = (one for one in reachable(panel) if one.text(Name) == "Sources")
    assert seen.role() == QAccessible.Role.List
    assert [seen.child(row).text(Name) for row in range(seen.childCount())] == [
        "Ali Nazary, head of foreign relations for the NRF; Named person · own interest; 2 claims",
        "Fatemeh Aman; Named person; 1 claim",
        "the Taliban; Organisation · own interest; 1 claim",
        "U.N. report 2022; Document · independent; 2 claims",
        "unnamed source; Unnamed; 1 claim",
    ]
