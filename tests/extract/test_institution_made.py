"""Institutions of a number, a site, an area, abroad: what is left alone, and what is made of them."""

from collections.abc import Callable

import pytest

from incidents.model.document import Document
from incidents.model.finding import InstitutionMention

Prepared = Callable[..., Document]
Read = Callable[..., tuple[InstitutionMention, ...]]


LEFT_ALONE = [
    "From Sohae flew Kwangmyongsong-3 Unit 2.",
    "The chief secretaries of the provincial party committees met in Pyongyang.",
    "Japan had germ-warfare units like Unit 731 in China.",
    "An army of ants marched through Hoeryong.",
    "Officers in Hyesan were afraid.",
    "They met at a company in Hyesan, and the ministry of love was shut.",
    "The North Division of the league lost in Pyongyang.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(bodies: Read, text: str) -> None:
    assert [mention.text for mention in bodies(text) if mention.code] == []


NUMBERED = [
    ("In North Korea the 5th corps marched.", [("5th corps", "kp.kpa.corps-5")]),
    ("In North Korea the Ninth Corps marched.", [("Ninth Corps", "kp.kpa.corps-9")]),
    ("In North Korea Unit 534 raises cows.", [("Unit 534", "kp.kpa.unit-534")]),
    (
        "In North Korea the 25th Border Guard Brigade was moved.",
        [("25th Border Guard Brigade", "kp.kpa.border-guard.25th-border-guard-brigade")],
    ),
    (
        "Some went to Camp No. 16 in Hwasong, and some to No. 25.",
        [("Camp No. 16", "kp.mss.prisons.camp-no-16"), ("No. 25", "kp.mss.prisons.camp-no-25")],
    ),
    (
        "Guards of Camp No. 22 and pupils of school No. 5 came to Musan.",
        [("Camp No. 22", "kp.mss.prisons.camp-no-22")],
    ),
    (
        "Camp No. 22 was shut in North Korea. A camp is a camp.",
        [("Camp No. 22", "kp.mss.prisons.camp-no-22")],
    ),
]


@pytest.mark.parametrize(("text", "found"), NUMBERED)
def test_numbered(bodies: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.code) for mention in bodies(text)] == found


AREAS = [
    ("It rained in Hyesan. The provincial party committee of North Hamgyong met.", "kp.wpk.north-hamgyong"),
    ("It rained in Hyesan. The provincial party committee in Pyongyang met.", "kp.wpk.ryanggang"),
    ("It rained in Hyesan. The provincial party committee met.", "kp.wpk.ryanggang"),
]


def test_an_organ_of_a_place_that_can_be_several_is_open(bodies: Read) -> None:
    [mention] = bodies("It rained in Kimchaek. The people's committee of Unsan County met.")
    assert (mention.text, mention.code) == ("people's committee of Unsan County", None)


@pytest.mark.parametrize(("text", "code"), AREAS)
def test_the_area_said_after_an_organ_goes_before_one_named_earlier(bodies: Read, text: str, code: str) -> None:
    assert [mention.code for mention in bodies(text)] == [code]


def test_a_mission_says_why_it_is_there(bodies: Read) -> None:
    said = "The North Korean embassy in Beijing was shut."
    earlier = "North Korea is poor. They wait in Doha. The embassy was shut."
    assert [mention.reason for text in (said, earlier) for mention in bodies(text)] == [
        "by the place named with it",
        "by the last place abroad that is named before",
    ]


@pytest.mark.parametrize("text", ["In North Korea Unit 534 raises cows.", "The 124th Regiment came to Jangpung."])
def test_a_unit_is_under_the_army(bodies: Read, text: str) -> None:
    made = bodies(text)[0].made
    assert made is not None
    assert made.parent == "kp.kpa"


SITES = [
    ("They work at the Hyesan Youth Copper Mine.", "kp.hyesan-mine"),
    ("Camp 22, near Hoeryong, was shut.", "kp.mss.prisons.camp-no-22"),
    ("The political prison camp at Hoeryong was shut.", "kp.mss.prisons.camp-no-22"),
    ("He had been a guard of the camp at Yodok.", "kp.mss.prisons.camp-no-15"),
    ("She was held at ordinary prison camp No. 12 in North Korea.", "kp.mps.prisons.kyo-hwa-so-no-12"),
    ("In Pyongyang the General Staff met.", "kp.kpa.general-staff"),
]


@pytest.mark.parametrize(("text", "code"), SITES)
def test_a_site_is_an_institution_too(bodies: Read, text: str, code: str) -> None:
    assert [mention.code for mention in bodies(text)] == [code]


AREAS = [
    ("County safety officers of Musan came. Musan county safety officers left.", "kp.mps.branch@KP-09.musan"),
    ("The Musan county procurators' office came.", "kp.prosecutors.prosecutors-office@KP-09.musan"),
    ("The Hyesan City party organization met.", "kp.wpk.party-committee@KP-10.hyesan"),
    ("The Kumya County Committee of the Workers' Party of Korea met.", "kp.wpk.party-committee@KP-08.kumya"),
    ("The Hyesan city quarantine command met.", "kp.epidemic.headquarters@KP-10.hyesan"),
    ("The State Emergency Quarantine Command met in Pyongyang.", "kp.epidemic"),
    ("The Hyesan public security bureau came.", "kp.mps.branch@KP-10.hyesan"),
    ("The Dandong Public Security Bureau came.", "cn.police.public-security@CN-LN.dandong"),
]


@pytest.mark.parametrize(("text", "code"), AREAS)
def test_an_organ_of_an_area(bodies: Read, text: str, code: str) -> None:
    assert bodies(text)[-1].code == code


PROPER = [
    ("Students of Hambuk University of Technology and Chongjin University of Agriculture came to Pyongyang.", 2),
    ("New houses were built at the Okdok Farm in North Korea.", 1),
    ("New houses were built at the Township Stockbreeding Farm in North Korea.", 0),
]


@pytest.mark.parametrize(("text", "count"), PROPER)
def test_a_proper_name_without_a_place_has_a_word_of_its_own(bodies: Read, text: str, count: int) -> None:
    assert len([mention for mention in bodies(text) if mention.made]) == count


MISSIONS = [
    ("In Doha they wait. Two embassy people drove from Kuwait. North Korea is poor. The embassy has banned it.", "KW"),
    ("North Korea is poor. Its embassy in Beijing was told. Later the embassy in Hanoi was told.", "VN"),
    ("The North Korean embassy in Beijing has been shut since. At Noi Bai Airport in Hanoi, the embassy paid.", "VN"),
]


@pytest.mark.parametrize(("text", "country"), MISSIONS)
def test_an_embassy_stays_where_it_was_said_to_be(bodies: Read, text: str, country: str) -> None:
    assert bodies(text)[-1].code == f"kp.foreign.embassy@{country}"


def test_a_camp_elsewhere_is_not_the_one_before(bodies: Read) -> None:
    found = bodies("He had been a guard of the camp at Yodok. Others came to the camp in Hyesan.")
    assert [mention.text for mention in found] == ["camp at Yodok"]


def test_the_secretariat_of_a_numbered_committee_is_the_secretariat(bodies: Read) -> None:
    found = bodies("The Secretariat of the Eighth Central Committee of the Workers' Party of Korea met.")
    assert [mention.code for mention in found] == ["kp.wpk.secretariat", "kp.wpk.cc"]


def test_the_ministry_of_something_unknown_is_not_the_ministry_before(bodies: Read) -> None:
    found = bodies("The Ministry of National Defence of the DPRK and the Ministry of Love met.")
    assert [mention.code for mention in found] == ["kp.defence"]


CUSTOMS = [
    ("Two clerks of the Hoeryong customs office fled.", "Hoeryong Customs House"),
    ("Two clerks of the customs house in Sinuiju fled.", "Sinuiju Customs House"),
    ("Two clerks of the Sinuiju City Customs House fled.", "Sinuiju Customs House"),
    ("The Joint Liaison Office in Kaesong was blown up.", "Inter-Korean Liaison Office"),
]


@pytest.mark.parametrize(("text", "name"), CUSTOMS)
def test_an_office_that_is_a_site_is_one_institution_however_it_is_called(bodies: Read, text: str, name: str) -> None:
    assert [one.made.name for one in bodies(text) if one.made] == [name]


@pytest.mark.parametrize("text", ["They met at the Sino-Korean Friendship Bridge.", "They met at the Arch of Triumph."])
def test_a_site_that_is_no_office_is_no_institution(bodies: Read, text: str) -> None:
    assert bodies(text) == ()


WHOSE = [
    (
        "North Korea closed its embassies in Spain, Angola, and Uganda.",
        ["kp.foreign.embassy@ES", "kp.foreign.embassy@AO", "kp.foreign.embassy@UG"],
    ),
    ("The embassy of North Korea in Beijing was shut.", ["kp.foreign.embassy@CN"]),
    ("North Korea is near. The Embassy of Spain in Beijing was shut.", ["es.foreign.embassy@CN"]),
    (
        "The Permanent Mission of the Democratic People's Republic of Korea in Geneva replied.",
        ["kp.foreign.permanent-mission@CH.geneva"],
    ),
    ("The embassies of China and Russia in Pyongyang were shut.", []),
    ("North Korea is poor. They wait in Doha. To close embassies is not enough.", []),
]


@pytest.mark.parametrize(("text", "codes"), WHOSE)
def test_whose_a_mission_is_and_where(bodies: Read, text: str, codes: list[str]) -> None:
    assert [mention.code for mention in bodies(text)] == codes


@pytest.mark.parametrize(
    "text", ["North Korea: he sat in Kyohwaso No. 12.", "A woman was held at Jongo-ri in Hoeryong."]
)
def test_a_reform_camp_is_called_by_its_place_and_its_number(bodies: Read, text: str) -> None:
    made = [mention.made.name for mention in bodies(text) if mention.made]
    assert made == ["Chongori Reform Camp (Kyohwaso No. 12)"]
