"""Acts: the words that assert a concrete event, each with type, clause, subject and object (codebook, section 9)."""

from collections.abc import Collection, Sequence

from incidents.extract.act import clause, dated, declared
from incidents.extract.act.choose import best
from incidents.extract.act.mood import Mood, Scene, noun_mood, verb_mood
from incidents.extract.act.tables import Rule, Tables
from incidents.extract.pattern import Match
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution
from incidents.model.proposal import Timex
from incidents.model.scales import Status

_VERB = frozenset({"base", "s", "past", "pp", "ing"})
_DEFINITE = 3
_OCCASION = 5


def annotate(
    document: Document, lexicon: Lexicon, attributions: Sequence[Attribution] = (), timexes: Sequence[Timex] = ()
) -> tuple[Act, ...]:
    """All acts that the document's sentences assert, in the order of the text.

    With `timexes`, sentences that no phrase knows are read too where they date themselves (`dated`).
    """
    tables = lexicon.compiled(Tables.of)
    told = {a.sentence: a for a in attributions}
    found: list[Act] = []
    for k, sentence in enumerate(document.sentences):
        tokens = words(document.text, sentence.start, sentence.end)
        found += _Reader(tokens, tables, k, told.get(k)).acts()
    found += dated.annotate(document, lexicon, attributions, timexes, found)
    found += declared.annotate(document, lexicon, attributions, timexes, found)
    return tuple(sorted(found, key=lambda act: (act.start, act.end)))


class _Reader:
    """Reads one sentence."""

    def __init__(self, tokens: tuple[Word, ...], tables: Tables, sentence: int, told: Attribution | None) -> None:
        self.tokens = tokens
        self.tables = tables
        self.sentence = sentence
        first, last = (told.start, told.end) if told else (0, 0)
        self.closed = frozenset(k for k, word in enumerate(tokens) if first <= word.start < last)
        self.seen = told is not None and told.source_type == "imagery"
        """What an image shows is told in the present."""

    def acts(self) -> list[Act]:
        if self.tokens and self.tokens[-1].key == "?":
            return []
        matches = [m for m in self.tables.matcher.find(self.tokens) if self._open(m)]
        return best([act for match in matches if (act := self._act(match))])

    def _open(self, match: Match) -> bool:
        """Not in the words that say who told it, nor the occasion on which it was told ("said in a session of")."""
        if match.head in self.closed:
            return False
        near = range(match.start - _OCCASION, match.start)
        told_at = not match.tags & _VERB and any(k in self.closed for k in near)
        return not (told_at and any(self.tokens[k].key in self.tables.kinds["occasion-at"] for k in near if k >= 0))

    def _act(self, match: Match) -> Act | None:
        rule = self.tables.rules[match.row]
        begin = clause.begin(self.tokens, match.start, self.tables.kinds, self.closed)
        noun = not match.tags & _VERB
        end = clause.finish(self.tokens, match.end, self.tables.kinds, self.closed, noun=noun)
        if rule.unless and any(word.key in rule.unless for word in self.tokens[begin:end]):
            return None
        scene = Scene(self.tokens, self.tables, begin)
        mood = self._mood(scene, match, rule)
        strength = rule.strength + mood.weight
        if strength < 1 or self._conditional(begin, mood) or (noun and self._general(match)):
            return None
        return self._made(match, rule, mood, (begin, end), strength)

    def _mood(self, scene: Scene, match: Match, rule: Rule) -> Mood:
        if rule.anyhow:
            return Mood(match.head)
        if match.tags & _VERB:
            mood = verb_mood(scene, match.head, match.tags)
            present = self.seen and match.tags & {"base", "s"} and mood.first == match.head
            return Mood(match.head, "ongoing") if present else mood
        return noun_mood(scene, match.head)

    def _conditional(self, begin: int, mood: Mood) -> bool:
        """Whether the clause hangs on "if", "unless", "whether", or says what follows from one at the front."""
        conditions = self.tables.kinds["condition"]
        fronted = self.tokens[0].key in conditions and (mood.habitual or mood.status == "planned")
        return fronted or (begin > 0 and self.tokens[begin - 1].key in conditions)

    def _made(self, match: Match, rule: Rule, mood: Mood, scope: tuple[int, int], strength: int) -> Act:
        nominal = not match.tags & _VERB
        until = match.start if nominal else mood.first
        start = self._noun(match, until) or scope[0]
        before = clause.subject(self.tokens, start, max(until, start), self.tables.kinds)
        return Act(
            type=rule.type,
            sentence=self.sentence,
            start=self.tokens[match.start].start,
            end=self.tokens[match.end - 1].end,
            clause=self._span(*scope),
            subject=self._span(*before),
            object=self._span(max(match.head + 1, match.start), scope[1]),
            strength=strength,
            aside=self._span(*clause.aside(self.tokens, scope[0], match.start, self.tables.kinds)),
            status=_status(rule, mood),
            passive=mood.passive,
            nominal=nominal,
            definite=self._definite(match),
            pointing=self._definite(match, self.tables.pointing),
            habitual=mood.habitual,
            earlier=mood.earlier,
            roles=rule.roles,
            implies=rule.implies,
        )

    def _noun(self, match: Match, until: int) -> int | None:
        """Where the noun before ", which is …" begins, if the trigger spans one: it is the subject."""
        if all(word.key != "," for word in self.tokens[match.start : until]):
            return None
        k = match.start
        while k > 0 and (self.tokens[k - 1].name or self.tokens[k - 1].key in self.tables.kinds["article"]):
            k -= 1
        return k

    def _definite(self, match: Match, nouns: Collection[str] | None = None) -> bool:
        """Whether it has "the" before it, as "issued the order" does, and "the order to …" does not.

        With `nouns` only before one of these.
        """
        last = match.end - 1
        follows = self.tokens[match.end].key if match.end < len(self.tokens) else ""
        listed = self.tables.kinds
        if follows in listed["restricts"] or self.tokens[last].key in listed["by-which"]:
            return False
        if match.start == last:
            near = [*range(match.start - _DEFINITE, match.start)]
        else:
            near = [k - 1 for k in (match.start, last) if nouns is None or self.tokens[k].key in nouns]
        return any(k >= 0 and self.tokens[k].key in listed["definite"] for k in near)

    def _general(self, match: Match) -> bool:
        """A bare plural, "crackdowns on smuggling": no number, article or name before it."""
        if "ns" not in match.tags:
            return False
        before = self.tokens[max(0, match.start - 3) : match.start]
        return not any(
            word.key in self.tables.kinds["article"] or word.key[0].isdigit() or word.name for word in before
        )

    def _span(self, first: int, last: int) -> tuple[int, int]:
        if first >= last:
            here = self.tokens[min(first, len(self.tokens) - 1)].start
            return here, here
        return self.tokens[first].start, self.tokens[last - 1].end


def _status(rule: Rule, mood: Mood) -> Status:
    return rule.status if rule.status and mood.status == "occurred" else mood.status
