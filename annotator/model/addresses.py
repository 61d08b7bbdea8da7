"""Web addresses compared as a person means them: the same page, whatever tracking hangs on it.

An address copied from a feed, a mail or a phone differs from the one in the bar in ways that do
not name another page. Only these are levelled; a different path or question is another page.
"""

from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

_TRACKING = frozenset(
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "igsh", "mc_cid", "mc_eid",
        "ref", "ref_src", "referrer", "smid", "cmpid", "cid", "ocid", "ito", "at_medium",
        "at_campaign", "spm", "src", "share", "si", "partner", "guccounter", "outputtype",
    }
)  # fmt: skip
"""Names in the query of an address that say how somebody came to the page, never which page."""

_DOORS = ("www.", "m.", "mobile.", "amp.")
"""Beginnings of a host that lead to the same page in another dress."""

_SECOND_LEVEL = frozenset(
    {"co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu", "or", "ne"}
)
"""Labels that stand before a country's and belong to nobody: example.co.uk."""

SEARCH_HOSTS = frozenset(
    {
        "google", "bing", "duckduckgo", "ecosia", "startpage", "qwant", "yandex", "baidu",
        "kagi", "mojeek", "metager", "yahoo", "swisscows", "naver", "seznam",
    }
)  # fmt: skip
"""Owners of search pages, as the label before the public ending of a host."""

CHATBOT_HOSTS = frozenset(
    {
        "chatgpt.com", "chat.openai.com", "gemini.google.com", "bard.google.com", "claude.ai",
        "copilot.microsoft.com", "copilot.cloud.microsoft", "perplexity.ai", "chat.mistral.ai",
        "chat.deepseek.com", "grok.com", "poe.com", "character.ai", "you.com", "meta.ai", "pi.ai",
        "duck.ai", "chat.qwen.ai", "huggingface.co/chat",
    }
)  # fmt: skip
"""Hosts (one with its first folder) where a machine answers in its own words."""

CHATBOT_NAMES = frozenset(
    {
        "chatgpt", "chat gpt", "gpt", "gemini", "claude", "copilot", "perplexity", "deepseek",
        "mistral", "grok", "chatbot", "chat bot", "openai",
    }
)  # fmt: skip
SEARCH_NAMES = frozenset({"google", "bing", "duckduckgo", "ecosia", "yahoo", "google search"})
"""What people write instead of an address when they mean such a page."""


def looks_like_address(where: str) -> bool:
    """Whether a place is an address: it begins with http:// or https://."""
    return where.strip().casefold().startswith(("http://", "https://"))


def same_page(one: str, other: str) -> bool:
    """Whether two addresses name one page; nothing is the same as an empty address.

    Scheme, www., a last slash, fragment and tracking parameters do not matter.
    """
    return bool(one.strip()) and levelled(one) == levelled(other)


def levelled(address: str) -> str:
    """The address reduced to what names the page: host, path and the query that matters."""
    parts = _split(address)
    if parts is None:
        return address.strip()
    path = unquote(parts.path).rstrip("/").removesuffix("/index.html").removesuffix("/amp")
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if _matters(pair[0])]
    question = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host(address)}{path}{question}"


def host(address: str) -> str:
    """The host in lower case, without port, account and the likes of www.; "" if there is none."""
    parts = _split(address)
    name = (parts.hostname or "" if parts else "").rstrip(".")
    for door in _DOORS:
        if name.startswith(door) and name.count(".") > 1:
            return name.removeprefix(door)
    return name


def owner(address: str) -> str:
    """The label that a host is registered by: "bbc" of https://news.bbc.co.uk/x."""
    labels = host(address).split(".")
    ending = 2 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 1
    return labels[-1 - ending] if len(labels) > ending else labels[0]


def is_search_page(where: str) -> bool:
    """Whether evidence is a search engine's page of results (or just the engine's name)."""
    if not looks_like_address(where):
        return _words(where) in SEARCH_NAMES
    parts = _split(where)
    if parts is None or owner(where) not in SEARCH_HOSTS:
        return False
    return parts.path.strip("/") in {"", "search", "html"} or _asks(parts.query)


def is_chatbot(where: str) -> bool:
    """Whether evidence is a chatbot's answer (or just the chatbot's name)."""
    if not looks_like_address(where):
        return _words(where) in CHATBOT_NAMES
    page = levelled(where)
    return any(page == one or page.startswith((f"{one}/", f"{one}?")) for one in CHATBOT_HOSTS)


def _split(address: str) -> SplitResult | None:
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        parts.port  # noqa: B018 - it is parsed when asked for, and may be no number
    except ValueError:
        return None
    return parts


def _matters(name: str) -> bool:
    folded = name.casefold()
    return folded not in _TRACKING and not folded.startswith("utm_")


def _asks(query: str) -> bool:
    return any(name in {"q", "query", "p", "text", "wd"} for name, _value in parse_qsl(query))


def _words(text: str) -> str:
    return " ".join(text.casefold().replace(".", " ").split())
