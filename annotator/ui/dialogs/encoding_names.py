"""What encodings are called by people who never heard of them: the letters, and where from."""

import codecs

from annotator.words import _


def known_name(codec: str) -> str:
    """One spelling for all that Python takes for the same encoding."""
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return codec


def shown_name(codec: str) -> str:
    """The letters in words, then the codec's name; the name alone where there are no words."""
    words = _names().get(known_name(codec))
    return _("{letters}, {codec}").format(letters=words, codec=codec) if words else codec


def _names() -> dict[str, str]:
    return {**_alphabets(), **_east_asian(), **_older()}


def _alphabets() -> dict[str, str]:
    return {
        "cp1250": _("Central European (Windows)"),
        "cp1251": _("Cyrillic (Windows)"),
        "cp1252": _("Western European (Windows)"),
        "cp1253": _("Greek (Windows)"),
        "cp1254": _("Turkish (Windows)"),
        "cp1255": _("Hebrew (Windows)"),
        "cp1256": _("Arabic (Windows)"),
        "cp1257": _("Baltic (Windows)"),
        "cp1258": _("Vietnamese (Windows)"),
        "cp874": _("Thai (Windows)"),
        "iso8859-1": _("Western European (ISO)"),
        "iso8859-2": _("Central European (ISO)"),
        "iso8859-5": _("Cyrillic (ISO)"),
        "iso8859-6": _("Arabic (ISO)"),
        "iso8859-7": _("Greek (ISO)"),
        "iso8859-8": _("Hebrew (ISO)"),
        "iso8859-9": _("Turkish (ISO)"),
        "iso8859-15": _("Western European with euro sign (ISO)"),
        "koi8-r": _("Russian (KOI8)"),
        "koi8-u": _("Ukrainian (KOI8)"),
    }


def _east_asian() -> dict[str, str]:
    return {
        "big5": _("Traditional Chinese"),
        "gb18030": _("Simplified Chinese"),
        "gb2312": _("Simplified Chinese (older)"),
        "gbk": _("Simplified Chinese (Windows)"),
        "shift_jis": _("Japanese (Windows)"),
        "cp932": _("Japanese (Windows)"),
        "euc_jp": _("Japanese (Unix)"),
        "iso2022_jp": _("Japanese (mail)"),
        "cp949": _("Korean (Windows)"),
        "euc_kr": _("Korean"),
        "johab": _("Korean (older)"),
    }


def _older() -> dict[str, str]:
    return {
        "cp437": _("Western European (DOS)"),
        "cp737": _("Greek (DOS)"),
        "cp850": _("Western European (DOS)"),
        "cp852": _("Central European (DOS)"),
        "cp855": _("Cyrillic (DOS)"),
        "cp857": _("Turkish (DOS)"),
        "cp864": _("Arabic (DOS)"),
        "cp866": _("Cyrillic (DOS)"),
        "mac-cyrillic": _("Cyrillic (old Mac)"),
        "mac-greek": _("Greek (old Mac)"),
        "mac-latin2": _("Central European (old Mac)"),
        "mac-roman": _("Western European (old Mac)"),
        "mac-turkish": _("Turkish (old Mac)"),
        "utf-8": _("Unicode"),
    }
