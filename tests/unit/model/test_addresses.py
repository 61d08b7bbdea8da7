"""When two addresses are one page, and which pages are no evidence by themselves."""

import pytest

from annotator.model.addresses import (
    host,
    is_chatbot,
    is_search_page,
    levelled,
    looks_like_address,
    owner,
    same_page,
)

PAGE = "https://www.example.org/world/story?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.org/world/story?id=7",
        "https://example.org/world/story?id=7",
        "https://EXAMPLE.org/world/story?id=7",
        "https://m.example.org/world/story?id=7",
        "https://amp.example.org/world/story/amp?id=7",
        "https://www.example.org/world/story/?id=7",
        "https://www.example.org/world/story?id=7#comments",
        "https://www.example.org/world/story?utm_source=mail&id=7&utm_medium=x",
        "https://www.example.org/world/story?fbclid=IwAR&id=7",
        "https://www.example.org:443/world/story?id=7",
        "  https://www.example.org/world/story?id=7 ",
        "www.example.org/world/story?id=7",
        "https://www.example.org/world/%73tory?id=7",
    ],
)
def test_the_same_page_in_another_dress(other: str) -> None:
    assert same_page(PAGE, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.example.org/world/story?id=8",
        "https://www.example.org/world/story",
        "https://www.example.org/world/other?id=7",
        "https://www.example.com/world/story?id=7",
        "https://notexample.org/world/story?id=7",
        "",
    ],
)
def test_another_page(other: str) -> None:
    assert not same_page(PAGE, other)


def test_nothing_is_the_same_as_no_address() -> None:
    assert not same_page("", "")


def test_the_order_of_a_query_does_not_matter() -> None:
    assert levelled("https://a.org/x?b=2&a=1") == levelled("https://a.org/x?a=1&b=2")


@pytest.mark.parametrize("broken", ["https://[half/x", "https://example.org:seven/x"])
def test_a_broken_address_is_compared_as_it_stands(broken: str) -> None:
    assert same_page(broken, f" {broken}")
    assert not same_page(broken, PAGE)
    assert host(broken) == ""
    assert not is_search_page(broken)
    assert not is_chatbot(broken)


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("https://news.bbc.co.uk/x", "bbc"),
        ("https://www.un.org/securitycouncil", "un"),
        ("https://co.uk/", "co"),
        ("https://hrw.org./", "hrw"),
        ("https://localhost/x", "localhost"),
        ("https://m.org/", "m"),
    ],
)
def test_who_a_host_is_registered_by(address: str, label: str) -> None:
    assert owner(address) == label


@pytest.mark.parametrize(
    "where",
    [
        "https://www.google.com/search?q=afghanistan",
        "https://google.de/",
        "https://duckduckgo.com/?q=nrf",
        "https://search.yahoo.com/mobile/s?p=nrf",
        "https://www.bing.com/news?q=taliban",
        "Google",
    ],
)
def test_search_pages(where: str) -> None:
    assert is_search_page(where)


@pytest.mark.parametrize(
    "where",
    [
        "https://docs.google.com/document/d/1",
        "https://finance.yahoo.com/news/story.html",
        "https://www.example.org/search?q=x",
        "https://nogoogle.org/",
        "the Google headquarters",
    ],
)
def test_pages_that_only_look_like_search(where: str) -> None:
    assert not is_search_page(where)


@pytest.mark.parametrize(
    "where",
    [
        "https://chatgpt.com/share/67",
        "https://chat.openai.com",
        "https://www.perplexity.ai/search/x",
        "https://claude.ai?x=1",
        "ChatGPT",
        "chat gpt",
    ],
)
def test_chatbots(where: str) -> None:
    assert is_chatbot(where)


@pytest.mark.parametrize("where", ["https://openai.com/policy", "https://chatgpt.com.example.org/"])
def test_pages_that_only_look_like_chatbots(where: str) -> None:
    assert not is_chatbot(where)


def test_an_address_begins_with_its_scheme() -> None:
    assert looks_like_address(" HTTPS://example.org")
    assert not looks_like_address("www.example.org")
