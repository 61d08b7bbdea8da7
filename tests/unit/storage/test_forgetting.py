"""What was removed long ago is forgotten too, and nothing of anybody else."""

from dataclasses import replace

from annotator.model.ids import ArticleId
from annotator.model.person import Person
from annotator.storage import articles, claims, people
from annotator.storage.forgetting import forget_all
from annotator.storage.library import Library
from tests.unit.storage.filled import ANA, ARTICLE, BEN, article, claim, full_claim, put, rows, step


def said(library: Library) -> str:
    """All that the table of changes knows."""
    return "".join(str(row["rows"]) for row in rows(library)["change"])


def test_what_a_person_removed_on_an_article_is_forgotten(filled: Library) -> None:
    with step(filled) as running:
        people.insert(running, Person(BEN, "Ben"))
        put(running, claim("claim-3", 4, 6, person=BEN, note="of Ben"))
    with step(filled) as running:
        claims.remove(running, full_claim())
    assert "a note" in said(filled)
    with step(filled) as running:
        forget_all(running, ARTICLE, ANA)
        people.update(running, Person(BEN, "Benedict"))
    left = said(filled)
    for word in ("a note", "a book", "y.example"):
        assert word not in left
    assert "of Ben" in left
    assert "Find the claims" in left


def test_what_was_ever_on_an_article_is_forgotten(filled: Library) -> None:
    other = ArticleId("article-2")
    with step(filled) as running:
        articles.insert(running, article(other, "another text"), "another text")
        put_other = replace(claim("claim-9", 0, 3, article=other), note="elsewhere")
        claims.put(running, put_other, None, "ano")
        claims.remove(running, full_claim())
    with step(filled) as running:
        articles.remove(running, ARTICLE)
    left = said(filled)
    for word in ("a note", "Find the claims", "person-cem", "no time", "a book"):
        assert word not in left
    assert "elsewhere" in left
