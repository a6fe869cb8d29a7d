"""What the annotators find in a Document; all offsets but those of a Mark count its clean text."""

from typing import Literal, NamedTuple

from incidents.model.reference import Institution
from incidents.model.scales import Access, Stance, Status
from incidents.model.when import When

PlaceUse = Literal["scene", "source", "dateline", "actor", "metonym", "adjective", "name-part", "outlet"]
"""What a place name is used for. `scene`: may be where something happened. `source`: where who tells it is. `dateline`.

`actor`: a country that does something ("Russia has sent"), the weakest of scenes. `metonym`: a capital or country
that says or decides something. `adjective`: "North Korean", "Russia's". `name-part`: inside the name of an institution,
person or thing. `outlet`: inside the name of an outlet.
"""


class PlaceMention(NamedTuple):
    """A place that the text names; an apposition ("Samsu county, Yanggang province") is one mention of the finest.

    `code` is None where the name stays ambiguous (`candidates`) or is not in the gazetteer (no candidates).
    """

    start: int
    end: int
    text: str
    code: str | None
    candidates: tuple[str, ...] = ()
    use: PlaceUse = "scene"
    reason: str = ""
    """Why this code, or why none, in words for people."""
    before: str = ""
    """The preposition right before the mention, lower case: "in", "at", "near", "to", "from", "of"; else empty."""
    anaphoric: bool = False
    """A phrase that stands for a place named before or for the whole country: "in the city", "nationwide"."""


class InstitutionMention(NamedTuple):
    """An institution that the text names; `made` is its value where a pattern made it and no reference row has it."""

    start: int
    end: int
    text: str
    code: str | None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    anaphoric: bool = False
    """"the party", "the ministry", "the county party committee": resolved by what was named before."""
    made: Institution | None = None


class PeopleMention(NamedTuple):
    """A count of people: "about 40 officials" is 40-40 approximate, "dozens of workers" has no number.

    "more than 100" has only `low`, "up to 20" only `high`. `group` is a code of people-group, or empty where no word
    near says what was done to them.
    """

    start: int
    end: int
    text: str
    noun: str
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    group: str = ""


class Attribution(NamedTuple):
    """Who told one sentence (the `sentence`-th of the document), and the words that say so.

    `start`–`end` are those words if they stand in this sentence (else both 0): nothing in them is part of what is told.
    """

    sentence: int
    start: int = 0
    end: int = 0
    words: str = ""
    source: str = "outlet"
    """The handle of the source inside the report: `source 1`, `outlet`."""
    source_type: str = "outlet"
    plural: bool = False
    """Several sources at once: "sources said"."""
    place: str | None = None
    said_on: str | None = None
    """EDTF of the day on which the source spoke."""
    time: When | None = None
    """When it spoke, of any length, for what counts from it; undated where the words that say it have no value."""
    origin: str | None = None
    """Code of the outlet that first had it."""
    access: Access = "unstated"
    quoted: bool = False
    """The sentence stands in quotation marks: the source's own words."""
    stance: Stance = "supports"


class Act(NamedTuple):
    """A trigger: words that assert an act of one type. All spans are of the clean text; an empty one has no length."""

    type: str
    sentence: int
    start: int
    end: int
    clause: tuple[int, int]
    subject: tuple[int, int]
    object: tuple[int, int]
    strength: int
    aside: tuple[int, int] = (0, 0)
    """A relative clause inside the clause: nothing in it is part of the act."""
    """3: founds an incident; 2: founds one that has a time, place or institution; 1: only adds to another."""
    status: Status = "occurred"
    passive: bool = False
    nominal: bool = False
    definite: bool = False
    """Has "the" at its front: can speak of one that was told before, as "the soldiers" may."""
    pointing: bool = False
    """Names an act with "the", so speaks of one that was told before: "the order", "issued this order"."""
    habitual: bool = False
    """In the present: "people are coerced to pay"."""
    earlier: bool = False
    """In the past perfect: before what the passage is about."""
    guessed: bool = False
    """No phrase knows it: its type is a guess."""
    roles: tuple[str, str] = ("actor", "target")
    """Of the institutions of the subject and of the object (of a passive: the other way round)."""
    implies: str = ""
    """Code of the institution that such an act always has."""


MarkKind = Literal["time", "place", "institution", "attribution", "act", "people"]


class Mark(NamedTuple):
    """Words of a report that an annotator found something in; unlike all above, its offsets count the kept text.

    `label` says what was found, as far as it is known: a date in EDTF, the code of a place or institution, the type
    of an act, of a source, of a group of people; else it is empty.
    """

    start: int
    end: int
    kind: MarkKind
    label: str = ""
