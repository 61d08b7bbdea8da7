"""Refusals are said in words that fit the window, which has no command and no option."""

import inspect

import pytest

from annotator.exchange import encodings
from annotator.exchange.readers import refusing
from annotator.model.failure import Refusal
from annotator.services import failures, importing_failures


def _kinds() -> list[type[Refusal]]:
    modules = (failures, importing_failures, encodings, refusing)
    return [
        one
        for module in modules
        for _name, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, Refusal) and one.__module__ == module.__name__
    ]


@pytest.mark.parametrize("kind", _kinds())
def test_no_refusal_names_an_option_or_a_command(kind: type[Refusal]) -> None:
    written = inspect.getsource(kind)
    assert "--" not in written
    assert "The command “" not in written
