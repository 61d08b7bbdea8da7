"""The archive for brat: every claim in it as the strict reader of brat_reading.py sees it."""

import io
import re
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.writers import brat
from annotator.exchange.writers.packing import slug
from annotator.model.claim import Link, LinkRole
from annotator.model.report import Report, Work, report_of
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, is_empty
from tests.unit.exchange.writers.brat_reading import Archive, Mark, read
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import STUDENT, article, claim, sample, snares, work

SAMPLE = "01-student-7/001-afghan-resistance-continues-without-us-s"


def archive(*works: Work) -> Archive:
    return read(brat.write(report_of(works), nothing))


def short(text: str, *quotes: str, tags: str = "A", title: str = "T") -> Work:
    of = article(1, text, title=title)
    claims = [claim(n, of, text, quote, tags) for n, quote in enumerate(quotes, 1)]
    return work(of, text, claims, STUDENT)


def marked(mark: Mark) -> tuple[str, list[tuple[int, int]]]:
    return mark.type, mark.spans


def test_every_tag_of_every_claim_is_a_mark_on_its_words() -> None:
    done = sample()
    (document,) = archive(done).documents.values()
    assert document.text == done.text
    wanted = [
        (tag.capitalize(), [tuple(one.span)])
        for one in done.claims
        for tag in ([str(tag) for tag in Tag if tag in one.tags] or ["open"])
    ]
    assert [marked(one) for one in document.marks.values()] == wanted


def test_what_a_claim_holds_hangs_on_its_first_mark() -> None:
    marks = archive(sample()).documents[SAMPLE].marks
    assert marks["T5"].notes == [
        ("Person", "Student 7"),
        (
            "Source",
            "UN Security Council report | kind: document | stake: independent | cue: indicates"
            " | via: member states",
        ),
        (
            "Evidence",
            "https://example.org/encyclopedia?article=Kabul&year=2021 | outcome: supports"
            " | checked: 2024-09-03 | found: Kabul fell on 15 August 2021.",
        ),
        (
            "Evidence",
            "The school library’s yearbook | outcome: nothing | checked: 2024-09-04"
            " | found: It ends in 2019.",
        ),
    ]
    assert (marks["T6"].notes, marks["T6"].flags) == ([], [])
    assert marks["T3"].notes[-1] == (
        "AnnotatorNotes",
        "He speaks for the NRF itself. Nobody outside it is asked.",
    )
    counter = "the Taliban | kind: organisation | stake: unknown | cue: downplay"
    assert ("Counter-source", counter) in marks["T7"].notes
    assert marks["T10"].flags == ["Unfinished"]
    assert marks["T10"].notes[-1] == ("Missing", "source, counter-source")
    assert marks["T12"].flags == ["Checked_still_open"]
    assert ("Source", "kind: unnamed") in marks["T12"].notes


def test_links_are_relations_where_brat_can_draw_them() -> None:
    documents = archive(sample(), snares()).documents
    first, second = (name for name in documents if name.startswith("02-student-7"))
    assert documents[first].ties == [("Disagrees", "T9", "T7")]
    assert documents[first].marks["T9"].notes[0] == (
        "Link",
        "related | 99999999-0000-4000-8000-000000000001",
    )
    other = "01-style-script-alert-2-script/002-script-alert-1-script-abc"
    assert documents[second].marks["T1"].notes[:2] == [
        ("Link", f"disagrees | {other} T1"),
        ("Link", f"related | {first} T7"),
    ]


def test_each_person_has_a_folder_with_the_articles_they_worked_on() -> None:
    made = archive(sample(), snares())
    title = "002-script-alert-1-script-abc"
    assert sorted(made.documents) == [
        f"01-style-script-alert-2-script/{title}",
        "02-student-7-22222222/001-afghan-resistance-continues-without-us-s",
        f"02-student-7-22222222/{title}",
        f"03-student-7-55555555/{title}",
    ]
    assert "- `01-style-script-alert-2-script`: &lt;/style&gt;&lt;script&gt;" in made.readme
    assert "- `002-script-alert-1-script-abc.txt`: العربية &lt;script&gt;" in made.readme
    assert "</style>" not in made.readme


def test_an_article_that_nobody_marked_is_there_without_marks() -> None:
    unread = Work(article(3, "Nobody\nread"), "Nobody\nread", [], [], {})
    made = archive(short("One two", "One"), unread)
    assert made.documents["00-nobody/002-nobody"].text == "Nobody\nread"
    assert made.documents["00-nobody/002-nobody"].marks == {}
    assert sorted(made.documents)[1:] == ["01-student-7/001-t"]


def test_a_passage_across_lines_is_in_pieces() -> None:
    text = "One two\nthree\n \nfour\x0bfive 😀 six"
    (document,) = archive(short(text, "two\nthree\n \nfour\x0bfive 😀")).documents.values()
    assert marked(document.marks["T1"]) == (
        "Attributed",
        [(4, 7), (8, 13), (16, 20), (21, 27)],
    )


def test_a_claim_on_nothing_to_see_is_left_out_and_said() -> None:
    done = short("One\n \ntwo", "\n \n", "two")
    other = short("One\n \ntwo", "\n \n", "two", title="Other")
    assert list(archive(done).documents["01-student-7/001-t"].marks) == ["T1"]
    assert brat.lost(report_of([done])) == (
        "1 claim marks nothing but white space, which brat cannot hold. It is not in the file.",
    )
    assert brat.lost(report_of([done, other])) == (
        "2 claims mark nothing but white space, which brat cannot hold. They are not in the file.",
    )
    assert brat.lost(report_of([sample()])) == ()


def test_a_link_to_what_is_left_out_is_said_by_its_id() -> None:
    text = "One\n \ntwo"
    of = article(1, text, title="T")
    unseen = claim(1, of, text, "\n \n")
    linked = claim(2, of, text, "two", links=(Link(unseen.id, LinkRole.RELATED),))
    (document,) = archive(work(of, text, [unseen, linked], STUDENT)).documents.values()
    assert document.marks["T1"].notes[0] == ("Link", f"related | {unseen.id}")


def test_brat_is_told_of_every_type_that_is_used() -> None:
    made = archive(sample(), snares())
    marks = [one for document in made.documents.values() for one in document.marks.values()]
    ties = {tie[0] for document in made.documents.values() for tie in document.ties}
    known = {name: [line[0] for line in lines] for name, lines in made.configuration.items()}
    assert list(known) == ["entities", "relations", "events", "attributes"]
    assert {one.type for one in marks} <= set(known["entities"])
    assert ties <= set(known["relations"])
    assert {flag for one in marks for flag in one.flags} <= set(known["attributes"])
    assert "<OVERLAP>" in known["relations"]
    drawn = {line[0]: line[1] for line in made.looks["drawing"]}
    assert drawn["Attributed"] == "fgColor:black, bgColor:#dcecf8, borderColor:#0b6fb0"
    assert set(known["entities"]) | set(known["attributes"]) <= set(drawn)
    assert ["Open", "Open", "?"] in made.looks["labels"]


def test_the_same_report_gives_the_same_bytes_without_a_clock() -> None:
    data = brat.write(report_of([sample()]), nothing)
    assert data == brat.write(report_of([sample()]), nothing)
    members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}


def test_progress_counts_each_claim_once() -> None:
    told: list[int] = []
    report: Report = report_of([sample(), snares()])
    brat.write(report, told.append)
    assert sum(told) == report.size


def test_a_name_of_a_file_is_plain() -> None:
    assert slug("  Ünder/..\\CON: ＡＢＣ?  ", "x") == "under-con-abc"
    assert slug("العربية", "article") == "article"
    assert slug("a" * 39 + "-b", "x") == "a" * 39
    assert all(re.fullmatch("[a-z0-9-]{1,40}", slug(word, "x")) for word in ("..", "-", "Ⅷ ½"))


@given(st.data())
def test_any_passage_of_any_text_comes_back(data: st.DataObject) -> None:
    letters = st.sampled_from("ab \t\n\x0b\x0c\x1c\x1e😀é\u0301ם\u200b")
    text = canonical(data.draw(st.text(letters, min_size=1, max_size=30)))
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    of = article(1, text, title="T")
    one = claim(1, of, text, text[span.start : span.end], "AV")
    (document,) = archive(work(of, text, [one], STUDENT)).documents.values()
    words = text[one.span.start : one.span.end]
    assert [mark.type for mark in document.marks.values()] == (
        [] if is_empty(words) else ["Attributed", "Verified"]
    )
    for mark in document.marks.values():
        covered = {place for begin, end in mark.spans for place in range(begin, end)}
        seen = {place for place in range(*one.span) if not is_empty(text[place])}
        assert seen <= covered <= set(range(*one.span))
