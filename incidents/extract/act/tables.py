"""The phrase tables of acts, compiled once."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.errors import BadInput
from incidents.extract.pattern import Beginnings, Grammar, Matcher, Pattern, beginnings, grammar, needed
from incidents.lexicon.lexicon import Lexicon
from incidents.model.scales import STATUSES, Status

Kinds = Mapping[str, frozenset[str]]
_NOTHING: frozenset[str] = frozenset()


class Rule(NamedTuple):
    """One row of `acts.csv`. `unless`: words of the clause that show another sense. `anyhow`: holds in any mood."""

    type: str
    strength: int
    status: Status | None
    anyhow: bool
    unless: frozenset[str]
    roles: tuple[str, str]
    implies: str
    length: int


class Tables(NamedTuple):
    """`rules` stand in the order of the matcher's rows; `kinds` are the word lists of `grammar.csv`."""

    rules: tuple[Rule, ...]
    matcher: Matcher
    kinds: Kinds
    governors: Mapping[str, str]
    """Each form of a verb that governs "to do", with its effect (`status.csv`)."""
    pointing: frozenset[str]
    """The nouns that point back to an act with "the" (`anaphora.csv`)."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables acts, roles, grammar, status, classes and irregular.

        Raises:
            BadInput: a pattern that cannot be read; says the line.
        """
        language, rows = grammar(lexicon.phrases), lexicon.rows("acts")
        first, governors = lexicon.plain("acts", _taken_apart)
        roles = {row["type"]: (row["subject"], row["object"]) for row in lexicon.rows("roles")}
        matcher = Matcher.later(language, [row["pattern"] for row in rows], first)
        pointing = frozenset(row["noun"] for row in lexicon.rows("anaphora"))
        return cls(tuple(_rule(row, roles) for row in rows), matcher, kinds(lexicon), governors, pointing)


def _taken_apart(lexicon: Lexicon) -> tuple[Beginnings, dict[str, str]]:
    """The words with which the patterns begin, and the governors."""
    language = grammar(lexicon.phrases)
    first = beginnings(_pattern(language, row) for row in lexicon.rows("acts"))
    return first, _governors(language, lexicon)


def kinds(lexicon: Lexicon) -> Kinds:
    """The word lists of `grammar.csv` and `syntax.csv`; a kind that a language lacks has no words."""
    return lexicon.compiled(_listed)


def _listed(lexicon: Lexicon) -> Kinds:
    lists: dict[str, set[str]] = defaultdict(set)
    for row in (*lexicon.rows("grammar"), *lexicon.rows("syntax")):
        lists[row["kind"]].add(row["word"])
    return defaultdict(frozenset, {kind: frozenset(members) for kind, members in lists.items()})


def ends(key: str, kinds: Kinds, kind: str) -> bool:
    """Whether a word has one of the endings of a kind."""
    return key.endswith(tuple(kinds[kind]))


def _pattern(language: Grammar, row: Mapping[str, str]) -> Pattern:
    try:
        return language.compile(row["pattern"])
    except ValueError as error:
        raise BadInput(f"acts.csv, line {row.get('line', '?')}: {error}.") from error


def _rule(row: Mapping[str, str], roles: Mapping[str, tuple[str, str]]) -> Rule:
    subject, _, target = row["roles"].partition(">")
    usual = roles.get(row["type"], ("actor", "target"))
    return Rule(
        type=row["type"],
        strength=int(row["strength"]),
        status=next((status for status in STATUSES if status == row["status"]), None) if row["status"] else None,
        anyhow=row["mood"] == "present",
        unless=frozenset(row["unless"].split("|")) if row["unless"] else _NOTHING,
        roles=(subject or usual[0], target or usual[1]),
        implies=row["implies"],
        length=needed(row["pattern"]),
    )


def _governors(language: Grammar, lexicon: Lexicon) -> dict[str, str]:
    effects: dict[str, str] = {}
    for row in lexicon.rows("status"):
        for form in language.compile(f"{row['verb']}:v").elements[0].forms:
            effects.setdefault(form, row["effect"])
    return effects
