"""Sites that are institutions too: a mine, a camp or a school that the text names as a place."""

import re
from collections.abc import Iterator, Mapping, Sequence

from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution, Place

_NUMBERED = re.compile(r"(?:Camp|Kyo-hwa-so) No\. \d+")
_REFORM, _PRISON = "Kyo-hwa-so", "prison"
_VILLAGE = re.compile(r"-(?:ri|ni|dong|gu)$")
"""A village that stands for the site in it: for a camp ("held at Jongo-ri"), not for a plant (`bare`)."""
_USES = frozenset({"scene", "actor", "metonym"})


def find(places: Sequence[PlaceMention], lexicon: Lexicon) -> Iterator[InstitutionMention]:
    """A mention for each place that is a site of a kind in `institution_sites.csv`."""
    kinds = lexicon.compiled(_kinds)
    for mention in places:
        place = lexicon.gazetteer.place.get(mention.code or "")
        row = _row(place, kinds) if place and mention.use in _USES and not mention.anaphoric else None
        if place is None or row is None:
            continue
        if _VILLAGE.search(mention.text.partition(",")[0].partition(" in ")[0]) and not row.get("bare"):
            continue
        own = held(place, lexicon)
        new = None if own else made(place, row, lexicon)
        code = own or (new.code if new else "")
        end = mention.start + len(mention.text.partition(",")[0])
        text = mention.text[: end - mention.start]
        yield InstitutionMention(mention.start, end, text, code, (), "the institution at that place", made=new)


def held(place: Place, lexicon: Lexicon) -> str:
    """The only institution of the reference that is at that site or bears its name; empty if there is none."""
    there = lexicon.compiled(_by_site).get(place.code, ())
    codes = there or lexicon.institutions.called(place.name)
    return codes[0] if len(codes) == 1 else ""


def made(place: Place, row: Mapping[str, str], lexicon: Lexicon) -> Institution:
    """The institution at a site, by its number if it has one: "Camp No. 22", "Kaechon Reform Camp (Kyohwaso No. 1)"."""
    home = lexicon.gazetteer.country(place.code).lower()
    numbers = [name.text for name in place.names if _NUMBERED.fullmatch(name.text)]
    number = max(numbers, key=lambda name: name.startswith(_REFORM) == (place.kind == _PRISON), default="")
    code = f"{row['parent'] or home}.{fold(number or place.name).replace(' ', '-')}"
    name = f"{place.name} ({number.replace('-', '')})" if number.startswith(_REFORM) else number or place.name
    return Institution(code if number else f"{code}@{place.code}", name, row["kind"], row["parent"], place.code)


def called(name: str, lexicon: Lexicon) -> tuple[str, Institution | None]:
    """The institution at the only site of that name: its code, and its value if the reference has none of it."""
    codes = lexicon.gazetteer.codes(name)
    place = lexicon.gazetteer.place.get(codes[0]) if len(codes) == 1 else None
    kinds = lexicon.compiled(_kinds)
    row = _row(place, kinds) if place else None
    if place is None or row is None:
        return "", None
    own = held(place, lexicon)
    new = None if own else made(place, row, lexicon)
    return own or (new.code if new else ""), new


def at(code: str, lexicon: Lexicon) -> Institution | None:
    """The value that is made of what stands at a site, by the code of that place."""
    place = lexicon.gazetteer.place.get(code)
    row = _row(place, lexicon.compiled(_kinds)) if place else None
    return made(place, row, lexicon) if place and row else None


def only(one: Institution, lexicon: Lexicon) -> tuple[str, Institution | None]:
    """The only prison at the place of one that a pattern makes: "the reform camp in Chungsan".

    Its code and its value; a detention center is no camp.
    """
    there = lexicon.compiled(_prisons).get((one.parent, one.place), ())
    if len(there) != 1 or there[0].name.split()[-1] != one.name.split()[-1]:
        return "", None
    kinds, [place] = lexicon.compiled(_kinds), there
    own = held(place, lexicon)
    new = None if own else made(place, kinds[place.kind], lexicon)
    return own or (new.code if new else ""), new


def _prisons(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Place, ...]]:
    """The camps by what they are under and by where they lie."""
    table: dict[tuple[str, str], tuple[Place, ...]] = {}
    for place in lexicon.reference.places:
        parent = lexicon.compiled(_kinds).get(place.kind, {}).get("parent", "")
        if parent:
            table[parent, place.parent] = (*table.get((parent, place.parent), ()), place)
    return table


def _row(place: Place, kinds: Mapping[str, Mapping[str, str]]) -> Mapping[str, str] | None:
    """The row of a site's kind, if its name has the word that the row asks for."""
    row = kinds.get(place.kind)
    word = row.get("word") if row else ""
    return row if not word or word in fold(place.name).split() else None


def _kinds(lexicon: Lexicon) -> dict[str, Mapping[str, str]]:
    return {row["place_kind"]: row for row in lexicon.rows("institution_sites")}


def _by_site(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The institutions of each site."""
    table: dict[str, tuple[str, ...]] = {}
    for one in lexicon.reference.institutions:
        place = lexicon.reference.place.get(one.place)
        if place and place.level == "site":
            table[place.code] = (*table.get(place.code, ()), one.code)
    return table
