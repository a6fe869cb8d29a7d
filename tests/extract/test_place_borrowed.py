"""What an act takes its place from and what it does not: things told before, landmarks, roads, garrisons."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Proposal
from incidents.model.report import Report

Read = Callable[[str], list[Proposal]]


@pytest.fixture
def read(lexicon: Lexicon) -> Read:
    def make(text: str) -> list[Proposal]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = Report("test", text.encode(), text, digest, outlet="daily-nk", published="2024-05-20")
        return list(extract(report, lexicon).proposals)

    return make


def last(proposals: list[Proposal]) -> list[tuple[str, str]]:
    """The places of the proposal whose main passage stands last."""
    incident = max(proposals, key=lambda one: one.incident.evidence[0].start or 0).incident
    return [(link.place, link.role) for link in incident.places]


LEFT_ALONE = [
    # the nation acts, and nothing that was told in a place is spoken of
    ("It rained in Hyesan. It froze in Onsong.\n\nThe authorities executed ten men on May 3.", [("KP", "scene")]),
    ("The Korean authorities arrested ten men in Hyesan on May 3.", [("KP-10.hyesan", "scene")]),
    ("There is a market in Hyesan. There were ten men arrested on May 3.", [("KP-10.hyesan", "scene")]),
    # a garrison is where a unit acts if it is said so
    ("Troops of the 9th Corps executed ten men in Chongjin on May 3.", [("KP-09.chongjin", "scene")]),
    ("On May 4, the Hyesan city people's committee ordered the residents to clean the streets.",
     [("KP-10.hyesan", "applies")]),
    ("Families of soldiers protested in Hyesan on May 3.", [("KP-10.hyesan", "scene")]),
]  # fmt: skip

TOLD_BEFORE = [
    (("Leaflets were seen at a station in the town of Posong, through which trains to Pyongyang pass.\n\n"
     "“The authorities are trying to hunt down the culprits who wrote the leaflets,” a resident said."),
     [("KP-10.samsu.posong", "scene")]),
    ("A barracks burned down in Musan. Now men of the 9th Corps have sealed off the place.",
     [("KP-09.musan", "scene")]),
    ("It rained in Onsong. It froze in Onsong.\n\nA market is in Hyesan. The state executed ten men there on May 3.",
     [("KP-10.hyesan", "scene")]),
]  # fmt: skip

NOT_TAKEN = [
    # one of many that are meant
    ("“Unsan Mine and other mines missed their quotas,” a source said. “Absenteeism has climbed.”", "KP-03.unsan.mine"),
    # where those are for whose sake it is done, or who are only related
    ("North Korea has isolated the families of soldiers sent to Russia on May 3.", "RU"),
    # where something lies between
    ("In Chungsan county, a camp lies between Nampo and Sukchon. Ten women were executed on May 3.", "KP-02.sukchon"),
    # where a unit has its seat, told after
    (("Some 3,000 troops of the 11th Corps were sent to Russia on May 3. The unit's home is Tokchon.\n\n"
     "They are trained at Khabarovsk. Lawmakers in Seoul were told so.\n\nIt rained in Moscow."), "KP-02.tokchon"),
    # what the centre ordered holds where nothing else is said
    (("It rained in Hyesan. It froze in Hyesan.\n\nUnder a proclamation issued by the Ministry of Social Security last "
     "August, anyone who enters the zone is to be shot."), "KP-10.hyesan"),
    # another country's organ with the nation's name in its own
    ("A tanker lies at Busan. The Korea Customs Service questioned its captain on May 3.", "KP"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), LEFT_ALONE + TOLD_BEFORE)
def test_set_there(read: Read, text: str, places: list[tuple[str, str]]) -> None:
    assert last(read(text)) == places


@pytest.mark.parametrize(("text", "code"), NOT_TAKEN)
def test_not_set_there(read: Read, text: str, code: str) -> None:
    found = read(text)
    assert found
    assert code not in [place for place, _ in last(found)]
