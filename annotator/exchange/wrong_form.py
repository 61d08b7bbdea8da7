"""What is wrong with the form of somebody's JSON, in words of ours.

msgspec says it for whoever writes the program: "Expected `str`, got `int` - at `$.id`".
"""

import re

import msgspec

from annotator.words import N_, _

_PLACE = re.compile(r"\A(?:`key` in )?`\$\.?")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_TYPE = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_BOUND = re.compile(r"Expected `\w+` (>=|<=) (\S+)")
_VALUE = re.compile(r"Invalid enum value (.*)")
_KINDS = {
    "object": N_("an object"),
    "array": N_("a list"),
    "str": N_("a text"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("true or false"),
    "null": N_("nothing"),
}
_BOUNDS = {
    ">=": N_("{member} must be at least {bound}"),
    "<=": N_("{member} must be at most {bound}"),
}


def wrong_in(error: msgspec.ValidationError) -> str:
    """What is wrong and with which member, as a part of a sentence."""
    said, _at, place = str(error).partition(" - at ")
    place = _PLACE.sub("", place).rstrip("`")
    member = place or _("the whole")
    missing, kind = _MISSING.fullmatch(said), _TYPE.fullmatch(said)
    bound, value = _BOUND.fullmatch(said), _VALUE.fullmatch(said)
    if missing:
        path = f"{place}.{missing[1]}" if place else missing[1]
        return _("{member} is missing").format(member=path)
    if kind:
        return _("{member} is {given} and must be {wanted}").format(
            member=member, given=_kinds(kind[2]), wanted=_kinds(kind[1])
        )
    if bound:
        return _(_BOUNDS[bound[1]]).format(member=member, bound=bound[2])
    if value:
        return _("{value} in {member} is no word that may stand there").format(
            value=value[1], member=member
        )
    return _("{member} is not as it must be").format(member=member)


def _kinds(named: str) -> str:
    """What "str | array | null" is for a person; that it may be left out helps nobody."""
    kinds = [one for one in named.split(" | ") if one != "null"] or ["null"]
    words = [_(_KINDS[one]) if one in _KINDS else one for one in kinds]
    text = words[0]
    for word in words[1:]:
        text = _("{one} or {other}").format(one=text, other=word)
    return text
