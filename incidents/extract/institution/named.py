"""Institutions that the reference holds, each name settled to one of them where the report allows it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from incidents.extract.institution.owner import Owners, elsewhere
from incidents.extract.institution.romanized import korean
from incidents.extract.institution.rules import loose
from incidents.lexicon.institutions import Named
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.edtf import bounds
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution
from incidents.model.when import When

_PARTS = re.compile(r"(.+?) of (?:the )?(.+)")
_COUNTRIES = re.compile(r"([a-z]{2})\.")
_HOMES = frozenset({"kp", "kr"})
_NO_COUNTRY = "-"
"""What is of no country is no country's: the empty one is that of the bodies of many states."""
_PERSON = re.compile(r" ([A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2})")
_ABBREVIATION = re.compile(r"[A-Z]{2,}")
_DEFINED = re.compile(r" \($")
_REGISTER = re.compile(r" (?:[Nn]o\. ?|number )?\d{5,}")
_SEAT = re.compile(r" (?:in|at) (?:the )?")
_FRONT = re.compile(r"\b(?:a|[Tt]he) ([A-Z][a-z]+) $")
_LONG = 32
_NO_STATE = "XZ."
"""How the codes of places of no country begin: Asia."""
_LONGER = re.compile(r" for (?:the )?[A-Z]")


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each name of an institution that is not the name of an outlet."""
    hits = _no_outlets(names, lexicon)
    settler = _Settler(document, hits, places, lexicon)
    for hit in hits:
        codes, reason = settler.settle(hit)
        made = settler.made(hit) if not codes else None
        if not codes and not made and all(kind == "holder" for _, kind in hit.found):
            continue
        if settler.longer(hit):
            continue
        mention = InstitutionMention(
            start=hit.start,
            end=hit.end,
            text=document.text[hit.start : hit.end],
            code=made.code if made else codes[0] if len(codes) == 1 else None,
            candidates=codes if len(codes) > 1 else (),
            reason="by the country named with it" if made else reason,
            made=made if made and made.code not in lexicon.institutions.institution else None,
        )
        yield from _apart(mention, lexicon)


def _no_outlets(names: Names, lexicon: Lexicon) -> list[Hit[Named]]:
    """The names of institutions but those of papers and agencies; a ministry that publishes is still a ministry."""
    outlet, held = lexicon.reference.outlet, lexicon.institutions.institution
    press = {hit.end: hit.start for hit in names.outlets if any(outlet[code].kind in _PRESS for code in hit.found)}
    kept = [hit for hit in names.institutions if press.get(hit.end, hit.start) >= hit.start]
    return [hit for hit in kept if hit.end not in press or held[hit.found[0][0]].kind != "media"]


_PRESS = frozenset({"agency", "blog", "broadcaster", "newspaper", "specialist", "state-media"})


def _apart(mention: InstitutionMention, lexicon: Lexicon) -> Iterator[InstitutionMention]:
    """The mention; of "bureau of the ministry" two, because a report that says so names both."""
    found = _PARTS.fullmatch(mention.text)
    parent = _parent(mention.code, found[2], lexicon) if found and mention.code else ""
    if not found or not parent:
        yield mention
        return
    yield mention._replace(end=mention.start + found.end(1), text=found[1])
    yield mention._replace(start=mention.start + found.start(2), text=found[2], code=parent)


def _parent(code: str, words: str, lexicon: Lexicon) -> str:
    """The ministry above the institution `code` that the last words of its name are, or empty."""
    held = lexicon.institutions.called(words)
    if len(held) != 1 or held[0] == code or not lexicon.institutions.under(code, held[0]):
        return ""
    return held[0] if lexicon.compiled(_above_words) & set(fold(words).split()) else ""


def _above_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "above")


class _Settler:
    def __init__(
        self, document: Document, hits: Sequence[Hit[Named]], places: Sequence[PlaceMention], lexicon: Lexicon
    ) -> None:
        self.document = document
        self.lexicon = lexicon
        self.institution: Mapping[str, Institution] = lexicon.institutions.institution
        self.places = places
        self.starts = [place.start for place in places]
        self.placed = frozenset(self.starts)
        self.ends = {place.end for place in places if not (place.code or "").startswith(_NO_STATE)}
        self.fronts = lexicon.compiled(_fronts)
        self.sentences = [sentence.start for sentence in document.sentences]
        self.clear = frozenset(hit.found[0][0] for hit in hits if len(_codes(hit)) == 1)
        self.meant: dict[str, frozenset[str]] = {}
        self.hits = hits
        self.owners, self.small = Owners(document.text, places, lexicon), lexicon.compiled(_small)
        countries = {lexicon.gazetteer.country(place.code) for place in places if place.code}
        self.countries = countries
        self.home = "kp" if "KP" in countries or not countries else _NO_COUNTRY

    def settle(self, hit: Hit[Named]) -> tuple[tuple[str, ...], str]:
        """The institutions that a name can be here, and why."""
        codes = _codes(hit)
        owner = self._owner(hit)
        if owner:
            fitting = tuple(code for code in codes if self._country(code) in (owner, ""))
            return fitting, "by the country named with it" if fitting else "an institution of another country"
        codes = self._of_person(hit, codes)
        if len(codes) == 1:
            return codes, "named"
        for answer, reason in self._answers(hit, codes):
            if len(answer) == 1:
                return answer, reason
        return codes, "the name stands for several institutions and the report does not say which"

    def made(self, hit: Hit[Named]) -> Institution | None:
        """The organ of another country that the name and the country beside it make: "Vietnam's Foreign Ministry"."""
        place = self.owners.of(hit.start, hit.end)
        if place is None or place.code.lower() == self.home:
            return None
        return elsewhere(_codes(hit), place, self.lexicon)

    def longer(self, hit: Hit[Named]) -> bool:
        """Whether it only begins a longer name or a number: "Open Doors for Refugees", "minister-level"."""
        joined = hit.found[0][1] == "holder" and self.document.text.startswith("-", hit.end)
        if joined or _REGISTER.match(self.document.text, hit.end) or self._of_another(hit):
            return True
        further = _LONGER.match(self.document.text, hit.end)
        kind = self.institution[hit.found[0][0]].kind
        return further is not None and kind == "ngo" and further.end() - 1 not in self.placed

    def _of_another(self, hit: Hit[Named]) -> bool:
        """Whether a name that every country has ends one that we do not know: "the Asian Central Bank"."""
        front = _FRONT.search(self.document.text, max(0, hit.start - _LONG), hit.start)
        if front is None or front.end(1) in self.ends or front[1].lower() in self.fronts:
            return False
        held = self.institution[hit.found[0][0]]
        country = self.lexicon.gazetteer.place.get(self._country(held.code).upper())
        return len(_codes(hit)) > 1 or bool(country and held.name.endswith(f" of {country.name}"))

    def _of_person(self, hit: Hit[Named], codes: tuple[str, ...]) -> tuple[str, ...]:
        """Those of Korea where the office stands before a Korean name, the others before one that cannot be Korean."""
        person = _PERSON.match(self.document.text, hit.end) if hit.found[0][1] == "holder" else None
        if person is None:
            return codes
        own = tuple(code for code in codes if self._country(code) in _HOMES)
        if all(map(korean, person[1].split())):
            return own or codes
        return tuple(code for code in codes if code not in own)

    def _answers(self, hit: Hit[Named], codes: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
        seat = self._seat(hit)
        yield tuple(code for code in codes if seat and self._country(code) == seat), "the one in the place after it"
        yield tuple(code for code in codes if code in self._full(hit)), "by the full name elsewhere in the report"
        valid = {code for code, kind in hit.found if self._valid(code, self.document.text[hit.start : hit.end])}
        yield tuple(code for code in codes if code in valid), "the only one of that name in the year of the report"
        near = {self.lexicon.gazetteer.country(code) for code in self._near(hit)}
        named = tuple(code for code in codes if self._country(code).upper() in near)
        yield named, "the one in the country that the sentence names"
        if self._of_any(hit, codes):
            return
        yield tuple(code for code in codes if self._country(code) == self.home), "the one in the country of the report"
        yield self._last(hit, codes), "the one in the country named last"
        publisher = self.lexicon.reference.outlet.get(self.document.outlet or "")
        own = (publisher.country.lower() if publisher else "") or _NO_COUNTRY
        yield tuple(code for code in codes if self._country(code) == own), "the one in the country of the outlet"

    def _seat(self, hit: Hit[Named]) -> str:
        """The country of the place right after an organ: "the Ministry of National Defense in Seoul"."""
        gap = _SEAT.match(self.document.text, hit.end) if hit.found[0][1] != "holder" else None
        k = bisect_left(self.starts, gap.end()) if gap else len(self.starts)
        here = k < len(self.starts) and gap is not None and self.starts[k] == gap.end()
        return self.lexicon.gazetteer.country(self.places[k].code or "").lower() if here else ""

    def _of_any(self, hit: Hit[Named], codes: tuple[str, ...]) -> bool:
        """Whether an office without a name after it can be that of another country that the report names."""
        if hit.found[0][1] != "holder" or _PERSON.match(self.document.text, hit.end):
            return False
        others = {self._country(code).upper() for code in codes} & self.countries
        return bool(others - {self.home.upper()})

    def _full(self, hit: Hit[Named]) -> frozenset[str]:
        """What full names elsewhere say; of an abbreviation only names that it can stand for."""
        letters = self._letters(hit)
        if not _ABBREVIATION.fullmatch(letters):
            return self.clear
        if letters not in self.meant:
            self.meant[letters] = self._defined(letters) or self._spelled(letters)
        return self.meant[letters]

    def _defined(self, letters: str) -> frozenset[str]:
        """The institution that an abbreviation is said to be: "Ministry of State Security (MSS)"."""
        before = {hit.end: hit for hit in self.hits}
        for one in self.hits:
            gap = _DEFINED.search(self.document.text, max(0, one.start - 2), one.start)
            defined = before.get(gap.start()) if gap and self._letters(one) == letters else None
            if defined and len(_codes(defined)) == 1:
                return frozenset(_codes(defined))
        return frozenset()

    def _spelled(self, letters: str) -> frozenset[str]:
        """The institutions whose full names in the report have these initials."""
        named = (one for one in self.hits if len(_codes(one)) == 1 and self._initials(one) == letters)
        return frozenset(_codes(one)[0] for one in named)

    def _letters(self, hit: Hit[Named]) -> str:
        return self.document.text[hit.start : hit.end].replace(".", "")

    def _initials(self, hit: Hit[Named]) -> str:
        words = self.document.text[hit.start : hit.end].replace("-", " ").split()
        return "".join(word[0] for word in words if word.lower() not in self.small).upper()

    def _last(self, hit: Hit[Named], codes: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the country that was named last before it and that has one of them."""
        for place in reversed(self.places[: bisect_left(self.starts, hit.start)][-_BACK:]):
            country = self.lexicon.gazetteer.country(place.code).lower() if place.code else _NO_COUNTRY
            there = tuple(code for code in codes if self._country(code) == country)
            if there:
                return there
        return ()

    def _near(self, hit: Hit[Named]) -> Iterator[str]:
        """The places of the sentence of a hit."""
        k = bisect_right(self.sentences, hit.start)
        end = self.sentences[k] if k < len(self.sentences) else len(self.document.text)
        begin = self.sentences[k - 1] if k else 0
        first, last = bisect_left(self.starts, begin), bisect_left(self.starts, end)
        return (place.code for place in self.places[first:last] if place.code)

    def _valid(self, code: str, name: str) -> bool:
        """Whether the institution bore the name at the publication date."""
        published = self.document.published
        for one in self.institution[code].names:
            if one.text == name:
                return _overlaps(one.since, one.until, published)
        return True

    def _country(self, code: str) -> str:
        found = _COUNTRIES.match(code)
        return found[1] if found else ""

    def _owner(self, hit: Hit[Named]) -> str:
        """The country whose name stands with the institution, as its codes begin; else empty."""
        place = self.owners.of(hit.start, hit.end)
        return place.code.lower() if place else ""


def _small(lexicon: Lexicon) -> frozenset[str]:
    """Words of a name of which an abbreviation has no letter: "of", "the"."""
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "small")


def _fronts(lexicon: Lexicon) -> frozenset[str]:
    """Words that are no part of a name though they have a capital: "Vice", "Provincial", "Eighth"."""
    ranks = {row["words"] for row in lexicon.rows("institution_offices") if row["use"] in ("rank", "vague")}
    units = {row["words"] for row in lexicon.rows("institution_units")}
    ordinals = {row["word"] for row in lexicon.rows("time_numbers") if row["class"] == "ordinal"}
    return frozenset(ranks | units | ordinals) | loose(lexicon)


_BACK = 40
"""How many places back one may be the country of an office."""


def _codes(hit: Hit[Named]) -> tuple[str, ...]:
    return tuple(sorted({code for code, _ in hit.found}))


def _overlaps(since: str, until: str, published: When) -> bool:
    if not published.dated or published.earliest is None or published.latest is None:
        return True
    first = bounds(since)[0] if since else None
    last = bounds(until)[1] if until else None
    return (first is None or first <= published.latest) and (last is None or published.earliest <= last)
