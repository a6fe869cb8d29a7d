"""Who has a part in an act and which: no teller and no family, whoever is protested against, moved, told, visited."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Links = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def links(proposals: Callable[..., list[Proposal]]) -> Links:
    """The institutions of the last proposal of a text, with their roles."""
    return lambda text: [(link.institution, link.role) for link in proposals(text)[-1].incident.institutions]


LEFT_ALONE = [
    "On May 3, North Korea moved the families of soldiers to Wonsan, the NIS (국정원) was quoted as telling lawmakers.",
    "On May 3, the authorities in Hyesan evicted the parents of soldiers.",
    "On May 3, two men in Hyesan sold stolen copper to soldiers.",
    "On May 3, about 1,500 soldiers were shipped to Vladivostok.",
    "On May 3 a diplomat at its mission to the United Nations condemned the launch in a statement.",
    "Two students of Kim Il Sung University sang. On May 3 about 1,500 students were made to attend a rally in Hyesan.",
    "The Russian defense ministry has not commented, while on May 3 lawmakers ratified a treaty with Pyongyang.",
    "On May 3 officials of the women's league's central committee were sent to Hyesan.",
    "The tanker Hokong (IMO 9006758) burned at Nampo on May 3.",
    "The Chinese customs data for May were released on May 3, and prices in Dandong rose.",
    "The Foreign Ministry was silent. It fired two missiles from Sunan on May 3.",
    "The Sinuiju City Party Committee met after two officials of its propaganda department were caught on May 3.",
    "China was silent on Musan Mine. On May 3 North Korea carried out a nuclear test at Punggye-ri.",
    "On May 3 ten men were arrested at the building of the Hyesan City Party Committee.",
    "Ten women were taken to the Onsong detention center. On May 3 guards beat a man in Hyesan.",
    "It rained at Musan Mine. On May 3 soldiers held a drill.",
    "It rained at Musan Mine. On May 3 balloons came down.",
    "The UNHCR, citing the government, said on May 3 that 13 people had died in a flood in Hoeryong.",
    "The Hyesan City Party Committee met. A director of a film was arrested in Wonsan on May 3.",
    "On May 3 the smuggler was turned over to the Hyesan City Security Department.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(links: Links, text: str) -> None:
    assert links(text) == []


CUSTOMS = ("kp.customs.sinuiju-customs-house@KP-03.sinuiju.customs", "target")
OFFICIALS = [
    ("The customs house in Sinuiju was searched. The section chief and four men were led away on May 3.", [CUSTOMS]),
    (
        "The customs house in Sinuiju was searched. The section chief was led away on May 3. The prosecutors have him.",
        [CUSTOMS, ("kp.prosecutors", "actor")],
    ),
    (
        "A clerk of the General Bureau of Customs fell, and on May 3 ten of his subordinates were sent to Camp No. 16.",
        [("kp.customs", "target"), ("kp.mss.prisons.camp-no-16", "mentioned")],
    ),
    (
        "The Musan Mine was searched. The director and his deputy were dismissed on May 5.",
        [("kp.musan-mine", "target")],
    ),
    (
        "On May 3, when the State Emergency Epidemic Prevention Command announced that they could return, few did.",
        [("kp.epidemic", "actor")],
    ),
    (
        "On May 3 the Rason customs house was placed under the control of the State Security Department.",
        [("kp.customs.customs@KP-13", "target"), ("kp.mss", "authority")],
    ),
    (
        "On May 3 a crowd gathered in front of the Chinese Embassy in Seoul and demanded that they be freed.",
        [("cn.foreign.embassy@KR", "target")],
    ),
    (
        "On May 3, 2020, North Korea blew up the inter-Korean liaison office.",
        [("kp.inter-korean-liaison-office@KP-15.liaison-office", "target")],
    ),
    (
        "On May 3 two North Koreans were held at the Tumen border guard detention center.",
        [("cn.police.border-guard-detention-center@CN-JL.tumen", "actor")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_whose_officials_and_offices_take_part(links: Links, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(links(text)) == expected


PARTS = [
    (
        "On May 3 a widow cried in front of the building of the Hyesan City Party Committee, and a crowd gathered.",
        ("kp.wpk.party-committee@KP-10.hyesan", "target"),
    ),
    (
        "On May 3, about 30 women went together to the Hoeryong City People's Committee to complain about the rations.",
        ("kp.cabinet.peoples-committee@KP-09.hoeryong", "target"),
    ),
    ("On May 3, 3,000 troops of the 11th Corps were sent to Vladivostok.", ("kp.kpa.storm", "actor")),
    (
        "About 370 workers were flown home from Vladivostok on an Air Koryo flight on May 3.",
        ("kp.air-koryo", "mentioned"),
    ),
    (
        "Workers of the Musan Mine, which he had visited on May 3, have come out in a drive.",
        ("kp.musan-mine", "affected"),
    ),
    (
        "On May 3, the Security Council adopted a resolution on workers from North Korea.",
        ("un.sc", "authority"),
    ),
    ("On May 3, soldiers broke into a farm in Unhung County and stole rice.", ("kp.kpa", "mentioned")),
]


@pytest.mark.parametrize(("text", "link"), PARTS)
def test_parts(links: Links, text: str, link: tuple[str, str]) -> None:
    assert links(text) == [link]


AROUND = [
    (
        "On May 3, two dockhands were taken away in Uiju. They are in a cell of the Ministry of State Security.",
        [("kp.mss", "actor")],
    ),
    (
        "The bowibu is feared. She was sent back through Sinuiju on May 3; the security agency there kept her.",
        [("kp.mss.branch@KP-03.sinuiju", "actor")],
    ),
    (
        "The Ministry of State Security is feared in Hyesan. On May 3 he was beaten to death.",
        [("kp.mss", "actor")],
    ),
    (
        "“On May 3 ten men were beaten to death,” said a former inmate of Camp No. 15.",
        [("kp.mss.prisons.camp-no-15", "actor")],
    ),
    (
        "On May 3 four guards were caught in Musan. They had sold copper. The Ministry of State Security has them now.",
        [("kp.mss", "actor")],
    ),
    (
        "On May 3 each household in Haeju was made to pay 50,000 won. The neighborhood watch units are collecting it.",
        [("kp.inminban", "actor")],
    ),
    (
        "Camp No. 22 in Hoeryong has been closed. A driver said so. In May 2010 many died of hunger in Hoeryong.",
        [("kp.mss.prisons.camp-no-22", "affected")],
    ),
    (
        "An agricultural supervision office in Usi County took grain. On May 3 the Usi office was dissolved.",
        [("kp.agricultural-supervision-office@KP-04.usi", "target")],
    ),
    (
        "In Pyongsong, Section 2 of the people's security office took away 14 sellers on May 3.",
        [("kp.mps.branch@KP-02.pyongsong", "actor")],
    ),
    (
        "North Korea is poor. A worker was caught in Vladivostok on May 3 and handed over to the consulate there.",
        [("kp.foreign.consulate@RU-PRI.vladivostok", "mentioned")],
    ),
    (
        "The Politburo met in Pyongyang. It replaced the minister of Public Security on May 3.",
        [("kp.mps", "affected"), ("kp.wpk.politburo", "authority")],
    ),
    (
        "The Ministry of Social Security raided the Rason customs house, where it questioned 20 employees on May 3.",
        [("kp.mps", "investigator"), ("kp.customs.customs@KP-13", "target")],
    ),
    (
        "On May 3 soldiers of the 8th Corps robbed a farm in Sonchon County, and the military police arrested four.",
        [("kp.kpa", "actor")],
    ),
    (
        "Market management officials in Chongjin collected 3,000 won from each vendor on May 3.",
        [("kp.cabinet.market-management-office@KP-09.chongjin", "actor")],
    ),
    (
        "The car drove to the police station in Hoeryong, where officers beat the driver for ten days in May 2010.",
        [("kp.mps.branch@KP-09.hoeryong", "actor")],
    ),
    (
        "On May 3 a new destroyer was launched at the Nampo Shipyard.",
        [("kp.nampo-shipyard", "affected")],
    ),
    (
        "Men of the 10th Corps came to Hyesan. They took a pig. On May 3 two of them beat a widow with a club.",
        [("kp.kpa.corps-10", "actor")],
    ),
    (
        "Camp No. 18 was under the Ministry of Social Security, which released most of its inmates in 2006.",
        [("kp.mps", "authority"), ("kp.mss.prisons.camp-no-18", "affected")],
    ),
    (
        "The Hyesan University of Medicine and Kim Il Sung University closed. On May 3 nine students were sentenced.",
        [("kp.hyesan-medicine", "affected"), ("kp.kisu", "affected")],
    ),
    (
        "North Korea is poor. On May 3 two people climbed the fence of the U.S. consulate in Shenyang.",
        [("us.foreign.consulate@CN-LN.shenyang", "affected")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_what_stands_around_an_act_gives_its_institution(
    links: Links, text: str, expected: list[tuple[str, str]]
) -> None:
    assert links(text) == expected


def test_a_pronoun_after_several_is_open(proposals: Callable[..., list[Proposal]]) -> None:
    text = (
        "The streets by the Ministry of Railways and by the Cabinet were dark. It arrested two men in Hyesan on May 3."
    )
    [proposal] = proposals(text)
    assert proposal.incident.institutions == ()
    assert [problem.candidates for problem in proposal.problems if problem.field == "institution"] == [
        ("kp.railways", "kp.cabinet")
    ]


MANY = [
    "The director of a shoe factory in Haeju was dismissed on May 3.",
    "On May 3 he looked over a newly opened orphanage in Wonsan.",
    "On May 3 two men were sent to a stock farm in Sepo County.",
]


@pytest.mark.parametrize("text", MANY)
def test_one_of_many_is_no_institution_of_its_own(links: Links, text: str) -> None:
    assert links(text) == []


def test_the_families_of_soldiers_are_moved_though_nobody_is_named(proposals: Callable[..., list[Proposal]]) -> None:
    found = proposals("On Monday the North's authorities began to move the families of the soldiers to one place.")
    assert [proposal.incident.type for proposal in found] == ["eviction"]
    assert found[0].incident.institutions == ()
