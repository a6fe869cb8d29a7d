"""The role of an institution in an act: by the words before it, else by its place in the clause."""

import re
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.extract.findings import Findings
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act
from incidents.model.reference import Institution

_FAR = 90
_CLAUSE = "clause"


class Rule(NamedTuple):
    """A row of `role_phrases.csv`: words before an institution or anywhere in its clause, and the role that they give.

    What stands in the clause tells only what the one who acts does: "comb through the handwriting".
    """

    before: re.Pattern[str] | None
    clause: re.Pattern[str] | None
    types: frozenset[str]
    kinds: frozenset[str]
    role: str

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """`words`, then at most `gap` words without a comma, then the institution; or `words` with the gap `clause`."""
        choice = "|".join(re.escape(words) for words in row["words"].split("|"))
        anywhere = re.compile(rf"\b(?:{choice})", re.IGNORECASE) if row["gap"] == _CLAUSE else None
        gap = "0" if anywhere else row["gap"]
        before = re.compile(rf"\b(?:{choice})(?: [^\s,;:()]+){{0,{int(gap)}}} $", re.IGNORECASE)
        types, kinds = frozenset(row["types"].split()), frozenset(row["kinds"].split())
        return cls(None if anywhere else before, anywhere, types, kinds, row["role"])

    def fits(self, kind: str, kinds: frozenset[str]) -> bool:
        """Whether it speaks of acts of that type and of such institutions."""
        return (not self.types or kind in self.types) and (not self.kinds or bool(self.kinds & kinds))


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rows in their order; the first that fits is taken."""
    return tuple(Rule.of(row) for row in lexicon.rows("role_phrases"))


def role(found: Findings, act: Act, start: int, institution: Institution | None) -> str:
    """The role of an institution whose words begin at `start`: a code of institution-role."""
    doer, done = acting(found, act), act.roles[1]
    kinds = kinds_of(found.lexicon, institution)
    before = found.document.text[max(0, start - _FAR) : start]
    fitting = [rule for rule in found.lexicon.compiled(rules) if rule.fits(act.type, kinds)]
    said = next((rule.role for rule in fitting if rule.before and rule.before.search(before)), "")
    plain = {"doer": doer, "done": done}.get(said, said) or _by_place(act, start, kinds)
    if plain not in _ACTING:
        return plain
    clause = found.document.text[slice(*act.clause)]
    return next((rule.role for rule in fitting if rule.clause and rule.clause.search(clause)), plain)


def acting(found: Findings, act: Act) -> str:
    """The role of who does such an act, whatever the clause has for its subject."""
    own = act.roles[0]
    return own if own in _ACTING else found.lexicon.compiled(_usual).get(act.type, "actor")


def _usual(lexicon: Lexicon) -> dict[str, str]:
    return {row["type"]: row["subject"] for row in lexicon.rows("roles")}


_ACTING = frozenset({"actor", "authority", "investigator"})


def _by_place(act: Act, start: int, kinds: frozenset[str]) -> str:
    doer, done = act.roles
    if start < act.start or (start == act.start and not (act.nominal or act.passive)):
        if act.passive:
            return done
        return "authority" if doer == "affected" and kinds & _RULING else doer
    return doer if act.type in _OF_ITSELF else done


_RULING = frozenset({"party", "state", "legislature"})
"""Such an organ does not suffer what it does: "the party committee set the amount"."""
_OF_ITSELF = frozenset({"meeting", "statement"})
"""What is named after the words of such an act is most often whose it is: "a meeting of the Politburo"."""


def kinds_of(lexicon: Lexicon, institution: Institution | None) -> frozenset[str]:
    """What an institution is for these tables: its kind, and `prison` or `mission` if it is one."""
    if institution is None:
        return frozenset()
    kinds = {institution.kind}
    held = lexicon.institutions.under
    if any(held(code, over) for code in (institution.code, institution.parent) for over in _PRISONS):
        kinds.add("prison")
    if institution.code.startswith("kp.foreign."):
        kinds.add("mission")
    named = lexicon.compiled(_prisons) & set(institution.name.lower().split())
    return frozenset(kinds | ({"prison"} if named else set()))


def _prisons(lexicon: Lexicon) -> frozenset[str]:
    """The words that make the name of an institution that of a place where people are held."""
    return frozenset(row["words"] for row in lexicon.rows("institution_context") if row["side"] == "prison")


_PRISONS = ("kp.mss.prisons", "kp.mps.prisons")
