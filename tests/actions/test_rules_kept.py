"""Rules whose words are kept taken apart: what is read with them is what is read without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents.actions import known, reading
from incidents.extract.act.tables import Tables
from incidents.extract.pattern import Grammar, Pattern
from incidents.extract.pipeline import extract
from incidents.extract.time.vocabulary import Vocabulary
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Extraction
from incidents.model.report import Report

TEXT = (
    "On the eve of the Day of the Sun in 2016, 40 officials were arrested in Hyesan after they had been ordered to "
    "hand out leaflets. In late March a 70-day battle began, and two factories in Samsu county were searched."
)
KEPT = {"acts-en.bin", "time-words-en.bin"}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "cache"
    monkeypatch.setattr("incidents.paths.cache_dir", lambda: folder)
    known.changed()
    yield folder
    known.changed()


def read(lexicon: Lexicon) -> Extraction:
    return extract(Report("told.txt", TEXT.encode(), TEXT, "0", published="2016-05-02", language="en"), lexicon)


def test_a_report_is_read_alike_with_what_was_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = read(Lexicon(read_reference(), read_phrases("en")))
    assert len(right.proposals) > 1
    assert len(right.timexes) > 2
    assert read(reading.lexicon(None, "en")) == right
    assert {path.name for path in cache.iterdir()} >= KEPT
    known.changed()
    monkeypatch.setattr(Vocabulary, "read", lambda _: pytest.fail("the words of dates were taken apart again"))
    assert read(reading.lexicon(None, "en")) == right


def test_a_pattern_of_acts_is_compiled_when_a_text_has_its_first_word(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.lexicon(None, "en").compiled(Tables.of)
    assert (cache / "acts-en.bin").is_file()
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
