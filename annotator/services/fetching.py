"""Read what an address of the web holds. Nothing is fetched unless a person names the address."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from annotator.exchange.fetching.addresses import is_address
from annotator.exchange.fetching.failures import NoArticleThere
from annotator.exchange.fetching.fetching import Watch, fetch
from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.reading import LARGEST, ReadArticle, ReadingProcess, read_given
from annotator.exchange.readers.refusing import NothingVisible

__all__ = ["Address", "is_address", "read_address"]


@dataclass(frozen=True, slots=True)
class Address:
    """An article that is on the web, by its address."""

    address: str


def read_address(
    address: str,
    encoding: str | None,
    process: ReadingProcess,
    watch: Watch,
    cancelled: Callable[[], bool],
) -> ReadArticle:
    """The article at an address, through the same door as any file.

    `watch` is told the bytes while they come, `cancelled` is asked while they are read. Raises the
    refusals of fetching.failures and of reading.read_given; Stopped.
    """
    fetched = fetch(address, LARGEST, watch)
    options = ReadOptions(encoding, fetched.charset, fetched.address)
    try:
        article = read_given(fetched.data, fetched.name, options, process, cancelled)
    except NothingVisible as empty:
        raise NoArticleThere from empty
    metadata = article.metadata
    return replace(
        article,
        notes=(*fetched.notes, *article.notes),
        metadata=replace(metadata, address=metadata.address or fetched.address),
    )
