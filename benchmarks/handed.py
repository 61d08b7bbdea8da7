"""A class's hand-ins as files, and the library in which their assignment was made."""

from dataclasses import replace
from pathlib import Path

from annotator.exchange import handins
from annotator.exchange.handins import HandInToWrite
from annotator.model.ids import ClaimId, PersonId, new_id
from annotator.model.person import Person
from annotator.model.report import Work
from annotator.services import adding, assigning
from annotator.services.assigning import Asked
from annotator.services.workspace import open_workspace
from benchmarks.classrooms import classroom


def handed_in(folder: Path, students: int) -> tuple[Path, Path]:
    """The library and the folder of files of so many students with 40 claims each."""
    library, files = folder / f"teacher-{students}", folder / f"class-{students}"
    files.mkdir(parents=True)
    text, annotators = classroom(students)
    workspace = open_workspace(library)
    article = adding.add_text(workspace, text, "class").article
    assert article
    out = folder / f"{students}.assignment"
    assignment = assigning.assign(workspace, article.id, Asked(), out)
    for number, one in enumerate(annotators):
        member = one.people[0]._replace(id=PersonId(new_id()))
        claims = [
            replace(claim, id=ClaimId(new_id()), article=article.id, person=member.id)
            for claim in one.claims
        ]
        work = Work(article, text, claims, [Person(member.id, member.name)], {})
        made = HandInToWrite(work, (member,), 1, workspace.now(), assignment)
        (files / f"{number}.handin").write_bytes(handins.written(made))
    workspace.close()
    return library, files
