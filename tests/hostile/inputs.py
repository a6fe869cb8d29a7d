"""What the program reads, right at first and then spoilt: JSON, tables, front matter, forms, settings, texts."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from incidents.cli.configuration.keys import KEYS
from incidents.model.codec import incident_to_plain
from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.when import When
from tests.hostile.nasty import NASTY, nasty

FIXTURES = [path.read_text(encoding="utf-8") for path in sorted(Path("fixtures/reports").glob("*.txt"))]
SENTENCES = [piece for text in FIXTURES for piece in text.split(". ")]
WORDS = sorted({word for text in FIXTURES for word in text.split()})
INCIDENT = Incident(
    title="A trader is held in Hyesan",
    type="arrest",
    summary="One trader.",
    when=When.of("2016-01"),
    places=(PlaceLink("KP-10.hyesan"),),
    institutions=(InstitutionLink("kp.mss", "actor"),),
    people=(People("detained", 1, 2, words="one or two"),),
    tags=("border",),
    evidence=(
        Evidence(
            citation="A book, p. 3",
            attribution="a resident",
            source="source 1",
            source_type="resident",
            claims=(Claim("date", "2016-01"),),
        ),
    ),
)
PLAIN = json.loads(json.dumps(incident_to_plain(INCIDENT)))

_values = st.one_of(
    nasty,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from([[], {}, [[]], [None], {"": ""}, "2016", "arrest", "KP-10", "source 1", 10**400, -1]),
)


@st.composite
def objects(draw: st.DrawFn) -> str:
    """The JSON of an incident in which something is other than it should be."""
    plain = json.loads(json.dumps(PLAIN))
    for _ in range(draw(st.integers(0, 3))):
        _spoil(draw, plain)
    text = json.dumps(plain, ensure_ascii=draw(st.booleans()))
    return _cut(draw, text)


def _spoil(draw: st.DrawFn, plain: Any) -> None:
    """Go down to some key, and change, remove or add there."""
    here = plain
    while isinstance(here, (dict, list)) and here:
        key = draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        if not isinstance(here[key], (dict, list)) or not here[key] or draw(st.integers(0, 4)) == 3:
            break
        here = here[key]
    else:
        return
    match draw(st.sampled_from(["change", "change", "remove", "add"])):
        case "change":
            here[key] = draw(_values)
        case "remove":
            del here[key]
        case _ if isinstance(here, dict):
            here[draw(nasty)] = draw(_values)


def _cut(draw: st.DrawFn, text: str) -> str:
    """The text; seldom only the beginning of it."""
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 9)) == 5 else text


def _cell(words: Sequence[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(words), st.sampled_from(words), nasty)


_COLUMNS = {
    "file": ["texts/one.txt", "texts/two.txt", "loop.txt", "binary.txt"],
    "outlet": ["RFA", "Daily NK", ""],
    "published": ["2025-02-06", "2024-04~", "", "2016/2017"],
    "language": ["en", "ko", ""],
    "url": ["https://www.rfa.org/english/2025/02/06/a", ""],
    "handling": ["public", "sealed", ""],
    "title": ["A title", ""],
}


@st.composite
def manifests(draw: st.DrawFn) -> bytes:
    """A manifest, its quotes, separators and encoding as anybody may save them."""
    names = draw(
        st.lists(st.one_of(st.sampled_from(sorted(_COLUMNS)), nasty), max_size=4).map(lambda own: ["file", *own])
    )
    rows = [[draw(_cell(_COLUMNS.get(name, ["x"]))) for name in names] for _ in range(draw(st.integers(0, 3)))]
    quote = draw(st.sampled_from(['"{}"', "{}", "{}", '"{}']))
    separator = draw(st.sampled_from([",", ",", ",", ";", "\t"]))
    lines = [separator.join(quote.format(cell) if "{" not in cell else cell for cell in row) for row in [names, *rows]]
    text = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])).join(lines) + "\n"
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp949"])), "replace")


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    """A report whose front matter says this and that."""
    names = draw(st.lists(st.one_of(st.sampled_from([*_COLUMNS, "date", "source", "lang"]), nasty), max_size=5))
    lines = [f"{name}: {draw(_cell(_COLUMNS.get(name, ['RFA', '2025-02-06'])))}" for name in names]
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    body = draw(st.sampled_from(SENTENCES))
    return newline.join(["---", *lines, draw(st.sampled_from(["---", "---", "--", ""])), body])


@st.composite
def settings_files(draw: st.DrawFn) -> str:
    """A `.incidents.toml`."""
    values = ['"RFA"', '"x"', "true", "3", "-1", "[]", '["a"]', '["", 3]', "{}", "2016-01-01", "1e400", '""', "nan"]
    lines = []
    for name in draw(st.lists(st.sampled_from(sorted(KEYS)), max_size=4)):
        value = draw(st.one_of(st.sampled_from(values), nasty.map(json.dumps), nasty))
        lines.append(f"{name} = {value}")
    return _cut(draw, "\n".join([*lines, *draw(st.lists(nasty, max_size=1))]))


@st.composite
def forms(draw: st.DrawFn, form: str) -> str:
    """A form that somebody has typed into."""
    lines = form.splitlines()
    for _ in range(draw(st.integers(0, 4))):
        k = draw(st.integers(0, len(lines) - 1))
        name = lines[k].partition(":")[0]
        match draw(st.sampled_from(["value", "value", "drop", "twice", "line", "swap"])):
            case "value":
                lines[k] = f"{name}: {draw(nasty)}"
            case "drop":
                lines[k] = ""
            case "twice":
                lines.insert(k, lines[k])
            case "line":
                lines.insert(k, draw(nasty))
            case _:
                lines[k], lines[-1] = lines[-1], lines[k]
    return _cut(draw, "\n".join(lines))


texts = st.one_of(
    st.text(max_size=300),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300),
    st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(NASTY)), max_size=8).map(". ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), nasty), max_size=120).map(" ".join),
    st.tuples(st.sampled_from(FIXTURES), st.integers(0, 2500), st.integers(0, 60), nasty).map(
        lambda found: found[0][: found[1]] + found[3] + found[0][found[1] + found[2] :]
    ),
)
"""Texts of any kind, and reports in which something is missing or out of place."""
