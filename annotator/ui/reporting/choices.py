"""What goes into a report: articles, whose work, the kind of file, with names or without."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from annotator.exchange.writers.registry import FORMATS, Format
from annotator.model.article import Article
from annotator.model.ids import ArticleId, PersonId
from annotator.model.paper import Paper, usual_paper
from annotator.model.person import Person
from annotator.services.outlook import Wanted
from annotator.ui.reporting.ticked import TickList
from annotator.words import N_, _, ngettext

_PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("US Letter")}
_THIS, _SOME, _ALL = "this", "some", "all"


@dataclass(frozen=True, slots=True)
class There:
    """What there is to choose from, and what is usual: this article, one's own work."""

    article: Article
    articles: Sequence[Article]
    people: Sequence[Person]
    person: Person | None
    collections: Sequence[tuple[str, Sequence[ArticleId]]] = ()
    """The collections of the library: the name of each, and its articles."""
    format: str = ""
    paper: Paper = field(default_factory=lambda: usual_paper(QLocale.system().name()))


class Choices(QWidget):
    """The fields; `changed` when something else is wanted."""

    changed = Signal()

    def __init__(self, there: There) -> None:
        super().__init__()
        self._there = there
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._ask_articles()
        self._ask_people()
        self._ask_format()
        self._anonymous = QCheckBox(_("Leave names out (Student 1, 2, …)"))
        self._column.addSpacing(8)
        self._column.addWidget(self._anonymous)
        self._anonymous.toggled.connect(self.changed)
        self._follow()

    def wanted(self) -> Wanted | None:
        """What is asked for; None while no article or nobody is ticked."""
        articles, people = self._wanted_articles(), self._wanted_people()
        if not articles or people is None:
            return None
        paper = Paper(str(self._paper.currentData()))
        return Wanted(articles, people, self.format().name, self._anonymous.isChecked(), paper)

    def format(self) -> Format:
        """The kind of file."""
        return FORMATS[self._format.currentIndex()]

    def missing(self) -> str:
        """What has to be ticked first, in a sentence."""
        if not self._wanted_articles():
            return _("Tick at least one article.")
        return _("Tick at least one person.")

    def _wanted_articles(self) -> tuple[ArticleId, ...]:
        which = self._articles.currentData()
        if which == _THIS:
            return (self._there.article.id,)
        if which == _SOME:
            return tuple(ArticleId(one) for one in self._some_articles.ticked())
        if which == _ALL:
            return tuple(one.id for one in self._there.articles)
        return tuple(self._there.collections[int(which)][1])

    def _wanted_people(self) -> tuple[PersonId, ...] | None:
        """Without anybody it is everybody; None while nobody is ticked."""
        which = self._people.currentData()
        if which == _THIS and self._there.person:
            return (self._there.person.id,)
        if which == _SOME:
            return tuple(PersonId(one) for one in self._some_people.ticked()) or None
        return ()

    def _ask_articles(self) -> None:
        there = self._there
        self._articles = _combo(_("Articles"))
        self._articles.addItem(
            _("This article: {title}").format(title=_short(there.article)), _THIS
        )
        if len(there.articles) > 1:
            self._articles.addItem(_("Some articles, ticked below"), _SOME)
            number = len(there.articles)
            every = ngettext("All articles ({number})", "All articles ({number})", number)
            self._articles.addItem(every.format(number=number), _ALL)
        for place, (name, _ids) in enumerate(there.collections):
            self._articles.addItem(_("The collection “{name}”").format(name=name), str(place))
        rows = [(one.id, one.metadata.title) for one in there.articles]
        self._some_articles = TickList(_("Articles to tick"), rows, [there.article.id])
        self._add(_("Articles"), self._articles, self._some_articles)
        self._some_articles.ticks_changed.connect(self.changed)

    def _ask_people(self) -> None:
        person, people = self._there.person, self._there.people
        self._people = _combo(_("Whose work"))
        if person:
            self._people.addItem(_("My own: {name}").format(name=person.name), _THIS)
        self._people.addItem(_("Everybody’s"), _ALL)
        if len(people) > 1:
            self._people.addItem(_("Some people’s, ticked below"), _SOME)
        rows = [(one.id, one.name) for one in sorted(people, key=_by_name)]
        self._some_people = TickList(_("People to tick"), rows, [person.id] if person else [])
        self._add(_("Whose work"), self._people, self._some_people)
        self._some_people.ticks_changed.connect(self.changed)

    def _ask_format(self) -> None:
        self._format = _combo(_("Kind of file"))
        for one in FORMATS:
            self._format.addItem(f"{_(one.title)} ({one.suffix})", one.name)
        self._format.setCurrentIndex(max(self._format.findData(self._there.format), 0))
        self._keeps = QLabel()
        self._keeps.setWordWrap(True)
        self._keeps.setProperty("look", "small")
        self._add(_("Kind of file"), self._format, self._keeps)
        self._paper = _combo(_("Paper"))
        for paper, name in _PAPERS.items():
            self._paper.addItem(_(name), paper.value)
        self._paper.setCurrentIndex(self._paper.findData(self._there.paper.value))
        self._paper_label = self._add(_("Paper"), self._paper)

    def _add(self, name: str, box: QComboBox, *below: QWidget) -> QLabel:
        label = QLabel(name)
        label.setProperty("look", "label")
        label.setBuddy(box)
        self._column.addSpacing(4)
        for widget in (label, box, *below):
            self._column.addWidget(widget)
        box.currentIndexChanged.connect(self._chosen)
        return label

    def _chosen(self, _place: int) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show what goes with what is chosen."""
        self._some_articles.setVisible(self._articles.currentData() == _SOME)
        self._some_people.setVisible(self._people.currentData() == _SOME)
        chosen = self.format()
        self._keeps.setText(_(chosen.keeps))
        self._format.setAccessibleDescription(_(chosen.keeps))
        for widget in (self._paper_label, self._paper):
            widget.setVisible(chosen.on_paper)


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    # A long title must not make the window wider than the screen.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    return box


def _short(article: Article) -> str:
    return " ".join(article.metadata.title.split())


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), person.id


def bulleted(sentences: Iterable[str]) -> str:
    """Sentences below each other, each behind a dot."""
    return "\n".join(f"• {one}" for one in sentences)
