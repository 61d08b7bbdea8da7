"""Code points to the offsets that AT-SPI gives and takes for a Qt text, and back.

Qt counts UTF-16 units there. This is written apart from the program's own conversion, and as
simply as can be, so that a fault in the one does not hide in the other.
"""


def utf16_of(text: str, code_point: int) -> int:
    """UTF-16 units before that code point."""
    return len(text[:code_point].encode("utf-16-le")) // 2


def code_point_of(text: str, utf16: int) -> int:
    """Code points before that UTF-16 unit; UnicodeDecodeError within a pair of them."""
    return len(text.encode("utf-16-le")[: 2 * utf16].decode("utf-16-le"))
