"""The engine behind the page, and shapes: pieces of template that are filled ten thousand times.

Every value that comes from outside is escaped. The engine does that for each value it prints; a
call for each of the 300,000 values of a long report costs a second. So what repeats with each
claim is a shape, made by the engine once, with slots; its values are escaped all in one call.
"""

from collections.abc import Iterator, Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import escape

from annotator.bundled import resource
from annotator.exchange.writers.allowed import is_suspect, signed
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.palettes import palette
from annotator.words import _

_SLOT = "□"
"""Stands in a shape where a value goes; a shape holds no words but our own."""

_BETWEEN = "\ud800"
"""Parts the values that are escaped together: a surrogate is one of the forbidden characters."""


class Shapes:
    """The macros of shapes.html for one article; `key` begins every id that is about it.

    A shape is filled with `%` and values that are escaped already (or are numbers).
    """

    def __init__(self, key: str) -> None:
        self._macros = _ENGINE.get_template("shapes.html").make_module({"key": key})

    def __call__(self, name: str, *given: object) -> str:
        """The shape of that name."""
        made = str(getattr(self._macros, name)(*given))
        return made.replace("%", "%%").replace(_SLOT, "%s")

    def around(self, name: str, *given: object) -> tuple[str, ...]:
        """What stands before and after the one slot of a shape."""
        return tuple(str(getattr(self._macros, name)(*given)).split(_SLOT))

    def whole(self, name: str, *given: object) -> str:
        """A shape without slots, ready to stand on the page."""
        return str(getattr(self._macros, name)(*given))


def escaped(values: Sequence[str]) -> Iterator[str]:
    """Each value as it may stand on the page, in order: escaped, and nothing forbidden in it."""
    if is_suspect("".join(values)):
        values = [signed(value) for value in values]
    # "".split() gives one part even of nothing.
    return iter(str(escape(_BETWEEN.join(values))).split(_BETWEEN) if values else ())


def page() -> Template:
    """The template of the whole report."""
    return _ENGINE.get_template("report.html")


def class_page() -> Template:
    """The template of the report on a class."""
    return _ENGINE.get_template("class.html")


def _engine() -> Environment:
    made = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        auto_reload=False,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        _=_translated,
        is_link=is_link,
        schemes={name: palette(name) for name in ("light", "dark")},
    )
    return made


def _finalized(value: object) -> object:
    """A value on its way to the page; markup is ours, or was looked at before."""
    return signed(value) if type(value) is str else value


def _translated(message: str) -> str:
    # Asked at each use: the engine is kept, and the language may change.
    return _(message)


_ENGINE = _engine()
"""Compiles a template when it is first asked for, and keeps it: all take as long as writing a
thousand claims, and most that is written is no page."""
