"""The page about one place or institution: what `show` prints for people, and its objects."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incidents.cli.screen import Screen
from incidents.cli.seed_says import seed_says, worded
from incidents.cli.upkeep_options import NAME_KINDS
from incidents.intake.language import language_names
from incidents.intake.sources import ITSELF, Citation, shipped_sources
from incidents.output.page import heading, labelled
from incidents.store.query import tree

_NEVER = "0001-01-01"
SAID = 12
"""Of so many things below each is named."""


def belonging(noun: str, own: Mapping[str, Any], around: tree.Around) -> dict[str, Any]:
    """What an object of `show` holds besides the columns of the listing."""
    held: dict[str, Any] = {
        "names": [dict(zip(tree.NAME, row, strict=True)) for row in around.names],
        "parents": [dict(zip(tree.PARENT, row, strict=True)) for row in around.parents],
        "below": [dict(zip(tree.CHILD, row, strict=True)) for row in around.children],
        "incidents": around.incidents,
    }
    if noun == "place":
        held |= {"parent_since": around.since, "geo": geo(own)}
    held["seed_says"] = seed_says(noun, own, around) or None
    held["once"] = [dict(zip(tree.PARENT, row, strict=True)) for row in around.once]
    rests = shipped_sources()
    held["sources"] = list(rests.of(noun, own["code"]))
    return held | {"citations": [one._asdict() for one in rests.citations(noun, own["code"])]}


def geo(own: Mapping[str, Any]) -> str | None:
    """The position as a link that maps open (RFC 5870): `geo:41.4,128.18`; None where it is unknown."""
    if own.get("latitude") is None:
        return None
    return f"geo:{own['latitude']},{own['longitude']}"


def page(noun: str, own: dict[str, Any], around: tree.Around, shown: Screen) -> Iterator[str]:
    """The lines of the page."""
    yield from heading(f"{own['name']} {own['korean'] or ''}".strip(), shown.columns, colour=shown.colour)
    for label, texts in _facts(noun, own, around):
        yield from labelled(label, texts, shown.columns, colour=shown.colour)


def _facts(noun: str, own: dict[str, Any], around: tree.Around) -> Iterator[tuple[str, list[str]]]:
    yield "code", [own["code"] + (", retired" if own["retired"] else "")]
    yield "kind", [own["kind"]]
    yield "path", [own.get("path") or ""]
    yield "under", [f"{own['parent']} ({own['parent_code']}){_times(around.since)}" if own.get("parent") else ""]
    yield "also under", [_parent(*row) for row in around.parents]
    yield "also in", [_once(*row) for row in around.once]
    yield "map", [geo(own) or ""]
    yield "where", [own.get("place") or ""]
    yield "existing", [_times(own.get("since"), own.get("until")).lstrip(", ")]
    yield "names", list(_names(around.names))
    yield "below", [_below(noun, own["code"], around.children)]
    yield "incidents", [_incidents(noun, own["code"], around.incidents)]
    yield "sources", list(_sources(noun, own))
    yield "seed says", [worded(seed_says(noun, own, around))]


def _parent(code: str, name: str, kind: str, *times: str) -> str:
    how = {"usage": ", usage", "administrative": ", formerly" * (not any(times))}.get(kind, "")  # else the times say it
    return f"{name} ({code}){how}{_times(*times)}"


def _once(code: str, name: str, kind: str, first: str, last: str) -> str:
    """`South Pyongan (KP-02), until 2010-12-31`: a first day that is not known is not told."""
    usage = ", usage" if kind == "usage" else ""
    return f"{name} ({code}){usage}{_times(first if first > _NEVER else '', last)}"


def _names(names: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    """`official (Korean): 량강도; 양강도`: a line for each kind and language; other kinds than those known follow."""
    groups: dict[tuple[str, str], list[str]] = {}
    order = {kind: place for place, kind in enumerate(NAME_KINDS)}
    for name, language, kind, *times in sorted(names, key=lambda row: (order.get(row[2], len(order)), row[1] != "ko")):
        groups.setdefault((kind, language), []).append(name + _times(*times))
    for (kind, language), some in groups.items():
        tongue = f" ({language_names().get(language, language)})" if language else ""
        yield f"{kind}{tongue}: {'; '.join(some)}"


def _below(noun: str, code: str, children: Sequence[tuple[Any, ...]]) -> str:
    if not children:
        return ""
    named = "; ".join(f"{name} ({below})" for below, name, _ in children[:SAID])
    more = f"; and {len(children) - SAID} more" if len(children) > SAID else ""
    return f"{named}{more}: incidents {noun} tree {code}"


def _incidents(noun: str, code: str, count: int) -> str:
    return f"{count:,}: incidents list --{noun} {code}" if count else "none"


def _sources(noun: str, own: Mapping[str, Any]) -> Iterator[str]:
    """The sources of the reference data, a line for each citation, and plainly whether there are two."""
    words = shipped_sources().of(noun, own["code"])
    if not words:
        added = own["origin"] == "user"
        yield "added here, none of the reference data" if added else "earlier reference data, which has it no more"
        return
    yield from map(_cited, shipped_sources().citations(noun, own["code"]))
    if len(words) == 1:
        yield "not checked against a second source"
    if own["origin"] == "user":
        yield "changed here"


def _cited(one: Citation) -> str:
    """`press: Daily NK, April 2025`, `its parents, wikipedia: …`, `its names: …`."""
    about = "" if one.about == ITSELF else f"its {one.about}"
    return f"{', '.join(filter(None, (about, one.source)))}: {one.text}"


def _times(since: str | None = None, until: str | None = None) -> str:
    return (f", from {since}" if since else "") + (f", until {until}" if until else "")
