"""A key with tolerance: found, other tag, missed, and what is not in it."""

from annotator.model.ids import ClaimId
from annotator.model.key import AnswerKey, Comparison, KeyResult, Met
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.annotators import annotator, by_words
from tests.unit.model.claims import claim

TEXT = (
    "Rain fell. The bridge is safe, the mayor said. Engineers disagree. Nobody asked them.\n"
    "It was built in 1971. It is old?!"
)


def compare(key: list[tuple[str, str]], own: list[tuple[str, str]], *optional: str) -> Comparison:
    claims = by_words(TEXT, "Key", key).claims
    return AnswerKey(TEXT, claims, [ClaimId(one) for one in optional]).compare(
        by_words(TEXT, "Ana", own)
    )


def one(key: tuple[str, str], *own: tuple[str, str]) -> KeyResult:
    (result,) = compare([key], list(own)).results
    return result


KEY = ("The bridge is safe", "A")


def test_the_same_tag_on_at_least_half_of_its_units() -> None:
    assert one(KEY, ("bridge is", "A")).met is Met.FOUND
    assert one(KEY, ("safe", "A")).met is Met.MISSED
    assert one(KEY, ("The", "A"), ("safe", "A")).met is Met.FOUND  # taken together
    assert one(KEY, ("bridge is", "A")).wider is False


def test_signs_at_the_ends_do_not_make_it_wider_and_words_do() -> None:
    assert one(KEY, ("The bridge is safe,", "A")).wider is False
    assert one(KEY, ("The bridge is safe, the", "A")).wider is True
    assert one(KEY, ("bridge is safe, the mayor", "A"), ("The bridge", "A")).wider is False


def test_at_most_one_more_sentence() -> None:
    sentence = "The bridge is safe, the mayor said."
    assert one(KEY, (sentence, "A")).met is Met.FOUND
    further = f"{sentence} Engineers disagree."
    assert one(KEY, (further, "A"))[2:5] == (Met.FOUND, one(KEY, (further, "A")).claims, True)
    assert one(KEY, (f"Rain fell. {sentence}", "A")).met is Met.FOUND
    assert one(KEY, (f"{further} Nobody", "A")).met is Met.MISSED
    assert one(KEY, (f"Rain fell. {further}", "A")).met is Met.MISSED
    both = "The bridge is safe, the mayor said. Engineers disagree."
    assert one((both, "A"), (f"{both} Nobody asked them.", "A")).met is Met.FOUND


def test_what_reaches_too_far_does_not_keep_another_claim_from_counting() -> None:
    everything = TEXT[: TEXT.index("\n")]
    found = compare([KEY], [(everything, "A"), ("bridge is safe", "A")])
    assert [result.met for result in found.results] == [Met.FOUND]
    assert [claim.id for claim in found.not_in_key] == ["Ana-0"]


def test_another_tag_and_an_open_claim() -> None:
    assert one(KEY, ("bridge is safe", "C")).met is Met.OTHER_TAG
    assert one(KEY, ("bridge is safe", "?")).met is Met.OTHER_TAG
    assert one(("The bridge is safe", "?"), ("bridge is safe", "?")).met is Met.FOUND
    assert one(("The bridge is safe", "?"), ("bridge is safe", "A")).met is Met.OTHER_TAG
    assert one(KEY, ("bridge is safe, the", "C")).wider is True


def test_one_of_several_tags_is_found_and_the_others_are_lacking() -> None:
    result = one(("The bridge is safe", "AC"), ("bridge is safe", "A"))
    assert (result.met, result.lacks) == (Met.FOUND, (Tag.CONTESTED,))
    assert one(("The bridge is safe", "AC"), ("The bridge is safe", "AC")).lacks == ()


def test_contested_and_verified_beyond_the_key_count_as_also_checked() -> None:
    assert one(KEY, ("bridge is safe", "A"), ("The bridge is safe", "VC")).also_checked == (
        Tag.CONTESTED,
        Tag.VERIFIED,
    )
    assert one(KEY, ("The bridge is safe", "V")).also_checked == (Tag.VERIFIED,)
    assert one(("The bridge is safe", "V"), ("The bridge is safe", "VA")).also_checked == ()


def test_what_is_not_in_the_key_is_listed_and_what_counts_for_it_is_not() -> None:
    found = compare(
        [KEY, ("It was built in 1971.", "V")],
        [("bridge is safe", "A"), ("Engineers", "C"), ("It was", "V"), ("1", "")],
    )
    assert [result.met for result in found.results] == [Met.FOUND, Met.MISSED]
    assert [claim.id for claim in found.not_in_key] == ["Ana-1", "Ana-2", "Ana-3"]


def test_a_missed_optional_claim_does_not_count() -> None:
    key = [KEY, ("Engineers disagree", "A"), ("It was built in 1971", "V")]
    found = compare(key, [("bridge is safe", "A")], "Key-1")
    assert (found.found, found.asked, found.optional_found) == (1, 2, 0)
    assert compare(key, [("Engineers disagree", "A")], "Key-1").optional_found == 1


def test_signs_alone_are_compared_and_less_than_half_of_a_word_is_not() -> None:
    assert one(("?!", "A"), ("old?!", "A")).met is Met.FOUND
    part = claim("part", [Tag.ATTRIBUTED], span=Span(12, 13))
    key = AnswerKey(TEXT, [part])
    assert key.claims == ()
    assert key.compare(annotator("Ana", [part])).results == ()
