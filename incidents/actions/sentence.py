"""A bare sentence becomes the fields of a record, as far as they can be told from it; the rest is left open."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from incidents.actions.capitals import spelled, typed_words
from incidents.actions.reading import lexicon
from incidents.extract.assemble import propose
from incidents.extract.findings import Findings
from incidents.extract.inflect import noun_forms, verb_forms
from incidents.extract.phrases import alternatives
from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.intake.language import language_names, language_of_text
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.incident import LONGEST_OPEN, Incident, InstitutionLink, OpenName, People, PlaceLink
from incidents.model.key import fold
from incidents.model.proposal import Proposal
from incidents.model.reference import Institution
from incidents.model.report import Report
from incidents.model.when import When
from incidents.store.location import Location

LONGEST_TITLE = 99
_ENOUGH = 2
"""The weight of words from which on they tell a type."""
_MADE = re.compile("no clause of the report")


class Open(NamedTuple):
    """What could not be told: the field, a sentence, and the words of the field that could not be read."""

    field: str
    sentence: str
    words: str = ""


class Made(NamedTuple):
    """An institution that a pattern made of the words and no database holds, with its part in the incident."""

    link: InstitutionLink
    institution: Institution


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence says: a record whose title or type is empty if that could not be told.

    `left_open` says what could not be told; `types` are those that the words speak for, the
    likeliest first, where more than one or none was told. The name of each of `made` is an open
    name of the record until that is saved (`actions.record`).
    """

    incident: Incident
    left_open: tuple[Open, ...] = ()
    types: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()


def understand(location: Location, sentence: str, counted_from: str | None = None) -> Understood:
    """Read a sentence; relative words count from `counted_from` (EDTF), never from today. The words are its summary.

    Of one in a language that incidents are not read from yet, little more than the date is told.
    """
    language = language_of_text(sentence)
    known = lexicon(location, language)
    text = spelled(sentence, known)
    report = Report("-", b"", text, "", published=counted_from, language=language)
    found = annotated(prepare(report, known), known)
    proposals = propose(found)
    types = tuple(dict.fromkeys(one.incident.type for one in proposals)) or tuple(_spoken_for(text, known))
    first = proposals[0] if proposals else None
    incident = Incident(
        title=_title(found, first),
        type=_type(first, types, text, known),
        summary=" ".join(sentence.split()),
        status=first.incident.status if first else "occurred",
        when=_when(found, first),
        places=_places(found, first),
        institutions=first.incident.institutions if first else _mentioned(found),
        people=_people(found, first),
    )
    return _told(found, first, incident, types)


def _told(found: Findings, first: Proposal | None, incident: Incident, types: Sequence[str]) -> Understood:
    """With the institutions that no database holds set apart, and all that is open said."""
    named = first.institutions if first else [one.made for one in found.institutions if one.made]
    new = {one.code: one for one in named}
    made = tuple(Made(link, new[link.institution]) for link in incident.institutions if link.institution in new)
    kept = tuple(link for link in incident.institutions if link.institution not in new)
    kept_open = _open_names(found, (one.institution.name for one in made))
    left = []
    if not found.lexicon.rows("acts"):
        name = language_names().get(found.document.language, "this language")
        left.append(Open("type", f"what was done cannot be told from a sentence in {name} yet"))
    others = types if len(types) > 1 or not incident.type else ()
    known = replace(incident, institutions=kept, open_names=kept_open)
    return Understood(known, tuple(dict.fromkeys((*_open(found, incident), *left))), tuple(others), made)


def _open_names(found: Findings, unknown: Iterable[str]) -> tuple[OpenName, ...]:
    """The names that stay open in the record: of places, of several institutions, of what no database holds."""
    named = [OpenName("place", one.text) for one in _doubtful(found)]
    named += [OpenName("institution", words) for words in (*(one.text for one in _several(found)), *unknown)]
    return tuple(one for one in dict.fromkeys(named) if len(one.words) <= LONGEST_OPEN)


def _doubtful(found: Findings) -> list[PlaceMention]:
    return [one for one in found.places if one.code is None and one.use == "scene"]


def _several(found: Findings) -> list[InstitutionMention]:
    """The institutions of which the words do not say which is meant."""
    return [one for one in found.institutions if one.code is None and one.candidates and not one.anaphoric]


def _type(first: Proposal | None, types: Sequence[str], text: str, known: Lexicon) -> str:
    """That of the act, else that which the words speak for most, if only one does."""
    if first:
        return first.incident.type
    weights = _weights(text, known)
    best = [code for code in types if weights[code] == weights[types[0]]]
    return best[0] if len(best) == 1 and weights[best[0]] >= _ENOUGH else ""


def _title(found: Findings, first: Proposal | None) -> str:
    """The sentence without its date; a longer one as extraction would name it, else cut at a word."""
    text = found.document.text.rstrip(" .")
    for one in sorted(found.timexes, key=lambda timex: -timex.start):
        text = _undated_title(text, one.start, one.end, found.lexicon)
    words = " ".join(text.split()).strip(" ,;–-") if any(map(str.isalnum, text)) else ""
    if len(words) <= LONGEST_TITLE:
        return f"{words[:1].upper()}{words[1:]}"
    if first and not any(_MADE.match(one.message) for one in first.problems):
        return first.incident.title
    return words[:LONGEST_TITLE].rpartition(" ")[0]


def _around(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads up to a date that only says when, and what needs one: "on the", "for"."""
    leads, article, needs = (alternatives(typed_words(lexicon, kind)) for kind in ("leads", "article", "needs"))
    led = re.compile(rf"(?:,|\s[–-])?\s*(?:\b{leads}(?: {article})?)?\s*$", re.IGNORECASE)
    return led, re.compile(rf"\b{needs}\s*$", re.IGNORECASE)


def _undated_title(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """Without a date that only says when; "for the 70-day battle" says what was done, too."""
    led, needing = lexicon.compiled(_around)
    before = led.sub("", text[:start])
    if before.rstrip() == text[:start].rstrip() and (text[end:].strip() or needing.search(before)):
        return text
    return f"{before}{text[end:]}"


def _when(found: Findings, first: Proposal | None) -> When:
    if first and first.incident.when.dated:
        return first.incident.when
    return next((one.when for one in found.timexes if one.when.dated), When())


def _places(found: Findings, first: Proposal | None) -> tuple[PlaceLink, ...]:
    """The places that the words name: where it happened, not where the whole of it is told to be."""
    named = [one.code for one in found.places if one.code]
    if first:
        return tuple(link for link in first.incident.places if link.place in named)
    scenes = [one.code for one in found.places if one.code and one.use == "scene"]
    return tuple(PlaceLink(code) for code in dict.fromkeys(scenes))


def _mentioned(found: Findings) -> tuple[InstitutionLink, ...]:
    """The institutions that the words name, in a language of which no acts are read that would give them roles."""
    codes = () if found.lexicon.rows("acts") else (one.code for one in found.institutions if one.code)
    return tuple(InstitutionLink(code, "mentioned") for code in dict.fromkeys(codes))


def _people(found: Findings, first: Proposal | None) -> tuple[People, ...]:
    if first:
        return first.incident.people
    return tuple(People(p.group, p.low, p.high, p.approximate, p.text) for p in found.people if p.group)


def _open(found: Findings, incident: Incident) -> Iterator[Open]:
    """What could not be told of the date and the place; ambiguous names with what they can be."""
    if not incident.when.dated:
        yield _undated(found)
    doubtful = _doubtful(found)
    for one in doubtful:
        names = "; ".join(f"{found.lexicon.reference.path(code)} ({code})" for code in one.candidates)
        yield Open("place", f"“{one.text}”: {one.reason}{f': {names}' if names else ''}", one.text)
    if not incident.places and not doubtful:
        yield Open("place", "no place is named")
    for several in _several(found):
        known = found.lexicon.reference.institution
        named = "; ".join(f"{known[code].name} ({code})" for code in several.candidates)
        yield Open("institution", f"“{several.text}”: {several.reason}: {named}", several.text)


def _undated(found: Findings) -> Open:
    unread = next((one for one in found.timexes if one.reason), None)
    if unread is None:
        return Open("date", "no date is named")
    relative = unread.lack == "no-anchor"
    why = " counts from a day that is not known; give --counted-from, or the date" if relative else f": {unread.reason}"
    return Open("date", f"“{unread.text}”{why}", unread.text)


def _spoken_for(text: str, known: Lexicon) -> list[str]:
    """The types that words of the sentence speak for, the likeliest first, then as they stand in it."""
    weights = _weights(text, known)
    strong = [code for code in weights if weights[code] >= _ENOUGH]
    return sorted(strong or weights, key=lambda code: -weights[code])


def _weights(text: str, known: Lexicon) -> dict[str, int]:
    words = known.compiled(_speaking)
    weights: dict[str, int] = {}
    for word in fold(text).split():
        for code, weight in words.get(word, {}).items():
            weights[code] = weights.get(code, 0) + weight
    return weights


def _speaking(known: Lexicon) -> dict[str, dict[str, int]]:
    """Words with the types that they speak for, each with its weight: the types' names, topics, and verbs of topics."""
    irregular = {row["lemma"]: (row["past"], row["participle"]) for row in known.rows("irregular")}
    words: dict[str, dict[str, int]] = {}
    for row in known.rows("topics"):
        for form in noun_forms(row["word"], irregular):
            words.setdefault(fold(form), {})[row["type"]] = int(row["weight"])
    for row in known.rows("topic_verbs"):
        for form in verb_forms(row["verb"], irregular) if row["type"] != "other" else ():
            words.setdefault(form, {}).setdefault(row["type"], _ENOUGH)
    for kind in known.reference.types:
        words.setdefault(fold(kind.name), {})[kind.code] = _ENOUGH
    return words
