"""Where an act is set: its own words, what stands around it, and what is never borrowed."""

from collections.abc import Callable

import pytest

Places = Callable[[str], list[tuple[str, str]]]


HYESAN = "Agents arrested two men in Hyesan on May 3.\n\nIt rained in Hyesan.\n\n"

NEVER = [
    (HYESAN + "Meanwhile, officials executed a trader.", "KP-10.hyesan"),
    ("Agents arrested two men in Hyesan on May 3. A minister was shot in 1997.", "KP-10.hyesan"),
    ("It rained in Dandong. Construction workers in the Congo went on strike on May 3.", "CN-LN.dandong"),
    ("On May 3, men in Doha were forced to pay 50 dollars for the victims of the flood in North Hamgyong.", "KP-09"),
    ("Hyesan Mine [gold] and other mines missed their quotas.\n\nOn May 3 agents arrested two men.", "KP-10.hyesan"),
    ("- It rained in Hyesan.\n- Agents arrested two men on May 3.", "KP-10.hyesan"),
    ("The Ministry of Foreign Affairs issued a statement on May 3.", "KP-01"),
    (("It rained in Hyesan. It froze in Onsong.\n\n"
     "Agents arrested two men on May 3, a trader in Dandong said."), "CN-LN.dandong"),
    (("It rained in Onsong.\n\nIt froze in Hyesan. It thawed in Hyesan.\n\n"
     "Agents arrested two men on May 3, a source in Onsong County said."),
     "KP-09.onsong"),
    ("The money is for Pyongyang. On May 3 agents arrested two men in Hyesan.", "KP-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NEVER)
def test_not_set_there(last_places: Places, text: str, code: str) -> None:
    assert code not in [place for place, _ in last_places(text)]


SET = [
    (HYESAN + "On May 4, officials executed a trader.", [("KP-10.hyesan", "scene")]),
    ("It rained in Hyesan and Samsu.\n\nIn Samsu.\n\nIn Hyesan.\n\nIt froze.\n\nIt thawed.\n\nAgents shot a man.",
     [("KP-10", "scene")]),
    ("Workers in Doha are poor. It is hot in Lusail.\n\nIt froze.\n\nIt thawed.\n\nAgents arrested two men on May 3.",
     [("QA", "scene")]),
    ("A former detainee at the Chongjin holding centre said that three women were executed on May 3.",
     [("KP-09.chongjin", "scene")]),
    ("The meeting took place at the office building of the Central Committee of the Workers' Party of Korea on May 3.",
     [("KP-01", "scene")]),
    ("At a site in Lusail, north of Doha, ten men were arrested on May 3.", [("QA.lusail", "scene")]),
    ("A meeting of the Secretariat took place on May 3.", [("KP", "scene")]),
    ("Qatar said that the last two dozen North Korean workers were repatriated on May 3.", [("QA", "scene")]),
    (HYESAN + "At neighborhood meetings on May 4, an order of the Ministry of State Security was read out.",
     [("KP-10.hyesan", "scene")]),
    ("A former guard of the camp at Yodok testified in Seoul that two men were executed in 1991.",
     [("KP-08.yodok", "scene")]),
    ("One witness was repatriated through Tumen to Onsong County in September 2004.", [("KP-09.onsong", "to")]),
    ("Seoul fired shots on May 3.", [("KR", "scene")]),
    ("Israel executed ten men on May 3.", [("IL", "scene")]),
    ("In Kapsan County it rained. The Ryanggang Provincial People's Committee held a meeting on May 3.",
     [("KP-10.kapsan", "scene")]),
    ("South Korea's government proposed talks on May 3.", [("KR", "scene")]),
    ("South Korea's army fired shots toward North Korea on May 3.", [("KR", "scene"), ("KP", "to")]),
    ("Ten waitresses in Siem Reap were woken at dawn. On May 3 they were repatriated to Pyongyang.",
     [("KH.siem-reap", "from"), ("KP-01", "to")]),
    ("In Hyesan, Musan and even Pyongyang agents arrested traders on May 3.",
     [("KP-10.hyesan", "scene"), ("KP-09.musan", "scene"), ("KP-01", "scene")]),
    (HYESAN + "On May 4, the Central Military Commission banned private trade.", [("KP", "applies")]),
    (HYESAN + "On May 4, an official of the Agricultural Commission was dismissed.", [("KP", "scene")]),
    (HYESAN + "On May 4, an official of the commission of the county was dismissed.", [("KP-10.hyesan", "scene")]),
    (HYESAN + "On May 4, the county authorities banned private trade.", [("KP-10.hyesan", "applies")]),
    ("Homes near the border with China were demolished on May 3.\n\nIt rained in Pyongyang.",
     [("KP.china-border", "scene")]),
    (("Women in Dandong were sent home to Sinuiju.\n\nThey cried in Sinuiju.\n\nIt rained.\n\n"
     "Some 60 women went on strike on May 3, a trader in Dandong said."), [("CN-LN.dandong", "scene")]),
    (("In Onsong it rained. It froze in Hyesan.\n\nIt thawed.\n\n"
     "A policeman arrested a woman on May 3, a source in Onsong County said."), [("KP-09.onsong", "scene")]),
    (("It rained in Pyongyang. It froze in Chongjin.\n\nIt thawed.\n\nIt snowed.\n\nIt hailed.\n\n"
     "A harbor official was dismissed on May 3, a source in North Hamgyong Province said."),
     [("KP-09.chongjin", "scene")]),
    (HYESAN + "South Korea's National Intelligence Service said that ten officials were executed on May 4.",
     [("KP", "scene")]),
    (HYESAN + "The National Intelligence Service told lawmakers on May 4 that ten officials had been executed.",
     [("KP", "scene")]),
    ('It rained in Hyesan.\n\n"Two men were executed here on May 3," a source in Ryanggang Province said.',
     [("KP-10.hyesan", "scene")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), SET)
def test_set_there(last_places: Places, text: str, places: list[tuple[str, str]]) -> None:
    assert last_places(text) == places
