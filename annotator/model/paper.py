"""The sheets a report is set on; which one is usual depends on the country."""

from enum import StrEnum

_LETTER_COUNTRIES = frozenset(
    "BZ CA CL CO CR DO GT HN MX NI PA PH PR SV US VE".split()  # noqa: SIM905 - a line of codes
)


class Paper(StrEnum):
    """A sheet; `size` is its width and height in points (72 to the inch)."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


def usual_paper(locale: str) -> Paper:
    """The paper of a locale such as "en_US.UTF-8"; A4 where no country is named."""
    country = locale.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2]
    return Paper.LETTER if country.upper() in _LETTER_COUNTRIES else Paper.A4
