"""The institutions of proposals: what is left alone, roles, and those that the words around an act give."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Links = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def links(proposals: Callable[..., list[Proposal]]) -> Links:
    """The institutions of the last act of a text, with their roles."""

    def of(text: str, outlet: str = "daily-nk") -> list[tuple[str, str]]:
        return [(link.institution, link.role) for link in proposals(text, outlet)[-1].incident.institutions]

    return of


LEFT_ALONE = [
    "On May 3, agents came for a teacher in Hyesan.",
    "On May 3, a man in Hyesan was arrested on the birthday of the Workers' Party of Korea.",
    "On May 3 in Seoul, the police arrested two men.",
    "In Qatar on May 3, six workers were taken into custody by police.",
    "On May 3, 200 houses in Hyesan were pulled down, the National Intelligence Service believes.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(links: Links, text: str) -> None:
    assert links(text) == []


ROLES = [
    ("On May 3, two men in Musan were led away by officers of the county State Security Department.", "actor"),
    ("On May 3, an order of the Ministry of State Security was read out in Hyesan.", "authority"),
    ("On May 3, three men from Onsong were kept in a holding center of the Ministry of State Security.", "actor"),
    ("On May 3, eleven officials in Onchon were expelled from the Workers' Party.", "authority"),
    ("On May 3, the Ministry of State Security set up a task force in Hyesan to find the writer.", "investigator"),
    ("On May 3, the Onchon County Prosecutors' Office searched homes for the culprit.", "investigator"),
    ("On May 3, Kim Jong Un visited the Musan Mine.", "affected"),
    ("On May 3, the families of six men in Hyesan were sent to Camp No. 15.", "mentioned"),
    ("On May 3, Kim Jong Un sent a message of greeting to the Foreign Ministry of Vietnam.", "target"),
    ("The Musan Mine failed to meet its quota in May.", "actor"),
    ("Agents of the bowibu in Hyesan searched the homes of three traders on May 3.", "actor"),
    ("On May 3 the Hyesan City Party Committee collected 5,000 won from each household.", "actor"),
    ("The Musan Mine mobilized 200 workers on May 3 to repair a road in Hyesan.", "actor"),
    ("A third secretary at the North Korean Embassy in Havana fled to South Korea on May 3.", "affected"),
    ("On May 3 the Ministry of State Security looked into the case of two guards in Hyesan.", "investigator"),
    ("On May 3, two men in Hyesan were arrested on the order of the Ministry of State Security.", "authority"),
    ("Two men were executed at the Kanggon Military Academy on May 3.", "mentioned"),
    ("A fire in the headquarters of the Hyesan City Party Committee destroyed its books on May 3.", "affected"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(links: Links, text: str, role: str) -> None:
    assert [role for _, role in links(text)] == [role]


ONE = [
    ("On May 3, the party's Organization and Guidance Department inspected Onchon.", "kp.wpk.ogd"),
    ("On May 3, the KPA Navy arrested two men in Wonsan.", "kp.kpa.navy"),
    ("On May 3, the Central Committee's Bureau 11 was closed.", "kp.bureau-11"),
]


@pytest.mark.parametrize(("text", "code"), ONE)
def test_the_party_of_a_department_is_no_party_to_the_act(links: Links, text: str, code: str) -> None:
    assert [institution for institution, _ in links(text)] == [code]


CARRIED = [
    (
        "Officers of the Sunam District Safety Agency in Chongjin dragged off nine women. They were freed on May 4.",
        "kp.mps.safety-agency@KP-09.chongjin.sunam",
    ),
    (
        "The Musan Mine has cut its rations. On May 3, attendance was down to 60 percent.",
        "kp.musan-mine",
    ),
    (
        "In Hyesan the Ministry of State Security looked for the writer. On May 3, agents came for a teacher.",
        "kp.mss",
    ),
    (
        "The men worked for the Mansudae Art Studio in Vladivostok. They were last seen on May 3, when they fled.",
        "kp.mansudae-studio",
    ),
]


@pytest.mark.parametrize(("text", "code"), CARRIED)
def test_the_institution_of_the_sentence_before(links: Links, text: str, code: str) -> None:
    assert [institution for institution, _ in links(text)] == [code]


def test_what_a_meeting_decided_is_on_its_authority(links: Links) -> None:
    text = (
        "A meeting of the Central Military Commission took place in Pyongyang on May 3. "
        "The commander in Kimhwa was relieved of his post."
    )
    assert ("kp.wpk.cmc", "authority") in links(text, "kcna")


def test_who_tells_of_its_own_act_did_it(links: Links) -> None:
    text = "Fighters for a Free North Korea, a group in Seoul, said it had flown 20 balloons with leaflets from Paju."
    assert links(text, "yonhap") == [("ngo.ffnk", "actor")]


def test_who_decreed_it_is_its_authority(links: Links) -> None:
    text = "Under a pardon that was decreed by the Cabinet, 200 prisoners in Kaechon were released on May 3."
    assert ("kp.cabinet", "authority") in links(text)


def test_whom_a_noun_is_about_stands_before_it(links: Links) -> None:
    text = "On May 3, North Korea put ten party officials before a firing squad in Kangdong."
    assert [institution for institution, _ in links(text)] == ["kp.wpk"]


def test_a_relative_clause_is_of_what_stands_before_it(links: Links) -> None:
    text = "The camp in Pukchang was under the Ministry of Social Security, which released most inmates in 2006."
    assert ("kp.mps", "authority") in links(text)


def test_a_paper_of_the_south_speaks_of_its_own_army(links: Links) -> None:
    assert links("On May 3, the military arrested two men near Paju.", "yonhap") == []


def test_what_is_carried_founds_no_incident(proposals: Callable[..., list[Proposal]]) -> None:
    assert proposals("The Musan Mine is large. Its attendance is low.") == []


def test_a_carried_institution_points_to_the_words_that_stand_for_it(proposals: Callable[..., list[Proposal]]) -> None:
    text = "The Musan Mine has cut its rations. On May 3, attendance was down to 60 percent."
    claims = [c for c in proposals(text)[-1].incident.evidence[0].claims if c.field == "institution"]
    assert [(text[c.start : c.end], c.basis) for c in claims] == [("attendance", "derived")]
