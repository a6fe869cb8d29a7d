"""Organisations written as a name that no row or other pattern knows: "the State Flood Prevention Command"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from incidents.extract.institution.rules import Tail, joining, loose, tails_of
from incidents.extract.place.phrase import HOME
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution

FORM = "unlisted"
_OPEN = "no institution of that name is known, and the report does not say of which country it is"
_NOUN = "the name is a common noun too, and the report does not say that it is that one"
_LONGEST = 6
"""Words before or after the noun that can belong to its name."""


def find(
    document: Document,
    names: Names,
    known: Sequence[InstitutionMention],
    places: Sequence[PlaceMention],
    lexicon: Lexicon,
) -> Iterator[InstitutionMention]:
    """A mention for each capitalised name with such a noun: of the country that it says, or of the only one around it.

    It is open where its paragraph does not speak of the home country, where its sentence speaks of another, and where
    such bodies are as often abroad ("Institute", a tail without a country): no name is given a country by chance.
    """
    reader = _Reader(document, names, known, places, lexicon)
    for hit, tail in tails_of(names, {FORM}, lexicon):
        first, last = reader.span(hit.start, hit.end)
        if not reader.named(first, last, hit.start, hit.end):
            continue
        yield reader.mention(reader.words.starts[first], reader.end(last), tail)


class _Reader:
    def __init__(
        self,
        document: Document,
        names: Names,
        known: Sequence[InstitutionMention],
        places: Sequence[PlaceMention],
        lexicon: Lexicon,
    ) -> None:
        self.text, self.words, self.gazetteer = document.text, names.words, lexicon.gazetteer
        self.institutions, self.nouns = lexicon.institutions, lexicon.compiled(_nouns)
        self.sentence, self.blocks = document.sentences, document.blocks
        self.sentences = [sentence.start for sentence in document.sentences]
        self.places = [place for place in places if place.code]
        self.starts = [place.start for place in self.places]
        self.taken = {one.start for one in known} | set(self.starts)
        self.adjectives = {place.end: place for place in self.places if place.use == "adjective"}
        self.loose, self.joins = lexicon.compiled(loose), lexicon.compiled(joining)
        self.generic = lexicon.compiled(Context.of).words("no-name", "any")
        self.going_on = lexicon.compiled(_going_on)
        of_places = ((place.start, self.gazetteer.country(place.code or "")) for place in self.places)
        of_known = ((one.start, one.code.split(".")[0].upper()) for one in known if one.code)
        self.countries = sorted([*of_places, *of_known])

    def mention(self, start: int, end: int, tail: Tail) -> InstitutionMention:
        """The mention of a name: a new institution of its country, or open."""
        text = self.text[start:end]
        held = self.institutions.called(text) or self.nouns.get(fold(text), ())
        country = self._said(start, end) or (HOME.lower() if tail.country == HOME and self._at_home(start) else "")
        if held or not country:
            return InstitutionMention(start, end, text, None, held, _NOUN if held else _OPEN)
        made = Institution(f"{country}.{fold(text).replace(' ', '-')}", text, tail.kind, "", "")
        return InstitutionMention(start, end, text, made.code, (), "by the form of its name", made=made)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last word of the capitalised name around a noun."""
        first = noun = bisect_left(self.words.starts, start)
        last = bisect_left(self.words.starts, end) - 1
        while first and noun - first < _LONGEST and self._part(first - 1, first):
            first -= 1
        while self.words.keys[first] in self.joins:
            first += 1
        return first, self._longer(last)

    def named(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether it is a name: capitals, a word of its own, no capital after it and no owner before it.

        "Party Foundation Day" is a longer name, "the ministry's Investigation Bureau" a part of another institution.
        """
        keys, starts = self.words.keys, self.words.starts
        own = [k for k in range(first, last + 1) if not start <= starts[k] < end and not self._of_place(starts[k])]
        following = last + 1 < len(keys) and self.words.close(last) and self._capital(last + 1)
        return (
            self.text[start].isupper()
            and not following
            and first - 1 not in self.words.bare
            and any(self._capital(k) and keys[k] not in self.generic for k in own)
        )

    def _said(self, start: int, end: int) -> str:
        """The code of the country that its adjective before the name or a place in the name says, or empty."""
        k = bisect_left(self.starts, start)
        inside = self.places[k] if k < len(self.places) and self.starts[k] < end else None
        said = self.adjectives.get(start - 1) or inside
        return self.gazetteer.country(said.code or "").lower() if said is not None else ""

    def end(self, last: int) -> int:
        """Where the word ends, without a possessive."""
        return self.words.bare.get(last, ("", self.words.ends[last]))[1]

    def _at_home(self, position: int) -> bool:
        """Whether its paragraph names a place or institution of the home country, and its sentence none of another."""
        k = bisect_right(self.sentences, position) - 1
        if k < 0:
            return False
        sentence = self.sentence[k]
        block = self.blocks[sentence.block]
        near = self.countries[
            bisect_left(self.countries, (block.start, "")) : bisect_left(self.countries, (block.end, ""))
        ]
        there = {country for at, country in near if sentence.start <= at < sentence.end}
        return any(country == HOME for _, country in near) and there <= {HOME}

    def _part(self, k: int, following: int) -> bool:
        """Whether the word `k` belongs to the name that goes on with `following`."""
        key = self.words.keys[k]
        if not self.words.close(k) or k in self.words.bare or self.words.ends[k] in self.adjectives:
            return False
        if key in self.joins:
            return k > 0 and self.words.close(k - 1) and self._capital(k - 1) and self._capital(following)
        return self._capital(k) and key not in self.loose

    def _longer(self, last: int) -> int:
        """The last word with what "of" adds; what begins with a place or a known name adds nothing."""
        words, stop = self.words, last + _LONGEST
        k = last + 1
        if k + 1 >= len(words.keys) or words.keys[k] not in self.going_on or not words.close(last):
            return last
        while k + 1 < len(words.keys) and k < stop and words.close(k) and self._capital(k + 1):
            if words.starts[k + 1] in self.taken:
                return last
            k += 1
        return k if k > last + 1 else last

    def _of_place(self, position: int) -> bool:
        k = bisect_right(self.starts, position) - 1
        return k >= 0 and position < self.places[k].end

    def _capital(self, k: int) -> bool:
        return self.text[self.words.starts[k]].isupper()


def _going_on(lexicon: Lexicon) -> frozenset[str]:
    """Words after which a name can go on: "Bureau of Tideland Construction"."""
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "within")


def _nouns(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The institutions whose names are common nouns, by that noun without its article: "General Staff"."""
    rows = (row for row in lexicon.rows("institution_heads") if row["default"])
    return {fold(row["words"]).split(" ", 1)[-1]: (row["default"],) for row in rows}
