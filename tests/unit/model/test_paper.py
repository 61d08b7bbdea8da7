"""Which paper is usual, by the locale's country."""

import pytest

from annotator.model.paper import Paper, usual_paper


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US.UTF-8", Paper.LETTER),
        ("fr_CA", Paper.LETTER),
        ("en-US", Paper.LETTER),
        ("en_GB.UTF-8", Paper.A4),
        ("de_DE@euro", Paper.A4),
        ("C.UTF-8", Paper.A4),
        ("us", Paper.LETTER),
        ("", Paper.A4),
    ],
)
def test_the_country_says_which_paper(locale: str, paper: Paper) -> None:
    assert usual_paper(locale) is paper


def test_sizes_are_points() -> None:
    assert [round(side / 72 * 25.4) for side in Paper.A4.size] == [210, 297]
    assert [side / 72 for side in Paper.LETTER.size] == [8.5, 11]
