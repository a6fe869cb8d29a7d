"""How long hostile documents take to read, by their size. It writes a section of docs/performance.md.

    python -m tests.benchmarks.hostile

Each is one thing over and over: acts, names, quotations. The whole of extraction is measured, in the processor's time.
"""

import time
from collections.abc import Mapping, Sequence

from incidents.actions.reading import lexicon
from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report
from tests.benchmarks import page

SIZES = (25_000, 50_000, 100_000)
ASKED = 2
"""Seconds that the longest may take."""
KINDS = {
    "acts in one sentence": "officials were arrested and leaflets were found and ",
    "acts, a sentence each": "Officials were arrested in Hyesan on May 5. ",
    "names of places": "Hyesan Samsu Pyongyang ",
    "quotations": '"They came," he said. ',
    "sources": "A source said on Monday that rice rose. ",
    "datelines": "SEOUL, July 19 (Yonhap) -- It rained.\n\n",
    "numbers of people": "about 40 officials and two dozen workers were arrested. ",
    "nothing but numbers": "twenty two hundred 100 ",
    "institutions": "the Ministry of State Security, the Hyesan city party committee, ",
    "headings": "Leaflets Found\n\n",
    "brackets": "([{",
    "one word": "x",
    "words cut at ends of lines": "xxxxxxxxx-\n",
    "empty lines": " \n",
    "soft hyphens": "\u00ad.",
    "blanks": " ",
}


def main() -> None:
    """Measure, print and write the page."""
    held = lexicon(None, "en")
    seconds(held, "Officials were arrested in Hyesan on May 5.")
    times = {name: [_of_size(held, piece, size) for size in SIZES] for name, piece in KINDS.items()}
    section = _section(times)
    page.write(section)
    print(section)


def _section(times: Mapping[str, Sequence[float]]) -> str:
    heads = " | ".join(f"{size // 1000} kB" for size in SIZES)
    rows = "".join(f"| {name} | {' | '.join(f'{one:.2f}' for one in some)} |\n" for name, some in times.items())
    slow = [f"“{name}”" for name, some in times.items() if some[-1] > ASKED]
    return f"""## Hostile documents

Made by `python -m tests.benchmarks.hostile`: seconds of the processor for the whole of extraction, of English documents
that are one thing over and over. Asked: in proportion to the length, and at most {ASKED} seconds for 100 kB.
Longer than asked: {", ".join(slow) or "none"}.

| document | {heads} |
|---|{"---|" * len(SIZES)}
{rows}"""


def _of_size(held: Lexicon, piece: str, size: int) -> float:
    return seconds(held, (piece * (size // len(piece) + 1))[:size])


def seconds(held: Lexicon, text: str) -> float:
    """The processor's time that reading takes."""
    report = Report("hostile.txt", text.encode(), text, "0", published="2016-05-02", language="en")
    start = time.process_time()
    extract(report, held)
    return time.process_time() - start


if __name__ == "__main__":
    main()
