"""Definite nouns that stand for an institution named before: "the ministry", "the party"."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from incidents.extract.act.tables import kinds
from incidents.extract.inflect import verb_forms
from incidents.extract.institution.armed import ARMED, Armies
from incidents.extract.institution.owner import Owners
from incidents.extract.institution.rules import Head, Rules, indefinite
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution


def find(  # noqa: PLR0913  the findings that it rests on
    document: Document,
    names: Names,
    known: Sequence[InstitutionMention],
    places: Sequence[PlaceMention],
    lexicon: Lexicon,
    *,
    home: bool = True,
) -> Iterator[InstitutionMention]:
    """A mention for each definite noun that stands for a known one; `known` in the order of the text.

    `home`: the report is about the country of the defaults, so these hold.
    """
    hits = list(lexicon.compiled(Rules.of).heads.find(names.words))
    reader = _Reader(document, names, known, places, lexicon)
    reader.defaults = {hit.start: hit.found[0].default for hit in hits}
    for hit in hits:
        mention = reader.read(hit, home=home)
        if mention:
            yield mention


class _Reader:
    def __init__(
        self,
        document: Document,
        names: Names,
        known: Sequence[InstitutionMention],
        places: Sequence[PlaceMention],
        lexicon: Lexicon,
    ) -> None:
        self.text = document.text
        self.lexicon = lexicon
        self.outlet = document.outlet or ""
        self.sentences = [sentence.start for sentence in document.sentences]
        self.named = [(place.start, place.code) for place in places if place.code]
        self.beginning = dict(self.named)
        self.words = names.words
        self.no_nouns, self.articles, self.joining = lexicon.compiled(_after_a_noun)
        self.known = [mention for mention in known if mention.code]
        self.starts = [mention.start for mention in self.known]
        self.taken = [(mention.start, mention.end) for mention in known]
        self.institution: Mapping[str, Institution] = lexicon.institutions.institution
        self.main = [main_words(self._own(mention).name) | main_words(mention.text) for mention in self.known]
        self.indefinite = lexicon.compiled(indefinite)
        self.places = [place for place in places if place.code and place.use == "scene"]
        self.place_starts = [place.start for place in self.places]
        self.of_place = lexicon.compiled(_by_place)
        self.said = [frozenset(fold(mention.text).split()) for mention in self.known]
        self.defaults: Mapping[int, str] = {}
        self.owners = Owners(document.text, places, lexicon)
        self.armies = Armies(document, self.known, places, lexicon)

    def _own(self, mention: InstitutionMention) -> Institution:
        return mention.made or self.institution[mention.code or ""]

    def read(self, hit: Hit[Head], *, home: bool) -> InstitutionMention | None:
        """What a definite noun stands for: the nearest earlier name with that head, else the default."""
        head = hit.found[0]
        if self._covered(hit) or self._otherwise(head, hit):
            return None
        of_its_own = self._of_its_own(head, hit)
        if self._following(hit) in head.unless and not of_its_own:
            return None
        if head.alone and self._adjective(hit):
            return None
        code, made = self._nearest(head.head, hit.start) if not head.default else (self._army(head, hit), None)
        if code and not head.default and self._elsewhere(code, made, hit):
            return None
        code = code or self._of_place(head.head, hit.start)
        if not code or (head.default and not of_its_own and not (home and self._at_home(hit))):
            return None
        text = self.text[hit.start : hit.end]
        reason = "the default of that noun" if code == head.default else "the one named before"
        return InstitutionMention(hit.start, hit.end, text, code, (), reason, anaphoric=True, made=made)

    def _at_home(self, hit: Hit[Head]) -> bool:
        """Whether no other country is said to have it: "the party and state of Vietnam"."""
        longer = _COORDINATE.match(self.text, hit.end)
        owner = self.owners.of(hit.start, longer.end() if longer else hit.end)
        return owner.code == HOME if owner else not self._of_the_south(hit)

    def _of_the_south(self, hit: Hit[Head]) -> bool:
        """Whether a paper of the South speaks of its own army and parties: its sentence does not name the North."""
        publisher = self.lexicon.reference.outlet.get(self.outlet)
        if publisher is None or publisher.country != _SOUTH or publisher.kind not in _GENERAL:
            return False
        k = bisect_right(self.sentences, hit.start)
        begin, end = self.sentences[k - 1] if k else 0, self.sentences[k] if k < len(self.sentences) else len(self.text)
        near = self.named[bisect_left(self.named, (begin, "")) : bisect_left(self.named, (end, ""))]
        return not any(self.lexicon.gazetteer.country(code) == HOME for _, code in near)

    def _elsewhere(self, code: str, made: Institution | None, hit: Hit[Head]) -> bool:
        """Whether a place that follows is another one than that of the institution: "the camp in Hyesan"."""
        gap = _IN.match(self.text, hit.end)
        there = self.beginning.get(gap.end(), "") if gap else ""
        own = (made or self.institution[code]).place
        under = self.lexicon.gazetteer.under
        return bool(there and own) and not (under(own, there) or under(there, own))

    def _covered(self, hit: Hit[Head]) -> bool:
        k = bisect_left(self.taken, (hit.end, 0))
        return any(start < hit.end and hit.start < end for start, end in self.taken[max(0, k - 3) : k])

    def _following(self, hit: Hit[Head]) -> str:
        words, k = self.words, hit.last + 1
        return words.keys[k] if k < len(words.keys) and words.starts[k] - hit.end <= 1 else ""

    def _adjective(self, hit: Hit[Head]) -> bool:
        """Whether it is said of the noun that follows: "the military tension", "the military and political ties"."""
        after = self._following(hit)
        if after in self.joining:
            after = self.words.keys[hit.last + 2] if hit.last + 2 < len(self.words.keys) else ""
            return after not in self.articles
        return bool(after) and after not in self.no_nouns and not after.endswith(_NO_NOUN)

    def _army(self, head: Head, hit: Hit[Head]) -> str:
        """The default; of an army that of the country whose it is there."""
        armed = self.institution[head.default].kind == ARMED
        return self.armies.meant(head.default, hit.start) if armed else head.default

    def _of_its_own(self, head: Head, hit: Hit[Head]) -> bool:
        """Whether what follows with "of" is above the default: "the Secretariat of the Eighth Central Committee"."""
        gap = _OF_THE.match(self.text, hit.end) if head.default else None
        whose = [self.defaults.get(at, "") for at in range(hit.end, gap.end() + 1)] if gap else []
        if any(code and self.lexicon.institutions.under(head.default, code) for code in whose):
            return True
        k = bisect_left(self.starts, hit.end)
        while gap and k < len(self.known) and self.starts[k] <= gap.end():
            if self.lexicon.institutions.under(head.default, self.known[k].code or ""):
                return self.starts[k] in (gap.end(), gap.start(1))
            k += 1
        return False

    def _otherwise(self, head: Head, hit: Hit[Head]) -> bool:
        """Whether the noun was used before in its ordinary sense, nearer than any name: "a drinking party"."""
        if not head.not_after:
            return False
        for k in range(hit.first - 1, max(0, hit.first - _ROOM), -1):
            if self.words.keys[k] == head.head:
                return self.words.keys[k - 1] in head.not_after
        return False

    def _nearest(self, head: str, position: int) -> tuple[str, Institution | None]:
        """The nearest earlier institution that is a `head`, or whose words name one above it that is."""
        last = bisect_left(self.starts, position)
        for k in range(last - 1, max(0, last - _BACK) - 1, -1):
            mention = self.known[k]
            above = self._above(mention, head) if head not in self.main[k] and head in self.said[k] else None
            if head in self.main[k] or above:
                other = self._anew(head, mention.end, position) or (above.code if above else "")
                return (other, None) if other else (mention.code or "", mention.made)
        return "", None

    def _anew(self, head: str, begin: int, end: int) -> str:
        """Whose the one is of which a report speaks since: of "a holding center of the ministry" the ministry."""
        words = self.words
        for k in range(bisect_left(words.starts, end) - 1, bisect_left(words.starts, begin) - 1, -1):
            gap = _OF_ANY.match(self.text, words.ends[k]) if words.keys[k] == head else None
            at = bisect_left(self.starts, gap.end()) if gap else len(self.starts)
            if gap and at < len(self.starts) and self.starts[at] == gap.end():
                start = words.starts[k]
                lead = self.indefinite.search(self.text, max(0, start - _LEAD), start)
                return (self.known[at].code or "") if lead else ""
        return ""

    def _of_place(self, head: str, position: int) -> str:
        """The only institution of that noun in the unit named last: "the mine" in a report about Musan."""
        last = bisect_left(self.place_starts, position)
        for place in reversed(self.places[max(0, last - _ROUND) : last]):
            there = self.of_place.get((place.code or "", head), [])
            if len(there) == 1:
                return there[0]
        return ""

    def _above(self, mention: InstitutionMention, head: str) -> Institution | None:
        above = self.institution.get(self._own(mention).parent)
        while above and head not in main_words(above.name):
            above = self.institution.get(above.parent)
        return above


def _after_a_noun(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that a noun does not begin with, articles, and the words that join two nouns or two adjectives."""
    listed = kinds(lexicon)
    verbs = {form for row in lexicon.rows("attribution_verbs") for form in verb_forms(row["verb"], {})}
    pasts = {row[form] for row in lexicon.rows("irregular") for form in ("past", "participle")}
    joining = frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "listed")
    short = {row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "loose"}
    grammar = (word for kind in _NO_NOUNS for word in listed[kind])
    return frozenset({*grammar, *verbs, *pasts, *short}) - joining, listed["article"], joining


_NO_NOUNS = (
    "adverb article be boundary do future gerund habit have light-form limit modal negation occur phase relative would"
).split()
_NO_NOUN = ("ed", "ly")


def _by_place(lexicon: Lexicon) -> dict[tuple[str, str], list[str]]:
    """The institutions of each county and of each spot in it, by a word that says what they are."""
    table: dict[tuple[str, str], list[str]] = defaultdict(list)
    works = {row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "works"}
    for one in lexicon.reference.institutions:
        if one.place:
            line = [p for p in lexicon.reference.ancestry(one.place) if p.level in ("county", "settlement", "site")]
            for key in {(place.code, word) for place in line for word in main_words(one.name) & works}:
                table[key].append(one.code)
    return table


def main_words(name: str) -> frozenset[str]:
    """The words of a name that say what it is: of "Ministry of State Security" the first, not the last ones."""
    return frozenset(fold(_TAIL.split(name, maxsplit=1)[0]).split())


_TAIL = re.compile(r" (?:of|for|on|at|in|against|to) ")
_IN = re.compile(r" (?:in|at|of) (?:the )?")
_OF_ANY = re.compile(r" of (?:the )?")
_LEAD = 40
"""The room for "a newly built" before a noun."""
_OF_THE = re.compile(r" of the (?=(\S))(?:[A-Z0-9][\w-]* )?")
_COORDINATE = re.compile(r"(?:, [a-z]+)* and [a-z]+(?= of )")
_SOUTH = "KR"
_GENERAL = frozenset({"agency", "newspaper", "broadcaster"})
_BACK = 100
"""How many names back a definite noun may reach."""
_ROUND = 6
"""In how many places named before it a mine may be that the report does not name."""
_ROOM = 60
"""How many words back an ordinary use of the noun still counts."""
