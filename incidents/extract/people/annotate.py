"""Counts of people in a document."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from incidents.extract.people.group import Groups
from incidents.extract.people.number import Numbers, choice
from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.words import Words
from incidents.model.document import Document, Sentence
from incidents.model.finding import PeopleMention

_NOUN_PHRASE = r"(?: %s %s\b)?(?P<between>(?: [\w'-]+){0,3}?) (?P<noun>%s)\b(?![-'])"
_BARE = r"(?P<bare>)(?=%s)"
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.? $")


def annotate(document: Document, lexicon: Lexicon) -> tuple[PeopleMention, ...]:
    """The counted people of the paragraphs, in the order of the text.

    One person is a mention only where a word near says what was done to them.
    """
    reader = lexicon.compiled(_Reader)
    return tuple(reader.read(document, lexicon.names(document.text).words))


class _Reader:
    def __init__(self, lexicon: Lexicon) -> None:
        self.numbers = lexicon.compiled(Numbers.of)
        self.groups = lexicon.compiled(Groups.of)
        rows = [(row["use"], row["words"]) for row in lexicon.rows("people_context")]
        self.never = frozenset(words for use, words in rows if use == "never-between")
        self.not_after = frozenset(words.lower() for use, words in rows if use in {"month", "never-before"})
        of, whose, share = (
            alternatives(words for use, words in rows if use == wanted) for wanted in ("of", "whose", "proportion")
        )
        noun_phrase = _NOUN_PHRASE % (of, whose, choice(self.groups.nouns))
        self.pattern = re.compile(self.numbers.pattern + f"(?:{noun_phrase}|{_BARE % self.groups.bare})")
        self.proportion = re.compile(rf"\b{share} $")

    def read(self, document: Document, words: Words) -> Iterator[PeopleMention]:
        """The counts of the document; only where a number, or a word that begins one, stands is looked closer."""
        free = k = 0
        for sentence in document.sentences:
            k = bisect_left(words.starts, sentence.start, k)
            while k < len(words.starts) and words.starts[k] < sentence.end:
                start = words.starts[k]
                if start >= free and (words.keys[k][0].isdigit() or words.keys[k] in self.numbers.first):
                    found = self.pattern.match(document.text, start, sentence.end)
                    mention = self._mention(document.text, found, sentence) if found else None
                    if found and mention:
                        yield mention
                        free = found.end()
                k += 1

    def _mention(self, text: str, found: re.Match[str], sentence: Sentence) -> PeopleMention | None:
        if self._of_something_else(text, found):
            return None
        quantity = self.numbers.read(found)
        noun = (found["noun"] or "").lower()
        if quantity is None or ((quantity.low != quantity.high or quantity.low != 1) and self._singular(noun)):
            return None
        span = (sentence.start, sentence.end)
        group = self.groups.own.get(noun, "") or self.groups.find(text, found.start(), found.end(), span)
        if quantity.high == 1 and not group:
            return None
        start = found.start("first") if self._loose(found) else found.start()
        return PeopleMention(
            start=start,
            end=found.end(),
            text=text[start : found.end()],
            noun=noun,
            low=quantity.low,
            high=quantity.high,
            approximate=quantity.approximate,
            group=group,
        )

    def _of_something_else(self, text: str, found: re.Match[str]) -> bool:
        """Whether the number is a date, a name ("Bureau 39") or counts what stands between it and the people."""
        between = (found["between"] or "").lower().split()
        if any(word in self.never or word.rstrip("'") in self.never for word in between):
            return True
        if found["first"] and _YEAR.fullmatch(found["first"]) and not found["sign"]:
            return True
        if self.proportion.search(text, max(0, found.start() - 12), found.start()):
            return True
        before = None if found["sign"] else _WORD_BEFORE.search(text, max(0, found.start() - 12), found.start())
        return before is not None and before[1].lower() in self.not_after

    def _singular(self, noun: str) -> bool:
        """Whether a noun is the first part of a longer one after this number: "three member states"."""
        return f"{noun}s" in self.groups.nouns or noun.endswith(("man", "child"))

    def _loose(self, found: re.Match[str]) -> bool:
        """Whether the sign is only a preposition: "between two guards"."""
        sign = (found["sign"] or "").lower()
        return bool(found["first"]) and not found["last"] and self.numbers.signs.get(sign) == "between"
