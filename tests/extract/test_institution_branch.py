"""Organs of an institution in an area, however they are put, and units that are said to be under one."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention

Read = Callable[..., tuple[InstitutionMention, ...]]

MSS, MPS = "kp.mss", "kp.mps"

LEFT_ALONE = [
    ("The Ministry of State Security office in Pyongyang was rebuilt.", [("Ministry of State Security", MSS)]),
    ("The Ministry of State Security in Pyongyang was rebuilt.", [("Ministry of State Security", MSS)]),
    ("North Korea let the World Food Programme's Pyongyang office go.", [("World Food Programme", "un.wfp")]),
    ("Air Koryo's office in Dandong is shut.", [("Air Koryo", "kp.air-koryo")]),
    ("The Ministry of State Security's Investigation Bureau is in Musan.", [("Ministry of State Security", MSS)]),
]


@pytest.mark.parametrize(("text", "found"), LEFT_ALONE)
def test_left_alone(bodies: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.code) for mention in bodies(text)] == found


WAYS = [
    ("Ministry of State Security's Manpo branch", "kp.mss.branch@KP-04.manpo"),
    ("Ministry of State Security's branch in Manpo", "kp.mss.branch@KP-04.manpo"),
    ("Ministry of State Security office in Kimhyongjik County", "kp.mss.branch@KP-10.kimhyongjik"),
    ("Hyesan Ministry of Social Security office", "kp.mps.branch@KP-10.hyesan"),
    ("Ministry of State Security's North Pyongan Province branch", "kp.mss.branch@KP-03"),
    ("branch office of the People's Safety Agency in Sunam district, Chongjin", "kp.mps.branch@KP-09.chongjin.sunam"),
    ("Samsu County chapter of the Socialist Patriotic Youth League", "kp.youth-league.branch@KP-10.samsu"),
    ("Socialist Patriotic Youth League's Samsu chapter", "kp.youth-league.branch@KP-10.samsu"),
    ("State Security Department (SSD) in Hyesan", "kp.mss.branch@KP-10.hyesan"),
    ("Ministry of State Security (MSS) office in Hyesan", "kp.mss.branch@KP-10.hyesan"),
]


@pytest.mark.parametrize(("words", "code"), WAYS)
def test_the_branch_before_or_after_what_it_is_under(bodies: Read, words: str, code: str) -> None:
    assert [(mention.text, mention.code) for mention in bodies(f"They called the {words} twice.")] == [(words, code)]


PROVINCES = [
    ("The provincial branch of the Ministry of State Security in North Pyongan met.", "kp.mss.branch@KP-03"),
    ("The provincial branch of the Ministry of State Security in Kimjongsuk County met.", "kp.mss.branch@KP-10"),
    ("It rained in Hyesan. The Ministry of State Security's provincial bureau met.", "kp.mss.branch@KP-10"),
    ("The provincial hospital in Hamhung is shut.", "kp.hospital@KP-08"),
    ("The provincial police came. Four men fled from Pyongsong, South Pyongan Province.", "kp.mps.branch@KP-02"),
    ("Provincial police officers came to Cholsan.", "kp.mps.branch@KP-03"),
]


@pytest.mark.parametrize(("text", "code"), PROVINCES)
def test_the_province_is_that_in_which_the_place_lies_that_follows(bodies: Read, text: str, code: str) -> None:
    assert [mention.code for mention in bodies(text)] == [code]


SPOKEN = [
    ("The Ministry of State Security met in Musan. The ministry's Hyesan branch", "kp.mss.branch@KP-10.hyesan"),
    ("The Ministry of Social Security met in Hyesan. The provincial branch", "kp.mps.branch@KP-10"),
    ("The Hyesan branch of the Ministry of State Security met. The provincial branch", "kp.mss.branch@KP-10"),
    ("Air Koryo flew to Hyesan. The provincial branch", "kp.air-koryo"),
    ("The Ministry of State Security met in Hyesan. A branch", MSS),
]


@pytest.mark.parametrize(("words", "code"), SPOKEN)
def test_the_branch_of_an_organ_that_was_spoken_of(bodies: Read, words: str, code: str) -> None:
    assert bodies(f"{words} was shut.")[-1].code == code


UNDER = [
    ("the 27th Bureau of the Ministry of State Security", "27th Bureau", "kp.mss.radio"),
    ("the 27th Bureau", "27th Bureau", "kp.mss.radio"),
    (
        "the Ninth Department of the General Staff Department",
        "Ninth Department",
        "kp.kpa.general-staff.9th-department-of-the-general-staff-of-the-korean-peoples-army",
    ),
    (
        "the border guard's 25th brigade",
        "25th brigade",
        "kp.kpa.border-guard.25th-border-guard-brigade",
    ),
    (
        "the 25th Brigade of the Border Security Command",
        "25th Brigade",
        "kp.kpa.border-guard.25th-border-guard-brigade",
    ),
]


@pytest.mark.parametrize(("words", "text", "code"), UNDER)
def test_a_number_is_under_what_it_is_said_to_be_of(bodies: Read, words: str, text: str, code: str) -> None:
    assert (text, code) in [(mention.text, mention.code) for mention in bodies(f"In North Korea came {words}.")]


AGENTS = [
    ("Police officers in Wonsan", "kp.mps.branch@KP-07.wonsan"),
    ("State security agents in Hoeryong", "kp.mss.branch@KP-09.hoeryong"),
    ("Ministry of Social Security agents in Kilju", "kp.mps.branch@KP-09.kilju"),
    ("Prosecutors in Hamhung", "kp.prosecutors.prosecutors-office@KP-08.hamhung"),
    ("Customs officials in Dandong", "cn.customs.dandong"),
    ("Police officers in Yanji", "cn.police.public-security@CN-JL.yanji"),
    ("Onsung NSA", "kp.mss.branch@KP-09.onsong"),
    ("Police boxes in Kaechon", "kp.mps.branch@KP-02.kaechon"),
    ("Hyesan security officials", None),
]


@pytest.mark.parametrize(("words", "code"), AGENTS)
def test_agents_stand_for_their_organ_where_they_serve(bodies: Read, words: str, code: str | None) -> None:
    assert [(mention.text, mention.code) for mention in bodies(f"{words} took a bribe.")] == [(words, code)]


@pytest.mark.parametrize("text", ["Party members in Hyesan met.", "Police in Seoul and Vladivostok came."])
def test_whoever_is_only_there_stands_for_no_organ(bodies: Read, text: str) -> None:
    assert bodies(text) == ()


WRITTEN_AS_NAMES = [
    ("North Pyongan Provincial Trade Bureau", "North Pyongan Provincial Trade Bureau"),
    ("Jagang Province Rural Economic Committee", "Jagang Provincial Rural Economic Committee"),
    ("Rason Grain Management Station", "Rason Grain Management Station"),
    (
        "Foreign Trade Administration Bureau in North Hwanghae",
        "North Hwanghae Provincial Foreign Trade Administration Bureau",
    ),
    (
        "Pyongyang Municipal Committee of the Socialist Women's Union of Korea",
        "Pyongyang Municipal Women's Union Committee",
    ),
]


@pytest.mark.parametrize(("words", "name"), WRITTEN_AS_NAMES)
def test_an_office_with_capitals_is_called_as_it_is_written(bodies: Read, words: str, name: str) -> None:
    [mention] = bodies(f"The {words} met.")
    assert mention.made is not None
    assert (mention.text, mention.made.name) == (words, name)


@pytest.mark.parametrize("text", ["In Hyesan President Kim met the bureau.", "The Ryanggang Provincial Committee met."])
def test_what_does_not_say_what_it_is_for_is_no_office(bodies: Read, text: str) -> None:
    assert bodies(text) == ()


def test_a_name_inside_an_office_is_meant(bodies: Read) -> None:
    mentions = bodies("She was beaten at the Onsong SSD interrogation facility.")
    assert [mention.text for mention in mentions] == ["Onsong SSD"]


def test_a_place_in_brackets_is_that_of_the_organ(bodies: Read) -> None:
    [office] = bodies("The local (Tanchon) state security office watched.")
    assert (office.text, office.code) == ("state security office", "kp.mss.branch@KP-08.tanchon")
    assert bodies("He met Kim (of Tanchon) police said.") == ()


def test_units_written_with_a_cross(bodies: Read) -> None:
    assert [mention.text for mention in bodies("Kim Jong Un went to KPA Unit #322.")] == ["KPA Unit #322"]
