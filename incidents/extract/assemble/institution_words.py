"""The words by which an institution's part in an act is told (`institution_context.csv`, `institution_carry.csv`)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from incidents.extract.act.tables import kinds
from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon


class InstitutionWords(NamedTuple):
    """The patterns made of those words."""

    genitive: str
    """The ending of whose something is, as a regular expression that may match nothing."""
    issuer: re.Pattern[str]
    """What ends right before who ordered it: "handed down by the"."""
    leader: re.Pattern[str]
    """What ends right before who led it: "directed by the"."""
    leads: re.Pattern[str]
    """What ends right before what an institution led: "oversaw "."""
    before: re.Pattern[str]
    """What ends right before an institution that has no part in the act: "the anniversary of the"."""
    seat: re.Pattern[str]
    """What ends right before one that is only where something is: "the building of the"."""
    after: re.Pattern[str]
    """What follows one that has no part in the act: "'s 10th anniversary"."""
    telling: re.Pattern[str]
    """What follows one that is a source: ", citing witnesses"."""
    owns: re.Pattern[str]
    """What stands between an institution and its own organ: "'s own "."""
    whose: re.Pattern[str]
    """What stands between an organ and whose it is: " of the "; a bracket is its first group."""
    of_named: re.Pattern[str]
    """What stands between people and the institution whose they are: " at the "."""
    of_thing: re.Pattern[str]
    """What says of people whose they are, by a common noun: " of the shop"."""
    people: re.Pattern[str]
    """What follows one of whose people is told: " (MSS) officials"."""
    finite: re.Pattern[str]
    """A verb that follows: something else is said of the institution."""
    which: re.Pattern[str]
    """The opening of a clause about what stands before it."""
    where: re.Pattern[str]
    """The same for a place: ", where "."""
    led: re.Pattern[str]
    """What ends right before where people were brought."""
    beside: re.Pattern[str]
    """What ends right before people with no part in the act: "the families of"."""
    joining: re.Pattern[str]
    """What stands between two institutions of one list."""
    joined: re.Pattern[str]
    """The end of a subject to which a second verb is joined: "sacked its head and"."""
    owner: re.Pattern[str]
    """Whose an organ is, right before it, as its first group: "the league's"."""
    own: re.Pattern[str]
    """What says that an organ is of the institution before it: "its"."""
    any_of_them: re.Pattern[str]
    """What ends right before all people of a kind, whosever they are: "every"."""
    owners: frozenset[str]
    """Owners that are the party or the state themselves: "the party's"."""
    under: re.Pattern[str]
    """The opening of a sentence that takes up what was told: "Under the"."""
    definite: re.Pattern[str]
    """A definite noun, which is its first group."""
    office: re.Pattern[str]
    """The office of who stands for an institution: "minister"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables of the lexicon; where one has no rows, its pattern matches nothing."""
        side, use = _by(lexicon, "institution_context", "side"), _by(lexicon, "institution_offices", "use")
        carry, listed = uses(lexicon), kinds(lexicon)
        people = _by(lexicon, "people_groups", "form")["noun"]
        the, genitive = f"(?:{alternatives(listed['definite'])} )?", f"(?:{alternatives(side['genitive'])})?"
        bracket = r"(?: \([^)]{1,30}\))?"
        return cls(
            genitive,
            _ending(side["issuer"], rf"(?:{alternatives(listed['article'])} )?(?:[a-z]+{genitive} )?"),
            _ending(side["leader"], the),
            _ending(side["leads"], ""),
            _ending(side["before"], the),
            _ending(side["seat"], the),
            _any_case(rf"{genitive}{bracket} (?:\d+[a-z]{{2}} )?{alternatives(side['after'])}\b"),
            _any_case(rf"{bracket}\)?(?:, [^,.;]{{1,60}},)? (?:[a-z]+ ){{0,2}}{alternatives(side['telling'])}\b"),
            re.compile(rf"{genitive} (?:{alternatives(side['itself'])} )?"),
            re.compile(rf" {alternatives(side['whose'])} (?:[A-Z0-9]\w+ )?|( \()"),
            re.compile(rf" {alternatives(side['of-named'])} (?:[A-Z0-9]\w+ )?"),
            re.compile(rf" {alternatives(side['whose'])} [a-z]"),
            re.compile(rf"{genitive}{bracket}{genitive} {alternatives(people)}\b"),
            re.compile(_finite(listed, side)),
            re.compile(rf",? {alternatives(listed['relative'] | listed['whose'])} "),
            re.compile(rf", {alternatives(listed['whose'])} "),
            _ending(side["led-to"], the, re.NOFLAG),
            _ending(side["beside"], "(?:[a-z]+ )?", re.NOFLAG),
            re.compile(rf",? (?:{alternatives(use['joins'])} )?{the}"),
            re.compile(rf" {alternatives(use['joins'])}\s*$"),
            re.compile(rf"\b([a-z]+{alternatives(side['genitive'])}) (?:{alternatives(side['itself'])} )?$"),
            _any_case(rf"\b{alternatives(use['own'])} $"),
            _ending(side["any-of-them"], ""),
            use["owner"] | use["vague"],
            _any_case(rf"[\"“]?(?:{alternatives(carry['lead'])} )?{alternatives(carry['taken-up'])}\b"),
            _any_case(rf"{alternatives(listed['definite'])} (?:\w+ )?(\w+)"),
            _any_case(rf"\b{alternatives(use['holder'])}\b"),
        )


def words_of(lexicon: Lexicon) -> InstitutionWords:
    """Those of a lexicon, made once."""
    return lexicon.compiled(InstitutionWords.of)


def uses(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """`institution_carry.csv` by use; no words for a use that it has not."""
    return lexicon.compiled(_carry)


def _carry(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    return _by(lexicon, "institution_carry", "use", "word")


def _by(lexicon: Lexicon, table: str, key: str, value: str = "words") -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows(table):
        found[row[key]].add(row[value])
    return defaultdict(frozenset, {one: frozenset(words) for one, words in found.items()})


def _ending(words: Iterable[str], then: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words)} {then}$", flags)


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _finite(listed: Mapping[str, frozenset[str]], side: Mapping[str, frozenset[str]]) -> str:
    verbs = {word for kind in ("be", "have", "modal", "future", "do") for word in listed[kind]}
    adverb, past = (alternatives(side[ending]) for ending in ("adverb-end", "past-end"))
    return rf" (?:[a-z]+{adverb} )?(?:{alternatives(verbs)}\b|[a-z]+{past}\b)"
