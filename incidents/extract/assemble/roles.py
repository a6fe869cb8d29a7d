"""The role of an institution in an act: by the words before it, else by its place in the clause."""

import re
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.extract.act.tables import kinds as grammar
from incidents.extract.assemble.institution_words import uses, words_of
from incidents.extract.findings import Findings, Span
from incidents.extract.phrases import Late, alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act
from incidents.model.reference import Institution

_FAR = 90
_CLAUSE, _AFTER, _KIND = "clause", "after", "kind"


class Rule(NamedTuple):
    """A row of `role_phrases.csv`: words beside an institution or anywhere in its clause, and the role that they give.

    What stands in the clause tells only what the one who acts does: "comb through the handwriting".
    """

    beside: Late | None
    """What the words before the institution end with; empty where its kind is enough."""
    after: Late | None
    """What the words after it begin with."""
    clause: Late | None
    types: frozenset[str]
    kinds: frozenset[str]
    role: str

    @classmethod
    def of(cls, row: Mapping[str, str], genitive: str) -> Self:
        """`words`, then at most `gap` words without a comma, then the institution.

        With the gap `clause` they stand anywhere in it, with `after` right after it; with `kind` there are none.
        """
        choice, gap = "|".join(re.escape(words) for words in row["words"].split("|")), row["gap"]
        beside = after = clause = None
        if gap == _CLAUSE:
            clause = Late(rf"\b(?:{choice})", re.IGNORECASE)
        elif gap == _AFTER:
            after = Late(rf"{genitive} (?:{choice})\b", re.IGNORECASE)
        else:
            far = f"(?: [^\\s\\d,;:()]+){{0,{int(gap)}}} $" if gap != _KIND else ""
            beside = Late(rf"\b(?:{choice}){far}" if far else "", re.IGNORECASE)
        types, kinds = frozenset(row["types"].split()), frozenset(row["kinds"].split())
        return cls(beside, after, clause, types, kinds, row["role"])

    def fits(self, kind: str, kinds: frozenset[str]) -> bool:
        """Whether it speaks of acts of that type and of such institutions."""
        return (not self.types or kind in self.types) and (not self.kinds or bool(self.kinds & kinds))


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rows in their order; the first that fits is taken."""
    genitive = words_of(lexicon).genitive
    return tuple(Rule.of(row, genitive) for row in lexicon.rows("role_phrases"))


def role(found: Findings, act: Act, span: Span, institution: Institution | None) -> str:
    """The role of an institution whose words have that span: a code of institution-role.

    What a relative clause is about has its part by that clause alone: "handed to the ministry, which arrested …".
    """
    kinds = kinds_of(found.lexicon, institution)
    beside = said(found, act, span, kinds)
    if beside == _ONLY_NAMED and span[0] < min(act.clause[0], act.subject[0]):
        beside = ""
    plain = beside or _by_place(found, act, span, kinds)
    if plain not in _ACTING:
        return plain
    clause = found.document.text[slice(*act.clause)]
    return next(
        (rule.role for rule in _fitting(found, act, kinds) if rule.clause and rule.clause.search(clause)), plain
    )


def said(found: Findings, act: Act, span: Span, kinds: frozenset[str]) -> str:
    """The role that the words beside an institution give it, or its kind; empty if they say nothing."""
    text = found.document.text
    before = text[max(0, span[0] - _FAR) : span[0]]
    for rule in _fitting(found, act, kinds):
        if (rule.beside and rule.beside.search(before)) or (rule.after and rule.after.match(text, span[1])):
            return {"doer": acting(found, act), "done": act.roles[1]}.get(rule.role, rule.role)
    return ""


def _fitting(found: Findings, act: Act, kinds: frozenset[str]) -> list[Rule]:
    return [rule for rule in found.lexicon.compiled(rules) if rule.fits(act.type, kinds)]


def acting(found: Findings, act: Act) -> str:
    """The role of who does such an act, whatever the clause has for its subject."""
    own = act.roles[0]
    return own if own in _ACTING else found.lexicon.compiled(_usual).get(act.type, "actor")


def _usual(lexicon: Lexicon) -> dict[str, str]:
    return {row["type"]: row["subject"] for row in lexicon.rows("roles")}


_ONLY_NAMED = "mentioned"
_ACTING = frozenset({"actor", "authority", "investigator"})


def _by_place(found: Findings, act: Act, span: Span, kinds: frozenset[str]) -> str:
    doer, done = act.roles
    if _ahead(found, act, span[0]):
        if (act.passive and act.type not in _OF_ITSELF) or _object(found, act, span):
            return done
        return "authority" if doer == "affected" and kinds & _RULING and not kinds & _ABROAD else doer
    by_another = not act.nominal and found.institutions_in((act.subject[0], act.start))
    return doer if act.type in _OF_ITSELF and not by_another else done


def _ahead(found: Findings, act: Act, start: int) -> bool:
    """Whether it stands before the act's verb; the words that tell of an act may begin with its subject."""
    if act.nominal or act.passive:
        return start < act.start
    if after_a_verb(found, act, start):
        return False
    return start <= act.start or act.subject[0] <= start < act.subject[1]


def after_a_verb(found: Findings, act: Act, start: int) -> bool:
    """Whether it follows the first of two verbs of one subject: "came to the bureau and arrested its director"."""
    subject = found.document.text[slice(*act.subject)]
    if not (act.subject[0] <= start < act.subject[1] and words_of(found.lexicon).joined.search(subject)):
        return False
    before = (o for o in found.acts_of(act.sentence) if o.clause == act.clause and o.end <= start)
    return any(not (o.nominal or o.passive) and o.subject[0] == act.subject[0] for o in before)


def _object(found: Findings, act: Act, span: Span) -> bool:
    """Whether the act is said of it by somebody else: "the plant, which he had visited", "…, where it questioned"."""
    (begin, end), (which, where, pronouns) = act.subject, found.lexicon.compiled(_which)
    if not end > begin >= span[1]:
        return False
    pronoun = found.document.text[begin:end].strip().lower() in pronouns
    match = where if pronoun else which
    return match.fullmatch(found.document.text, span[1], begin) is not None


def _which(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """The words that open a relative clause, those that do before a pronoun besides, and the pronouns."""
    listed = grammar(lexicon)
    which, where = (
        re.compile(rf",? {alternatives(words)} ")
        for words in (listed["relative"], listed["relative"] | listed["whose"])
    )
    return which, where, uses(lexicon)["pronoun"]


_RULING = frozenset({"party", "state", "legislature"})
"""Such an organ does not suffer what it does: "the party committee set the amount"."""
_ABROAD = frozenset({"mission", "foreign-mission"})
_OF_ITSELF = frozenset({"meeting", "statement"})
"""What is named after the words of such an act is whose it is, if its subject is none: "a meeting of the Politburo"."""


def kinds_of(lexicon: Lexicon, institution: Institution | None) -> frozenset[str]:
    """What an institution is for these tables: its kind, and `prison`, `mission` or `foreign-mission`."""
    if institution is None:
        return frozenset()
    kinds = {institution.kind}
    held = lexicon.institutions.under
    if any(held(code, over) for code in (institution.code, institution.parent) for over in _PRISONS):
        kinds.add("prison")
    if _MISSIONS in institution.code:
        kinds.add("mission" if institution.code.startswith("kp.") else "foreign-mission")
    named = lexicon.compiled(_prisons) & set(institution.name.lower().split())
    return frozenset(kinds | ({"prison"} if named else set()))


def _prisons(lexicon: Lexicon) -> frozenset[str]:
    """The words that make the name of an institution that of a place where people are held."""
    return frozenset(row["words"] for row in lexicon.rows("institution_context") if row["side"] == "prison")


_MISSIONS = ".foreign."
_PRISONS = ("kp.mss.prisons", "kp.mps.prisons")
