"""What is known about a report, and what goes before what."""

import pytest

from incidents.errors import BadInput
from incidents.intake.metadata import Metadata, date_in_url, find_outlet, front_matter
from incidents.intake.report import read_report
from incidents.model.reference import Outlet

OUTLETS = (
    Outlet("rfa", "Radio Free Asia", "broadcaster", domains=("rfa.org",), names=("RFA", "자유아시아방송")),
    Outlet("dailynk", "Daily NK", "specialist", domains=("dailynk.com",), names=("DailyNK", "데일리NK")),
    Outlet("nknews", "NK News", "specialist", domains=("nknews.org",)),
    Outlet("nkpro", "NK Pro", "specialist", domains=("pro.nknews.org",)),
)


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://example.org/english/story-about-2016-plans", None),
        ("https://example.org/2016/13/45/story", None),
        ("https://example.org/id/20169999/story", None),
        ("https://example.org/archive/1603/05/02", None),
        ("", None),
        ("https://example.org/2016/05/02/story", "2016-05-02"),
        ("https://example.org/korea/2025-02-06/story", "2025-02-06"),
        ("https://example.org/2016/05/story", "2016-05"),
        ("https://example.org/view/AEN20240502003100315", "2024-05-02"),
    ],
)
def test_date_in_url(url: str, edtf: str | None) -> None:
    assert date_in_url(url) == edtf


@pytest.mark.parametrize(
    ("words", "url", "code"),
    [
        ("", "", None),
        ("The Daily Planet", "https://rfa.org/x", None),
        ("", "https://notrfa.org/x", None),
        ("RFA", "", "rfa"),
        ("radio free asia", "", "rfa"),
        ("자유아시아방송", "", "rfa"),
        ("daily-nk", "", "dailynk"),
        ("", "https://www.dailynk.com/english/x", "dailynk"),
        ("", "https://pro.nknews.org/x", "nkpro"),
        ("", "https://www.nknews.org/x", "nknews"),
    ],
)
def test_find_outlet(words: str, url: str, code: str | None) -> None:
    found = find_outlet(words, url, OUTLETS)
    assert (found.code if found else None) == code


def test_front_matter_is_kept_in_the_text_and_read() -> None:
    text = '---\r\noutlet: RFA\r\npublished: "2024-05-02"\r\nmood: grim\r\n---\r\nThe body.'
    said, body, unknown = front_matter(text)
    assert (said.outlet, said.published, text[body:], unknown) == ("RFA", "2024-05-02", "The body.", ("mood",))


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert front_matter("A title\n---\noutlet: RFA\n---\n") == (Metadata(), 0, ())


def test_options_go_before_front_matter_and_that_before_the_url() -> None:
    data = b"---\nurl: https://rfa.org/2020/01/01/x\npublished: 2020-01-02\noutlet: RFA\n---\nBody.\n"
    own = read_report("r.txt", data, Metadata(), OUTLETS)
    told = read_report("r.txt", data, Metadata(published="2020-01-03~", outlet="Daily NK"), OUTLETS)
    assert (own.published, own.outlet, own.text[own.body_start :]) == ("2020-01-02", "rfa", "Body.\n")
    assert (told.published, told.outlet, told.problems) == ("2020-01-03~", "dailynk", ())


def test_what_is_unknown_stays_unknown_and_is_said() -> None:
    report = read_report("r.txt", b"Body on Tuesday.", Metadata(outlet="The Daily Planet"), OUTLETS)
    assert (report.published, report.outlet, report.outlet_words) == (None, None, "The Daily Planet")
    assert ["Daily Planet" in report.problems[0], "'on Tuesday'" in report.problems[1]] == [True, True]


@pytest.mark.parametrize("published", ["yesterday", "2024-02-30", "2024-05/2024-04"])
def test_a_wrong_publication_date_is_an_error_that_names_the_file(published: str) -> None:
    with pytest.raises(BadInput, match=r"r\.txt"):
        read_report("r.txt", b"Body.", Metadata(published=published), OUTLETS)


def test_language_by_script() -> None:
    korean = read_report("r.txt", "북한 량강도 소식통은 12일 전했다.".encode(), Metadata(), OUTLETS)
    assert korean.language == "ko"


def test_a_publication_date_to_come_is_told_and_kept() -> None:
    report = read_report("r.txt", b"Body.", Metadata(published="2999-01-01", outlet="RFA"), OUTLETS)
    assert report.published == "2999-01-01"
    assert any("2999-01-01 is after today" in words for words in report.problems)


def test_bytes_that_were_lost_are_told() -> None:
    report = read_report("r.txt", b"Body \xff.", Metadata(published="2020-01-01"), OUTLETS)
    assert "1 byte could not be decoded and stands as U+FFFD" in report.problems


def test_a_title_of_two_lines_is_refused() -> None:
    with pytest.raises(BadInput, match="control character"):
        read_report("r.txt", b"Body.", Metadata(title="one\ntwo"), OUTLETS)
