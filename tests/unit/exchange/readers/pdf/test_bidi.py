"""Signs by their places, where no program that makes PDFs at hand gives what others do."""

import pytest

from annotator.exchange.readers.pdf.bidi import from_the_right


def placed(seen: str) -> list[list[tuple[float, float, str]]]:
    """What is seen from left to right, each sign ten points wide; words between spaces."""
    signs = [(10.0 * at, 10.0 * at + 10, sign) for at, sign in enumerate(seen)]
    words: list[list[tuple[float, float, str]]] = [[]]
    for sign in signs:
        if sign[2] == " ":
            words.append([])
        else:
            words[-1].append(sign)
    return words


@pytest.mark.parametrize(
    ("seen", "script", "read"),
    [
        ("אבג"[::-1] + " Harbour (UK) " + "דה"[::-1], "R", "דה Harbour (UK) אבג"),
        ("12%" + " " + "אב"[::-1], "R", "אב 12%"),
        ("2026-2024 " + "بين"[::-1], "AL", "بين 2024-2026"),
        ("2024-2026 " + "אב"[::-1], "R", "אב 2024-2026"),
        (".1/3/2026", "R", "1/3/2026."),
        ("מס$לחה"[::-1], "R", "מס$לחה"),
        ("مس$$لحة"[::-1], "AL", "مسلحة"),
        ("$5 " + "ثمن"[::-1], "AL", "ثمن 5$"),
        (")א(", "R", "(א)"),
        ("(א)", "R", "(א)"),
        ("”בא“", "R", "“אב”"),
        ("רג’ורג"[::-1], "R", "רג’ורג"),
    ],
)
def test_signs_are_read_from_the_right(seen: str, script: str, read: str) -> None:
    assert from_the_right(placed(seen), 20, script) == read
