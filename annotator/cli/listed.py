"""How `add` and `articles` describe an article: the same words and the same JSON."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.article import Article, TagCounts


def as_json(article: "Article", tags: "TagCounts", **more: object) -> dict[str, object]:
    """The article as the interface fixes it; `characters` counts code points."""
    return {
        "id": article.id,
        "title": article.metadata.title,
        "characters": article.characters,
        "sha256": article.sha256,
        **more,
        "tags": {
            "attributed": tags.attributed,
            "contested": tags.contested,
            "verified": tags.verified,
            "open": tags.open,
        },
    }


def title(article: "Article") -> str:
    """The title in one line; one that was taken away in the window is said to be missing."""
    return " ".join(article.metadata.title.split()) or "-"
