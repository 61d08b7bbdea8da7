"""What was typed is kept, but for what no file and no database can keep."""

from annotator.model.claim import Attribution, Evidence, Outcome, Source, SourceKind, SourceRole
from annotator.model.typed import kept, kept_attribution, kept_evidence

ODD = "a\0b\ud83dc\udc00d"


def test_only_nul_and_lone_surrogates_are_left_out() -> None:
    assert kept(ODD) == "abcd"
    stays = " 😀\r\n\t\x01\u200b\ufeff\ufffe\U0010ffff "
    assert kept(stays) == stays


def test_every_word_of_a_source_and_of_evidence() -> None:
    source = Source(f" {ODD} ", SourceKind.PERSON)
    assert kept_attribution(Attribution(source, SourceRole.COUNTER, ODD, ODD)) == Attribution(
        Source("abcd", SourceKind.PERSON), SourceRole.COUNTER, "abcd", "abcd"
    )
    assert kept_evidence(Evidence(ODD, True, Outcome.AGAINST, None, ODD)) == Evidence(
        "abcd", True, Outcome.AGAINST, None, "abcd"
    )
