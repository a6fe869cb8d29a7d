"""Names in running Korean text, where units and endings are written onto them: 혜산시에서 is 혜산, 시, 에서.

A name counts only if all that is written onto it is known: a unit, an ending, another name (함북회령시당). So 평양냉면,
조선족 and 이평산 are no places. Which name stands where several are written so is for the annotators to say.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from incidents.lexicon import hangul_names
from incidents.lexicon.hangul_tree import JOINTS, Doubt, Entry, Node, Rows, Sort, Table, Tree
from incidents.lexicon.matcher import Hit
from incidents.lexicon.words import Words
from incidents.model.reference import Reference

Value = tuple[str, str]
"""A code and the kind of name that it was found by; of an organ or a unit the word itself."""

SIGNS = frozenset({"in", "at", "to", "from", "until", "noun"})
"""Classes of endings after which a name that is `locative` is meant as one."""
_BEFORE = r"(?<![^\s(\[<【〈《·,/=~:…\"'—-])"
GAP = re.compile(r"(?: ?\([^()\s가-힣]{1,4}\))? ?")
"""What may stand between two words of one name: a space, and how a word is written in Chinese: 도 (道) 보위국."""
_RUN = re.compile(r"[^\W_]*")
_LONGEST_RUN = 60
"""No word has more syllables: a longer run is no text."""
_MOST = _LONGEST_RUN // 2
"""So many names at most are written as one; names with spaces in them could go on through a whole text."""
_QUOTES = frozenset("\"'")
_ALSO: tuple[Sort, ...] = ("place", "organ")
"""What an institution's name may be as well: 김일성종합대학 is a site, 보위국 an organ of a province."""
_ORDER: tuple[Sort, ...] = ("never", "outlet", "institution", "place", "phrase", "organ", "unit")


@dataclass(frozen=True, slots=True)
class Written(Hit[Value]):
    """A name in Korean text; `start` to `end` with its unit, `stem` is where the bare name ends."""

    sort: Sort
    stem: int
    unit: str = ""
    """The unit's word, where one is written onto it."""
    ending: str = ""
    """The class of the ending after it; empty where none is."""
    doubt: Doubt = ""


class Ending(NamedTuple):
    """What follows a name to the end of its word: a class of `name_endings.csv`, and where that ends."""

    kind: str
    end: int


class Sure(NamedTuple):
    """The names of a text that need nothing near them, as the names in Latin letters are given."""

    places: list[Hit[Value]]
    institutions: list[Hit[Value]]
    outlets: list[Hit[str]]


class Hangul:
    """Finds the names of a Tree with their units and endings; a text is read once, however many ask for it."""

    def __init__(self, tree: Tree, endings: Mapping[str, str], kinds: Mapping[str, str]) -> None:
        """`endings`: each ending with its class. `kinds`: the kind of each place by its code."""
        self.tree, self.kinds = tree, kinds
        self._classes = endings
        nouns = _any(word for word, kind in endings.items() if kind == "noun")
        others = _any(word for word, kind in endings.items() if kind != "noun")
        self._ending = re.compile(rf"(?P<noun>{nouns})?(?:(?P<first>{others})(?:{others}){{0,3}})?(?![^\W_])")
        self.start = re.compile(f"{_BEFORE}[{re.escape(tree.firsts)}]")
        self._last: tuple[str, tuple[Written, ...]] | None = None

    def find(self, text: str) -> tuple[Written, ...]:
        """All names, in the order of the text; where an institution's name is a place's or an organ's too, both."""
        if self._last is None or self._last[0] is not text:
            self._last = text, tuple(_Scan(self, text).names())
        return self._last[1]

    def ending(self, text: str, at: int) -> Ending | None:
        """What is written onto a name that ends at `at`, if it is known to the end of the word."""
        found = self._ending.match(text, at)
        if found is None:
            return None
        first = found["first"]
        return Ending(self._classes[first] if first else "noun" if found["noun"] else "", found.end())

    def sure(self, words: Words) -> Sure:
        """The names of a text that are no other word as well, as hits among its words."""
        found = [
            one for one in self.find(words.text) if not one.doubt or (one.doubt == "locative" and one.ending in SIGNS)
        ]
        places, institutions, outlets = (
            [_among(words, one) for one in found if one.sort == sort] for sort in ("place", "institution", "outlet")
        )
        bearing = [
            Hit(one.start, one.end, one.first, one.last, tuple(code for code, _ in one.found)) for one in outlets
        ]
        return Sure(places, institutions, bearing)


def of(reference: Reference, tables: Mapping[str, Rows], index: Table | None = None) -> Hangul:
    """The reader of a language's names, from the reference and its phrase tables.

    `index` is that of the same reference and tables; without it, names are taken apart anew.
    """
    endings = {row["words"]: row["class"] for row in tables.get("name_endings", ())}
    tree = Tree(index or hangul_names.table(reference, tables), tables)
    return Hangul(tree, endings, {place.code: place.kind for place in reference.places})


def _among(words: Words, one: Written) -> Hit[Value]:
    first = max(0, bisect_right(words.starts, one.start) - 1)
    return Hit(one.start, one.end, first, max(first, bisect_left(words.starts, one.end) - 1), one.found)


def _any(words: Iterator[str]) -> str:
    return "(?:" + ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)") + ")"


class _Scan:
    """One reading of one text."""

    def __init__(self, hangul: Hangul, text: str) -> None:
        self.hangul, self.tree, self.text = hangul, hangul.tree, text
        self.known: dict[int, tuple[Written, ...]] = {}
        self.before = 0
        """How many names stand before the one that is looked at, written as one with it."""

    def names(self) -> Iterator[Written]:
        free = 0
        for found in self.hangul.start.finditer(self.text):
            at = found.start()
            if at < free or not self.tree.opens(self.text[at : at + 2]) or self._closes(at):
                continue
            if at in self.known:
                self.known.clear()
            end = self._run_end(at)
            free = end
            if end - at > _LONGEST_RUN:
                continue
            for one in self._chain(at):
                free = max(free, one.end)
                if one.sort != "never":
                    yield one

    def _chain(self, at: int) -> Iterator[Written]:
        """The names that are written as one from `at` on."""
        while hits := self._at(at):
            yield from hits
            at = hits[0].end
            if self.hangul.ending(self.text, at):
                return

    def _closes(self, at: int) -> bool:
        """Whether a quotation mark before a word closes what was quoted: "…"이란."""
        before = self.text[max(0, at - 2) : at]
        return before[-1:] in _QUOTES and len(before) > 1 and not before[0].isspace() and before[0] not in "(["

    def _run_end(self, at: int) -> int:
        found = _RUN.match(self.text, at)
        return found.end() if found else at

    def _at(self, at: int) -> tuple[Written, ...]:
        """The longest names that begin at a place and whose rest is known."""
        found = self.known.get(at)
        if found is None and self.before < _MOST:
            self.before += 1
            found = self.known[at] = next(filter(None, (self._fitting(at, *one) for one in self._matches(at))), ())
            self.before -= 1
        return found or ()

    def _matches(self, at: int) -> Sequence[tuple[int, tuple[Entry, ...]]]:
        """The names that stand in the text from `at` on, with their end, the longest first."""
        text, joints, size = self.text, list[tuple[int, str]](), 0
        found = list[tuple[int, tuple[Entry, ...]]]()
        node: Node = self.tree.root(text[at : at + 1])
        for k in range(at, min(len(text), at + self.tree.longest)):
            character = text[k]
            following = node.get(character)
            if following is None:
                if not size or character not in JOINTS or (joints and joints[-1][0] == size):
                    break
                joints.append((size, character))
                continue
            node, size = following, size + 1
            entries = tuple(one for one in node.get("", ()) if one.fits(joints))
            if entries:
                found.append((k + 1, entries))
        return found[::-1]

    def _fitting(self, at: int, stem: int, entries: tuple[Entry, ...]) -> tuple[Written, ...]:
        """What the entries of one name are here, if what follows is known."""
        by_sort = ((sort, [one for one in entries if one.sort == sort]) for sort in _ORDER)
        made = [one for sort, own in by_sort if own and (one := self._made(at, stem, own, sort))]
        if not made:
            return ()
        also = _ALSO if made[0].sort == "institution" else ()
        return (made[0], *(one for one in made[1:] if one.sort in also and one.end == made[0].end))

    def _made(self, at: int, stem: int, entries: Sequence[Entry], sort: Sort) -> Written | None:
        values = tuple(dict.fromkeys(one.value for one in entries))
        doubt: Doubt = entries[0].doubt
        if sort == "place":
            for unit, kinds in self.tree.units:
                end = stem + len(unit)
                fitting = self._of_kinds(values, kinds) if self.text.startswith(unit, stem) else ()
                ending = self._followed(end) if fitting else None
                if ending is not None:
                    return Written(at, end, 0, 0, fitting, sort, stem, unit, ending)
        ending = self._leads(stem) if sort == "unit" else self._followed(stem, alone=sort == "phrase")
        return None if ending is None else Written(at, stem, 0, 0, values, sort, stem, "", ending, doubt)

    def _of_kinds(self, values: tuple[Value, ...], kinds: tuple[str, ...]) -> tuple[Value, ...]:
        """The places that a unit can mean: of the kind that its row names first, else of any of them."""
        of_kind = [(value, self.hangul.kinds.get(value[0])) for value in values]
        main = tuple(value for value, kind in of_kind if kind == kinds[0])
        return main or tuple(value for value, kind in of_kind if kind in kinds)

    def _followed(self, end: int, *, alone: bool = False) -> str | None:
        """The class of the ending, empty where another name is written onto this one; None if neither is known."""
        ending = self.hangul.ending(self.text, end)
        if ending:
            return ending.kind
        return "" if not alone and any(self._joins(one) for one in self._at(end)) else None

    def _joins(self, one: Written) -> bool:
        """Whether a name can be written onto another: 함북회령시, 혜산시당."""
        return one.sort == "organ" or (one.sort != "unit" and one.end - one.start > 1)

    def _leads(self, end: int) -> str | None:
        """Empty, if an organ follows a unit: 도 보위국, 시당."""
        gap = GAP.match(self.text, end)
        return "" if any(one.sort == "organ" for one in self._at(gap.end() if gap else end)) else None
