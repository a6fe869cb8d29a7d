"""What is read of the names in KCNA's articles: those matched most, those left unmatched most, and in what time.

    python -m tests.benchmarks.names ../shared/data [--json] [--number 50]

A name is told with what it links to, how often, and one context. The times are of the processor, the best of three
passes over all articles. Its table of times is the section Names of docs/performance.md; with `--json` the lists only.
"""

import argparse
import calendar
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from incidents.extract import institution, place, text
from incidents.intake.metadata import Metadata
from incidents.intake.report import read_report
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.words import split
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from tests.benchmarks import page

KCNA = Path("kcna/headlines_2024-11-11.json")
BOUND = 2.0
"""Milliseconds an article that matching may take."""
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z]\w*(?:[-'’]\w+)*)"
_CAPITALISED = re.compile(rf"(?<![\w-]){_WORD}(?:(?: (?:of the|of|and|for|the|&))? {_WORD})*", re.ASCII)
"""Capitalised words in a row: "Ministry of the Interior and Safety"."""
_DAYS = frozenset({*calendar.month_name, *calendar.month_abbr, "Sept", *calendar.day_name})
_RUN_TOGETHER = re.compile(r"\b\w*[a-z][A-Z]\w*(?: [A-Z]\w+)*")
"""These texts lack a space before some names, and then after them: "ofKim Jong Unwho"."""
_OPENING = re.compile(r"(?:^|[.:!?\n\"“-]) ?\Z")
_BEFORE, _AFTER = 40, 60
_PASSES = 3
_STARTS = 7
_LOAD = """
import time
from incidents.actions import reading
start = time.process_time()
reading.lexicon(None, "en").names("In Hyesan")
print(time.process_time() - start)
"""


@dataclass
class Told:
    """One name: how often it stands there, what it links to, and where it stood first."""

    name: str
    links: str = ""
    count: int = 0
    context: str = field(default="", compare=False)


class Tally:
    """Counts names by their words and what they link to."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], Told] = {}

    def add(self, words: str, links: str, text: str, start: int) -> None:
        """One more of them, at `start` of the text."""
        name = " ".join(words.split())
        one = self._told.get((name, links))
        if one is None:
            one = self._told[name, links] = Told(name, links, 0, _context(text, start, start + len(words)))
        one.count += 1

    def first(self, number: int) -> list[Told]:
        """The most frequent ones."""
        return sorted(self._told.values(), key=lambda one: (-one.count, one.name))[:number]


def documents(data: Path, lexicon: Lexicon) -> list[Document]:
    """The articles of KCNA that have a text, as extraction reads them."""
    rows = json.loads((data / KCNA).read_text(encoding="utf-8"))
    said = Metadata(outlet="KCNA", language="en")
    outlets = lexicon.reference.outlets
    return [
        text.prepare(read_report(row["date_str"], row["story_text"].encode(), said, outlets), lexicon)
        for row in rows
        if row.get("story_text")
    ]


def lists(articles: Sequence[Document], lexicon: Lexicon, number: int) -> dict[str, list[Told]]:
    """The most frequent matched places and institutions, and what is left over of capitalised words."""
    tallies = {"places": Tally(), "institutions": Tally(), "unmatched": Tally()}
    small = frozenset().union(*(split(document.text).lower for document in articles))
    for document in articles:
        places = place.annotate(document, lexicon)
        institutions = institution.annotate(document, lexicon, places)
        for one in places:
            tallies["places"].add(one.text, _links(one, lexicon), document.text, one.start)
        for other in institutions:
            tallies["institutions"].add(other.text, _links(other, lexicon), document.text, other.start)
        for start, words in _unmatched(document, [*places, *institutions], lexicon, small):
            tallies["unmatched"].add(words, "", document.text, start)
    return {name: tally.first(number) for name, tally in tallies.items()}


def _links(one: PlaceMention | InstitutionMention, lexicon: Lexicon) -> str:
    if isinstance(one, InstitutionMention):
        known = one.made.name if one.made else lexicon.reference.institution[one.code].name if one.code else ""
        return f"{known} ({one.code})" if one.code else " | ".join(one.candidates) or "nothing"
    named = f"{lexicon.reference.path(one.code)} ({one.code})" if one.code else " | ".join(one.candidates) or "nothing"
    return f"{named}, {one.use}"


def _unmatched(
    document: Document, found: Iterable[PlaceMention | InstitutionMention], lexicon: Lexicon, small: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Capitalised words in a row where nothing was found; none that opens a sentence and is `small` elsewhere."""
    names = lexicon.names(document.text)
    taken = [(one.start, one.end) for one in found]
    taken += [(hit.start, hit.end) for hits in (names.places, names.institutions, names.outlets) for hit in hits]
    taken += [match.span() for match in _RUN_TOGETHER.finditer(document.text)]
    free = list(document.text)
    for start, end in taken:
        free[start:end] = "\0" * (end - start)
    left = "".join(free)
    for match in _CAPITALISED.finditer(left):
        opens = match[0].lower() in small and _OPENING.search(left, max(0, match.start() - 2), match.start())
        if match[0] not in _DAYS and not opens:
            yield match.start(), match[0]


def _context(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _BEFORE) : end + _AFTER].split())


def times(articles: Sequence[Document], lexicon: Lexicon) -> dict[str, float]:
    """Milliseconds an article: the words, the names of each kind, all names of a text, and the annotators."""
    words = [split(document.text) for document in articles]
    passes: dict[str, Callable[[], object]] = {
        "words": lambda: [split(document.text) for document in articles],
        "places": lambda: [lexicon.gazetteer.find(one) for one in words],
        "institutions": lambda: [lexicon.institutions.find(one) for one in words],
        "outlets": lambda: [lexicon.outlets.find(one) for one in words],
        "all names of a text": lambda: [lexicon.names(f"{document.text}\n") for document in articles],
    }
    return {name: min(_seconds(read) for _ in range(_PASSES)) * 1000 / len(articles) for name, read in passes.items()}


def loading() -> tuple[float, float]:
    """Milliseconds until names can be found in a new process: from the cache, and without it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_CACHE_HOME": home}
        without = _loading(environment)  # it makes what the next ones find
        kept = min(_loading(environment) for _ in range(_STARTS))
        for _ in range(_STARTS):
            shutil.rmtree(Path(home, "incidents"))
            without = min(without, _loading(environment))
    return kept, without


def _loading(environment: dict[str, str]) -> float:
    answer = subprocess.run([sys.executable, "-c", _LOAD], env=environment, capture_output=True, check=True, text=True)
    return float(answer.stdout) * 1000


def _seconds(read: Callable[[], object]) -> float:
    start = time.process_time()
    read()
    return time.process_time() - start


def section(found: dict[str, float], number: int, ready: tuple[float, float]) -> str:
    """The section of docs/performance.md."""
    rows = "".join(f"| {name} | {taken:.2f} |\n" for name, taken in found.items())
    return f"""## Names

Made by `python -m tests.benchmarks.names`: {number} articles of KCNA, the time of the processor, the best of {_PASSES}
passes. Asked: names matched in at most {BOUND:.0f} ms an article.

| step | ms an article |
|---|---|
{rows}
In a new process names can be found after {ready[0]:.0f} ms from the user's cache, and after {ready[1]:.0f} ms
without it (asked: 50). Seeds, phrases and all names are ready then.
"""


def show(found: dict[str, list[Told]]) -> None:
    """Print the lists for a reader."""
    for name, told in found.items():
        print(f"\n== {name} ==")
        for one in told:
            print(f"{one.count:5}  {one.name}" + (f"  ->  {one.links}" if one.links else ""))
            print(f"       … {one.context} …")


def main() -> None:
    """Run it as the module says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", action="store_true", help="print the lists as JSON and time nothing")
    parser.add_argument("--number", type=int, default=50, help="so many of each list")
    asked = parser.parse_args()
    lexicon = Lexicon(read_reference(), read_phrases("en"))
    articles = documents(asked.data, lexicon)
    found = lists(articles, lexicon, asked.number)
    if asked.json:
        print(json.dumps({name: [asdict(one) for one in told] for name, told in found.items()}, ensure_ascii=False))
        return
    show(found)
    written = section(times(articles, lexicon), len(articles), loading())
    page.write(written)
    print(f"\n{written}")


if __name__ == "__main__":
    main()
