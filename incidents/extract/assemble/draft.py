"""One act with what its words give it: the material that proposals are put together from."""

from typing import NamedTuple

from incidents.model.finding import Act, Attribution, InstitutionMention, PeopleMention, PlaceMention
from incidents.model.proposal import Problem
from incidents.model.reference import Institution
from incidents.model.when import UNDATED, When

Span = tuple[int, int]


class Dating(NamedTuple):
    """A date with the span of its words; an empty span where none stand for it."""

    when: When = UNDATED
    span: Span = (0, 0)
    problem: str = ""


class Scene(NamedTuple):
    """A place with its role and words; `own`: the act's own sentence names it."""

    code: str
    role: str = "scene"
    span: Span = (0, 0)
    own: bool = True
    fine: bool = True
    """Finer than a country or a region such as a river."""


class Part(NamedTuple):
    """An institution with its role; `mention` is None where the act implies it."""

    code: str
    role: str
    mention: InstitutionMention | None = None
    span: Span = (0, 0)
    """The words that stand for it where none name it: "security agents"."""
    made: Institution | None = None
    """Its value where a pattern made it and no name stands in the act's own words."""


def unsettled(field: str, mention: PlaceMention | InstitutionMention) -> Problem:
    """A name that is open, as a problem of the field."""
    return Problem(f"“{mention.text}”: {mention.reason}", field, mention.start, mention.end, mention.candidates)


class Draft(NamedTuple):
    """An act and its fields."""

    act: Act
    attribution: Attribution
    dating: Dating
    scenes: tuple[Scene, ...]
    parts: tuple[Part, ...]
    people: tuple[PeopleMention, ...]
    content: frozenset[str]
    """Stems of the words of its clause that carry meaning."""
    problems: tuple[Problem, ...] = ()
    passed: bool = False
    """It was planned, for a time that had passed by the report."""
    forced: bool = False
    """Adds to an act told before, whatever it says of the place: "the incident took place in …"."""
    pronoun: bool = False
    """Its subject is "he", "they", "it"."""
    topic: frozenset[str] = frozenset()
    """Stems of a subject with "the" or "these"."""
    speaker: frozenset[str] = frozenset()
    """Stems of its subject."""
    paragraph: int = 0
    """Counted from the first paragraph of the report."""

    @property
    def own_scenes(self) -> tuple[Scene, ...]:
        """The places that its own sentence names."""
        return tuple(scene for scene in self.scenes if scene.own)
