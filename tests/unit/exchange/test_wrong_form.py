"""What a library says of a wrong member is said in words of ours."""

import msgspec
import pytest

from annotator.exchange.wrong_form import wrong_in


class Inner(msgspec.Struct):
    name: str | list[str] | None = None
    share: float = 0


class Outer(msgspec.Struct):
    inner: list[Inner] = msgspec.field(default_factory=list)


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({"inner": [{"name": 5}]}, "inner[0].name is a whole number and must be a text or a list"),
        ({"inner": [{"share": "x"}]}, "inner[0].share is a text and must be a number"),
        ({"inner": None}, "inner is nothing and must be a list"),
        ([], "the whole is a list and must be an object"),
    ],
)
def test_a_member_of_a_wrong_kind(tree: object, said: str) -> None:
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert(tree, Outer)
    assert wrong_in(error.value) == said


def test_what_the_library_has_not_said_before() -> None:
    assert wrong_in(msgspec.ValidationError("Odd - at `$.a.b`")) == "a.b is not as it must be"
