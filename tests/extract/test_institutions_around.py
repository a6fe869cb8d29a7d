"""The institution of an act by what stands around it: an order spoken of before, its issuer after, a former guard."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract import institution
from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.report import Report

Links = Callable[..., list[tuple[str, str]]]
Codes = Callable[..., list[str | None]]


@pytest.fixture
def links(lexicon: Lexicon) -> Links:
    """The institutions of the last proposal of a text, with their roles."""

    def of(text: str) -> list[tuple[str, str]]:
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        report = Report("test", data, text, digest, outlet="daily-nk", published="2024-05-20", language="en")
        proposal = extract(report, lexicon).proposals[-1]
        return [(link.institution, link.role) for link in proposal.incident.institutions]

    return of


@pytest.fixture
def codes(lexicon: Lexicon, prepared: Callable[..., Document]) -> Codes:
    """What the names of a text link to."""
    return lambda text: [mention.code for mention in institution.annotate(prepared(text, "2024-05-20"), lexicon)]


NO_ARMY = [
    "On May 3, the military tension in Kaesong rose.",
    "On May 3, the military and political situation in Kaesong was discussed.",
    "The military parade in Pyongyang was held on May 3.",
]


@pytest.mark.parametrize("text", NO_ARMY)
def test_an_adjective_is_no_army(codes: Codes, text: str) -> None:
    assert codes(text) == []


ARMY = [
    ("In Kaesong the military said so.", ["kp.kpa"]),
    ("In Kaesong the military impudently denied it.", ["kp.kpa"]),
    ("In Kaesong the military, too, was there.", ["kp.kpa"]),
    ("In Kaesong the Party and the military met.", ["kp.wpk", "kp.kpa"]),
    ("North Korea spoke of the ROK military. The military has connived at it.", ["kr.military", "kr.military"]),
    (
        "North Korea spoke of the ROK military and the Korean People's Army. The military has grown.",
        ["kr.military", "kp.kpa", "kp.kpa"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ARMY)
def test_an_army(codes: Codes, text: str, expected: list[str]) -> None:
    assert codes(text) == expected


PROVINCIAL = [
    ("They came to Hyesan from Pyongyang. The provincial state security bureau met.", "kp.mss.branch@KP-10"),
    ("They met in Pyongyang. The provincial state security bureau was there.", "kp.mss.branch@KP-01"),
]


@pytest.mark.parametrize(("text", "code"), PROVINCIAL)
def test_provincial_is_of_a_province_before_a_city_of_that_rank(codes: Codes, text: str, code: str) -> None:
    assert codes(text)[-1] == code


NO_NAME = [
    "In Seoul a woman of Open Doors for Refugees spoke.",
    "A missile was launched from Mupyong-ri in Jagang.",
]


@pytest.mark.parametrize("text", NO_NAME)
def test_part_of_a_longer_name_and_a_village_are_no_institutions(codes: Codes, text: str) -> None:
    assert codes(text) == []


WORDED = [
    ("Units under North Korea's VII Corps were told so.", ["kp.kpa.corps-7"]),
    ("North Korea's Iron Corps is a name.", []),
    ("North Korea was silent before Vice Foreign Minister-level talks.", []),
    ("North Korea met Japan. The city was dark.\n\nThe foreign minister fled.", [None]),
    ("North Korea was dark.\n\nThe foreign minister fled.", ["kp.foreign"]),
    ("North Korea met Japan.\n\nForeign Minister Choe Son Hui left.", ["kp.foreign"]),
    ("Musan is dark. Musan is cold. Ore goes to Chongjin.\n\nThere the prosecutors' office met.",
     ["kp.prosecutors.prosecutors-office@KP-09.musan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDED)
def test_a_number_an_office_and_an_organ_without_its_town(codes: Codes, text: str, expected: list[str | None]) -> None:
    assert codes(text) == expected


NEAR = [
    (
        "Rason is far. A buyer in Hunchun spoke. The city people's committee met.",
        ["kp.people.rason"],
    ),
    ("Rason is far. He was held by the local branch of the Ministry of State Security.", ["kp.mss.branch@KP-13"]),
    ("In Musan an official of the prosecutors' office came.", ["kp.prosecutors.prosecutors-office@KP-09.musan"]),
    ("Chungsan Reeducation Camp lies on the coast of North Korea.", ["kp.mps.prisons.kyo-hwa-so-no-11"]),
    ("Near Chongjin Reeducation Camp it rained.", ["kp.mps.prisons.reeducation-camp@KP-09.chongjin"]),
    ("In Nampo the navy was seen.", ["kp.kpa.navy"]),
    ("In Nampo the navy yard was empty.", []),
]


@pytest.mark.parametrize(("text", "expected"), NEAR)
def test_an_organ_is_of_the_place_at_home_that_was_named_last(codes: Codes, text: str, expected: list[str]) -> None:
    assert codes(text) == expected


OF_ONE = [
    ("North Korea is demolishing the center, the unification ministry said.", "kr.unification"),
    ("North Korea has moved the rail station to Hyesan, where the Hyesan police station stood.",
     "kp.mps.branch@KP-10.hyesan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), OF_ONE)
def test_a_name_that_only_one_bears_needs_no_country(codes: Codes, text: str, code: str) -> None:
    assert codes(text) == [code]


MISSIONS = [
    (
        "North Korea is poor. A crowd stood before the Chinese Embassy in the South Korean capital.",
        "cn.foreign.embassy@KR",
    ),
    (
        "North Korea is poor. Two fled to the Japanese Consulate General in Shenyang.",
        "jp.foreign.consulate@CN-LN.shenyang",
    ),
    (
        "North Korea is poor. Japan said five had been dragged from the grounds of its consulate in Shenyang.",
        "jp.foreign.consulate@CN-LN.shenyang",
    ),
    (
        "North Korea is poor. In Shenyang two ran into the U.S. consulate.",
        "us.foreign.consulate@CN-LN.shenyang",
    ),
]


@pytest.mark.parametrize(("text", "code"), MISSIONS)
def test_a_mission_of_another_country_is_where_it_is_said_to_be(codes: Codes, text: str, code: str) -> None:
    assert codes(text) == [code]


BARE = [
    ("In Seoul a woman of Open Doors spoke.", "ngo.open-doors"),
    ("In Seoul a woman left Open Doors for Paju.", "ngo.open-doors"),
    ("A woman was held at Jongo-ri in Hoeryong.", "kp.mps.prisons.kyo-hwa-so-no-12"),
]


@pytest.mark.parametrize(("text", "code"), BARE)
def test_a_name_by_itself(codes: Codes, text: str, code: str) -> None:
    assert codes(text) == [code]


LEFT_ALONE = [
    "Police of the Ministry of Social Security met. They crossed the Tumen River into China on May 3.",
    "A man of the North Korean consulate in Shenyang came. Two were taken back to North Korea under guard.",
    "The Cabinet met in Pyongyang. On May 3 a truck in Hyesan was stolen. The order said that markets must close.",
    "On May 3, markets in Hyesan were ordered to close. Rice prices rose.",
    "A merchant who saw Camp No. 15 told us on May 3 that rice in Hyesan had been stolen.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(links: Links, text: str) -> None:
    assert links(text) == []


AROUND = [
    (
        "On May 3, the Cabinet handed down an order in Pyongyang. The order said that markets in Hyesan must close.",
        ("kp.cabinet", "authority"),
    ),
    (
        "On May 3, sales of grain in Hyesan were banned. Under the measure, handed down by the Cabinet, few can.",
        ("kp.cabinet", "authority"),
    ),
    ("On May 3, a Cabinet order was issued to farms in Haeju.", ("kp.cabinet", "authority")),
    ("On May 3, a party directive was issued to farms in Haeju.", ("kp.wpk", "authority")),
    (
        "A former guard of Camp No. 15 told us that two men were publicly executed on May 3, 1991.",
        ("kp.mss.prisons.camp-no-15", "affected"),
    ),
]


@pytest.mark.parametrize(("text", "link"), AROUND)
def test_the_institution_that_words_refer_to(links: Links, text: str, link: tuple[str, str]) -> None:
    assert links(text) == [link]


def test_soldiers_of_a_unit_are_not_the_army_besides(links: Links) -> None:
    text = "On May 3, the Ministry of State Security arrested three soldiers of the 25th Border Guard Brigade in Samsu."
    unit = "kp.kpa.border-guard.25th-border-guard-brigade"
    assert links(text) == [("kp.mss", "actor"), (unit, "target")]


def test_people_elsewhere_are_of_the_whole_and_not_of_that_branch(links: Links) -> None:
    text = "The Hoeryong state security department is feared. On May 3, agents raided a home in Sinuiju."
    assert links(text) == [("kp.mss", "actor")]


def test_where_leads_back_to_the_institution(links: Links) -> None:
    text = "At the Musan Mine, whose workers were praised at a rally on May 3, rations were cut."
    assert "kp.musan-mine" in [code for code, _ in links(text)]


HERE = [
    ("The boats in Chongjin are idle. Wives went to the harbor office.", "kp.harbor-office@KP-09.chongjin"),
    ("The boats in Chongjin are idle. A harbor official was seen.", "kp.harbor-office@KP-09.chongjin"),
    (
        "The boats in Chongjin are idle. The city's emergency quarantine command met.",
        "kp.epidemic.headquarters@KP-09.chongjin",
    ),
]


@pytest.mark.parametrize(("text", "code"), HERE)
def test_an_office_of_each_town_is_of_the_town_named_last(codes: Codes, text: str, code: str) -> None:
    assert codes(text)[-1] == code


NOT_HERE = ["The boats in Chongjin are idle. Harbor offices are hated.", "The harbor office in Busan was shut."]


@pytest.mark.parametrize("text", NOT_HERE)
def test_an_office_of_no_town_is_none(codes: Codes, text: str) -> None:
    assert codes(text) == []


ROLES = [
    ("On May 3, defense minister Hyon Yong-chol had been shot at a school in Kangdong.", "target"),
    ("On May 3, a manager in Sariwon was dismissed at a gathering of the city's party committee.", "authority"),
    ("On May 3, households in Hyesan were told through their inminban to hand over 15 yuan.", "actor"),
    ("On May 3, a firm in Hyesan was dissolved and its trucks were parceled out to the Cabinet.", "mentioned"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(links: Links, text: str, role: str) -> None:
    assert [role for _, role in links(text)] == [role]


def test_who_told_reporters_is_no_party_to_what_was_done(links: Links) -> None:
    text = "Lee of the Saenuri Party told reporters that two men were executed in Kangdong on May 3."
    assert links(text) == []


def test_he_is_of_the_office_named_before_him_in_the_sentence(links: Links) -> None:
    text = "In Chongjin a harbor official had let boats out, and that he was removed from his post on May 3 is known."
    assert links(text) == [("kp.harbor-office@KP-09.chongjin", "target")]


def test_a_meeting_at_a_mine_is_not_held_by_it(links: Links) -> None:
    text = "On May 3, the General Federation of Trade Unions held a mass meeting at the Musan Mine."
    assert ("kp.musan-mine", "affected") in links(text)


def test_the_guard_unit_is_of_the_mine_named_before(links: Links) -> None:
    text = "The Musan Mine has cut its rations. On May 3, four members of the guard unit were caught with copper cable."
    assert links(text) == [("kp.musan-mine", "target")]


NO_PART = [
    "On May 3, Foreign Minister Choe Son Hui traveled from Sinuiju to Moscow.",
    "On May 3, North Korea sent workers to Khabarovsk after Foreign Minister Choe Son Hui had visited Moscow.",
    "On May 3, every household in Hyesan had to pay 20 yuan towards pigs for the army.",
    "With the party's blessing, the Amnok River burst its banks at Hyesan on May 3.",
    "The 10th Corps held a drill. On May 3, he crossed the Tumen River at Musan.",
    "On May 3, half of the men in Manpo were called out to mend the road to the customs.",
    "The Hyesan city party committee met. On May 3, the party secretary of the food shop was arrested in Hyesan.",
    "Bodies in Hyesan, from the women's union to schools, got lists, so people were told to pay 20 yuan on May 3.",
]


@pytest.mark.parametrize("text", NO_PART)
def test_who_has_no_part_in_the_act(links: Links, text: str) -> None:
    assert links(text) == []


SPEAKS = [
    ("North Korea sent men. On May 3 in Moscow, Foreign Minister Choe Son Hui issued a statement.", "kp.foreign"),
    ("On May 3 in Pyongyang, Foreign Minister Sergei Lavrov of Russia issued a statement.", "ru.foreign"),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKS)
def test_a_minister_speaks_for_the_ministry_of_his_country(links: Links, text: str, expected: str) -> None:
    assert links(text) == [(expected, "actor")]


LATE = [
    ("Chinese police were seen in Dandong. In early May they arrested two brokers there.", [("cn.police", "actor")]),
    (
        "The 27th Brigade was blamed. Since then it robbed two farms in Musan County.",
        [("kp.kpa.27th-brigade", "actor")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LATE)
def test_a_pronoun_behind_a_time(links: Links, text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


def test_chinese_troops_are_the_army_of_china(links: Links) -> None:
    text = "On May 3, Chinese border troops arrested two North Koreans in Changbai."
    assert links(text) == [("cn.pla", "actor")]
