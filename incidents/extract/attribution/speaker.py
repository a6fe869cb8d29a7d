"""What a cue says of its speaker: the kind of source, where it is, whom it told, on which day."""

from bisect import bisect_left
from collections.abc import Sequence

from incidents.extract.attribution.cue import Cue, Sentence
from incidents.extract.attribution.sources import Mention
from incidents.extract.attribution.tables import Tables
from incidents.extract.attribution.telling import Telling, telling_day
from incidents.extract.dateline import dateline
from incidents.extract.quotation import quotations, quoted
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import PlaceMention
from incidents.model.proposal import Timex
from incidents.model.when import When

Tokens = tuple[Word, ...]
_SHORT = 3
_CLOSE = 160
_LEARNED = frozenset(("learned", "learned-day"))
_ORDINALS = ("first", "second", "third")
"""Classes of the words that say which of the sources of a report speaks."""


class Reader:
    """Turns cues of one document into mentions of sources."""

    def __init__(
        self, document: Document, lexicon: Lexicon, places: Sequence[PlaceMention], timexes: Sequence[Timex]
    ) -> None:
        self.document, self.lexicon = document, lexicon
        self.tables = lexicon.compiled(Tables.of)
        self.places, self.timexes = sorted(places, key=lambda p: p.start), sorted(timexes, key=lambda t: t.start)
        self._starts = [place.start for place in self.places]
        self._days = [timex.start for timex in self.timexes]
        self.outlets = lexicon.names(document.text).outlets
        self._outlet_starts = [hit.start for hit in self.outlets]
        self.abroad = self._datelined()
        self.quotes = quotations(document)

    def _datelined(self) -> bool:
        """Whether a dateline at the front names a place in another country: "SEOUL, July 19 (Yonhap) --"."""
        line = dateline(self.document, 0, self.lexicon) if self.document.sentences else None
        near = self._near(line) if line else []
        return any(p.code and self._country(p.code) != "KP" for p in near)

    def read(self, start: int, end: int, relay: str | None) -> Telling | None:
        """What the sentence from `start` to `end` says of who told it; `relay` is the outlet that it is quoted from."""
        tokens = words(self.document.text, start, end)
        cue = Sentence(self.document.text, tokens, self.tables, self.days(start, end)).cue() if tokens else None
        if cue is None or quoted(self.quotes, tokens[cue.first].start):
            return None
        mention, said_on = self._said(cue, tokens, relay)
        first, last = cue.frame or (cue.first, cue.last)
        span = (tokens[first].start, tokens[last - 1].end)
        if mention is None:
            return self._learned(cue, tokens, span)
        return Telling(span, mention, said_on, time=self._time(cue, tokens))

    def _learned(self, cue: Cue, tokens: Tokens, span: tuple[int, int]) -> Telling | None:
        """What is told of no source: an outlet learned it, on a day that may stand with it."""
        outlet, learned = self.outlet(cue, tokens), cue.kind in _LEARNED
        if cue.kind == "learned-day" and not outlet:
            return None
        said_on = self._day(cue, tokens) if learned and outlet else None
        time = self._time(cue, tokens) if said_on else None
        return Telling(span if learned else None, None, said_on, outlet, time=time)

    def _said(self, cue: Cue, tokens: Tokens, relay: str | None) -> tuple[Mention | None, str | None]:
        """The mention of a source and the day on which it spoke; no mention where an outlet itself speaks."""
        first, last = cue.speaker
        if first >= last or cue.kind in _LEARNED:
            return None, None
        span = tokens[first].start, tokens[last - 1].end
        kind, place = self._kind(cue, span)
        named = self._speaks(span, cue)
        if named and (kind in (None, "media", "state-media")):
            return self._media(named), self._day(cue, tokens)
        if kind is None and cue.noun is not None:
            return None, None
        origin = self._told_to(cue, tokens) or self._quoting(cue, tokens) or relay
        return self._mention(cue, tokens, kind, place, origin), self._day(cue, tokens)

    def days(self, start: int, end: int) -> list[Timex]:
        """The time expressions of a span."""
        first, last = bisect_left(self._days, start), bisect_left(self._days, end)
        return self.timexes[first:last]

    def outlet(self, cue: Cue, tokens: Tokens) -> str | None:
        """The outlet that speaks: "Radio Free Asia reports"."""
        first, last = cue.speaker
        return self._speaks((tokens[first].start, tokens[last - 1].end), cue) if first < last else None

    def _mention(self, cue: Cue, tokens: Tokens, kind: str | None, place: str | None, origin: str | None) -> Mention:
        phrase = tokens[slice(*cue.speaker)]
        keys = [word.key for word in phrase]
        lists = self.tables.words
        leading = next((key for key in keys if key not in lists["no-lead"]), "")
        plain, many = set(keys) & lists["pronoun"], cue.head in lists["plural"]
        names = self._names(phrase)
        person = kind in ("expert", "government", "organization", None, "defector")
        return Mention(
            type=kind,
            head=(cue.noun.same if cue.noun else "") or cue.head,
            place=place,
            plural=many and lists["definite"].isdisjoint(keys[:1]),
            indefinite=leading in lists["indefinite"] or (many and keys[0] not in lists["definite"]),
            another=not lists["separate"].isdisjoint(keys),
            ordinal=next((n for key in keys for n, kind in enumerate(_ORDINALS) if key in lists[kind]), None),
            names=names if person else frozenset(),
            pronoun=cue.noun is None and bool(plain) and len(phrase) <= 2,
            origin=origin,
            common=cue.head in lists["source"],
            again=cue.noun is not None and (cue.noun.again or (cue.noun.datelined and kind == "media")),
        )

    def _names(self, phrase: Tokens) -> frozenset[str]:
        """The capitalised words that are no place: surnames and names of bodies."""
        if not phrase:
            return frozenset()
        near = self._near((phrase[0].start, phrase[-1].end))
        named = [w for w in phrase if w.name and (w.start > phrase[0].start or len(phrase) < _SHORT)]
        return frozenset(w.key for w in named if not any(p.start <= w.start < p.end for p in near))

    def _kind(self, cue: Cue, span: tuple[int, int]) -> tuple[str | None, str | None]:
        """The type of the source and the code of its place; None for what is no source of this kind."""
        near = self._near(span)
        country = {self._country(p.code) for p in near if p.code}
        places = [p for p in near if p.code and p.use not in ("adjective", "name-part", "outlet")]
        named = next((p.code for p in sorted(places, key=lambda p: p.before == "from")), None)
        if cue.noun is None:
            return None, named
        if not near and cue.noun.type == "resident" and self._abroad_before(span[0]):
            return cue.noun.abroad, named
        if cue.noun.type == "resident" and not named and self._testimony():
            return "defector", named
        foreign = bool(country - {"KP"})
        if cue.noun.foreign:
            meant = foreign or (cue.noun.datelined and not country and self.abroad)
            other = "media" if cue.noun.datelined and not country else None
            return (cue.noun.abroad if meant and "KP" not in country else other), named
        placed_abroad = named is not None and self._country(named) != "KP"
        abroad = placed_abroad or (foreign and cue.noun.abroad == "government" and "KP" not in country)
        return (cue.noun.abroad if abroad else cue.noun.type), named

    def _abroad_before(self, position: int) -> bool:
        """Whether the last place named before, near by, is a town or a province abroad: someone there speaks."""
        last = bisect_left(self._starts, position)
        before = [p for p in self.places[max(0, last - 3) : last] if p.code and p.use in ("scene", "dateline")]
        code = before[-1].code if before and position - before[-1].end < _CLOSE else None
        return self._country(code) not in ("", "KP", "XZ") and "-" in (code or "")

    def _testimony(self) -> bool:
        """Whether those who speak to the outlet have left: interviews of an organization."""
        outlet = self.lexicon.outlets.get(self.document.outlet)
        return outlet is not None and outlet.kind in ("ngo", "un")

    def _near(self, span: tuple[int, int]) -> list[PlaceMention]:
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        return self.places[first:last]

    def _country(self, code: str | None) -> str:
        return (code or "").partition("-")[0].partition(".")[0]

    def _speaks(self, span: tuple[int, int], cue: Cue) -> str | None:
        """The code of the outlet whose name ends the speaker's phrase."""
        hits = self._outlets_in(*span)
        if not hits or (cue.noun is not None and cue.noun.type not in ("media", "state-media")):
            return None
        return hits[-1].found[0]

    def _outlets_in(self, start: int, end: int) -> list[Hit[str]]:
        first, last = bisect_left(self._outlet_starts, start), bisect_left(self._outlet_starts, end)
        return [hit for hit in self.outlets[first:last] if hit.end <= end]

    def _media(self, code: str) -> Mention | None:
        """A source for another outlet that speaks: state media, or an outlet with no source named."""
        if code == self.document.outlet:
            return None
        outlet = self.lexicon.outlets.get(code)
        kind = "state-media" if outlet and outlet.kind == "state-media" else "media"
        return Mention(
            type=kind,
            head=code,
            place=None,
            plural=False,
            indefinite=False,
            another=False,
            ordinal=None,
            names=frozenset({code}),
            pronoun=False,
            origin=code,
        )

    def _quoting(self, cue: Cue, tokens: Tokens) -> str | None:
        """The other outlet that quotes the source: "The Chosun Ilbo, quoting a source inside, reports"."""
        if tokens[cue.first].key not in self.tables.words["citing"] or cue.first == 0:
            return None
        hits = self._outlets_in(tokens[0].start, tokens[cue.first].start)
        return hits[-1].found[0] if hits else None

    def _told_to(self, cue: Cue, tokens: Tokens) -> str | None:
        """The outlet that was told, or whose source it is ("a Daily NK source")."""
        start, end = tokens[cue.first].start, tokens[cue.last - 1].end
        return next((hit.found[0] for hit in self._outlets_in(start, end)), None)

    def _day(self, cue: Cue, tokens: Tokens) -> str | None:
        return next((day for one in self._times(cue, tokens) if (day := telling_day(one.when))), None)

    def _time(self, cue: Cue, tokens: Tokens) -> When | None:
        """The first day of the cue, else the first time of any length."""
        times = self._times(cue, tokens)
        chosen = next((one for one in times if telling_day(one.when)), next(iter(times), None))
        return (chosen.within or chosen.when) if chosen else None

    def _times(self, cue: Cue, tokens: Tokens) -> list[Timex]:
        """The times of a cue; what the speaker "who left in 2019" did is none of them."""
        first, last = cue.frame or (cue.first, cue.last)
        start, end = tokens[first].start, tokens[last - 1].end
        speaker = tokens[slice(*cue.speaker)]
        aside = next((word.start for word in speaker if word.key in self.tables.words["relative"]), end)
        behind = speaker[-1].end if aside < end else end
        return [t for t in self.days(start, end) if t.end <= end and not aside < t.start < behind]
