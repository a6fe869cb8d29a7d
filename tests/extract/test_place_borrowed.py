"""What an act takes its place from and what it does not: things told before, landmarks, roads, garrisons."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Places = Callable[[str], list[tuple[str, str]]]


LEFT_ALONE = [
    # the nation acts, and nothing that was told in a place is spoken of
    ("It rained in Hyesan. It froze in Onsong.\n\nThe authorities executed ten men on May 3.", [("KP", "scene")]),
    ("The Korean authorities arrested ten men in Hyesan on May 3.", [("KP-10.hyesan", "scene")]),
    ("There is a market in Hyesan. There were ten men arrested on May 3.", [("KP-10.hyesan", "scene")]),
    # a garrison is where a unit acts if it is said so
    ("Troops of the 9th Corps executed ten men in Chongjin on May 3.", [("KP-09.chongjin", "scene")]),
    ("On May 4, the Hyesan city people's committee ordered the residents to clean the streets.",
     [("KP-10.hyesan", "applies")]),
    # people who are brought from somewhere, and missiles that are fired from there
    ("Ten workers from Hyesan were sent to Russia on May 3.", [("KP-10.hyesan", "from"), ("RU", "to")]),
    ("Soldiers fired missiles from Sunan on May 3.", [("KP-01.sunan", "scene")]),
    ("It rained in Dandong. It froze in Dandong.\n\nThirty women went on strike.", [("CN-LN.dandong", "scene")]),
    ("Ten men fled to Dandong on May 3.", [("CN-LN.dandong", "to")]),
    # a site is where it is, unless it is only near
    ("Ten men were arrested at Wiyon Station on May 3.", [("KP-10.hyesan.wiyon-station", "scene")]),
    ("A bridge at Hyesan collapsed in Ryanggang on May 3.", [("KP-10.hyesan", "scene")]),
    ("A missile was fired from Sunan on May 3.\n\nIt rained in Onsong. The missile launch failed on May 3.",
     [("KP-01.sunan", "scene")]),
    ("Ten of the Onchon officials have been expelled and banished with their families to mines around Tokchon.",
     [("KP-14.onchon", "scene"), ("KP-02.tokchon", "scene")]),
    ("He flew to the Chinese capital, Beijing, on May 5.", [("CN-BJ", "scene")]),
    # a line that is crossed stands behind the country that is entered
    ("Ten soldiers crossed the Tumen River into China on May 3.", [("CN", "to"), ("KP.tumen", "scene")]),
    ("The family was banished from Hyesan to Kapsan on May 3.",
     [("KP-10.hyesan", "scene"), ("KP-10.kapsan", "scene")]),
    ("A soldier walked across the Military Demarcation Line (MDL) in Inje, Gangwon Province, on May 3.",
     [("KR-42.inje", "scene"), ("KP.mdl", "scene")]),
    ("The authorities are questioning men in Kapsan who defied orders on May 3, residents told the paper.",
     [("KP-10.kapsan", "scene")]),
    ("The provincial party committee in Ryanggang held a meeting in Hyesan on May 3.", [("KP-10.hyesan", "scene")]),
    ("Families of soldiers protested in Hyesan on May 3.", [("KP-10.hyesan", "scene")]),
]  # fmt: skip

TOLD_BEFORE = [
    ("South Korea keeps a freighter at Busan. The Korea Customs Service questioned the mate on May 3.",
     [("KR-26", "scene")]),
    (("A soldier was found in Puryong. One man was shot dead on May 3, and the other two were brought to the corps "
     "headquarters in Chongjin."), [("KP-09.puryong", "scene")]),
    ("Police arrested ten men in Hunchun on May 3 and handed them over through the Quanhe checkpoint.",
     [("CN-JL.hunchun", "scene")]),
    (("It rained in Hunchun. Ten men drowned in the Taedong on May 3."), [("KP.taedong", "scene")]),
    ("It froze in Hyesan. Men from Chongjin came. On May 3 ten men in the city were arrested.",
     [("KP-10.hyesan", "scene")]),
    ("Musan Mine is large. It rained in Onsong.\n\nTen men were arrested at the mine on Monday.",
     [("KP-09.musan.mine", "scene")]),
    ("It rained in Nampo. It froze in Hyesan.\n\nA mill stands in Songrim. There, the manager was replaced on May 3.",
     [("KP-06.songrim", "scene")]),
    ("The Nampo Shipyard is old. It rained in Nampo.\n\nKim Jong Un toured the yard on May 3.", [("KP-14", "scene")]),
    (("It rained in Onsong.\n\nA woman who was held in 2015 at a facility in Musan recounted that guards shot a man. "
     "She was later moved to Hyesan."), [("KP-09.musan", "scene")]),
    ("It rained in Onsong. It froze in Hyesan. North Korea has arrested ten men on May 3.", [("KP", "scene")]),
    ("It rained in Nampo. Agents questioned ten men on May 3, and two were executed in Tanchon.",
     [("KP-14", "scene")]),
    ("It froze in Shenyang. One of the workers, a man from Hamhung, was beaten to death on May 3.",
     [("CN-LN.shenyang", "scene")]),
    ("It rained in Sinuiju. It froze in Sinuiju.\n\nHis brother, who works in Rakwon, was dismissed on May 3.",
     [("KP-03.sinuiju", "scene")]),
    ("It rained in Sinuiju. It froze in Sinuiju.\n\nA trader fled to Dandong on May 3.",
     [("KP-03.sinuiju", "from"), ("CN-LN.dandong", "to")]),
    (("It rained in Kujang.\n\nThe Presidium of the Supreme People's Assembly decided to grant a pardon. "
     "It will take effect on September 9."), [("KP", "applies")]),
    (("South Korea's army fired shots on May 1. It rained in Onsong.\n\nA protest was lodged in Beijing.\n\n"
     "On May 3 ten men were arrested."), [("KP", "scene")]),
    ("Ten men were repatriated from Havana, Beijing and the United Nations on May 3.",
     [("CU.havana", "from"), ("CN-BJ", "from")]),
    ("Ten men were arrested near Wiyon Station on May 3.", [("KP-10.hyesan", "scene")]),
    ("It rained in Hunchun. Ten men drowned in the Tumen River on May 3.",
     [("CN-JL.hunchun", "scene"), ("KP.tumen", "scene")]),
    ("It froze in Onsong. On May 3 two traders from Hyesan stole copper.", [("KP-09.onsong", "scene")]),
    ("It froze in Onsong. On May 3 ten men with relatives in South Korea were arrested.", [("KP-09.onsong", "scene")]),
    ("On May 3 the state security arrested families of men working in China.", [("KP", "scene")]),
    ("A market is in Hyesan. There is no doubt that the authorities executed ten men on May 3.", [("KP", "scene")]),
    ("A student at Hyesan University of Medicine was detained in Samsu on May 3.", [("KP-10.samsu", "scene")]),
    ("A governor from Primorsky Krai visited the DPRK capital on May 3.", [("KP-01", "scene")]),
    ("Ten men were arrested in Mongolia's capital on May 3.", [("MN-1", "scene")]),
    (("It rained in Kangdong. The Pyongyang City Party Committee ordered all students to write confessions on May 3."),
     [("KP-01", "applies")]),
    (("Leaflets were seen at a station in the town of Posong, through which trains to Pyongyang pass.\n\n"
     "“The authorities are trying to hunt down the culprits who wrote the leaflets,” a resident said."),
     [("KP-10.samsu.posong", "scene")]),
    ("A barracks burned down in Musan. Soldiers of the 9th Corps have since sealed off the place.",
     [("KP-09.musan", "scene")]),
    ("It rained in Onsong. It froze in Onsong.\n\nA market is in Hyesan. The state executed ten men there on May 3.",
     [("KP-10.hyesan", "scene")]),
]  # fmt: skip

NOT_TAKEN = [
    # a test of the state, spoken of in passing
    ("It rained in Musan. The ore of Musan Mine is piling up. China is silent after the nuclear test of May 3.",
     "KP-09.musan.mine"),
    # what a government tells after somebody else told of a town
    (("A trader was executed in Pyongsong, a source in South Pyongan said. It froze in Onsong. The South's National "
     "Intelligence Service told lawmakers on May 4 that ten officials had been executed."), "KP-09.onsong"),
    # one of many that are meant
    ("“Unsan Mine and other mines missed their quotas,” a source said. “Absenteeism has climbed.”", "KP-03.unsan.mine"),
    # where those are for whose sake it is done, or who are only related
    ("On May 3 North Korea isolated the families of men who had been sent to Russia.", "RU"),
    # where something lies between
    ("In Chungsan county, a camp lies between Nampo and Sukchon. Ten women were executed on May 3.", "KP-02.sukchon"),
    # where a unit has its seat, told after
    (("Some 3,000 troops of the 11th Corps were sent to Russia on May 3. The unit's home is Tokchon.\n\n"
     "They are trained at Khabarovsk. Lawmakers in Seoul were told so.\n\nIt rained in Moscow."), "KP-02.tokchon"),
    # what the centre ordered holds where nothing else is said
    (("It rained in Hyesan. It froze in Hyesan.\n\nUnder a decree issued by the Ministry of Social Security last "
     "June, whoever enters the zone is to be shot."), "KP-10.hyesan"),
    # another country's organ with the nation's name in its own
    ("A freighter lies at Busan. The Korea Customs Service questioned the mate on May 3.", "KP"),
]  # fmt: skip


_TWO_TOWNS = "A market is in Hyesan. It froze in Onsong.\n\n"
_ONE_TOWN = "It rained in Hyesan. It froze in Hyesan.\n\n"

OTHER_PARAGRAPHS = [
    # of a report about no one town: what takes up the paragraph before, what somebody there tells, what has no day
    (_TWO_TOWNS + "The traders were arrested on May 3.", "KP-09.onsong"),
    (_TWO_TOWNS + "They were arrested on May 3.", "KP-09.onsong"),
    (_TWO_TOWNS + "Four singers were arrested on May 3, a source in Onsong said.", "KP-09.onsong"),
    (_TWO_TOWNS + "Four singers were arrested.", "KP-09.onsong"),
    (_ONE_TOWN + "Four singers were arrested on May 3.", "KP-10.hyesan"),
    # what begins anew is of the nation
    (_TWO_TOWNS + "Four singers were arrested on May 3.", "KP"),
    (_TWO_TOWNS + "Four members of the Unhasu Orchestra, with their director, were executed on May 3.", "KP"),
]

OF_THE_CENTRE = [
    (_ONE_TOWN + "A clerk of the Hyesan city party committee was arrested on May 3.", "KP-10.hyesan"),
    (_ONE_TOWN + "An agent of the Ministry of State Security was arrested on May 3.", "KP-10.hyesan"),
    (_ONE_TOWN + "A vice director of the Munitions Industry Department was arrested on May 3.", "KP"),
    (_ONE_TOWN + "The county committee dispatched ten workers on May 3.", "KP-10.hyesan"),
    (_ONE_TOWN + "The Ministry of Railways was told to give trains to the builders on May 3.", "KP"),
    (_ONE_TOWN + "The Ministry of National Defense ordered a count of all rifles on May 3.", "KP"),
    (
        _ONE_TOWN + "On May 3 the Political Bureau held a meeting on the North Hamgyong Provincial Party Committee.",
        "KP",
    ),
    # the capital is the place of a meeting only in a report of what the centre does there
    (("A congress was held in Pyongyang on May 3.\n\nThe Politburo held a meeting on May 5."), "KP-01"),
    (("It rained in Pyongyang. It froze in Pyongyang.\n\nThe Politburo held a meeting on May 5."), "KP"),
]

OF_WHO_TELLS = [
    # of another province than what is told of
    (
        "It rained in Huichon. It froze in Huichon.\n\nA source from Musan said that police arrested ten men.",
        "KP-04.huichon",
    ),
    (
        "It rained in Huichon. It froze in Huichon.\n\nA source from Manpo said that police arrested ten men.",
        "KP-04.manpo",
    ),
    # in the country whose police it is
    (_ONE_TOWN + "Residents of Tumen city said that Chinese border police caught two men on May 3.", "CN-JL.tumen"),
]

OF_A_COUNTRY = [
    (_ONE_TOWN + "On May 3 she called people in South Korea by phone.", "KP-10.hyesan"),
    (_ONE_TOWN + "Floods hit farms in most of North Korea on May 3.", "KP"),
    (_ONE_TOWN + "Soldiers are guarding the fields in the northern part of North Korea since May 3.", "KP"),
    (_ONE_TOWN + "Ten men were arrested in all parts of the city on May 3.", "KP-10.hyesan"),
]


@pytest.mark.parametrize(("text", "code"), OTHER_PARAGRAPHS + OF_THE_CENTRE + OF_WHO_TELLS + OF_A_COUNTRY)
def test_main_place(last_places: Places, text: str, code: str) -> None:
    assert [place for place, _ in last_places(text)] == [code]


@pytest.mark.parametrize(("text", "places"), LEFT_ALONE + TOLD_BEFORE)
def test_set_there(last_places: Places, text: str, places: list[tuple[str, str]]) -> None:
    assert last_places(text) == places


@pytest.mark.parametrize(("text", "code"), NOT_TAKEN)
def test_not_set_there(last_places: Places, text: str, code: str) -> None:
    assert code not in [place for place, _ in last_places(text)]


def test_what_stands_after_an_act_gives_way_to_a_border_in_its_sentence(
    proposals: Callable[[str], list[Proposal]],
) -> None:
    found = proposals(
        "It has required citizens near the border with China to carry a card, and stopped men for random checks. "
        "It rained in Pyongyang.\n\nIt froze in Hyesan.\n\nIt thawed in Wonsan."
    )
    assert len(found) > 1
    assert {link.place for one in found for link in one.incident.places} == {"KP.china-border"}


MOST = "It rained in Hyesan. It froze in Hyesan.\n\nTrains from Wonsan stand still.\n\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (MOST + "On May 3 ten men in the city were arrested.", "KP-10.hyesan"),
        (MOST + "On May 3 the city people's committee ordered residents to guard the fields.", "KP-10.hyesan"),
        (
            MOST + "It snowed in Onsong. It hailed in Wonsan. On May 3 ten men in the city were arrested.",
            "KP-07.wonsan",
        ),
    ],
)
def test_the_city_is_the_last_of_the_paragraph_or_that_of_the_report(last_places: Places, text: str, code: str) -> None:
    assert [place for place, _ in last_places(text)] == [code]
