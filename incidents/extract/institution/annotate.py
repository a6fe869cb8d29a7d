"""Every institution that a document names."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from incidents.extract import place
from incidents.extract.institution import (
    abroad,
    branch,
    definite,
    described,
    made,
    mission,
    named,
    numbered,
    parts,
    placed,
    shortened,
    site,
    unlisted,
)
from incidents.extract.institution.home import about_home
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention

_READ = frozenset({"paragraph", "heading"})


def annotate(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention] | None = None
) -> tuple[InstitutionMention, ...]:
    """The institutions of the paragraphs and headings, in the order of the text, none overlapping another.

    `places` are those of the document, if they have been found already.
    """
    names = lexicon.names(document.text)
    if places is None:
        places = place.annotate(document, lexicon)
    known = _readable(document, named.find(document, names, places, lexicon))
    known = _longest([*_readable(document, made.find(document, names, places, known, lexicon)), *known])
    home = about_home(places, known, lexicon)
    more = [*mission.find(document, names, places, lexicon, home=home)]
    more += numbered.find(document, names, known, places, lexicon, home=home)
    known = _longest([*known, *_readable(document, more)])
    sites = _readable(document, site.find(places, lexicon))
    further = [*sites, *_readable(document, abroad.find(document, names, places, lexicon))]
    known = [one for one in known if not _within(one, sites)]
    known = _longest([*known, *_apart(known, further)])
    known = _longest([*known, *_apart(known, _readable(document, described.find(document, names, places, lexicon)))])
    known = _longest([*known, *_apart(known, _readable(document, placed.find(document, known, places, lexicon)))])
    known = _longest(
        [*known, *_apart(known, _readable(document, shortened.find(document, names, known, places, lexicon)))]
    )
    heads = definite.find(document, names, known, places, lexicon, home=home)
    known = _longest([*known, *_readable(document, heads)])
    known = _longest([*known, *_readable(document, branch.find(document, names, known, places, lexicon))])
    known = _longest([*known, *_readable(document, parts.find(document, names, known, lexicon))])
    rest = unlisted.find(document, names, known, places, lexicon)
    return tuple(_longest([*known, *_apart(known, _paragraphs(document, rest))]))


def _readable(document: Document, mentions: Iterable[InstitutionMention]) -> list[InstitutionMention]:
    return _of_kinds(_READ, document, mentions)


def _paragraphs(document: Document, mentions: Iterable[InstitutionMention]) -> list[InstitutionMention]:
    """Those in running text: in a headline capitals make no name."""
    return _of_kinds(_READ - {"heading"}, document, mentions)


def _of_kinds(
    kinds: frozenset[str], document: Document, mentions: Iterable[InstitutionMention]
) -> list[InstitutionMention]:
    starts = [block.start for block in document.blocks]
    return [one for one in mentions if _kind(document, starts, one.start) in kinds]


def _kind(document: Document, starts: Sequence[int], position: int) -> str:
    k = bisect_right(starts, position) - 1
    return document.blocks[k].kind if k >= 0 and position < document.blocks[k].end else ""


def _apart(known: Sequence[InstitutionMention], more: Iterable[InstitutionMention]) -> list[InstitutionMention]:
    """Those of `more` that no known one touches."""
    starts = [one.start for one in known]
    kept = []
    for one in more:
        k = bisect_right(starts, one.end - 1)
        if not any(other.end > one.start for other in known[max(0, k - 1) : k]):
            kept.append(one)
    return kept


def _within(one: InstitutionMention, sites: Sequence[InstitutionMention]) -> bool:
    """Whether a name is a later part of that of a site: "customs" in "Hoeryong customs office"."""
    return any(site.start < one.start and one.end <= site.end for site in sites)


def _longest(mentions: Iterable[InstitutionMention]) -> list[InstitutionMention]:
    """The mentions in the order of the text, without those that a longer one holds or overlaps."""
    kept: list[InstitutionMention] = []
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept
