"""Where a report is set: the place that it is about, and the places near each sentence."""

from collections import Counter
from collections.abc import Sequence

from incidents.extract.findings import Findings
from incidents.model.finding import PlaceMention
from incidents.model.reference import Reference

_SCENES = frozenset({"scene", "actor"})
_LEAD = 4
_ENDS = frozenset({"from"})
NATION = "KP"


class Setting:
    """The places of one document, sentence by sentence."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.reference: Reference = found.lexicon.reference
        self._fine_places: dict[int, str | None] = {}
        self.topic = self._topic()

    def fine(self, code: str | None) -> bool:
        """A unit or a spot inside a first-level unit; no country, and no river or sea that several share."""
        place = self.reference.place.get(code or "")
        if place is None or place.level in ("country", "region"):
            return False
        return place.level != "site" or "-" in self.reference.first_level(place.code)

    def usable(self, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Scenes before actors, units before rivers and seas."""
        good = [m for m in mentions if m.code and m.use in _SCENES]
        scenes = [m for m in good if m.use == "scene"] or good
        return [m for m in scenes if self.fine(m.code)] or scenes

    def nation(self) -> str | None:
        """The country whose state acts where no other is named."""
        return NATION if NATION in self.reference.place else None

    def nearby(self, k: int, far: int) -> str | None:
        """The fine place nearest to a sentence: before it in its paragraph, after it, then `far` paragraphs back."""
        own = self.found.paragraph(k)
        earlier = reversed(self.found.paragraphs_before(k, far))
        topic = self.topic if self.topic and self.fine(self.topic) else None
        later = [] if topic else range(k + 1, own.stop)
        order = [*reversed(range(own.start, k)), *later, *earlier]
        return next((code for j in order if (code := self._of_sentence(j))), None)

    def _of_sentence(self, k: int) -> str | None:
        if k not in self._fine_places:
            mentions = self.found.places_in(self.found.sentence(k), self.found.told(k))
            fine = [m.code for m in self.usable(mentions) if self.fine(m.code) and m.before not in _ENDS]
            self._fine_places[k] = fine[-1] if fine else None
        return self._fine_places[k]

    def _topic(self) -> str | None:
        """The place that the report is about: most of its fine places are it, or lie in it; else the country."""
        weights: Counter[str] = Counter()
        blocks = [b for b in self.found.document.blocks if b.kind in ("paragraph", "heading")]
        for k, block in enumerate(blocks):
            for mention in self.usable(self.found.places_in((block.start, block.end))):
                if self.fine(mention.code) and not self._in_cue(mention):
                    weights[mention.code or ""] += 3 if k < _LEAD else 1
        if not weights:
            return self.nation()
        best, weight = weights.most_common(1)[0]
        inside = sum(w for code, w in weights.items() if self._related(code, best))
        return best if weight > 1 and inside * 2 > weights.total() else self.nation()

    def _in_cue(self, mention: PlaceMention) -> bool:
        k = self.found.sentence_at(mention.start)
        return k is not None and any(a <= mention.start < b for a, b in self.found.told(k))

    def _related(self, code: str, best: str) -> bool:
        line = {place.code for place in self.reference.ancestry(code) if place.level != "country"}
        return code == best or best in line or code in {place.code for place in self.reference.ancestry(best)}
