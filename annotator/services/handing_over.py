"""A step and the file that goes with it, of which neither may be there without the other.

No disk writes both in one motion. The library is told first and the file gets its name last: what
ends the program in between leaves a number that no file bears, which nobody misses. The other way
round a file would be under way that its library does not know, and the next one would bear its
number and say something else.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from annotator.exchange.writers.placing import beside
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, PersonId
from annotator.services.undoing import take_back
from annotator.services.workspace import Workspace
from annotator.storage.step import Step

Write = Callable[[bytes], None]


@contextmanager
def step_with_file(
    workspace: Workspace,
    label: str,
    to: Path,
    *,
    article: ArticleId,
    person: PersonId | None = None,
) -> Iterator[tuple[Step, Write]]:
    """A step, and what is called within it with the bytes of its file; not to be undone.

    The bytes are whole on the disk beside the file before the step ends, and put in its place
    after that; where that fails the step is taken back. Raises what the file's place refuses.
    """
    with ExitStack() as drafts:
        puts: list[Callable[[], None]] = []
        with workspace.step(label, person=person, article=article, undoable=False) as step:
            yield step, lambda data: puts.append(drafts.enter_context(beside(to, data)))
        try:
            for put in puts:
                put()
        except Refusal:
            with suppress(Refusal):  # somebody went on from it: a number is left out, no more
                take_back(workspace, step.draft)
            raise
