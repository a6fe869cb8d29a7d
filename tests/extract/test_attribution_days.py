"""The day on which a source spoke is told apart from the date of what it tells."""

from collections.abc import Callable

import pytest

from incidents.extract.findings import Findings
from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Read = Callable[[str], Findings]
Dates = list[tuple[str, str]]


@pytest.fixture
def read(lexicon: Lexicon) -> Read:
    """Reads a text published on Monday 20 May 2024."""

    def make(text: str) -> Findings:
        report = Report("test", b"", text, "", outlet="daily-nk", published="2024-05-20", language="en")
        return annotated(prepare(report, lexicon), lexicon)

    return make


def _story(found: Findings) -> Dates:
    """The dates that do not stand in the words of the telling."""
    cue = found.attributions[0].start, found.attributions[0].end
    return [(t.text, t.when.edtf or "") for t in found.timexes if not cue[0] <= t.start < cue[1]]


NO_DAY: list[tuple[str, Dates]] = [
    ("A source in North Hamgyong Province said that on May 2 the trial took place.", [("May 2", "2024-05-02")]),
    ("The drills ended on May 10, KCNA said.", [("May 10", "2024-05-10")]),
    ("He said that the drills ended on May 10.", [("May 10", "2024-05-10")]),
    ("Officials were told on May 10 to gather.", [("May 10", "2024-05-10")]),
    ("A farmer told how on May 10 the river rose.", [("May 10", "2024-05-10")]),
    ("Police, in a raid on May 10, arrested three people.", [("May 10", "2024-05-10")]),
    ("The market, closed on May 10, was raided, a resident said.", [("May 10", "2024-05-10")]),
    ("In a market raided on May 10, police found rice.", [("May 10", "2024-05-10")]),
    ("In the report, police arrested three people on May 10.", [("May 10", "2024-05-10")]),
]


@pytest.mark.parametrize(("text", "dates"), NO_DAY)
def test_no_day_of_telling(read: Read, text: str, dates: Dates) -> None:
    found = read(text)
    assert (found.attributions[0].said_on, _story(found)) == (None, dates)


SAID: list[tuple[str, str, Dates]] = [
    ("A resident, reached by phone on May 12, said police arrested three people.", "2024-05-12", []),
    ("A resident of Hyesan, in an interview on May 12, said the river flooded.", "2024-05-12", []),
    ("Asked on May 12, a resident confirmed three people were arrested.", "2024-05-12", []),
    ("A trader, asked about it on May 12, said the mine closed on May 3.", "2024-05-12", [("May 3", "2024-05-03")]),
    ("In a report dated May 12, police arrested three people in Hyesan.", "2024-05-12", []),
    ("According to a report published May 12, police arrested three people.", "2024-05-12", []),
    (
        "Between January and March last year, 12 people were arrested, according to a report published on 2 May 2023.",
        "2023-05-02",
        [("Between January and March last year", "2023-01/2023-03")],
    ),
    (
        "Between 2017 and 2019, 14 people were executed, according to a report of Sept. 9th, 2021.",
        "2021-09-09",
        [("Between 2017 and 2019", "2017/2019")],
    ),
    (
        "A source in Hyesan told Daily NK on the 12th that police raided the market on the 8th.",
        "2024-05-12",
        [("the 8th", "2024-05-08")],
    ),
    (
        "A resident of Musan told RFA on Tuesday that the mine closed on Friday.",
        "2024-05-14",
        [("Friday", "2024-05-10")],
    ),
    (
        "The mine closed on May 3, a source said in a telephone interview on the 12th.",
        "2024-05-12",
        [("May 3", "2024-05-03")],
    ),
    (
        '"They were shot yesterday," a source in Chongjin told Daily NK on May 13.',
        "2024-05-13",
        [("yesterday", "2024-05-12")],
    ),
    ("According to a Feb. 3 report by Daily NK, the mine closed in January.", "2024-02-03", [("January", "2024-01")]),
    ("KCNA said Thursday that Kim visited the factory on Wednesday.", "2024-05-16", [("Wednesday", "2024-05-15")]),
    ("KCNA reported on May 5 that a launch took place a day earlier.", "2024-05-05", [("a day earlier", "2024-05-04")]),
    ("Reuters reported on Monday that two ships were seized.", "2024-05-20", []),
    (
        "In a statement on Friday, the Unification Ministry said a soldier crossed on May 14.",
        "2024-05-17",
        [("May 14", "2024-05-14")],
    ),
    (
        "The Joint Chiefs of Staff said Friday the North fired a missile on Thursday.",
        "2024-05-17",
        [("Thursday", "2024-05-16")],
    ),
    (
        "South Korea's spy agency told lawmakers on May 9 that troops left in April.",
        "2024-05-09",
        [("April", "2024-04")],
    ),
    (
        "A Unification Ministry official told reporters Friday that calls went unanswered since April 7.",
        "2024-05-17",
        [("since April 7", "2024-04-07/..")],
    ),
    (
        '"We learned of it last week," an official told reporters on Monday.',
        "2024-05-20",
        [("last week", "2024-05-13/2024-05-19")],
    ),
    (
        "A source who asked not to be named told Daily NK on Monday that 30 people were arrested on the 10th.",
        "2024-05-20",
        [("the 10th", "2024-05-10")],
    ),
    (
        "Speaking to RFA on May 12, a resident of Hyesan said the river flooded on the 9th.",
        "2024-05-12",
        [("the 9th", "2024-05-09")],
    ),
    (
        "In an interview with RFA on May 12, a resident of Hyesan said the river flooded on the 9th.",
        "2024-05-12",
        [("the 9th", "2024-05-09")],
    ),
    (
        "The river flooded on the 9th, a resident of Hyesan, speaking on condition of anonymity, said on May 12.",
        "2024-05-12",
        [("the 9th", "2024-05-09")],
    ),
    (
        "A source in North Hamgyong Province said on May 12 that the trial took place on May 2.",
        "2024-05-12",
        [("May 2", "2024-05-02")],
    ),
    ("A source told Daily NK last Friday that trials began last month.", "2024-05-17", [("last month", "2024-04")]),
    (
        "On May 12, a source in Ryanggang told Daily NK that the trial took place on May 2.",
        "2024-05-12",
        [("May 2", "2024-05-02")],
    ),
    ("On Tuesday, a resident told RFA that prices rose on Sunday.", "2024-05-14", [("Sunday", "2024-05-12")]),
    (
        "Yonhap reported Tuesday, citing a government source, that Kim visited Wonsan on Sunday.",
        "2024-05-14",
        [("Sunday", "2024-05-12")],
    ),
    (
        "Yonhap News Agency said on May 7 that the minister was dismissed in April.",
        "2024-05-07",
        [("April", "2024-04")],
    ),
    ("State media reported on May 6 that the plenary opened on May 5.", "2024-05-06", [("May 5", "2024-05-05")]),
    (
        "The Rodong Sinmun reported on Saturday that the factory was opened on Friday.",
        "2024-05-18",
        [("Friday", "2024-05-17")],
    ),
    ('"Yesterday\'s launch was a success," KCNA said on May 4.', "2024-05-04", [("Yesterday", "2024-05-03")]),
    ("In a May 10 dispatch, KCNA said the ship was launched on May 9.", "2024-05-10", [("May 9", "2024-05-09")]),
    ("The newspaper said in its May 10 edition that the ship was launched.", "2024-05-10", []),
    (
        "A report released on May 10 by Human Rights Watch said that executions took place in 2023.",
        "2024-05-10",
        [("2023", "2023")],
    ),
    (
        "Human Rights Watch said in a report published on May 10 that executions took place in 2023.",
        "2024-05-10",
        [("2023", "2023")],
    ),
    (
        "Kim Yo Jong said in a statement on Thursday that balloons were sent on Wednesday.",
        "2024-05-16",
        [("Wednesday", "2024-05-15")],
    ),
    (
        "A defector, who left in 2019, told Daily NK on May 11 that she was detained in 2017.",
        "2024-05-11",
        [("2017", "2017")],
    ),
    ("Satellite imagery taken on May 3 shows that the tower was dismantled.", "2024-05-03", []),
    ("Satellite imagery from May 3 shows that the tower was dismantled.", "2024-05-03", []),
    (
        "A South Korean military official said Sunday the balloons were launched on Saturday night.",
        "2024-05-19",
        [("Saturday night", "2024-05-18")],
    ),
    ('The source said on the 12th, "They will hold a trial tomorrow."', "2024-05-12", [("tomorrow", "2024-05-13")]),
    (
        '"Today they closed the market," the resident said on the afternoon of May 12.',
        "2024-05-12",
        [("Today", "2024-05-12")],
    ),
    ("He told RFA on Jan. 10 that he was arrested in December.", "2024-01-10", [("December", "2023-12")]),
    (
        "She said in an email to NK News on May 12 that visas were issued on May 1.",
        "2024-05-12",
        [("May 1", "2024-05-01")],
    ),
    (
        "A trader based in Dandong told RFA on May 12 that trucks crossed on the 11th.",
        "2024-05-12",
        [("the 11th", "2024-05-11")],
    ),
    (
        "The ministry announced on May 12 that the exercise would be held on May 27.",
        "2024-05-12",
        [("May 27", "2024-05-27")],
    ),
    ("A source said early Monday that the dam had burst on Sunday.", "2024-05-20", [("Sunday", "2024-05-19")]),
    ("A source, speaking Tuesday, said that the dam had burst on Sunday.", "2024-05-14", [("Sunday", "2024-05-12")]),
    ('"The dam burst on Sunday," said a resident of Sinuiju on Tuesday.', "2024-05-14", [("Sunday", "2024-05-12")]),
    (
        "A Daily NK source in South Pyongan Province reported on the 14th that three people were executed on the 10th.",
        "2024-05-14",
        [("the 10th", "2024-05-10")],
    ),
    (
        "The three were executed on May 10, a Daily NK source in South Pyongan Province said Tuesday.",
        "2024-05-14",
        [("May 10", "2024-05-10")],
    ),
    (
        "The U.S. State Department said at a briefing on May 13 that the talks ended on May 10.",
        "2024-05-13",
        [("May 10", "2024-05-10")],
    ),
    (
        "At a regular briefing on Monday, the ministry's spokesperson said the North had not answered since April 7.",
        "2024-05-20",
        [("since April 7", "2024-04-07/..")],
    ),
    (
        "Citing a source in Hyesan, Daily NK reported on May 13 that the market was closed on May 8.",
        "2024-05-13",
        [("May 8", "2024-05-08")],
    ),
    (
        "RFA's Korean Service reported on May 13 that the market was closed on May 8.",
        "2024-05-13",
        [("May 8", "2024-05-08")],
    ),
    (
        "The South's Defense Ministry said in a text message to reporters on May 14 that the North fired rockets.",
        "2024-05-14",
        [],
    ),
    (
        '"It was in the early hours of Sunday," the source told Daily NK over the phone on Tuesday.',
        "2024-05-14",
        [("the early hours of Sunday", "2024-05-12")],
    ),
    (
        "NK News reported last week that the border reopened on May 1.",
        "2024-05-13/2024-05-19",
        [("May 1", "2024-05-01")],
    ),
    (
        "A source close to the matter told Reuters in April that the ship sank in March.",
        "2024-04",
        [("March", "2024-03")],
    ),
    (
        "The dam burst on Sunday, sources told Daily NK on May 14 and 15.",
        "2024-05-14/2024-05-15",
        [("Sunday", "2024-05-12")],
    ),
    ("Multiple sources in Pyongyang told Daily NK on the 14th and 15th that it rained.", "2024-05-14/2024-05-15", []),
]


@pytest.mark.parametrize(("text", "said_on", "dates"), SAID)
def test_the_day_of_telling(read: Read, text: str, said_on: str, dates: Dates) -> None:
    found = read(text)
    assert (found.attributions[0].said_on, _story(found)) == (said_on, dates)


TWICE = """A source in Hyesan told Daily NK on May 3, "The bridge was closed yesterday." Nobody was hurt.

"A truck fell from it today. Two men drowned yesterday," the source told Daily NK on May 10."""


def test_a_source_that_spoke_on_two_days_told_each_sentence_on_its_own(read: Read) -> None:
    found = read(TWICE)
    assert [told.source for told in found.attributions] == ["source 1"] * 4
    assert [told.said_on for told in found.attributions] == ["2024-05-03"] * 2 + ["2024-05-10"] * 2
    assert [told.words[-6:] for told in found.attributions] == [" May 3"] * 2 + ["May 10"] * 2
    assert [t.when.edtf for t in found.timexes if t.text == "yesterday"] == ["2024-05-02", "2024-05-09"]


def test_what_a_source_told_before_its_day_is_given_was_told_on_that_day(read: Read) -> None:
    found = read("A source in Hyesan said that the bridge was closed. The source told Daily NK on May 3 that it fell.")
    assert [told.said_on for told in found.attributions] == ["2024-05-03"] * 2


LEARNED = [
    ("Daily NK learned on May 14 that the market was closed on May 8.", "2024-05-14", [("May 8", "2024-05-08")]),
    ("Daily NK has learned on May 14 that the market was closed.", "2024-05-14", []),
    ("RFA learned Thursday that two men were shot on May 2.", "2024-05-16", [("May 2", "2024-05-02")]),
    ("Residents learned on May 14 that the dam had burst.", None, [("May 14", "2024-05-14")]),
]


@pytest.mark.parametrize(("text", "said_on", "dates"), LEARNED)
def test_an_outlet_learned_on_a_day(read: Read, text: str, said_on: str | None, dates: Dates) -> None:
    found = read(text)
    assert (found.attributions[0].said_on, _story(found)) == (said_on, dates)


NOT_THE_TELLING: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("In 2019, a resident said three people were arrested.", [("2019", "2019")]),
    ("KCNA said in 2022 trade fell.", [("2022", "2022")]),
    (
        'A defector who left in 2019 told Daily NK: "Yesterday police came."',
        [("2019", "2019"), ("Yesterday", "2024-05-19")],
    ),
    (
        'A defector, who left in April, told Daily NK: "Yesterday police came."',
        [("April", "2024-04"), ("Yesterday", "2024-05-19")],
    ),
]
ROUGH: list[tuple[str, list[tuple[str, str | None]]]] = [
    ('"This year police came," a resident told RFA in 2022.', [("This year", "2022"), ("2022", "2022")]),
    (
        '"Last month police came," a resident told RFA in late 2022.',
        [("Last month", None), ("late 2022", "2022-09/2022-12")],
    ),
    ('A resident told RFA last year that "this year police came."', [("last year", "2023"), ("this year", "2023")]),
    ('In a 2019 interview he said "last month police came."', [("2019", "2019"), ("last month", None)]),
    ('In a 2019 interview, a resident said "this year police came."', [("2019", "2019"), ("this year", "2019")]),
    (
        'A source told RFA in 2022 that "this year police came." "Last year nobody came," the source said.',
        [("2022", "2022"), ("this year", "2022"), ("Last year", "2021")],
    ),
    ('A resident told Daily NK on Feb. 31: "Yesterday police came."', [("Feb. 31", None), ("Yesterday", None)]),
    ('A source told Daily NK on 3/4/2023: "Yesterday police came."', [("3/4/2023", None), ("Yesterday", None)]),
]


@pytest.mark.parametrize(("text", "dates"), NOT_THE_TELLING + ROUGH)
def test_quotations_count_from_the_telling_however_rough(
    read: Read, text: str, dates: list[tuple[str, str | None]]
) -> None:
    found = read(text)
    assert [(one.text, one.when.edtf) for one in found.timexes] == dates
    assert all(one.when.dated or one.reason for one in found.timexes)
