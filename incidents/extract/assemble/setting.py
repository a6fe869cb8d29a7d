"""Where a report is set: the place that it is about, and the places near each sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.preceding import Preceding
from incidents.extract.findings import Findings
from incidents.model.finding import Act, PlaceMention
from incidents.model.reference import Reference

_SCENES = frozenset({"scene", "actor"})
_PART = "name-part"
"""Of an office, too, behind a preposition: "ambassador to Kuwait"."""
_LEAD = 4
_LEADS = 3
"""So much more a place of the first paragraphs weighs."""
_TOLD = 2
"""So much more a place weighs from which a source speaks."""
_OPENING = 10
_ITEM = re.compile(r"(?:^|\n)[-–•*■◆] ")
NATION, CAPITAL = "KP", "KP-01"
HOME = f"{NATION.lower()}."
"""How the codes of the nation's institutions begin."""


class Setting:
    """The places of one document, sentence by sentence."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.reference: Reference = found.lexicon.reference
        self.words = found.lexicon.compiled(PlaceWords.of)
        self._before = Preceding(found)
        self._fine_places: dict[int, tuple[str | None, str | None]] = {}
        self.about = list(self._about())
        self.topic = self._topic()

    def fine(self, code: str | None) -> bool:
        """A unit or a spot inside a first-level unit; no country, and no river or sea that several share."""
        place = self.reference.place.get(code or "")
        if place is None or place.level in ("country", "region"):
            return False
        return place.level != "site" or "-" in self.reference.first_level(place.code)

    def level(self, code: str) -> str:
        """The level of a place; empty if it is not known."""
        place = self.reference.place.get(code)
        return place.level if place else ""

    def usable(self, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Scenes before actors, units before rivers and seas, places before those that they are north of."""
        good = [m for m in mentions if m.code and m.use in _SCENES and m.before not in self.words.words("facing")]
        scenes = [m for m in good if m.use == "scene"] or good
        fine = [m for m in scenes if self.fine(m.code)] or scenes
        between = self.words.words("between")
        return [m for m in fine if m.before not in between and not self._before(self.words.beside, m)] or fine

    def nation(self) -> str | None:
        """The country whose state acts where no other is named."""
        return NATION if NATION in self.reference.place else None

    def turns(self, k: int) -> bool:
        """Whether the paragraph of a sentence turns to something else: "Meanwhile,"."""
        first = self.found.paragraph(k).start
        return bool(self.words.turn.match(self.found.document.text, self.found.sentence(first)[0]))

    def turned(self, k: int) -> bool:
        """Whether the paragraph before that of a sentence does."""
        before = self.found.paragraphs_before(k, 1)
        return bool(before) and self.turns(before.start)

    def country(self) -> str | None:
        """The country of the report: of what it is about, or where its state acts."""
        return self.nation() if self.fine(self.topic) else self.topic

    def near(self, k: int, far: int) -> Iterator[int]:
        """The sentences near one: before it in its paragraph, after it, then `far` paragraphs back."""
        if self.item(k):
            return
        own = self.found.paragraph(k)
        topic = self.topic if self.topic and self.fine(self.topic) else None
        yield from reversed(range(own.start, k))
        yield from [] if topic else range(k + 1, own.stop)
        while far and own.start > 0 and not self.turns(own.start):
            own, far = self.found.paragraph(own.start - 1), far - 1
            yield from reversed(own)

    def item(self, k: int) -> bool:
        """Whether a sentence is an item of a list of news, of which each is its own."""
        start = self.found.sentence(k)[0]
        return bool(_ITEM.search(self.found.document.text, max(0, start - 3), start + 2))

    def fine_in(self, k: int, *, ends: bool = False) -> str | None:
        """The fine place that the k-th sentence names last; with `ends` only one that something comes from."""
        if k not in self._fine_places:
            self._fine_places[k] = self.fine_of(self.found.places_in(self.found.sentence(k), self.found.told(k)))
        return self._fine_places[k][ends]

    def fine_of(self, mentions: Sequence[PlaceMention]) -> tuple[str | None, str | None]:
        """The last fine place of some, and the last one that something comes from."""
        fine = [m for m in self.usable(mentions) if self.fine(m.code) and not (self.for_sake(m) or self.example(m))]
        fine = [m for m in fine if not self._before(self.words.route, m)] or fine
        left = {m.before in self.words.words("from"): self.at(m) for m in fine}
        return left.get(False), left.get(True)

    def at(self, mention: PlaceMention) -> str:
        """The place where something is that is said to be there; near a site it is in what the site lies in."""
        place = self.reference.place.get(mention.code or "")
        beside = place and place.level == "site" and mention.before in self.words.words("by")
        return place.parent if place and beside and self.fine(place.parent) else mention.code or ""

    def there(self, act: Act) -> str | None:
        """What the clause or the sentence refers to by "there": the place before it, else the fine one named last.

        That is looked for in the paragraph or the one before.
        """
        k, text = act.sentence, self.found.document.text
        opening = self.found.sentence(k)[0], min(self.found.sentence(k)[0] + _OPENING, act.start)
        word = next((found for span in (act.clause, opening) if (found := self.words.there.search(text, *span))), None)
        if k == 0 or word is None:
            return None
        named = self.found.places_in((self.found.sentence(k)[0], word.start()), self.found.told(k))
        own = [m.code for m in named if m.code and (m.use in _SCENES or (m.use == _PART and m.before))]
        far = 1 if k == self.found.paragraph(k).start else 0
        before = (code for j in self.near(k, far) if j < k and (code := self.fine_in(j)))
        return own[-1] if own else next(before, None)

    def for_sake(self, mention: PlaceMention) -> bool:
        """Whether something is only done for its sake, "for victims of the flood in", or passes through a mission."""
        return self._before(self.words.purpose, mention) or self._before(self.words.channel, mention)

    def example(self, mention: PlaceMention) -> bool:
        """Whether it is one of many that are meant: "Unsan Mine and other mines"."""
        return self.words.example.match(self.found.document.text, mention.end) is not None

    def _about(self) -> Iterator[tuple[PlaceMention, int]]:
        """The fine places that the report can be about, with their weights: no examples, none of its sources."""
        sources = {told.place for told in self.found.attributions if self.fine(told.place)}
        blocks = [b for b in self.found.document.blocks if b.kind in ("paragraph", "heading")]
        for k, block in enumerate(blocks):
            for mention in self.usable(self.found.places_in((block.start, block.end))):
                if self.fine(mention.code) and not (
                    self.example(mention) or mention.anaphoric or self._in_cue(mention)
                ):
                    told = _TOLD if sources & self.line(mention.code or "") else 1
                    yield mention, told * (_LEADS if k < _LEAD else 1)

    def _topic(self) -> str | None:
        """The finest place in which most of what is named lies; the country where there is none.

        What holds a place that is named again does not speak against it: "North Hamgyong", where the rest is Hoeryong.
        """
        named: Counter[str] = Counter()
        for mention, weight in self.about:
            named[mention.code or ""] += weight
        inside: Counter[str] = Counter()
        for code, weight in named.items():
            inside.update(dict.fromkeys(self.line(code), weight))
        total = named.total()
        times = Counter(code for mention, _ in self.about for code in self.line(mention.code or ""))
        above = {code: sum(named[c] for c in self.line(code) if c != code) for code in inside if times[code] > 1}
        held = [code for code, weight in inside.items() if weight > 1 and weight * 2 > total - above.get(code, 0)]
        finest = [code for code in held if not any(code != c and code in self.line(c) for c in held)]
        return max(finest, key=lambda code: inside[code]) if finest else self.nation()

    def line(self, code: str) -> set[str]:
        """The place and all that it lies in."""
        return {place.code for place in self.reference.ancestry(code)}

    def _in_cue(self, mention: PlaceMention) -> bool:
        k = self.found.sentence_at(mention.start)
        return k is not None and any(a <= mention.start < b for a, b in self.found.told(k))
