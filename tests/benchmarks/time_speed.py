"""How fast dates are read, against dateparser's own search on the same texts in the same run, and in what memory.

    python -m tests.benchmarks.time_speed ../shared/data [ROUNDS]

Both take turns on one core. It writes the section Dates of docs/performance.md.
"""

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from dateparser.search import search_dates

from incidents.actions.reading import settle
from incidents.extract.time import annotate
from incidents.intake.keeping import uncollected
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When
from tests.benchmarks import page
from tests.extract.time import test_time_korean_linear as korean_lines
from tests.extract.time import test_time_linear as english_lines

PUBLISHED = When.of("2024-11-11")
SAMPLE = 100
"""Texts that both read in each round: the peer is slow."""
ARTICLES = 10_000
WARM = 1_000
"""Articles after which memory is looked at first."""

Read = Callable[[str], object]


class Speed(NamedTuple):
    """Texts, their characters, and how many texts a second each of the two reads."""

    texts: int
    characters: int
    ours: float
    theirs: float


def main(data: Path, rounds: int) -> None:
    """Measure, print and write the section."""
    english, korean = _kcna(data), _addresses(data)
    lines = [
        _row("KCNA articles, English", _compared(english, "en", rounds)),
        _row("New Year addresses by paragraph, Korean", _compared(korean, "ko", rounds)),
    ]
    read = _reader("en")
    everything = _rate(read, english)
    hostile = [_slowest("English", read, english_lines.HOSTILE)]
    hostile += [_slowest("Korean", _reader("ko"), korean_lines.HOSTILE)]
    first, last = _memory(read, english)
    section = f"""## Dates

Made by `python -m tests.benchmarks.time_speed`: this program and `dateparser.search` take turns on the same texts, on
one core, each told the language; {rounds} round{"s" * (rounds != 1)}. Asked: at least 100
articles a second, 10 times dateparser's.

| texts | number | characters each | a second | dateparser, a second | ratio |
|---|---|---|---|---|---|
{"".join(lines)}
All {len(english)} KCNA articles, each once: {everything:.0f} a second. Memory after {WARM:,} articles
{first:.0f} MB at most, after {ARTICLES:,} {last:.0f} MB.

Hostile documents of 100 kB, at most a second each: {"; ".join(hostile)}.
"""
    page.write(section)
    print(section)


def _kcna(data: Path) -> list[str]:
    rows = json.loads((data / "kcna" / "headlines_2024-11-11.json").read_text(encoding="utf-8"))
    return list(dict.fromkeys(row["story_text"] for row in rows if row.get("story_text")))


def _addresses(data: Path) -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((data / "korean").glob("*.txt")))
    return [part for text in texts for part in text.split("\n\n") if "년" in part]


def _reader(language: str) -> Read:
    lexicon = Lexicon(read_reference(), read_phrases(language))
    return lambda text: annotate(Document(text, published=PUBLISHED, language=language), lexicon)


def _compared(texts: Sequence[str], language: str, rounds: int) -> Speed:
    """Both read the same texts in a round, and none comes twice; the first round, which makes things, is left out.

    What it made is then taken from the collector of garbage, for both, as `ingest` does.
    """
    readers: tuple[Read, Read] = _reader(language), lambda text: search_dates(text, languages=[language])
    size = min(SAMPLE, len(texts) // (rounds + 1))
    seconds: tuple[list[float], list[float]] = [], []
    for number in range(rounds + 1):
        sample = texts[number * size : (number + 1) * size]
        for read, times in zip(readers, seconds, strict=True):
            taken = _seconds(read, sample)
            if number:
                times.append(taken)
        settle()
    read_in_all = texts[size : size * (rounds + 1)]
    ours, theirs = (len(read_in_all) / sum(times) for times in seconds)
    return Speed(len(read_in_all), sum(map(len, read_in_all)), ours, theirs)


def _rate(read: Read, texts: Sequence[str]) -> float:
    return len(texts) / _seconds(read, texts)


def _seconds(read: Read, texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def _slowest(language: str, read: Read, texts: Sequence[str]) -> str:
    """The slowest of the hostile documents, in words; the collector of garbage waits for the end of each, as usual."""
    times = dict[str, float]()
    for text in texts:
        with uncollected():
            times[text] = _seconds(read, [text])
    worst = max(times, key=lambda text: times[text])
    return f"of {len(texts)} in {language} the slowest (`{worst[:6].strip()}…`) takes {times[worst]:.2f} s"


def _memory(read: Read, texts: Sequence[str]) -> tuple[float, float]:
    """The most memory that the process has had, in MB, after WARM articles and after all; no text comes twice."""
    found = []
    for number in range(ARTICLES):
        read(f"{texts[number % len(texts)]} {number}")
        if number + 1 in (WARM, ARTICLES):
            found.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found[0], found[1]


def _row(name: str, speed: Speed) -> str:
    each = speed.characters // speed.texts
    rates = f"{speed.ours:.0f} | {speed.theirs:.1f} | {speed.ours / speed.theirs:.1f}"
    return f"| {name} | {speed.texts} | {each} | {rates} |\n"


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # dateparser's own, about dates without a year
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
