"""The words that a title may be made of: those of a clause without its teller, its asides and its relative dates."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from incidents.extract.act.tables import Kinds, ends, kinds
from incidents.extract.findings import Findings, Span
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act

LONGEST = 99
_WORD = re.compile(r"\w")
_QUOTES = re.compile(r'["“”‘()\[\]]')
_TENSED = ("be", "future", "would", "modal", "do")
_REGULAR = 4


class Words(NamedTuple):
    """Word lists of `titles.csv` (`lists`), `grammar.csv` and `syntax.csv` (`kinds`), and past tenses."""

    lists: Mapping[str, frozenset[str]]
    kinds: Kinds
    past: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables titles, grammar, syntax and irregular; what a language lacks has no words."""
        lists: dict[str, set[str]] = defaultdict(set)
        for row in lexicon.rows("titles"):
            lists[row["kind"]].add(row["word"])
        past = frozenset(row["past"] for row in lexicon.rows("irregular") if row["past"] != row["lemma"])
        known = {kind: frozenset(members) for kind, members in lists.items()}
        return cls(defaultdict(frozenset, known), kinds(lexicon), past)

    def none(self, tokens: Sequence[Word]) -> bool:
        """Whether words begin with "none of": those who were arrested are not none; "no fewer" are some."""
        fewer = any(word.key in self.kinds["fewer"] for word in tokens[1:2])
        return tokens[0].key in self.kinds["none"] and not fewer

    def ends(self, key: str, kind: str) -> bool:
        """Whether a word has an ending of a kind of `syntax.csv`."""
        return ends(key, self.kinds, kind)

    def tensed(self, tokens: Sequence[Word], k: int) -> bool:
        """Whether the k-th word can be a finite verb; a participle before its noun cannot."""
        word = tokens[k]
        if word.mark or (word.name and k > 0):
            return False
        if any(word.key in self.kinds[kind] for kind in _TENSED) or word.key in self.lists["auxiliary"]:
            return word.key not in self.lists["untensed"]
        before = tokens[k - 1].key if k else ""
        if before[:1].isdigit() and word.key in self.lists["unit"]:
            return False
        if before in self.kinds["article"] | self.lists["noun-lead"] or self.ends(before, "adverb-end"):
            return False
        return word.key in self.past or (len(word.key) > _REGULAR and self.ends(word.key, "past-end"))


def of_span(found: Findings, act: Act, span: Span) -> list[Word]:
    """The words of a span, without what `dropped` names."""
    gone = dropped(found, act, span)
    tokens = words(found.document.text, *span)
    kept = [word for word in tokens if not any(a <= word.start < b for a, b in gone)]
    return _trimmed(kept)


def dropped(found: Findings, act: Act, span: Span) -> list[Span]:
    """Who told it, asides, what stands in brackets, and expressions of time that count from another day."""
    table = found.lexicon.compiled(Words.of)
    tokens = words(found.document.text, *span)
    return [*found.outside(act), *_times(found, table, span, tokens), *_brackets(tokens)]


def _times(found: Findings, table: Words, span: Span, tokens: Sequence[Word]) -> list[Span]:
    """Relative dates, with the preposition before them."""
    gone = []
    for timex in found.timexes_in(span):
        keys = {word.key for word in words(found.document.text, timex.start, timex.end)}
        if keys & table.lists["deictic"]:
            before = [w for w in tokens if w.end <= timex.start][-1:]
            led = [w.start for w in before if w.key in table.lists["preposition"] - table.lists["of"]]
            gone.append((led[0] if led else timex.start, timex.end))
    return gone


def _brackets(tokens: Sequence[Word]) -> list[Span]:
    gone, opened = [], None
    for word in tokens:
        if word.key in ("(", "[") and opened is None:
            opened = word.start
        if word.key in (")", "]"):
            gone.append((opened if opened is not None else word.start, word.end))
            opened = None
    return [*gone, (opened, tokens[-1].end)] if opened is not None else gone


def _trimmed(tokens: Sequence[Word]) -> list[Word]:
    """Without marks at both ends, and with one mark where two meet."""
    kept: list[Word] = []
    for word in tokens:
        if word.mark and (not kept or kept[-1].mark):
            continue
        kept.append(word)
    while kept and kept[-1].mark:
        kept.pop()
    return kept


def text(found: Findings, tokens: Sequence[Word]) -> str:
    """The words as they are written, one space where something between them was left out."""
    pieces: list[str] = []
    for k, word in enumerate(tokens):
        between = found.document.text[tokens[k - 1].end : word.start] if k else ""
        tight = word.mark and word.key not in "—–-"
        pieces.append(" " * (not tight) if _WORD.search(between) else _QUOTES.sub("", between))
        pieces.append(found.document.text[word.start : word.end])
    if tokens and found.document.text[tokens[-1].end : tokens[-1].end + 1] == "%":
        pieces.append("%")
    return " ".join("".join(pieces).split())
