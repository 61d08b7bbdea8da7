"""A story and what became of it: for the tests of newer versions."""

from annotator.exchange.readers.reading import read_text
from annotator.model.ids import ArticleId
from annotator.services import versioning
from annotator.services.preparing import Prepared
from annotator.services.versioning import Versions
from annotator.services.workspace import Workspace

FIRST = (
    "Bridge closed\n"
    "The bridge was closed at noon on Monday 🌊, said the mayor.\n"
    "قال المسؤول إن الجسر أُغلق صباح اليوم.\n"
    "30 people were hurt, the police said in the evening.\n"
    "It will open in May.\n"
)
SECOND = (
    "Bridge closed\n"
    "Update: nobody was killed.\n"
    "The bridge was closed at noon on Monday 🌊, said the mayor.\n"
    "قال المسؤول إن الجسر أُغلق صباح اليوم.\n"
    "35 people were hurt, the police said in the evening.\n"
)


def read(text: str, name: str = "second.txt") -> Prepared:
    """A text as it comes out of the one door for reading."""
    return Prepared(name, name, read_text(text))


def proposed(workspace: Workspace, old: ArticleId, text: str = SECOND) -> Versions:
    """What is proposed for that text."""
    return versioning.propose(workspace, old, read(text))
