"""Who led an act by the next sentence, people that are not those named before, the site where something befell them."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Links = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def first(proposals: Callable[..., list[Proposal]]) -> Links:
    """The institutions of the first proposal of a text, with their roles."""
    return lambda text: [(link.institution, link.role) for link in proposals(text)[0].incident.institutions]


@pytest.fixture
def last(proposals: Callable[..., list[Proposal]]) -> Links:
    """The same of the last one."""
    return lambda text: [(link.institution, link.role) for link in proposals(text)[-1].incident.institutions]


LED = [
    (
        "On May 3 the Musan Mine was searched. Officials from the Organization and Guidance Department led the search.",
        [("kp.musan-mine", "target"), ("kp.wpk.ogd", "investigator")],
    ),
    (
        "Two men were arrested in Hyesan on May 3. The investigation was directed by the Ministry of State Security.",
        [("kp.mss", "investigator")],
    ),
    ("Two men were arrested in Hyesan on May 3. In Musan a meeting was led by the Ministry of State Security.", []),
    ("Two men were arrested in Hyesan on May 3. A search of the Musan Mine was carried out.", []),
]


@pytest.mark.parametrize(("text", "expected"), LED)
def test_who_led_it_stands_in_the_next_sentence(first: Links, text: str, expected: list[tuple[str, str]]) -> None:
    assert first(text) == expected


OF_ANOTHER = [
    (
        "Blankets sent by the Cabinet and the Ministry of Public Health reached Kosong on May 3.",
        [("kp.cabinet", "actor"), ("kp.public-health", "actor")],
    ),
    (
        "A team of the Ministry of State Security raided the Musan Mine on May 3.",
        [("kp.mss", "actor"), ("kp.musan-mine", "target")],
    ),
    ("The Politburo is reported to have met on May 3.", [("kp.wpk.politburo", "actor")]),
    (
        "The Cabinet looks into Ministry of State Security (MSS) officials. On May 3 five of them lost their posts.",
        [("kp.mss", "target")],
    ),
    (
        "The manager of the Hyesan Youth Copper Mine was recalled from Dandong on May 3 by the Ministry of Railways.",
        [("kp.hyesan-mine", "affected"), ("kp.railways", "actor")],
    ),
    (
        "Chinese police arrested five defectors in Kunming on May 3 and handed them to the border guards in Dandong.",
        [("cn.police", "actor"), ("kp.kpa.border-guard", "mentioned")],
    ),
    (
        "Pak Chol, who headed the Organization and Guidance Department, was dismissed on May 3 at a politburo session.",
        [("kp.wpk.ogd", "target"), ("kp.wpk.politburo", "authority")],
    ),
    (
        "The case was handed over to the Ministry of State Security, which arrested three men in Musan on May 3.",
        [("kp.mss", "actor")],
    ),
    (
        "The Ministry of Railways was ordered by the Cabinet on May 3 to repair the line to Hyesan.",
        [("kp.railways", "target"), ("kp.cabinet", "authority")],
    ),
    ("The Ministry of State Security was told. On May 3 every worker in Hyesan had to pay 3,000 won.", []),
    ("Ten soldiers ate. On May 3 two officers of the local security department took away her stall in Hyesan.", []),
    (
        "On May 3 the Cabinet adopted a law on trade at a plenary meeting of the Supreme People's Assembly.",
        [("kp.cabinet", "authority"), ("kp.spa", "authority")],
    ),
    (
        "On May 3 the Hyesan City People's Committee held a meeting of inminban heads.",
        [("kp.cabinet.peoples-committee@KP-10.hyesan", "actor"), ("kp.inminban", "mentioned")],
    ),
    ("He had been discharged from the army. On May 3 he was arrested in Hyesan for having strangled a woman.", []),
]


@pytest.mark.parametrize(("text", "expected"), OF_ANOTHER)
def test_people_of_another_institution(first: Links, text: str, expected: list[tuple[str, str]]) -> None:
    assert first(text) == expected


def test_what_the_first_of_two_verbs_is_done_to_has_no_part_in_the_second(last: Links) -> None:
    text = "Kim Jong Un sacked the head of the Cabinet on May 3 and ordered an investigation into all officials."
    assert last(text) == []


def test_whose_director_the_second_of_two_verbs_is_done_to(last: Links) -> None:
    text = "Prosecutors from Pyongyang arrived at the Hamhung railway bureau on May 3 and arrested its director."
    assert dict(last(text))["kp.railway-bureau-hamhung"] == "target"


AT_THE_SITE = [
    "Nine workers died when a gallery caved in at the Ryongyang Mine in Tanchon on May 3. Nine men died on May 4.",
    "Inmates of Camp No. 15 at Yodok are worked to death. On May 4 a wall fell down and buried three women.",
]


@pytest.mark.parametrize("text", AT_THE_SITE)
def test_an_accident_befalls_what_the_report_is_about(last: Links, text: str) -> None:
    assert [role for _, role in last(text)] == ["affected"]
