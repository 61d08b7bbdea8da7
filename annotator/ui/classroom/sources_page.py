"""Which sources the class names, how often, with which stake; spellings can be joined."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.claim import Stake
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ClassSeen, Source
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.words import N_, _, ngettext

STAKES: dict[Stake | None, str] = {
    Stake.OWN: N_("own interest"),
    Stake.INDEPENDENT: N_("independent"),
    Stake.UNKNOWN: N_("don't know"),
    None: N_("not said"),
}


class SourcesPage(QWidget):
    """The table; several rows chosen can be joined under the name of the current one."""

    joined = Signal(object, str)
    """Spellings, and the name that they mean."""
    parted = Signal(object)
    """Spellings that mean themselves again."""

    def __init__(self) -> None:
        super().__init__()
        self._said = label(look="small")
        self._model = TableModel(_columns())
        self.table = Table(_("Sources"), self._model)
        self.table.setAccessibleDescription(
            _("Choose several with Shift or Ctrl to join their spellings")
        )
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._allow())
        self._join, self._part = button(_("Join under one name")), button(_("Part again"))
        self._join.clicked.connect(self._join_them)
        self._part.clicked.connect(self._part_them)
        row = QHBoxLayout()
        row.addWidget(self._join)
        row.addWidget(self._part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self._allow()

    def show_class(self, seen: ClassSeen) -> None:
        """Show a class."""
        number = len(seen.sources)
        said = ngettext("{number} source named", "{number} sources named", number)
        self._said.setText(said.format(number=number))
        self.table.show_rows(seen.sources)
        self._allow()

    def _chosen(self) -> Sequence[Source]:
        return self.table.chosen_rows()

    def _allow(self) -> None:
        rows = self._chosen()
        self._join.setEnabled(len(rows) > 1)
        self._part.setEnabled(any(one.joined for one in rows))
        if len(rows) > 1:
            self._join.setText(_("Join under “{name}”").format(name=_most(rows).name))
        else:
            self._join.setText(_("Join under one name"))

    def _join_them(self) -> None:
        rows = self._chosen()
        if len(rows) > 1:
            name = _most(rows).name
            others = [one for row in rows if row.name != name for one in (row.name, *row.spellings)]
            self.joined.emit(tuple(dict.fromkeys(others)), name)

    def _part_them(self) -> None:
        spellings = [one for row in self._chosen() for one in row.joined]
        if spellings:
            self.parted.emit(tuple(spellings))


def _most(rows: Sequence[Source]) -> Source:
    """The one that most of the class name gives the name."""
    return max(rows, key=lambda one: (one.people, one.claims))


def _columns() -> list[Column[Source]]:
    return [
        Column(_("Named by"), lambda one: str(one.people), lambda one: -one.people, is_number=True),
        Column(_("Source"), lambda one: one.name, lambda one: one.name.casefold(), wide=True),
        Column(_("Claims"), lambda one: str(one.claims), lambda one: -one.claims, is_number=True),
        Column(_("Stake"), _stakes),
        Column(
            _("Spellings"), lambda one: "; ".join(one.spellings), lambda one: -len(one.spellings)
        ),
    ]


def _stakes(one: Source) -> str:
    parts = [
        _("{number} {stake}").format(number=one.stakes[stake], stake=_(name))
        for stake, name in STAKES.items()
        if one.stakes.get(stake)
    ]
    return ", ".join(parts)
