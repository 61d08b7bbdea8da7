"""In which order articles are listed and which of them, as a small menu."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from annotator.model.arranging import ORDER_NAMES, Order
from annotator.ui.icons import icon
from annotator.ui.palette import Palette
from annotator.words import _


@dataclass(frozen=True, slots=True)
class Asked:
    """What the menu says; `lacking` are articles on which a claim still needs something."""

    order: Order = Order.ADDED
    marked: bool | None = None
    lacking: bool = False
    language: str = ""

    @property
    def leaves_out(self) -> bool:
        """Whether some articles may be hidden."""
        return replace(self, order=Order.ADDED) != Asked()


class Arranging(QToolButton):
    """`changed` when something else is asked for; read `asked`."""

    changed = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.asked = Asked()
        self._languages: tuple[str, ...] = ()
        self._palette = palette
        self.setProperty("look", "small")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(_("Order and selection of articles"))
        self.setToolTip(_("Order and selection"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self._palette = palette
        colour = palette.accent if self.asked.leaves_out else palette.soft
        self.setIcon(icon("filter" if self.asked.leaves_out else "order", palette, colour))

    def show_languages(self, languages: Sequence[str]) -> None:
        """Offer these languages; one that no article has any more is let go."""
        self._languages = tuple(languages)
        if self.asked.language and self.asked.language not in self._languages:
            self.ask(replace(self.asked, language=""))

    def ask(self, asked: Asked, _checked: bool = True) -> None:
        """Ask for something else."""
        if asked != self.asked:
            self.asked = asked
            self.set_palette(self._palette)
            self.changed.emit()

    def _fill(self) -> None:
        menu, now = self.menu(), self.asked
        menu.clear()
        orders = QActionGroup(menu)
        for order, name in ORDER_NAMES.items():
            self._add(menu, orders, _(name), replace(now, order=order))
        menu.addSeparator()
        chosen = QActionGroup(menu)
        for name, marked, lacking in (
            (_("All articles"), None, False),
            (_("Only with marked passages"), True, False),
            (_("Only those not started"), False, False),
            (_("Only where a claim still needs something"), None, True),
        ):
            self._add(menu, chosen, name, replace(now, marked=marked, lacking=lacking))
        if len(self._languages) > 1 or now.language:
            languages = menu.addMenu(_("Language"))
            group = QActionGroup(menu)
            self._add(languages, group, _("Every language"), replace(now, language=""))
            for code in self._languages:
                self._add(languages, group, _language_name(code), replace(now, language=code))

    def _add(self, menu: QMenu, group: QActionGroup, name: str, asked: Asked) -> None:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(asked == self.asked)
        group.addAction(action)
        action.triggered.connect(partial(self.ask, asked))


def _language_name(code: str) -> str:
    """The language's name; the code where Qt has none."""
    language = QLocale(code).language()
    return code if language is QLocale.Language.C else QLocale.languageToString(language)
