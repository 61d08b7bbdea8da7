"""The REFI-QDA project: valid by its schema, and every claim in it for another program to find."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.writers import qdpx
from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.model.report import Work, report_of
from annotator.model.tags import Tag
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.qdpx_reading import Project, read
from tests.unit.exchange.writers.works import STUDENT, article, claim, sample, snares, work


def project(*works: Work) -> Project:
    return read(qdpx.write(report_of(works), nothing))


def test_every_claim_is_a_selection_with_a_coding_for_each_tag() -> None:
    works = [sample(), snares()]
    made = project(*works)
    for done, source in zip(works, made.sources, strict=True):
        assert source.text == done.text
        assert [(one.guid, one.words) for one in source.selections] == [
            (one.id, done.text[one.span.start : one.span.end]) for one in done.claims
        ]
        assert [one.codes for one in source.selections] == [
            [str(tag).capitalize() for tag in Tag if tag in one.tags] or ["Open"]
            for one in done.claims
        ]


def test_each_claim_is_by_whoever_made_it() -> None:
    made = project(sample(), snares())
    names = ["</style><script>alert(2)</script>", "Student 7 (22222222)", "Student 7 (55555555)"]
    assert made.users == names
    assert [one.user for one in made.sources[1].selections][:3] == [names[1], names[0], names[2]]


def test_notes_sources_and_evidence_are_notes_on_the_selection() -> None:
    (source,) = project(sample()).sources
    assert source.selections[2].notes[0] == (
        "Note: the resistance group has successfully conducted over 200 operations",
        "He speaks for the NRF itself.\nNobody outside it is asked.",
    )
    title, fields = source.selections[4].notes[0]
    assert title.startswith("Filled in: the Taliban has taken minimal action")
    assert "UN Security Council report (document, independent), in the words “indicates”" in fields
    assert "Kabul fell on 15 August 2021." in fields
    assert "It ends in 2019." in fields
    assert source.selections[1].notes == []
    assert source.selections[8].notes[0][1].startswith("checked, still open\n")


def test_links_between_claims_are_links_between_selections() -> None:
    made = project(sample(), snares())
    assert [(name, direction) for name, direction, _one, _other in made.links] == [
        ("Disagrees with", "OneWay"),
        ("Disagrees with", "OneWay"),
        ("Belongs with", "Associative"),
    ]
    words = {one.guid: one.words for source in made.sources for one in source.selections}
    assert next((words[one], words[other]) for _name, _direction, one, other in made.links) == (
        "The Taliban has been quick to downplay their close relationship",
        "the groups remain close",
    )


def test_what_is_known_of_an_article_are_variables() -> None:
    assert project(sample(), snares()).sources[1].known == {
        "Outlet": "The <i>Paper</i> & Sons",
        "Author": '" onmouseover="alert(1)',
        "Date": "=1+1",
        "Address": "https://example.org/a?b=1&c=2",
    }


def test_codes_are_the_same_in_every_project() -> None:
    codes = [
        [(one.get("guid"), one.get("name"), one.get("color")) for one in made.root.iter("{*}Code")]
        for made in (project(sample()), project(snares()))
    ]
    assert codes[0] == codes[1]
    assert [name for _guid, name, _colour in codes[0]] == [
        "Attributed",
        "Contested",
        "Verified",
        "Open",
    ]


def test_a_project_in_which_nobody_marked_anything_is_valid() -> None:
    done = sample()
    made = project(Work(done.article, done.text, [], [], {}))
    assert (made.users, made.links, made.sources[0].selections) == ([], [], [])


def test_an_id_that_is_no_guid_becomes_one() -> None:
    text = "One two"
    of = article(1, text)
    ana = Person(PersonId("ana"), "Ana")
    one = claim(1, of, text, "two", person=ana.id)
    made = project(work(of, text, [one], ana))
    assert made.sources[0].selections[0].user == "Ana"


def test_emoji_are_warned_of() -> None:
    assert qdpx.unsure(report_of([sample()])) == ()
    text = "Bridge 😀"
    emoji = work(article(3, text), text, [], STUDENT)
    again = work(article(4, f"{text}!"), f"{text}!", [], STUDENT)
    assert qdpx.unsure(report_of([emoji, sample()])) == (
        "“Bridge 😀” holds characters such as emoji, which programs count in different ways. "
        "Where you open the file, look whether the marks after them are on their words.",
    )
    (said,) = qdpx.unsure(report_of([emoji, again]))
    assert said.startswith("“Bridge 😀”, “Bridge 😀!” hold characters")


def test_the_same_report_gives_the_same_bytes() -> None:
    made = [qdpx.write(report_of([sample(), snares()]), nothing) for _time in range(2)]
    assert made[0] == made[1]


def test_progress_counts_each_claim_once() -> None:
    told: list[int] = []
    report = report_of([sample(), snares()])
    qdpx.write(report, told.append)
    assert sum(told) == report.size


@given(st.text(max_size=60))
def test_whatever_somebody_writes_the_project_is_valid(words: str) -> None:
    words = words.encode("utf-8", "ignore").decode()
    text = "One two"
    of = article(1, text, title=words, outlet=words)
    ana = Person(PersonId("66666666-6666-4666-8666-666666666666"), words)
    one = replace(claim(1, of, text, "two"), person=ana.id, note=words)
    made = project(work(of, text, [one], ana))
    assert made.sources[0].selections[0].words == "two"
