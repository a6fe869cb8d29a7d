"""What takes long to make is kept, rules and names alike: what is read with it is what is read without."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.actions import known, reading
from incidents.extract.act.tables import Tables
from incidents.extract.pattern import Grammar, Pattern
from incidents.extract.pipeline import extract
from incidents.extract.time.vocabulary import Vocabulary
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon import hangul_names
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Extraction
from incidents.model.report import Report

TEXT = (
    "On the eve of the Day of the Sun in 2016, 40 officials were arrested in Hyesan after they had been ordered to "
    "hand out leaflets. In late March a 70-day battle began, and two factories in Samsu county were searched. "
    "The foreign minister of China told the U.S. Army."
)
KOREAN = "양강도 혜산시에서 국가 보위성 요원들이 황해 과일군의 개성고려인삼과 안주를, 조선신보는 군 보위부를 말했다."


def read(lexicon: Lexicon) -> Extraction:
    return extract(Report("told.txt", TEXT.encode(), TEXT, "0", published="2016-05-02", language="en"), lexicon)


def read_names(lexicon: Lexicon) -> str:
    names = lexicon.names(TEXT if lexicon.hangul is None else KOREAN)
    written = lexicon.hangul and lexicon.hangul.find(KOREAN)
    return f"{names.places} {names.institutions} {names.outlets} {written}"


def again(*_: object) -> None:
    pytest.fail("it was taken apart again")


ALIKE: dict[str, tuple[str, Callable[[Lexicon], object], set[str], tuple[object, str, object], tuple[str, ...]]] = {
    "rules": (
        "en",
        read,
        {"acts-en.bin", "time-words-en.bin"},
        (Vocabulary, "read", again),
        ("'arrest'", "2016-03-21"),
    ),
    "names": (
        "en",
        read_names,
        {"names-en.bin", "phrases-en.bin", "reference.bin"},
        (Lexicon, "index", property(again)),
        ("KP-10.samsu", "cn.foreign"),
    ),
    "names in Hangul": (
        "ko",
        read_names,
        {"names-ko.bin", "phrases-ko.bin", "reference.bin"},
        (hangul_names, "table", again),
        ("KP-10.hyesan", "kp.mss", "ordinary", "sort='organ'"),
    ),
}
"""What is read in which language, what is kept for it, what makes that, and some of what is found."""


@pytest.mark.parametrize("what", ALIKE)
def test_the_second_time_all_is_read_alike_and_nothing_made_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    language, way, files, made, found = ALIKE[what]
    right = way(Lexicon(read_reference(), read_phrases(language)))
    assert [part for part in found if part not in str(right)] == []
    assert way(reading.lexicon(None, language)) == right
    assert {path.name for path in kept.iterdir()} >= files
    assert {path.stat().st_mode & 0o777 for path in kept.iterdir()} == {0o600}
    known.changed()
    monkeypatch.setattr(*made)
    assert way(reading.lexicon(None, language)) == right
    assert gc.isenabled()


def test_a_pattern_of_acts_is_compiled_when_a_text_has_its_first_word(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.lexicon(None, "en").compiled(Tables.of)
    assert (kept / "acts-en.bin").is_file()
    known.changed()
    compiled: list[str] = []
    usual = Grammar.compile

    def counted(language: Grammar, text: str) -> Pattern:
        compiled.append(text)
        return usual(language, text)

    monkeypatch.setattr(Grammar, "compile", counted)
    lexicon = reading.lexicon(None, "en")
    tables = lexicon.compiled(Tables.of)
    assert compiled == []
    read(lexicon)
    read(lexicon)
    acts = [text for text in compiled if text.split()[0].startswith("order:")]
    assert 0 < len(acts) == len(set(acts)) < len(tables.rules) / 10
