"""What the words around an act give it: institutions with their roles, or the candidates between which none decides."""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.extract.assemble.draft import Part
from incidents.model.finding import InstitutionMention
from incidents.model.proposal import Problem


class Given(NamedTuple):
    """Institutions, or an open point where several are meant by words that mean one."""

    parts: tuple[Part, ...] = ()
    problem: Problem | None = None


def unclear(words: str, span: tuple[int, int], mentions: Sequence[InstitutionMention]) -> Given:
    """The open point that words of an act stand for one of several institutions that were named before."""
    codes = tuple(dict.fromkeys(m.code for m in mentions if m.code and not m.made))
    message = f"“{words}”: it can be each of several institutions that are named before it"
    return Given(problem=Problem(message, "institution", *span, codes))
