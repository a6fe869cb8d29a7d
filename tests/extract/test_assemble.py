"""Assembly: dates, places, institutions and people of an act, what comes together, titles, levels."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Proposal
from incidents.model.report import Report

Read = Callable[..., list[Proposal]]


@pytest.fixture
def read(lexicon: Lexicon) -> Read:
    def make(text: str, outlet: str = "daily-nk", published: str | None = "2024-05-20") -> list[Proposal]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = Report("test", text.encode(), text, digest, outlet=outlet, published=published)
        return list(extract(report, lexicon).proposals)

    return make


NOTHING = [
    "Ordinary people live on what they earn in the markets.",
    "If anyone is caught in Hyesan, he is executed.",
    "Experts fear that a nuclear test could follow in May.",
    "Officials often take bribes from vendors in Hyesan.",
    "Someone stole something somewhere, and nobody knows when.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_left_alone(read: Read, text: str) -> None:
    assert [p.incident.title for p in read(text) if p.incident.places[:1] != () and p.confidence > 0.7] == []


DATES = [
    ("Agents arrested two men in Hyesan, a source told Daily NK on May 7.", None),
    ("Agents arrested two men in Hyesan on May 3.", "2024-05-03"),
    ("On May 3, agents arrested two men in Hyesan.", "2024-05-03"),
    ("Agents arrested two men in Hyesan. On the night of May 3.", "2024-05-03"),
    ("It was revealed last month that officials in Onchon held a drinking party.", "../2024-04"),
    ("The river rose on May 3, when floods destroyed homes in Sinuiju.", "2024-05-03"),
    ("Yomiuri reported Monday that agents arrested two men in Hyesan, citing a source in China.", None),
    ("Agents have arrested traders in Hyesan since mid-March.", "2024-03-11/.."),
    ("SEOUL, May 19 (Yonhap) -- Agents arrested two men in Hyesan.", None),
    ("SEOUL, May 19 (Yonhap) -- On May 3, agents arrested two men in Hyesan.", "2024-05-03"),
    ("Workers are mobilized in Hyesan ahead of the holiday on June 1, 2024.", "../2024-06-01"),
    ("Agents arrested two men in Hyesan on May 3. They were released the next day.", "2024-05-04"),
    ("A source told Daily NK on May 9 that agents arrested a man in Hyesan. The next day he was released.", None),
    ("Households in Hyesan must pay 5,000 won ahead of the anniversary on June 10.", "../2024-06-10"),
    ("A plenary meeting was held on May 2. The meeting dissolved the committee of Hyesan.", "2024-05-02"),
]


@pytest.mark.parametrize(("text", "edtf"), DATES)
def test_dates(read: Read, text: str, edtf: str | None) -> None:
    assert read(text)[-1].incident.when.edtf == edtf


def test_a_date_in_a_quotation_counts_from_the_day_on_which_its_source_spoke(read: Read) -> None:
    text = '"Agents arrested two men in Hyesan yesterday," a source told Daily NK on May 7.'
    assert read(text)[0].incident.when.edtf == "2024-05-06"


def test_what_cannot_be_dated_says_so(read: Read) -> None:
    (found,) = read("Agents arrested two men in Hyesan on Tuesday.", published=None)
    assert not found.incident.when.dated
    assert [problem.field for problem in found.problems] == ["date"]


PLACES = [
    ("Agents arrested two men in Musan, a source in Hyesan said.", ["KP-09.musan"]),
    ("North Korean authorities banned the use of dollars, a source in Hyesan said.", ["KP"]),
    ("It snowed in Hyesan for days. Agents arrested two men.", ["KP-10.hyesan"]),
    ("Agents arrested a man whose relatives in South Korea had called him in Hyesan.", ["KP-10.hyesan"]),
    ('"We pay too much, and agents arrested two men," a source in Hyesan said.', ["KP-10.hyesan"]),
    ("It snowed in Hyesan. Pyongyang adopted the Law on Forests in May. It snowed in Hyesan.", ["KP"]),
    ("North Korea fired a missile from Sunan toward the East Sea.", ["KP-01.sunan", "XZ.east-sea"]),
]


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_places(read: Read, text: str, codes: list[str]) -> None:
    assert [link.place for link in read(text)[0].incident.places][: len(codes)] == codes[: len(codes)]


INSTITUTIONS = [
    ("The Ministry of State Security arrested two men in Hyesan.", [("kp.mss", "actor")]),
    ("Two men were arrested in Hyesan by the Ministry of State Security.", [("kp.mss", "actor")]),
    ("The Ministry of State Security was disbanded in May.", [("kp.mss", "target")]),
    ("Security agents arrested two men in Hyesan.", [("kp.mss", "actor")]),
    ("A plenary meeting was held in May.", [("kp.wpk", "actor")]),
    ("Two men were arrested in Hyesan, a source in the Ministry of State Security said.", []),
]


@pytest.mark.parametrize(("text", "links"), INSTITUTIONS)
def test_institutions(read: Read, text: str, links: list[tuple[str, str]]) -> None:
    assert [(link.institution, link.role) for link in read(text)[0].incident.institutions] == links


def test_a_capital_that_acts_is_not_the_city_spoken_of(read: Read) -> None:
    text = "It snowed in Sinuiju. Pyongyang adopted the Law on Forests. The city's party committee ordered all to pay."
    assert [link.institution for link in read(text)[-1].incident.institutions] == [
        "kp.wpk.party-committee@KP-03.sinuiju"
    ]


def test_people_are_counted(read: Read) -> None:
    (group,) = read("Agents arrested about 40 officials in Hyesan.")[0].incident.people
    assert (group.group, group.low, group.high, group.approximate) == ("detained", 40, 40, True)


TOGETHER = [
    (
        "Agents arrested three money brokers in Hyesan.\n\nThe three money brokers were arrested on May 3, he said.",
        ["arrest"],
    ),
    ("Agents arrested a broker in Hyesan on May 3. Agents arrested a broker in Musan on May 4.", ["arrest", "arrest"]),
    ("Agents arrested a broker in Hyesan on May 3. The arrest took place at night.", ["arrest"]),
    ("Soldiers robbed a shop in Musan. The incident happened on May 3.", ["theft"]),
    ("The two were caught, tried and sentenced in Hyesan.", ["punishment"]),
    (
        "A leaflet was found in a station on May 3.\n\nA guard took the leaflet out of the station at Posong on May 3.",
        ["leaflet-graffiti"],
    ),
    ("They were arrested in Hyesan in May. A court sentenced them in June.", ["arrest", "punishment"]),
    ("Relatives were loaded onto trucks in the night and sent to a prison camp in Yodok.", ["punishment"]),
    ("An official was demoted in May and sent to a farm in Hyesan.", ["punishment"]),
]


@pytest.mark.parametrize(("text", "types"), TOGETHER)
def test_what_is_one_act(read: Read, text: str, types: list[str]) -> None:
    assert [p.incident.type for p in read(text)] == types


def test_the_later_passage_gives_the_date(read: Read) -> None:
    (found,) = read("Soldiers robbed a shop in Musan. The incident happened on May 3.")
    assert found.incident.when.edtf == "2024-05-03"
    assert len(found.incident.evidence) == 2


LEVELS = [
    ("A bridge collapsed in Hyesan.", "daily-nk", "unverified"),
    ("A bridge collapsed in Hyesan, a source told Daily NK.", "daily-nk", "single-source"),
    ("A bridge collapsed in Hyesan, sources told Daily NK.", "daily-nk", "multiple-source"),
    ("Radio Free Asia reports that a bridge collapsed in Hyesan.", "one-free-korea", "unverified"),
    ("A plenary meeting was held in Pyongyang in May.", "kcna", "confirmed"),
    ("A bridge collapsed in Hyesan.", "kcna", "single-source"),
    ("North Korea fired a missile on May 3, the Joint Chiefs of Staff said.", "yonhap", "confirmed"),
    ("North Korea executed a minister in May, the National Intelligence Service said.", "yonhap", "single-source"),
]


@pytest.mark.parametrize(("text", "outlet", "level"), LEVELS)
def test_levels(read: Read, text: str, outlet: str, level: str) -> None:
    assert read(text, outlet)[0].verification == level


TELLERS = [
    ("Radio Free Asia reported that a bridge collapsed in Hyesan, citing a source in China.", ("overseas", "rfa")),
    ("Japan's Kyodo News said a bridge collapsed in Hyesan, quoting a diplomatic source.", ("overseas", "kyodo")),
    ("State media showed that a bridge collapsed in Hyesan.", ("state-media", "yonhap")),
    ("SEOUL, May 19 (Yonhap) -- A bridge collapsed in Hyesan, the military said.", ("government", "yonhap")),
    ("A bridge collapsed in Hyesan, the military said.", ("outlet", "yonhap")),
]


@pytest.mark.parametrize(("text", "teller"), TELLERS)
def test_who_told_it(read: Read, text: str, teller: tuple[str, str]) -> None:
    (evidence,) = read(text, "yonhap")[0].incident.evidence
    assert (evidence.source_type, evidence.origin) == teller


STATUS = [
    ("Police arrested three traders in Hyesan on May 3.", "occurred", "2024-05-03"),
    ("Police arrested three traders in Hyesan this month.", "occurred", "2024-05"),
    ("The ministry planned to hold a public trial in Hyesan on May 3, a source said.", "lapsed", "2024-05-03"),
    ("A public trial was held in Hyesan in March.", "occurred", "2024-03"),
    ("North Korea will hold a plenary meeting in Pyongyang on Oct. 10.", "planned", "2024-10-10"),
    ("The ministry plans to hold a public trial in Hyesan next month.", "planned", "2024-06"),
    ("Three traders are expected to be executed in Hyesan on May 25.", "planned", "2024-05-25"),
    ("A party plenary meeting opens in Pyongyang on May 28.", "planned", "2024-05-28"),
]


@pytest.mark.parametrize(("text", "status", "edtf"), STATUS)
def test_what_lies_after_the_report_is_planned(read: Read, text: str, status: str, edtf: str) -> None:
    incident = read(text)[0].incident
    assert (incident.status, incident.when.edtf) == (status, edtf)


def test_what_was_planned_for_before_the_report_is_doubtful(read: Read) -> None:
    (one,) = read("The ministry planned to hold a public trial in Hyesan on May 3, a source said.")
    assert "it was planned for a time that had passed" in " ".join(problem.message for problem in one.problems)


DATELINES = [
    "SEOUL, May 16 (Yonhap) -- Three traders were arrested in Hyesan, officials said.",
    "PYONGYANG, May 16 (KCNA) -- Three traders were arrested in Hyesan.",
    "Pyongyang, May 16 (KCNA) -- Three traders were arrested in Hyesan.",
    "[2024-05-16] Three traders were arrested in Hyesan.",
    "Published: 2024-05-16\n\nThree traders were arrested in Hyesan, a source told Daily NK.",
    "WASHINGTON, May 16, 2024 — Three traders were arrested in Hyesan.",
    "WASHINGTON, D.C., May 16 — Three traders were arrested in Hyesan.",
    "Pyongyang, May 16 -- Three traders were arrested in Hyesan.",
    "Pyongyang May 16 KCNA -- Three traders were arrested in Hyesan.",
    "SEOUL (Reuters) May 16 - Three traders were arrested in Hyesan.",
    "Seoul, May 16: Three traders were arrested in Hyesan.",
    "Seoul - May 16, 2024 - Three traders were arrested in Hyesan.",
    "Hyesan, May 16 (Daily NK) Three traders were arrested in Hyesan.",
    "(Pyongyang, May 16) Three traders were arrested in Hyesan.",
    "2024-05-16 Three traders were arrested in Hyesan.",
    "2024.05.16 - Three traders were arrested in Hyesan.",
    "16 May 2024 | Three traders were arrested in Hyesan.",
]


NO_DATELINES = [
    "On May 16, three traders were arrested in Hyesan.",
    "On May 16 — Sunday — three traders were arrested in Hyesan.",
    "In Hyesan, May 16 - a holiday - three traders were arrested.",
    "May 16: Three traders were arrested in Hyesan.",
    "2024-05-16 was the day on which three traders were arrested in Hyesan.",
    "2024-05-16 Three traders were arrested in Hyesan.\n\n2024-05-17 It rained in Musan.",
    "It rained. Seoul, May 16: Three traders were arrested in Hyesan.",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_a_day_that_is_no_dateline_dates_the_act(read: Read, text: str) -> None:
    assert [one.incident.when.edtf for one in read(text) if one.incident.type == "arrest"] == ["2024-05-16"]


@pytest.mark.parametrize("text", DATELINES)
def test_the_day_of_a_dateline_is_no_date_of_an_act(read: Read, text: str) -> None:
    assert [one.incident.when.edtf for one in read(text, outlet="yonhap")] == [None]


def test_what_is_expected_is_planned(read: Read) -> None:
    assert read("A solemn wake is expected to take place in Hyesan on June 10.")[0].incident.status == "planned"


TITLES = [
    ("Meanwhile, the agents arrested two men in Hyesan, a source said.", "Agents arrested two men in Hyesan"),
    ("It snowed in Hyesan. The agents arrested two men, a source said.", "Agents arrested two men, Hyesan"),
    ("Hyon, who had seen Moscow, was executed in Hyesan.", "Hyon was executed in Hyesan"),
    (
        "Two managers of a big farm in the county next to the city of Hyesan, who was rich, lost their jobs in May.",
        "Two managers of a big farm in the county next to the city of Hyesan lost their jobs in May",
    ),
    ("On Tuesday, agents arrested two men in Hyesan.", "Agents arrested two men in Hyesan"),
    ("Agents arrested two men in Hyesan last Thursday.", "Agents arrested two men in Hyesan"),
    ("They were arrested in Hyesan on May 3.", "Arrest, Hyesan"),
    (
        "In Paekam County, Ryanggang Province, agents arrested two men, a source said.",
        "Agents arrested two men, Paekam",
    ),
    (
        "Two guards of Hyesan carried 300 kilograms of medicine over the frozen Tumen River near the old customs post.",
        "Two guards of Hyesan carried 300 kilograms of medicine over the frozen Tumen River",
    ),
    ("In response, border guards arrested two men in Hyesan.", "Border guards arrested two men in Hyesan"),
    (
        "A man left his house at night and was arrested in Hyesan, the source said.",
        "Man was arrested in Hyesan",
    ),
    ("Agents arrested him with two men in Hyesan on May 3.", "Arrest: two men, Hyesan"),
    ("Guards in Hyesan arrested two men, who had fled in May.", "Guards in Hyesan arrested two men"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(read: Read, text: str, title: str) -> None:
    assert read(text)[0].incident.title == title


AHEAD = [
    ("Floods hit Hyesan on May 5. In Unsan, two officials were dismissed on May 8.", [], ["Unsan"]),
    ("In Rimgok-ri, two officials were dismissed on May 8.", ["KP"], ["Rimgok-ri"]),
    ("In Unsan, North Pyongan, two officials were dismissed on May 8.", ["KP-03.unsan"], []),
    ("In Unsan it rained, and two officials were dismissed in Hyesan on May 8.", ["KP-10.hyesan"], []),
    ("A source in Unsan said that two officials were dismissed in Hyesan on May 8.", ["KP-10.hyesan"], []),
]


@pytest.mark.parametrize(("text", "places", "names"), AHEAD)
def test_an_open_name_ahead_of_the_clause_is_said(read: Read, text: str, places: list[str], names: list[str]) -> None:
    [one] = [p for p in read(text) if "dismissed" in p.incident.title]
    assert [place.place for place in one.incident.places] == places
    assert [text[p.start : p.end] for p in one.problems if p.field == "place" and p.end] == names


def test_a_place_taken_from_around_is_open(read: Read) -> None:
    found = read("Agents arrested two men in Hyesan on May 3.\n\nA bridge collapsed on May 9.")
    assert [[problem.field for problem in one.problems] for one in found] == [[], ["place"]]


def test_what_stands_for_an_institution_is_claimed(read: Read) -> None:
    text = "Security agents arrested a man in Hyesan."
    (claim,) = (c for c in read(text)[0].incident.evidence[0].claims if c.field == "institution")
    assert (claim.value, text[claim.start : claim.end], claim.basis) == ("kp.mss", "Security agents", "derived")


def test_a_title_that_was_made_is_doubtful(read: Read) -> None:
    told, made = read("Agents arrested two men in Hyesan on May 3. They were executed in Musan on May 9.")
    assert [problem.field for problem in told.problems] == []
    assert [problem.field for problem in made.problems] == ["title"]


def test_no_two_acts_have_one_title(read: Read) -> None:
    found = read("They were arrested in Hyesan on May 3. They were arrested in Hyesan on May 9.")
    assert [p.incident.title for p in found] == ["Arrest, Hyesan", "Arrest, Hyesan, 2024-05-09"]


def test_a_title_stays_short(read: Read) -> None:
    text = "Agents arrested two men in Hyesan" + " and again in Hyesan" * 20 + "."
    assert len(read(text)[0].incident.title) < 100


TWO_ACTS = (
    "Some thirty officials in Onchon County had let themselves be treated in a body, and inspectors in Usi County "
    "had taken property from farming families. The dinner took place at a guest house on the 8th of last month."
)


def test_what_a_later_clause_names_belongs_to_its_own_act(read: Read) -> None:
    dinner = next(one.incident for one in read(TWO_ACTS) if one.incident.when.edtf == "2024-04-08")
    assert [link.place for link in dinner.places] == ["KP-14.onchon"]
