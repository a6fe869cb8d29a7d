"""Named days, periods and events in English: what is left alone first, then what they are."""

import pytest

from tests.extract.time.conftest import Read

LEFT_ALONE = [
    "The men will be honored at the Eighth Party Congress.",
    "They paint the town in advance of the Eighth Party Congress, it seems.",
    "He praised the decisions of the Eighth Congress.",
    "Delegates to the Seventh Party Congress arrived.",
    "Delegates spoke of the Seventh Party Congress.",
    "She took part in the Eighth Party Congress.",
    "The tasks were set by the 8th Party Congress.",
    "Beijing spoke of it at the 20th Party Congress.",
    "They met at the Ninth Congress of the Youth League.",
    "It was read at the 3rd plenary meeting of the 7th Central Committee of the Youth League.",
    "Lawmakers voted at the 118th Congress.",
    "The currency reform was a failure.",
    "The COVID-19 border closure hurt them.",
    "They were marking the 110th anniversary of the birth of Kim Il Sung.",
    "The rally celebrated the 75th founding anniversary of the Workers' Party of Korea.",
    "The campaign of 30 days was hard.",
    "The 300-day battle is not known.",
    "He works at the Day of the Sun Factory.",
    "Mr. Sun and Mr. March told us nothing.",
]

FOUND = [
    ("They met on Sun's Day", "Sun's Day", "2021-04-15"),
    ("They prepare for work ahead of the Day of the Sun.", "the Day of the Sun", "2022-04-15"),
    ("They met from the Day of the Shining Star to the Day of the Sun.", None, "2021-02-16/2021-04-15"),
    ("They met for the April 15 holiday", "April 15 holiday", "2021-04-15"),
    ("They met on Kim Il-sung’s birth anniversary", "Kim Il-sung’s birth anniversary", "2021-04-15"),
    ("They met on the Feb. 16 holiday", "Feb. 16 holiday", "2022-02-16"),
    (
        "They met on the founding anniversary of the Workers' Party of Korea.",
        "the founding anniversary of the Workers' Party of Korea",
        "2021-10-10",
    ),
    ("They met on the party founding anniversary", "the party founding anniversary", "2021-10-10"),
    (
        "They met on the 10th anniversary of Kim Jong Il's death",
        "the 10th anniversary of Kim Jong Il's death",
        "2021-12-17",
    ),
    ("They met on Armed Forces Day", "Armed Forces Day", "2022-02-08"),
    ("They met on the Foundation Day of the KPRA", "the Foundation Day of the KPRA", "2021-04-25"),
    ("They met on International Workers’ Day", "International Workers’ Day", "2021-05-01"),
    ("They met after the Lunar New Year holiday", "after the Lunar New Year holiday", "2022-02-01/.."),
    ("They have met since the Day of the Sun", "since the Day of the Sun", "2021-04-15/.."),
    ("They met before Chuseok last year", "before Chuseok last year", "../2021-09-21"),
    ("They met during the Arduous March", "Arduous March", "1994~/1998~"),
    ("They met during the 70-day campaign of loyalty", "70-day campaign of loyalty", "2016-02-23/2016-05-02"),
    ("They met in the seventy-day battle", "seventy-day battle", "2016-02-23/2016-05-02"),
    ("They met in the 100-day battle", "100-day battle", "2009-09-23/2009-12-31"),
    ("They met in the 100-day battle of 2005", "100-day battle of 2005", "2005-07-03/2005-10-10"),
    ("They met in the 2005 100-day battle", "2005 100-day battle", "2005-07-03/2005-10-10"),
    ("They met in the 80 days battle", "80 days battle", "2020-10-12/2020-12-30"),
]

COUNTED = [
    (
        "They met on the 70th founding anniversary of the WPK.",
        "the 70th founding anniversary of the WPK",
        "2015-10-10",
    ),
    (
        "They must finish by the 80th anniversary of the founding of the DPRK.",
        "by the 80th anniversary of the founding of the DPRK",
        "../2028-09-09",
    ),
    (
        "They met on the eve of the 110th birth anniversary of Kim Il Sung.",
        "the eve of the 110th birth anniversary of Kim Il Sung",
        "2022-04-14",
    ),
    ("They met on the 70th birthday of Kim Jong Il.", "the 70th birthday of Kim Jong Il", "2012-02-16"),
    ("They met on the 110th birthday of Kim Il Sung.", "the 110th birthday of Kim Il Sung", "2022-04-15"),
    (
        "They met on the 85th founding anniversary of the Korean People's Army.",
        "the 85th founding anniversary of the Korean People's Army",
        "2017-04-25",
    ),
    ("They met on the Day of the Sun in 1900.", "the Day of the Sun in 1900", None),
    ("They met on the Day of the Sun in 1912.", "the Day of the Sun in 1912", "1912-04-15"),
]

OF_COUNTRIES = [
    ("They met on Victory Day.", "Victory Day", "2021-07-27"),
    ("They met on Russia's Victory Day.", "Russia's Victory Day", "2021-05-09"),
    ("They met on Russian Victory Day in 2015.", "Russian Victory Day in 2015", "2015-05-09"),
    ("They met on China's National Day.", "China's National Day", "2021-10-01"),
    ("They met on National Day.", "National Day", "2021-09-09"),
    ("They met on South Korea's Armed Forces Day.", "South Korea's Armed Forces Day", "2021-10-01"),
    ("They met on South Korean Memorial Day.", "South Korean Memorial Day", "2021-06-06"),
    ("They met on U.S. Memorial Day.", "U.S. Memorial Day", "2021-05-31"),
    ("They met on Memorial Day.", "Memorial Day", None),
    ("They met on Liberation Day, in Seoul and Pyongyang.", "Liberation Day", "2021-08-15"),
    ("They met on Children's Day.", "Children's Day", "2021-06-01"),
]

EVENTS = [
    ("The plan was set forth at the Eighth Party Congress.", "Eighth Party Congress", "2021-01-05/2021-01-12"),
    ("It fell during the 8th WPK Congress.", "8th WPK Congress", "2021-01-05/2021-01-12"),
    (
        "It was told at the 8th Congress of the Workers’ Party of Korea.",
        "8th Congress of the Workers’ Party of Korea",
        "2021-01-05/2021-01-12",
    ),
    ("since the party's eighth congress", None, "2021-01-05/.."),
    ("after the Seventh Party Congress", None, "2016-05-09/.."),
    ("before the Sixth Party Congress", None, "../1980-10-10"),
    ("It was said at North Korea's 8th party congress.", "8th party congress", "2021-01-05/2021-01-12"),
    (
        "He was elected at the third plenary meeting of the eighth Central Committee.",
        "third plenary meeting of the eighth Central Committee",
        "2021-06-15/2021-06-18",
    ),
    (
        "He was elected at the Fourth Plenary Meeting of the 8th Central Committee of the WPK.",
        "Fourth Plenary Meeting of the 8th Central Committee of the WPK",
        "2021-12-27/2021-12-31",
    ),
    ("since the 4th plenum of the 8th WPK Central Committee", None, "2021-12-27/.."),
    (
        "It was adopted at the Fifth Session of the 14th Supreme People's Assembly.",
        "Fifth Session of the 14th Supreme People's Assembly",
        "2021-09-28/2021-09-29",
    ),
    ("after the currency reform", None, "2009-12-06/.."),
    ("during the currency reform of 2009", "currency reform of 2009", "2009-11-30/2009-12-06"),
    ("during the COVID-19 border closure", "COVID-19 border closure", "2020-01/2023-08"),
    (
        "during elections to the Supreme People's Assembly",
        "elections to the Supreme People's Assembly",
        "2019-03-10",
    ),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(dates: Read, text: str) -> None:
    assert dates(text, "2022-03-02") == []


@pytest.mark.parametrize(("text", "words", "value"), [*FOUND, *COUNTED, *OF_COUNTRIES, *EVENTS])
def test_found(dates: Read, text: str, words: str | None, value: str | None) -> None:
    assert dates(text, "2022-03-02") == [(words or dates(text, "2022-03-02")[0][0], value)]


def test_a_day_of_two_countries_says_both(timexes: Read) -> None:
    (found,) = timexes("They met on Memorial Day.", "2022-03-02")
    assert found.reason == "ambiguous: 2021-06-06 (KR) or 2021-05-31 (US)"  # type: ignore[attr-defined]


def test_before_there_was_a_day_its_name_has_no_date_and_says_so(timexes: Read) -> None:
    (found,) = timexes("They met on the Day of the Sun in 1900.", "2022-03-02")
    assert found.reason == "there was no such day then"  # type: ignore[attr-defined]


def test_a_meeting_is_dated_without_a_publication_date_and_a_battle_of_several_is_not(dates: Read) -> None:
    assert dates("It was said at the Eighth Party Congress.", None)[0][1] == "2021-01-05/2021-01-12"
    assert dates("They worked in the 150-day battle.", None)[0][1] == "2009-04-20/2009-09-16"
    assert dates("They worked in the 100-day battle.", None) == [("100-day battle", None)]


def test_a_day_whose_date_stands_before_it_is_that_day(dates: Read) -> None:
    text = "The launch is set for April 15, 2024, significant as the Day of the Sun."
    assert [value for _, value in dates(text, "2023-12-01")] == ["2024-04-15", "2024-04-15"]
    assert dates("By July 27, the anniversary of the armistice, they leave.", "2023-05-01") == [
        ("By July 27", "../2023-07-27"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Victory Day on May 9.", "2021-05-09"),
        ("They met on Victory Day (Sept. 3).", "2021-09-03"),
        ("They met on Victory Day on July 27.", "2021-07-27"),
        ("They met on July 17, Constitution Day.", "2021-07-17"),
        ("They met on Army Day, Feb. 8.", "2022-02-08"),
    ],
)
def test_the_date_beside_a_name_of_several_countries_chooses(dates: Read, text: str, value: str) -> None:
    assert [found for _, found in dates(text, "2022-03-02")] == [value, value]
