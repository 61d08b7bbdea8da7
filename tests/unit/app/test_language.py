"""The language is chosen as gettext programs choose it, and English ends the search."""

import pytest

from annotator.app.language import speak, wanted
from annotator.words import _


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, []),
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE", "LC_MESSAGES": "fr_FR"}, ["fr_FR"]),
        ({"LANG": "de_DE", "LC_MESSAGES": "fr_FR", "LC_ALL": "it_IT@euro"}, ["it_IT@euro"]),
        ({"LANG": "de_DE", "LC_ALL": ""}, ["de_DE"]),
        ({"LANG": "de_DE", "LANGUAGE": "pt_BR:pt"}, ["pt_BR", "pt", "de_DE"]),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de"}, ["de"]),
        ({"LANG": "de_DE", "LANGUAGE": "fr:en:it"}, ["fr"]),
        ({"LANG": "en_US.UTF-8"}, []),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, []),
        ({"LC_ALL": "POSIX", "LANG": "de_DE"}, []),
    ],
)
def test_the_languages_asked_for(environment: dict[str, str], languages: list[str]) -> None:
    assert wanted(environment) == languages


def test_a_language_that_there_is_not_is_english() -> None:
    speak({"LANG": "tlh_KX.UTF-8"})
    assert _("a claim") == "a claim"
