"""Who told each sentence: the cue, the kind of source, coming back to it, quotations, relays."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract import attribution, place
from incidents.extract import time as timex
from incidents.extract.text import prepare
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Attribution
from incidents.model.report import Report

Read = Callable[..., list[Attribution]]


@pytest.fixture
def read(lexicon: Lexicon) -> Read:
    def make(text: str, outlet: str = "daily-nk", published: str = "2024-05-20") -> list[Attribution]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = prepare(Report("test", b"", text, digest, outlet=outlet, published=published), lexicon)
        places, times = place.annotate(document, lexicon), timex.annotate(document, lexicon)
        return list(attribution.annotate(document, lexicon, places, times))

    return make


NO_SOURCE = [
    "Many officials say too much.",
    "He will say nothing to the reporters.",
    "A reported mutiny was put down.",
    "Kim Jong Un admitted that the harvest plan had failed.",
    "The report of the committee is long.",
    "Every household was told to pay for the bridge.",
]


@pytest.mark.parametrize("text", NO_SOURCE)
def test_left_alone(read: Read, text: str) -> None:
    assert [(a.source_type, a.words) for a in read(text) if a.source_type != "official"] in ([("outlet", "")], [])


WORDS = [
    ("A paper, citing a trader, reported Monday that men were sent to a camp by the embassy.", "citing a trader"),
    ("The bridge fell, said a trader in Hyesan on Monday.", "said a trader in Hyesan on Monday"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_of_the_telling(read: Read, text: str, words: str) -> None:
    assert [a.words for a in read(text)] == [words]


TYPES = [
    ("The bridge fell, a source in Ryanggang Province told Daily NK on Friday.", "inside", "KP-10"),
    ("The bridge fell, a source in Russia said.", "overseas", "RU"),
    ("The bridge fell, a resident of Hyesan told Daily NK.", "resident", "KP-10.hyesan"),
    ("The bridge fell, said a trader in the Chinese city of Dandong.", "overseas", "CN-LN.dandong"),
    ("The bridge fell, a county official said.", "official", None),
    ("The bridge fell, a South Korean official said.", "government", None),
    ("The bridge fell, according to a defector.", "defector", None),
    ("The bridge fell, the Unification Ministry said.", "government", None),
    ("The bridge fell, an expert at a university said.", "expert", None),
    ("The bridge fell, Human Rights Watch said.", "organization", None),
    ("Satellite imagery shows that the bridge fell.", "imagery", None),
    ("The bridge fell, KCNA reported.", "state-media", None),
    ("Yonhap reported that the bridge fell.", "media", None),
    ("A second source, an official in Hyesan, said that the bridge fell.", "official", "KP-10.hyesan"),
    ("According to an internal document obtained by Daily NK, the bridge fell.", "document", None),
    ("According to Ri Chol, a defector who crosses often, the bridge fell.", "defector", None),
    ("At Vladivostok airport, an employee said that the bridge fell.", "overseas", None),
    ("The bridge fell, an official at the Unification Ministry said.", "government", None),
    ("The bridge fell, a source, whose brother lives there, said.", "inside", None),
]


@pytest.mark.parametrize(("text", "kind", "where"), TYPES)
def test_source_types(read: Read, text: str, kind: str, where: str | None) -> None:
    (found,) = read(text)
    assert (found.source_type, found.place) == (kind, where)


def test_the_words_keep_anonymity_and_the_day(read: Read) -> None:
    text = "The mine closed, a source in Hyesan told Daily NK on May 7, speaking on condition of anonymity."
    (found,) = read(text)
    assert found.words.startswith("a source in Hyesan told Daily NK on May 7")
    assert found.words.endswith("anonymity")
    assert found.said_on == "2024-05-07"


def test_the_service_of_an_outlet_is_told(read: Read) -> None:
    text = "A source in Hyesan told RFA's Korean Service on May 7 that the mine closed."
    (found,) = read(text, outlet="rfa")
    assert (found.words, found.said_on) == ("A source in Hyesan told RFA's Korean Service on May 7", "2024-05-07")


def test_a_date_that_is_told_is_no_day_of_telling(read: Read) -> None:
    (found,) = read("A source in Hyesan said the mine closed on May 7.")
    assert (found.words, found.said_on) == ("A source in Hyesan said", None)


COMING_BACK = [
    ("A source in Hyesan said it rained.", "The source said it was cold.", True),
    ("A source in Hyesan said it rained.", "He added that it was cold.", True),
    ("A source in Hyesan said it rained.", "A source in Musan said it was cold.", False),
    ("A source in Hyesan said it rained.", "Another source said it was cold.", False),
    ("A resident of Hyesan said it rained.", "The Hyesan resident said it was cold.", True),
    ("A professor at a university, Lee Ho, said it rained.", "Lee said it was cold.", True),
    ("The Joint Chiefs of Staff said it rained.", "The JCS said it was cold.", True),
]


@pytest.mark.parametrize(("first", "second", "same"), COMING_BACK)
def test_coming_back_to_a_source(read: Read, first: str, second: str, same: bool) -> None:  # noqa: FBT001
    one, two = read(f"{first} {second}")
    assert (one.source == two.source) is same


def test_a_quotation_goes_on(read: Read) -> None:
    found = read('"It rained," a source in Hyesan told Daily NK. "It was cold. Nobody came."')
    assert {a.source for a in found} == {"source 1"}
    assert found[-1].quoted


def test_the_lead_is_told_by_the_source_of_the_report(read: Read) -> None:
    lead, *_ = read("A bridge fell, Daily NK has learned.\n\nA source in Hyesan told Daily NK that it rained.")
    assert (lead.source_type, lead.words) == ("inside", "Daily NK has learned")


def test_plural_sources_are_several(read: Read) -> None:
    (found,) = read("The bridge fell, sources in Hyesan told Daily NK.")
    assert (found.plural, found.source) == (True, "sources 1")


def test_a_block_quotation_has_the_outlet_named_after_it(read: Read) -> None:
    text = (
        'I read this today:\n\n"A bridge fell," a source told RFA. "It rained." [Radio Free Asia]\n\nSo much for that.'
    )
    found = read(text, outlet="one-free-korea")
    assert [a.origin for a in found[1:3]] == ["rfa", "rfa"]
    assert (found[-1].source_type, found[-1].origin) == ("outlet", "one-free-korea")


def test_state_media_speak_for_themselves(read: Read) -> None:
    (found,) = read("A meeting was held in the capital.", outlet="kcna")
    assert found.source_type == "state-media"
