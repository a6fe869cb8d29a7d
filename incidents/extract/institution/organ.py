"""The institution that an organ's word and an area make, or the one that the reference has of that name."""

from typing import NamedTuple

from incidents.extract.institution import site
from incidents.extract.institution.areas import Area
from incidents.extract.institution.rules import Rules, Tail
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention
from incidents.model.reference import Institution


class Above(NamedTuple):
    """The institution that an organ is under."""

    code: str
    name: str = ""
    kind: str = "other"


class Organs:
    """The organs that one text names."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.gazetteer, self.units = lexicon.gazetteer, lexicon.compiled(Rules.of).units

    def organ(self, span: tuple[int, int], tail: Tail, area: Area, above: Above) -> InstitutionMention:
        """The organ of an area, by its tail; open where the place of the area is not known."""
        begin, end = min(area.start, span[0]), span[1]
        place = area.place
        if place is None:
            return InstitutionMention(begin, end, self.text[begin:end], None, (), _NO_AREA)
        unit = next((unit for unit in self.units.values() if place.kind == unit.main), None)
        organ = (unit or next(iter(self.units.values()))).organ if self.units else ""
        label = unit.label if unit else ""
        name = tail.name.format(place=place.name, unit=label, organ=organ, institution=above.name)
        made = Institution(
            code=f"{above.code or self.gazetteer.country(place.code).lower()}.{tail.slug}@{place.code}",
            name=" ".join(name.split()),
            kind=tail.kind or above.kind,
            parent=above.code,
            place=place.code,
        )
        reason = "the area of that kind that was spoken of before" if area.anaphoric else "by its area"
        return self.mention(begin, end, made, reason, anaphoric=area.anaphoric)

    def mention(
        self, begin: int, end: int, made: Institution, reason: str, *, anaphoric: bool = False
    ) -> InstitutionMention:
        """A mention of what the reference has of that name, or at the site of that name, else of what is made."""
        held, text = self.lexicon.institutions.called(made.name), self.text[begin:end]
        code, new = (held[0], None) if len(held) == 1 else self._at_site(made)
        code, new = (code, new) if code else site.only(made, self.lexicon)
        return InstitutionMention(begin, end, text, code or made.code, (), reason, anaphoric, new if code else made)

    def _at_site(self, made: Institution) -> tuple[str, Institution | None]:
        """What stands at a site that is called so, with or without the word for the area."""
        place = self.gazetteer.place.get(made.place)
        for unit in self.units.values() if place else ():
            short = made.name.replace(f" {unit.label} ", " ", 1)
            code, there = site.called(short, self.lexicon) if unit.main == getattr(place, "kind", "") else ("", None)
            if code:
                return code, there
        return "", None


_NO_AREA = "no area of that kind is named before it"
