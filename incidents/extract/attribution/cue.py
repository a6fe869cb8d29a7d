"""The words of a sentence that say who told it: "a source in X told Y on Tuesday", "according to Z"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from incidents.extract.attribution.settings import Settings
from incidents.extract.attribution.tables import Speaker, Tables
from incidents.extract.words import Word
from incidents.model.proposal import Timex

_LONGEST = 30
_PARENTHESIS = 18
_NAME = 4
_SHOWING = frozenset({"imagery", "document", "organization", "state-media"})
_HARD = frozenset(";:—–-()[]!?") | {"--"}


class Cue(NamedTuple):
    """Indexes of words: the whole cue, and the noun phrase of the speaker in it."""

    first: int
    last: int
    speaker: tuple[int, int]
    kind: str
    """`say`, `write`, `show`, `according`, `learned`; `learned-day` where only a day makes it one of an outlet."""
    noun: Speaker | None = None
    head: str = ""
    """The noun itself: "source"."""
    frame: tuple[int, int] | None = None
    """The cue with that of the outlet beside it: "Yonhap reported Tuesday, citing a source"."""


class Sentence:
    """The words of a sentence with what stands between them."""

    def __init__(self, text: str, tokens: tuple[Word, ...], tables: Tables, timexes: Sequence[Timex]) -> None:
        self.text, self.tokens, self.tables = text, tokens, tables
        self._quote = [False] + ['"' in text[a.end : b.start] for a, b in pairwise(tokens)]
        self.settings = Settings(tokens, self._quote, tables, timexes)

    def cue(self) -> Cue | None:
        """The first cue with a speaker that is known as a kind of source; else the first with a pronoun or a name."""
        cues = [cue for k in range(len(self.tokens)) if (cue := self._at(k))]
        named = [cue for cue in cues if cue.noun]
        relayed = [cue for cue in named[1:] if self.tokens[cue.first].key in self.tables.words["citing"]]
        chosen = next(iter(relayed or named or cues), None) or self._paper()
        return chosen._replace(frame=self._frame(chosen, cues)) if chosen and chosen.kind == "according" else chosen

    def _paper(self) -> Cue | None:
        """The paper that tells the sentence, where no one else does: "In a report dated March 1, …"."""
        last = self.settings.paper()
        noun, head = self._noun(0, last)
        return Cue(0, last, (0, last), "according", noun, head) if last else None

    def _frame(self, chosen: Cue, cues: Sequence[Cue]) -> tuple[int, int] | None:
        for cue in cues:
            first, last = sorted((chosen, cue), key=lambda one: one.first)
            if first.last <= last.first and all(word.key == "," for word in self.tokens[first.last : last.first]):
                return first.first, last.last
        return None

    def _at(self, k: int) -> Cue | None:
        for words, kind in self.tables.openings.get(self.tokens[k].key, ()):
            if self._reads(k, words):
                last = k + len(words)
                return self._opening(k, last) if kind == "according" else self._learned(k, last, kind)
        verb = self.tables.verbs.get(self.tokens[k].key)
        return self._verb(k, verb) if verb else None

    def _learned(self, k: int, last: int, kind: str) -> Cue | None:
        first, end = self._left(k), self.settings.said(last)
        return Cue(first, end, (first, k), kind) if kind == "learned" or end > last else None

    def _reads(self, k: int, words: tuple[str, ...]) -> bool:
        return tuple(word.key for word in self.tokens[k : k + len(words)]) == words

    def _opening(self, k: int, first: int) -> Cue | None:
        last, apposed = first, False
        while last < len(self.tokens) and last - first < _LONGEST:
            if not apposed and self._apposition(first, last):
                apposed, last = True, last + 1
                continue
            day = self.settings.published(last) if last > first else 0
            if not day and self._ends(last, first):
                break
            last = day or last + 1
        noun, head = self._noun(first, last)
        return Cue(k, last, (first, last), "according", noun, head)

    def _ends(self, k: int, first: int) -> bool:
        """Whether the speaker that begins at `first` ends before a word: at a mark, a quotation or a verb of saying."""
        word = self.tokens[k]
        if word.mark or (self._quote[k] and k > first):
            return True
        return word.key in self.tables.verbs and k > first + 1 and word.key not in self.tables.words["report-noun"]

    def _apposition(self, first: int, comma: int) -> bool:
        """Whether a comma parts a bare name from what the person is: "according to Ri Chol, a former guard of …"."""
        if self.tokens[comma].key != "," or not first < comma < len(self.tokens) - 1:
            return False
        named = all(word.name or word.mark for word in self.tokens[first:comma]) and comma - first <= _NAME
        return named and self.tokens[comma + 1].key in self.tables.grammar["article"] | self.tables.words["apposed"]

    def _verb(self, k: int, kind: str) -> Cue | None:
        if k and (self._no_verb(self.tokens[k - 1].key) or self._passive(k)):
            return None
        first, verb = self._left(k), k
        noun, head = self._noun(first, k)
        if noun is None and not self._person(first, k):
            return (self._inverted(k) if first == k else self._led(k)) if kind in ("say", "both") else None
        if kind == "show" and (noun is None or noun.type not in _SHOWING):
            return None
        if kind == "say" and noun is not None and noun.type == "imagery":
            return None
        if kind == "write" and (noun is None or noun.type in ("resident", "overseas", "defector")):
            return None
        last = self._right(verb + 1)
        return Cue(self.settings.front(first, k, last), last, (first, k), kind, noun, head)

    def _no_verb(self, before: str) -> bool:
        """Whether nothing was said by a verb behind the word, or it is no verb: "will say", "a reported mutiny"."""
        return before in self.tables.grammar["article"] or before in self.tables.words["no-verb"]

    def _led(self, k: int) -> Cue | None:
        """A cue of a pronoun right behind its occasion: "In a 2019 interview he said"."""
        last = self._right(k + 1)
        pronoun = k > 0 and self.tokens[k - 1].key in self.tables.words["pronoun"]
        return Cue(0, last, (k - 1, k), "say") if pronoun and not self.settings.front(k - 1, k, last) else None

    def _passive(self, k: int) -> bool:
        """Whether the word is said of its subject: "every household was told to pay"."""
        here = k - 1
        while here > 0 and self.tokens[here].key in self.tables.grammar["adverb"] - self.tables.grammar["be"]:
            here -= 1
        return self.tokens[here].key in self.tables.grammar["be"]

    def _inverted(self, k: int) -> Cue | None:
        """A cue after its quotation: "said a resident of the city"; not "…, said Monday that"."""
        if k == 0 or not (self._quote[k] or self.tokens[k - 1].mark) or k + 1 >= len(self.tokens):
            return None
        last = k + 1
        if self.settings.said(last) > last:
            return None
        while (
            last < len(self.tokens)
            and not (self._quote[last] or self.tokens[last].key in _HARD)
            and last - k < _LONGEST
        ):
            last += 1
        noun, head = self._noun(k + 1, last)
        return Cue(k, last, (k + 1, last), "say", noun, head) if noun else None

    def _left(self, k: int) -> int:
        """The first word of the noun phrase that ends before `k`."""
        here = k
        while here > 0 and k - here < _LONGEST:
            before = self.tokens[here - 1]
            short = self._bracket(here - 1)
            if short is not None:
                here = short
                continue
            if self._quote[here] or before.key in _HARD:
                break
            if before.key == ",":
                jump = self._parenthesis(here - 1, k)
                if jump is None:
                    break
                here = jump
                continue
            if self._bounds(before.key):
                jump = self._relative(here - 1)
                if jump is None:
                    break
                here = jump
                continue
            here -= 1
        return here

    def _bounds(self, key: str) -> bool:
        """Whether a word opens a clause, so that no noun phrase goes over it but with a relative clause."""
        return key in self.tables.grammar["boundary"] and key not in self.tables.words["goes-through"]

    def _bracket(self, k: int) -> int | None:
        """Where the abbreviation that ends at `k` opens: "the Joint Chiefs of Staff (JCS) said"."""
        if self.tokens[k].key != ")":
            return None
        return next((j for j in range(k - 1, max(-1, k - _NAME), -1) if self.tokens[j].key == "("), None)

    def _relative(self, k: int) -> int | None:
        if self.tokens[k].key in self.tables.words["relative"] and k > 0:
            return k - 1 if self.tokens[k - 1].key == "," else k
        return None

    def _parenthesis(self, comma: int, k: int) -> int | None:
        for here in range(comma - 1, max(0, comma - _PARENTHESIS), -1):
            if self._quote[here + 1] or self.tokens[here].key in _HARD:
                return None
            if self.tokens[here].key == ",":
                opens, lists = self.tokens[here + 1].key, self.tables.words
                fits = comma >= k - 2 or opens in lists["aside"]
                named = comma == k - 1 and self.tokens[here + 1].name
                articles = self.tables.grammar["article"] | lists["aside"]
                if self.settings.aside(here + 1, comma):
                    return here
                relative = any(word.key in lists["relative-of"] for word in self.tokens[here + 1 : here + 4])
                return here if named or (fits and (opens in articles or relative)) else None
        return None

    def _noun(self, first: int, last: int) -> tuple[Speaker | None, str]:
        matches = self.tables.matcher.find(self.tokens[first:last])
        if not matches:
            return None, ""
        best = min(matches, key=lambda m: (m.start, -(m.end - m.start)))
        head = self.tokens[first + best.end - 1].key
        closer = [m for m in matches if m.start > best.end] if head in self.tables.words["source"] else []
        between = {word.key for word in self.tokens[first + best.end : first + closer[0].start]} if closer else set()
        if "," in between and between.isdisjoint(self.tables.words["relative"]):
            best = closer[0]
        organ = next((m for m in matches if self._organ(best.row, m.row)), best)
        return self.tables.speakers[organ.row], head

    def _organ(self, row: int, other: int) -> bool:
        """Whether an official is one of another state's body: "an official at the Unification Ministry"."""
        body = self.tables.speakers[other]
        return self.tables.speakers[row].type == "official" and body.type == "government" and not body.foreign

    def _person(self, first: int, k: int) -> bool:
        """Whether the words are a pronoun, or a name of up to three words."""
        phrase = self.tokens[first:k]
        besides = self.tables.grammar["adverb"] | self.tables.grammar["have"] | self.tables.words["owner"]
        phrase = tuple(w for w in phrase if w.key not in besides)
        if not phrase or len(phrase) > 3:
            return False
        return phrase[-1].key in self.tables.words["pronoun"] or all(word.name for word in phrase)

    def _right(self, k: int) -> int:
        """Where "told X on Tuesday on condition of anonymity" ends; after "said" only a day belongs to it."""
        lists, last = self.tables.words, k
        if self.tokens[k - 1].key not in lists["told"]:
            return self.settings.said(k)
        while last < len(self.tokens) and not self._quote[last]:
            word = self.tokens[last]
            end = self.settings.period(last)
            if end:
                last = end
            elif word.name or word.key in lists["addressee"] | lists["owner"] or self._goes_on(last):
                last += 1
            else:
                break
        while last > k and self.tokens[last - 1].key in lists["loose-end"]:
            last -= 1
        return last

    def _goes_on(self, k: int) -> bool:
        follows = self.tokens[k + 1].key if k + 1 < len(self.tokens) else ""
        return self.tokens[k].key == "," and follows in self.tables.words["goes-on"]
