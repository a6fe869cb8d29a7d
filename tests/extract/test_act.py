"""Acts: what is left alone first, then types, moods and what belongs to a clause."""

from collections.abc import Callable

import pytest

from incidents.errors import BadInput
from incidents.extract import act
from incidents.extract import time as timex
from incidents.extract.act.tables import Tables
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution
from incidents.model.reference import Reference

Prepared = Callable[..., Document]
Read = Callable[[str], list[Act]]


@pytest.fixture
def read(lexicon: Lexicon, prepared: Prepared) -> Read:
    return lambda text: list(act.annotate(prepared(text), lexicon))


LEFT_ALONE = [
    "If they are caught, the traders are executed in public.",
    "Officials often take bribes from the vendors of the market.",
    "The ministry did not arrest anyone in the town.",
    "Anyone caught will be sent to a labor camp.",
    "The workers could strike at any time, he feared.",
    "Nobody was arrested after the meeting.",
    "Was the manager executed?",
    "The newly elected officials sat in the first row.",
    "The collapsed entrance lies some 30 meters to the south.",
    "The plant executed its plan for the year.",
    "Expulsion from the party is a heavy blow to a family.",
    "He thought about whether to dismiss the secretary.",
    "They discussed ways to prevent the defection of workers.",
    "Crackdowns on smuggling hurt those who live from it.",
    "The song was on the lips of all the children.",
    "The talks collapsed in the spring.",
    "The grace period ran out on Sunday.",
    "The portrait was hanged on the wall.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(read: Read, text: str) -> None:
    assert [a.type for a in read(text) if a.strength > 1] == []


TYPES = [
    ("Leaflets were found near the station.", "leaflet-graffiti"),
    ("Someone defaced a poster at the school.", "leaflet-graffiti"),
    ("Miners staged a sit-in over unpaid wages.", "protest"),
    ("About 20 loggers went on strike.", "protest"),
    ("A diplomat defected with his family.", "defection"),
    ("Two waitresses went missing last week.", "defection"),
    ("The students watched South Korean dramas.", "information"),
    ("Absenteeism at the mine has risen.", "absenteeism"),
    ("The ministry issued an order to the provinces.", "order"),
    ("The authorities banned the use of foreign currency.", "order"),
    ("Police are cracking down on street vendors.", "crackdown"),
    ("The province conducted a surprise inspection of the border units.", "crackdown"),
    ("Agents arrested a broker in the town.", "arrest"),
    ("A court sentenced three men to hard labor.", "punishment"),
    ("The factory manager was dismissed.", "punishment"),
    ("Two women were executed by firing squad.", "execution"),
    ("He was publicly executed at the airfield.", "execution"),
    ("Guards beat the prisoner to death.", "abuse"),
    ("China repatriated 60 people in one night.", "repatriation"),
    ("Soldiers demolished homes along the river.", "eviction"),
    ("The state pardoned thousands of prisoners.", "release"),
    ("The committee was disbanded.", "dissolution"),
    ("Choe was appointed foreign minister.", "personnel"),
    ("Officials of the office took bribes.", "corruption"),
    ("They smuggled gold over the river.", "smuggling"),
    ("A soldier stabbed a farmer.", "violence"),
    ("Thieves broke into a grain warehouse.", "theft"),
    ("Students were mobilized for the rice planting.", "mobilization"),
    ("Each household was ordered to contribute 5,000 won.", "levy"),
    ("The mine failed to meet its quota.", "shortfall"),
    ("The price of rice rose to 6,000 won.", "market"),
    ("The price of rice in Hyesan, Ryanggang Province, rose to 6,000 won.", "market"),
    ("A block of flats collapsed in the city.", "accident"),
    ("Flooding destroyed hundreds of homes.", "accident"),
    ("An outbreak of typhoid was reported.", "epidemic"),
    ("The party convened a plenary meeting.", "meeting"),
    ("The youth conference, which is expected to be held in May, will last a week.", "meeting"),
    ("A Russian delegation visited the city.", "visit"),
    ("North Korea fired a ballistic missile toward the sea.", "military"),
    ("The army conducted a drill.", "military"),
    ("The foreign ministry issued a statement.", "statement"),
    ("Pyongyang dispatched workers to Russia.", "dispatch"),
    ("The North sent balloons carrying trash.", "cross-border"),
    ("Seven builders walked off on Sunday.", "absenteeism"),
    ("The miners laid down their tools in May.", "protest"),
    ("A dike gave way near the town.", "accident"),
    ("A bus plunged into a ravine.", "accident"),
    ("Two brokers were hauled off by police.", "arrest"),
    ("A clerk lined his pockets for years.", "corruption"),
    ("Officers set up a roadblock at the bridge.", "crackdown"),
    ("The sailor was last seen on May 2.", "defection"),
    ("Agents put the family under close surveillance.", "crackdown"),
    ("Typhoid broke out in the barracks.", "epidemic"),
    ("A notice came down from the ministry.", "order"),
    ("The families were packed off to a farm.", "punishment"),
    ("A general pardon was granted in January.", "release"),
    ("The last 20 loggers went home in March.", "repatriation"),
    ("Corn changed hands at 3,000 won.", "market"),
    ("Wages have not been paid since May.", "shortfall"),
    ("The minister said sorry in a hall of the city.", "statement"),
    ("Thieves made off with sacks of rice.", "theft"),
    ("A watchman was found murdered.", "violence"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_types(read: Read, text: str, kind: str) -> None:
    assert {a.type for a in read(text) if a.strength > 1} == {kind}


def test_every_type_but_the_catch_all_has_phrases(lexicon: Lexicon) -> None:
    known = {rule.type for rule in lexicon.compiled(Tables.of).rules}
    assert set(lexicon.reference.type) <= known


MOODS = [
    ("The ministry has issued an order.", "occurred"),
    ("The ministry will dismiss the director next month.", "planned"),
    ("The party plans to hold a congress.", "planned"),
    ("The meeting is to be held in May.", "planned"),
    ("The police are conducting an inspection.", "ongoing"),
    ("Two soldiers tried to defect to the South.", "attempted"),
    ("He canceled a visit to Moscow.", "cancelled"),
    ("Two guards are said to have been beaten.", "occurred"),
]


@pytest.mark.parametrize(("text", "status"), MOODS)
def test_status(read: Read, text: str, status: str) -> None:
    assert [a.status for a in read(text)] == [status]


def test_an_order_is_not_what_it_orders(read: Read) -> None:
    assert [a.type for a in read("Kim ordered that idle clerks be exposed and punished.")] == ["order"]


def test_what_shares_its_auxiliary_is_asserted(read: Read) -> None:
    assert [a.type for a in read("The two were caught, tried and sentenced to death.")] == ["arrest", "punishment"]


def test_a_passive_has_what_was_done_to_as_its_subject(read: Read, prepared: Prepared) -> None:
    text = "The committee was disbanded by the ministry."
    (found,) = read(text)
    assert found.passive
    assert prepared(text).text[slice(*found.subject)] == "The committee"


def test_the_words_that_say_who_told_it_hold_no_act(lexicon: Lexicon, prepared: Prepared) -> None:
    text = "The agency said in a statement that a bridge collapsed."
    told = Attribution(0, 0, text.index(" that"))
    assert [a.type for a in act.annotate(prepared(text), lexicon, [told])] == ["accident"]


def test_an_aside_is_no_part_of_the_act(read: Read, prepared: Prepared) -> None:
    text = "Hyon, who had visited Moscow in April, was executed."
    found = next(a for a in read(text) if a.type == "execution")
    assert prepared(text).text[slice(*found.aside)] == "who had visited Moscow in April"


DATED = [
    ("On May 3 the two sisters walked the whole way to the sea.", ["other"]),
    ("On May 3 the virus reached the hospital of the county.", ["epidemic"]),
    ("The two sisters walked the whole way to the sea.", []),
    ("The two sisters may have walked to the sea on May 3.", []),
    ("By 2030 the sisters walked the whole way to the sea.", []),
    ("Agents arrested the two sisters on May 3 near the sea.", ["arrest"]),
    ("It was a cold night on May 3, the eve of the feast.", []),
    ("On May 3, when they were all drinking, the old trawler sank near the pier.", ["accident"]),
    ("He said on May 3 that the trawler of his cousin sank near the pier.", ["accident"]),
    ("On May 3 the delegation toured the farms of the valley.", ["visit"]),
]


@pytest.mark.parametrize(("text", "types"), DATED)
def test_a_sentence_that_dates_itself_tells_of_something(
    lexicon: Lexicon, prepared: Prepared, text: str, types: list[str]
) -> None:
    document = prepared(text)
    found = act.annotate(document, lexicon, (), timex.annotate(document, lexicon))
    assert [a.type for a in found if a.strength > 1] == types


def test_a_wrong_pattern_names_its_line() -> None:
    row = {"type": "order", "pattern": "<nobody> order:v", "strength": "3", "line": "7"}
    row |= dict.fromkeys(("status", "mood", "unless", "roles", "implies", "note"), "")
    with pytest.raises(BadInput, match="line 7: there is no class <nobody>"):
        Tables.of(Lexicon(Reference(), {"acts": (row,)}))
