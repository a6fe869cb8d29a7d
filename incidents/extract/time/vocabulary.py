"""The words of a language that dates are made of, from `seeds/<language>/time_*.csv`, and how tokens match them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, Self

from incidents.extract.time.cutting import Cutter, glued_script, parted
from incidents.extract.time.daynames import day_names, lands
from incidents.extract.time.entries import (
    ALONE,
    NOTHING,
    SKIPPED,
    Ahead,
    Begun,
    Entry,
    Value,
    ahead,
    begun,
    joined,
    match,
    singular,
)
from incidents.extract.time.numeric import DATES, NUMERIC, numeric
from incidents.extract.time.tokens import BREAK, Tokens, tokenise
from incidents.lexicon.lexicon import Lexicon

Matches = dict[str, list[tuple[int, Value]]]
"""Class -> (index after the last token, value)."""

_ENDS = frozenset(".,;:!?)]”\"'’(—…" + BREAK)
_KEPT = 20_000
"""Words whose entries are kept at most."""
_SHORT = 2
"""Digits of a number that comes again and again."""
_LONGEST_ENDING = 6
"""Syllables or letters of an ending that a row with `*` gives, at most."""
_SHORTENED = frozenset(("title", "open"))
"""Kinds of abbreviations after whose full stop a sentence goes on with a capital."""


Row = tuple[Any, ...]
"""The fields of an entry."""
Plain = tuple[dict[str, list[Row]], dict[str, list[Row]], tuple[set[str], set[str]], dict[str, int]]
"""Entries by their first word, endings, all words and the last letters of endings, the longest entry of each class."""


class Alone(NamedTuple):
    """What a token is by itself, whatever stands beside it."""

    found: tuple[tuple[str, tuple[Value, ...]], ...]
    """Classes with their values."""
    longer: Mapping[str, Sequence[Entry]]
    """Entries of several words by each word that can come next."""
    names: Collection[str]
    """The classes."""


class Vocabulary:
    """Words and names with their class and value; a word written with a capital in the seeds needs one in the text."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._words = set[str]()
        self._endings: dict[str, list[Entry]] = {}
        self._last_letters = set[str]()
        self._kept: dict[str, Begun] = {}
        self._alone: dict[str, Alone] = {}
        self._longest: dict[str, int] = {}

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """All tables `time_*` of the language that have words with a class, and the named days of the calendar."""
        made = cls()
        entries, endings, words, made._longest = lexicon.plain("time-words", _taken_apart)
        made._entries = {first: [*map(Entry._make, rows)] for first, rows in entries.items()}
        made._endings = {ending: [*map(Entry._make, rows)] for ending, rows in endings.items()}
        made._words, made._last_letters = words
        return made

    @classmethod
    def read(cls, lexicon: Lexicon) -> Self:
        """The same, made from the tables."""
        made = cls()
        for table, rows in lexicon.phrases.items():
            if table.startswith("time_"):
                for row in rows:
                    if row.get("class"):
                        made.add(row["word"], row["class"], _value(row["value"]))
        for row in lexicon.phrases.get("abbreviations", ()):
            if row["kind"] in _SHORTENED:
                made.add(row["words"].rstrip("."), "abbreviation", "")
        cut = Cutter(made.words)
        for name, kind in day_names(lexicon):
            made.add(name, kind, name, loose=True, cut=cut)
        for name, code in lands(lexicon):
            made.add(name, "land", code)
        return made

    @property
    def plain(self) -> Plain:
        """What it holds, to be kept: making it takes a third of the time of reading a short report."""
        entries = {first: [*map(tuple, rows)] for first, rows in self._entries.items()}
        endings = {ending: [*map(tuple, rows)] for ending, rows in self._endings.items()}
        return entries, endings, (self._words, self._last_letters), self._longest

    def add(self, word: str, name: str, value: Value, *, loose: bool = False, cut: Cutter | None = None) -> None:
        """One word or several as one; `loose` ones match with and without hyphens, possessives and plurals.

        `cut` divides its words as those of a text will be: 4월의 명절.

        `*` before the first says that any word matches which ends so: `*겠다`; it may begin with the last consonant of
        a syllable: `*ㅆ다`. `일*` is any longer word that begins with this one letter.
        """
        if word.startswith("*") and len(word) > 1:
            self._add_ending(word[1:], name, value)
            return
        keys = [word] if word.endswith("*") else _keys(word)
        if cut:
            keys = [part for key in keys for part in (cut(key) if glued_script(key) else (key,))]
        if loose:
            keys = [singular(key) for key in keys if key not in SKIPPED]
        if keys:
            entry = Entry(tuple(keys[1:]), word[0].isupper(), name, value, loose)
            for first in {keys[0], keys[0] + "s"} if loose else keys[:1]:
                self._entries.setdefault(first, []).append(entry)
            self._words.update(keys, (key + "s" for key in keys if loose))
            self._longest[name] = max(self.longest(name), len(keys))

    def _add_ending(self, word: str, name: str, value: Value) -> None:
        first, *rest = word.split()
        entry = Entry(tuple(rest), capital=False, name=name, value=value, loose=False)
        self._endings.setdefault(parted(first), []).append(entry)
        self._last_letters.add(first[-1])
        self._longest[name] = max(self.longest(name), 1 + len(rest))
        self._words.update(rest)

    def longest(self, name: str) -> int:
        """How many words the longest entry of a class has; 1 for the classes of single tokens."""
        return self._longest.get(name, 1)

    @property
    def words(self) -> frozenset[str]:
        """All words that stand in entries, those of several words one by one."""
        return frozenset(self._words)

    def at(self, tokens: Tokens, index: int) -> Matches:
        """All that the tokens from `index` on can be."""
        alone, end = self._by_itself(tokens, index), index + 1
        found: Matches = {name: [(end, value) for value in values] for name, values in alone.found}
        if alone.longer and end < len(tokens.keys):
            for entry in alone.longer.get(tokens.keys[end], ()):
                if (tokens.capital(index) or not entry.capital) and (last := match(tokens, end, entry)):
                    found.setdefault(entry.name, []).append((last, entry.value))
        if self._endings and tokens.kinds[index] == "word" and (last := tokens.run_end(index)) > end:
            self._endings_of(tokens, index, last, found)
        return found

    def alone(self, tokens: Tokens, index: int) -> Alone | None:
        """What the token is by itself, if what stands beside it adds nothing."""
        kind, end = tokens.kinds[index], index + 1
        if kind in DATES or (kind == "word" and end < len(tokens.keys) and tokens.kinds[end] == "inside"):
            return None
        found = self._by_itself(tokens, index)
        return None if found.longer and end < len(tokens.keys) and tokens.keys[end] in found.longer else found

    def _by_itself(self, tokens: Tokens, index: int) -> Alone:
        """Kept by what is written, but for dates, whose kind hangs on what stands before them, and long numbers."""
        kind, written = tokens.kinds[index], tokens.text[tokens.starts[index] : tokens.ends[index]]
        token = f"+{written}" if kind == "inside" else written
        found = self._alone.get(token)
        if found is None or kind in DATES:
            found = self._made(kind, tokens.keys[index], capital=written[0].isupper())
            if kind not in NUMERIC or len(written) <= _SHORT:
                if len(self._alone) >= _KEPT:
                    self._alone.clear()
                self._alone[token] = found
        return found

    def _made(self, kind: str, key: str, *, capital: bool) -> Alone:
        found: dict[str, list[Value]] = defaultdict(list)
        for name, value in numeric(kind, key) if kind in NUMERIC else ():
            found[name].append(value)
        if kind == "word":
            found["capital" if capital else "lower"].append(key)
        begun = self._of(key)
        for entry in begun.alone:
            if capital or not entry.capital:
                found[entry.name].append(entry.value)
        values = tuple((name, tuple(values)) for name, values in found.items())
        return Alone(values, begun.longer, found.keys())

    def _endings_of(self, tokens: Tokens, index: int, last: int, found: Matches) -> None:
        """What a run that was cut is by how it ends as a whole: 열기로 is no 열."""
        written = tokens.text[tokens.starts[index] : tokens.ends[last - 1]]
        for entry in self._ending_so(written):
            if end := match(tokens, last, entry) if entry.rest else last:
                found.setdefault(entry.name, []).append((end, entry.value))

    def _of(self, key: str) -> Begun:
        """The entries that begin with the word, or with how it ends or begins."""
        found = self._kept.get(key)
        if found is None:
            if key not in self._entries and not self._can_end_so(key):
                return NOTHING
            entries = [*self._like(key)]
            found = begun(entries) if entries else NOTHING
            if len(self._kept) < _KEPT:
                self._kept[key] = found
        return found

    def _can_end_so(self, key: str) -> bool:
        """Whether an entry can begin with how the word ends or begins, at a glance: most words are none."""
        if key.isascii():
            return key[-1] in self._last_letters or f"{key[0]}*" in self._entries
        return bool(self._endings)

    def _like(self, key: str) -> Iterable[Entry]:
        begun = self._entries.get(f"{key[0]}*", ()) if len(key) > 1 else ()
        return chain(self._entries.get(key, ()), begun, self._ending_so(key))

    def _ending_so(self, key: str) -> Iterable[Entry]:
        letters = key[-_LONGEST_ENDING:] if key.isascii() else parted(key[-_LONGEST_ENDING:])
        return chain.from_iterable(self._endings.get(letters[start:], ()) for start in range(len(letters)))

    def has(self, key: str) -> bool:
        """Whether the word stands in an entry."""
        return key in self._words or self._of(key) is not NOTHING

    def could(self, kind: str, key: str) -> dict[str, Ahead]:
        """The classes that a token can be or begin, more than it is, with the words that go on with it."""
        found: dict[str, Ahead] = {"lower": ALONE, "capital": ALONE}
        for entry in self._like(key):
            found[entry.name] = joined(found.get(entry.name, {}), ahead(entry))
        if kind in NUMERIC:
            found.update((name, ALONE) for name, _ in numeric(kind, key))
        return found

    def ends(self, tokens: Tokens, index: int, *, marked: bool = False) -> bool:
        """Whether an expression can stop before the token: at a mark or the text's end, or else a function word."""
        if index >= len(tokens) or tokens.keys[index] in _ENDS:
            return True
        return not marked and any(entry.name == "function" for entry in self._entries.get(tokens.keys[index], ()))


def _taken_apart(lexicon: Lexicon) -> Plain:
    return Vocabulary.read(lexicon).plain


def _keys(word: str) -> list[str]:
    """The keys of its tokens; most entries are plain words, with no number or mark to look for."""
    return word.lower().split() if word.isascii() and word.replace(" ", "").isalpha() else tokenise(word).keys


def _value(cell: str) -> Value:
    return int(cell) if cell.lstrip("-").isdecimal() else cell
