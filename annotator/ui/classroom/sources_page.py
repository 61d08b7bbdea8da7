"""Which sources the class names, how often, with which stake; spellings can be joined."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.claim import Stake
from annotator.model.class_sources import ClassSource
from annotator.model.mentions import Rule
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ClassSeen
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.words import N_, _, ngettext

STAKES: dict[Stake | None, str] = {
    Stake.OWN: N_("own interest"),
    Stake.INDEPENDENT: N_("independent"),
    Stake.UNKNOWN: N_("don't know"),
    None: N_("not said"),
}


class SourcesPage(QWidget):
    """The table; several rows chosen can be joined under the name that most of them have."""

    joined = Signal(object, object)
    """Spellings, and the name that they mean."""
    parted = Signal(object)
    """Spellings that mean themselves again."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: ClassSeen | None = None
        self._names_hidden = False
        self._said, self._alike = label(look="small"), label(look="soft")
        self._model = TableModel(self._columns())
        self.table = Table(_("Sources"), self._model)
        self.setFocusProxy(self.table)
        self.table.setAccessibleDescription(
            _("Choose several with Shift or Ctrl to join their spellings")
        )
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._allow())
        self._join, self._part = button(_("Join under one name")), button(_("Part again"))
        self._join.clicked.connect(lambda: self._join_them(self._chosen()))
        self._part.clicked.connect(self._part_them)
        self._offered = button("")
        self._offered.clicked.connect(lambda: self._join_them(self._offer()))
        self._lay_out()
        self._allow()

    def show_class(self, seen: ClassSeen, *, names_hidden: bool) -> None:
        """Show a class."""
        self._seen, self._names_hidden = seen, names_hidden
        number = len(seen.sources.sources)
        said = ngettext("{number} source named", "{number} sources named", number)
        self._said.setText(said.format(number=number))
        unnamed = seen.sources.unnamed
        self.table.show_rows([*seen.sources.sources, *([unnamed] if unnamed else [])])
        offer = self._offer()
        for part in (self._alike, self._offered):
            part.setVisible(bool(offer))
        if offer:
            names = ", ".join(_("“{name}”").format(name=self._shown(one.name)) for one in offer)
            self._alike.setText(_("These read alike: {names}.").format(names=names))
            self._offered.setText(
                _("Join under “{name}”").format(name=self._shown(_most(offer).name))
            )
        self._allow()

    def _lay_out(self) -> None:
        offer, row = QHBoxLayout(), QHBoxLayout()
        offer.addWidget(self._alike, 1)
        offer.addWidget(self._offered)
        row.addWidget(self._join)
        row.addWidget(self._part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addLayout(offer)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _offer(self) -> list[ClassSource]:
        """The sources of the first offer; the next one comes after it."""
        sources = self._seen.sources if self._seen else None
        if sources is None or not sources.offers:
            return []
        return [one for one in sources.sources if one.name in sources.offers[0]]

    def _chosen(self) -> list[ClassSource]:
        return [one for one in self.table.chosen_rows() if one.name]

    def _given(self) -> list[str]:
        """Spellings in the chosen rows that were said to mean something else."""
        joins = self._seen.joins if self._seen else {}
        return [one for row in self._chosen() for one in row.spellings if one in joins]

    def _allow(self) -> None:
        rows = self._chosen()
        self._join.setEnabled(len(rows) > 1)
        self._part.setEnabled(bool(self._given()))
        if len(rows) > 1:
            name = self._shown(_most(rows).name)
            self._join.setText(_("Join under “{name}”").format(name=name))
        else:
            self._join.setText(_("Join under one name"))

    def _shown(self, name: str) -> str:
        """A source can be one of the class."""
        if self._seen is None:
            return name
        return self._seen.words(name, Rule.SAID, names_hidden=self._names_hidden)

    def _columns(self) -> list[Column[ClassSource]]:
        columns: list[Column[ClassSource]] = [
            _number(_("Named by"), lambda one: one.people),
            Column(
                _("Source"),
                lambda one: self._shown(one.name) or _("unnamed source"),
                lambda one: one.name.casefold(),
                wide=True,
            ),
            _number(_("Says so"), lambda one: one.claims),
            _number(_("Disagrees"), lambda one: one.disagrees),
            Column(_("Stake"), _stakes),
            Column(_("Spellings"), self._spellings, lambda one: -len(one.spellings)),
        ]
        return columns

    def _spellings(self, one: ClassSource) -> str:
        return "; ".join(
            _("{name} ({number})").format(name=self._shown(name), number=number)
            for name, number in one.spellings.items()
            if name
        )

    def _join_them(self, rows: Sequence[ClassSource]) -> None:
        if len(rows) > 1:
            name = _most(rows).name
            others = [row.name for row in rows if row.name != name]
            self.joined.emit(tuple(others), name)

    def _part_them(self) -> None:
        spellings = self._given()
        if spellings:
            self.parted.emit(tuple(spellings))


def _most(rows: Sequence[ClassSource]) -> ClassSource:
    """The one that most of the class name."""
    return max(rows, key=lambda one: (one.people, one.claims + one.disagrees))


def _number(name: str, of: Callable[[ClassSource], int]) -> Column[ClassSource]:
    return Column(name, lambda one: str(of(one)), lambda one: -of(one), is_number=True)


def _stakes(one: ClassSource) -> str:
    parts = [
        _("{number} {stake}").format(number=one.stakes[stake], stake=_(name))
        for stake, name in STAKES.items()
        if one.stakes.get(stake)
    ]
    return ", ".join(parts)
