"""Institutions that a pattern makes: "Onchon county party committee", "the Hyesan branch of the Ministry of …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from incidents.extract.institution import abroad, branch, described, mission, numbered, parts, site, unlisted
from incidents.extract.institution.areas import Area, Areas
from incidents.extract.institution.branch import Branches
from incidents.extract.institution.home import about_home
from incidents.extract.institution.organ import Above, Organs
from incidents.extract.institution.proper import Proper
from incidents.extract.institution.rules import Rules, Tail, indefinite, joining, loose, owners, tails_of
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold

_MATTER = re.compile(r"(?:[A-Za-z-]+ ){1,4}$")
_NONE = "none"
"""Words that are longer than a tail and make nothing: "party committees" of all areas."""
_SITE = "site"
"""A word that names an institution only where the gazetteer has such a site there: "the camp at Yodok"."""
_STAFF = "staff"
"""People of an organ: "county party functionaries", but not whoever is "in" the county."""
_AGENTS = "agents"
"""People by whom an organ acts where they serve: "police in Hyesan"; "in" a province they can be of any office."""
_HERE = "here"
"""An office that every town has one of: "the harbor office" is of the town named last."""
_MATTER_ROOM = 80
_BRANCH = "branch"
"""The slug of what a ministry has in an area."""
_SEVERAL = "many"
"""Prisons: an area can have several."""
_PROVINCE = "province"
_MANY = frozenset({"enterprise", "farm", "school", "hospital", "mine", "trading-company", "court"})
"""Kinds of which an area can have several."""
_APART = frozenset({branch.BELOW, branch.SPOKEN, abroad.FORM, described.FORM, parts.FORM, unlisted.FORM})
_ELSEWHERE = numbered.FORMS | mission.FORMS | _APART


def find(
    document: Document,
    names: Names,
    places: Sequence[PlaceMention],
    known: Sequence[InstitutionMention],
    lexicon: Lexicon,
) -> Iterator[InstitutionMention]:
    """A mention for each institution that a pattern makes; it may hold a shorter one of `known`."""
    maker = _Maker(document, places, known, lexicon)
    for hit in maker.rules.tails.find(names.words):
        by_form = [(tail.form, mention) for tail in hit.found if (mention := maker.make(hit, tail))]
        own = [mention for form, mention in by_form if form == "proper"]
        mentions = own or [mention for _, mention in by_form]
        if mentions:
            yield maker.chosen(hit, mentions)
    below = (maker.branches.below(hit, tail) for hit, tail in tails_of(names, {branch.BELOW}, lexicon))
    yield from (mention for mention in below if mention)


class _Maker:
    def __init__(
        self,
        document: Document,
        places: Sequence[PlaceMention],
        known: Sequence[InstitutionMention],
        lexicon: Lexicon,
    ) -> None:
        self.text = document.text
        self.lexicon = lexicon
        self.gazetteer = lexicon.gazetteer
        self.areas, self.organs = Areas(document.text, places, lexicon), Organs(document.text, lexicon)
        self.rules = lexicon.compiled(Rules.of)
        choice = "|".join(map(re.escape, lexicon.compiled(owners))) or "(?!)"
        self.owners = re.compile(rf"\b({choice}) ((?:[A-Za-z-]+ ){{1,4}})$", re.IGNORECASE)
        self.indefinite = lexicon.compiled(indefinite)
        self.loose = lexicon.compiled(loose)
        self.joins = lexicon.compiled(joining)
        self.known = {mention.start: mention for mention in known if mention.code and not mention.made}
        self.branches = Branches(document.text, [*self.known.values()], self.areas, lexicon)
        self.parents = {mention.code for mention in known}
        self.spans = sorted((mention.start, mention.end) for mention in known)
        home = HOME.lower() if about_home(places, known, lexicon) else ""
        self.proper = Proper(document.text, places, self.spans, home, lexicon)

    def make(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The mention that a tail is the end of, if what it asks for stands near."""
        if tail.form == "proper":
            found = self.proper.read(hit, tail)
            return self.organs.mention(*found, "by the form of its name") if found else None
        if tail.form == "branch":
            return self.branches.named(hit, tail)
        begun = self._begun(hit, tail)
        if begun is None or tail.form in _ELSEWHERE or tail.form == _NONE or self._held(hit) or self._any(hit, tail):
            return None
        hit = begun
        if tail.form == _SITE:
            return self._site(hit)
        if tail.form == "local":
            return self._local(hit, tail) or self._owned(hit)
        return self._placed(hit, tail) or (self._here(hit, tail) if tail.form == _HERE else None)

    def _any(self, hit: Hit[Tail], tail: Tail) -> bool:
        """Whether it is one of many, not the one of its area: "a textile factory in Sariwon"."""
        lead = self.indefinite.search(self.text, max(0, hit.start - _MATTER_ROOM), hit.start)
        while tail.kind in _MANY and lead is not None:
            if not self.loose & set(lead[0].lower().split()[1:]):
                return True
            lead = self.indefinite.search(self.text, lead.start() + 1, hit.start)
        return False

    def _placed(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        if tail.form == _STAFF:
            area = self.areas.before(hit.start, tail.country)
        else:
            area = self.areas.around(hit.start, hit.end, tail.country)
        if area is None or not self.areas.fit(area, tail):
            return None
        if tail.form == _AGENTS and area.end and area.place and area.place.level == "province":
            return None
        if area.end and area.place and area.place.kind == _PROVINCE and self._many(tail):
            return None
        if tail.slug == _BRANCH and hit.start in self.known and area.of_whole:
            return None
        return self.organs.organ((hit.start, max(self._whole(hit), area.end)), tail, area, Above(tail.parent))

    def _many(self, tail: Tail) -> bool:
        """Whether a province has several such: a prison, a factory."""
        return tail.kind in _MANY or tail.form == _SEVERAL

    def _here(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The office of the area spoken of before it that has one."""
        own = self.text[hit.start : hit.end].islower()
        if not own or not self.areas.led(hit.start):
            return None
        place = self.areas.meant(hit.start, lambda place: place.level in tail.levels, tail.country)
        area = Area(place, hit.start, anaphoric=True)
        fits = place is not None and self.areas.fit(area, tail)
        return self.organs.organ((hit.start, hit.end), tail, area, Above(tail.parent)) if fits else None

    def _site(self, hit: Hit[Tail]) -> InstitutionMention | None:
        area = self.areas.after(hit.start, hit.end) or self.areas.before(hit.start)
        if area is None or area.place is None or area.anaphoric:
            return None
        name = f"{area.place.name} {self.text[hit.start : hit.end]}"
        code, there = site.called(name, self.lexicon)
        begin, end = min(area.start, hit.start), max(hit.end, area.end)
        if not code:
            return None
        return InstitutionMention(begin, end, self.text[begin:end], code, (), "the site of that name", made=there)

    def chosen(self, hit: Hit[Tail], mentions: Sequence[InstitutionMention]) -> InstitutionMention:
        """The one mention, or of several (state or social security) that whose parent the report names, else open.

        An abbreviation in it ("MSS agents") is what it is by itself in this report.
        """
        mentions = [mention for mention in mentions if mention.code] or mentions
        if len({mention.code for mention in mentions}) == 1:
            return mentions[0]
        own = self.known.get(hit.start)
        over = {own.code} if own else self.parents
        named = [mention for mention in mentions if mention.made and mention.made.parent in over]
        if len(named) == 1:
            return named[0]
        codes = tuple(self._held_over(mention) for mention in mentions if mention.code)
        reason = "it can be under several and the report does not say which" if codes else mentions[0].reason
        return mentions[0]._replace(code=None, candidates=codes, made=None, reason=reason)

    def _held_over(self, mention: InstitutionMention) -> str:
        """What it stands for, or what that is under where the reference has no row of it: only rows can be chosen."""
        return mention.made.parent or mention.code or "" if mention.made else mention.code or ""

    def _held(self, hit: Hit[Tail]) -> bool:
        """Whether the tail stands inside a longer name that the reference holds."""
        k = bisect_left(self.spans, (hit.end, 0))
        start, end = self.spans[k - 1] if k else (0, 0)
        return end >= hit.end and start <= hit.start and (start, end) != (hit.start, hit.end)

    def _begun(self, hit: Hit[Tail], tail: Tail) -> Hit[Tail] | None:
        """The tail with the name that it ends, if it is of that: "Ministry of Social Security agents"."""
        k = bisect_left(self.spans, (hit.start, 0))
        start, end = self.spans[k - 1] if k else (0, 0)
        if not start < hit.start < end:
            return hit
        return replace(hit, start=start) if start in self.known and self.known[start].code == tail.parent else None

    def _whole(self, hit: Hit[Tail]) -> int:
        """The end of a tail, past the name that it ends in: "Committee of the Workers' Party of Korea"."""
        k = bisect_left(self.spans, (hit.end, 0))
        start, end = self.spans[k - 1] if k else (0, 0)
        return end if hit.start < start < hit.end else hit.end

    def _local(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """An office of an area that says what it is for: "the county's agricultural supervision office"."""
        matter = _MATTER.search(self.text, max(0, hit.start - _MATTER_ROOM), hit.start)
        starts = [matter.start() + word.start() for word in re.finditer(r"\S+", matter[0])] if matter else []
        for begin in starts:
            words = self._without_unit(self.text[begin : hit.end])
            if not self._is_matter(self.text[begin : hit.start].lower().split()) or self._names(begin, hit.start):
                continue
            area = self.areas.before(begin, tail.country) or self._area_of_the(begin, hit)
            if area and area.place and words != self.text[hit.start : hit.end] and self.areas.fit(area, tail):
                own = " ".join(word if word in self.joins else _titled(word) for word in words.split())
                named = tail._replace(
                    slug=fold(words).replace(" ", "-"), name=f"{self._unit(begin, area, words)} {own}"
                )
                return self.organs.organ((begin, max(hit.end, area.end)), named, area, Above(tail.parent))
        return None

    def _unit(self, begin: int, area: Area, words: str) -> str:
        """How the name begins; what is written as a name has the word for its area only if it stands there."""
        proper = area.start < begin and self.text[begin].isupper() and self.text.startswith(words, begin)
        return "{place}" if proper and not self.areas.unit(begin) else "{place} {unit}"

    def _names(self, start: int, end: int) -> bool:
        """Whether a name stands there: "the Onsong SSD interrogation center"."""
        k = bisect_left(self.spans, (end, 0))
        return k > 0 and self.spans[k - 1][1] > start

    def _without_unit(self, words: str) -> str:
        """What an office is for, without the word for its area: "city labor bureau" of Hyesan."""
        first, _, rest = words.partition(" ")
        return rest if first.lower() in self.rules.units else words

    def _is_matter(self, words: Sequence[str]) -> bool:
        """Whether words can say what an office is for: no loose one but what joins two, "labor and wages"."""
        inner = {word for word in words[1:-1] if word in self.joins}
        return not (self.loose - inner) & set(words)

    def _owned(self, hit: Hit[Tail]) -> InstitutionMention | None:
        """A department by what it is for and whose it is: "the party's administrative department"."""
        before = self.owners.search(self.text, max(0, hit.start - _MATTER_ROOM), hit.start)
        if before is None:
            return None
        begin = before.start(2)
        whose = self.lexicon.compiled(owners)[before[1].lower()]
        words = " ".join(word if word == "and" else word.capitalize() for word in self.text[begin : hit.end].split())
        held = self.lexicon.institutions.called(f"{words} of the {whose}")
        if len(held) != 1:
            return None
        return InstitutionMention(begin, hit.end, self.text[begin : hit.end], held[0], (), "by whose it is")

    def _area_of_the(self, begin: int, hit: Hit[Tail]) -> Area | None:
        """The area after the office, if an article stands before its words."""
        area = self.areas.after(hit.start, hit.end) if self.areas.led(begin) else None
        return area._replace(start=begin) if area else None


def _titled(word: str) -> str:
    """A word as in a name; one that has a capital as it is: "Anti-Epidemic", "Women's", "SSD"."""
    return "-".join(part.capitalize() for part in word.split("-")) if word.islower() else word
