"""Characters that are written as places in the font Symbol, which is older than Unicode."""

_SYMBOL_FROM = 0x20
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH_FROM = 0xA0
_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈"
_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of such fonts."""
_PRIVATE_USE = range(0xE000, 0xF900)


def character(font: str | None, code: str | None) -> str:
    """The character of a font at a place in hexadecimal digits; "" where it is only a picture."""
    try:
        place = int(code or "", 16)
    except ValueError:
        return ""
    if place in _PRIVATE and font == "Symbol":
        return _of_symbol(place - _PRIVATE.start)
    if place in _PRIVATE_USE or not 0x20 <= place < 0x110000:
        return ""
    return chr(place)


def _of_symbol(place: int) -> str:
    for start, characters in ((_SYMBOL_FROM, _SYMBOL), (_HIGH_FROM, _HIGH)):
        if start <= place < start + len(characters):
            return characters[place - start]
    return ""
