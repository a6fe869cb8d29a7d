"""The role of an institution in an act: by the words before it, else by its place in the clause."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from incidents.extract.findings import Findings
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act
from incidents.model.reference import Institution

_FAR = 90


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `role_phrases.csv`: words before an institution, what may follow them, and the role that they give."""

    before: re.Pattern[str]
    types: frozenset[str]
    kinds: frozenset[str]
    role: str

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """`words`, then at most `gap` words without a comma, then the institution."""
        choice = "|".join(re.escape(words) for words in row["words"].split("|")) or "(?!)"
        before = re.compile(rf"\b(?:{choice})(?: [^\s,;:()]+){{0,{int(row['gap'])}}} $", re.IGNORECASE)
        return cls(before, frozenset(row["types"].split()), frozenset(row["kinds"].split()), row["role"])


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rows in their order; the first that fits is taken."""
    return tuple(Rule.of(row) for row in lexicon.rows("role_phrases"))


def role(found: Findings, act: Act, start: int, institution: Institution | None) -> str:
    """The role of an institution whose words begin at `start`: a code of institution-role."""
    doer, done = acting(found, act), act.roles[1]
    kinds = kinds_of(found.lexicon, institution)
    before = found.document.text[max(0, start - _FAR) : start]
    for rule in found.lexicon.compiled(rules):
        fits = (not rule.types or act.type in rule.types) and (not rule.kinds or rule.kinds & kinds)
        if fits and rule.before.search(before):
            return {"doer": doer, "done": done}.get(rule.role, rule.role)
    return _by_place(act, start)


def acting(found: Findings, act: Act) -> str:
    """The role of who does such an act, whatever the clause has for its subject."""
    own = act.roles[0]
    return own if own in _ACTING else found.lexicon.compiled(_usual).get(act.type, "actor")


def _usual(lexicon: Lexicon) -> dict[str, str]:
    return {row["type"]: row["subject"] for row in lexicon.rows("roles")}


_ACTING = frozenset({"actor", "authority", "investigator"})


def _by_place(act: Act, start: int) -> str:
    doer, done = act.roles
    if start < act.start or (start == act.start and not (act.nominal or act.passive)):
        return done if act.passive else doer
    return doer if act.type in _OF_ITSELF else done


_OF_ITSELF = frozenset({"meeting", "visit", "statement"})
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
    return frozenset(kinds | ({"prison"} if _PRISON_WORDS & set(institution.name.lower().split()) else set()))


_PRISONS = ("kp.mss.prisons", "kp.mps.prisons")
_PRISON_WORDS = frozenset("camp prison detention holding kyo-hwa-so kyohwaso kwan-li-so".split())
