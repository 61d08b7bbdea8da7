"""The order of guesses: what people write in comes before what old machines wrote in."""

from annotator.exchange.likely import USUAL, likeliest_first


def test_macs_and_dos_come_after_windows_koi8_and_iso() -> None:
    found = ["mac_cyrillic", "cp866", "koi8_r", "iso8859_5", "cp1251"]
    ordered = likeliest_first(found)
    assert ordered[:5] == ("cp1251", "koi8_r", "iso8859_5", "mac_cyrillic", "cp866")


def test_each_group_keeps_its_order_and_names_each_once() -> None:
    found = ["iso8859_7", "cp869", "cp1253", "mac_greek", "cp737"]
    ordered = likeliest_first(found)
    assert ordered[:4] == ("iso8859_7", "cp1253", "cp869", "mac_greek")
    assert ordered[-1] == "cp737"
    assert len(set(ordered)) == len(ordered)


def test_a_seldom_one_alone_follows_the_usual_one_of_its_letters() -> None:
    assert likeliest_first(["mac_greek"])[:2] == ("cp1253", "mac_greek")


def test_what_is_usual_is_offered_when_nothing_was_found() -> None:
    assert likeliest_first([]) == USUAL


def test_code_pages_of_east_asia_are_not_taken_for_dos() -> None:
    assert likeliest_first(["cp949", "cp932"])[:2] == ("cp949", "cp932")
