"""Acts without a phrase of their own: sentences in the past that give a day or a month of their own.

Whoever dates a sentence to the day tells of an event. Its type is that of most of its nouns (`topics.csv`), else
`other`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from incidents.extract.act.tables import Kinds, kinds
from incidents.extract.findings import dateline
from incidents.extract.inflect import noun_forms
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution
from incidents.model.proposal import Timex

_LONGEST = 31
_FEWEST = 6
_AVOIDED = ("negation", "habit", "condition", "hedge", "modal", "would", "future")
_OTHER = "other"
SAME = "same"
"""The type of phrases that only add to an act told before: "the incident took place"."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Nouns with the types that they speak for, past tenses, and the word lists of the grammar."""

    types: Mapping[str, tuple[str, ...]]
    past: frozenset[str]
    roles: Mapping[str, tuple[str, str]]
    kinds: Kinds

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables topics, irregular, roles and grammar."""
        types: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("topics"):
            for form in noun_forms(row["word"], {}):
                types[form].append(row["type"])
        past = frozenset(row["past"] for row in lexicon.rows("irregular") if row["past"] != row["lemma"])
        roles = {row["type"]: (row["subject"], row["object"]) for row in lexicon.rows("roles")}
        return cls({word: tuple(found) for word, found in types.items()}, past, roles, kinds(lexicon))


def annotate(
    document: Document,
    lexicon: Lexicon,
    told: Sequence[Attribution],
    timexes: Sequence[Timex],
    acts: Sequence[Act],
) -> list[Act]:
    """One act for each dated sentence in which no phrase has found one."""
    topics = lexicon.compiled(Topics.of)
    busy = {act.sentence for act in acts if act.strength > 1 or act.type == SAME}
    found = []
    dated = _by_sentence(document, timexes)
    for k, near in dated.items():
        if k in busy or (told and told[k].source_type == "expert"):
            continue
        cue = (told[k].start, told[k].end) if told else (0, 0)
        line = dateline(document, k) or (0, 0)
        if any(_precise(t) and not cue[0] <= t.start < cue[1] and t.start >= line[1] for t in near):
            act = _act(document, topics, k, cue)
            found += [act] if act else []
    return found


def _by_sentence(document: Document, timexes: Sequence[Timex]) -> dict[int, list[Timex]]:
    grouped: dict[int, list[Timex]] = defaultdict(list)
    k = 0
    for timex in sorted(timexes, key=lambda t: t.start):
        while k < len(document.sentences) and document.sentences[k].end <= timex.start:
            k += 1
        if k < len(document.sentences) and document.sentences[k].start <= timex.start:
            grouped[k].append(timex)
    return grouped


def _precise(timex: Timex) -> bool:
    first, last = timex.when.earliest, timex.when.latest
    return first is not None and last is not None and (last - first).days < _LONGEST


def _act(document: Document, topics: Topics, k: int, cue: tuple[int, int]) -> Act | None:
    sentence = document.sentences[k]
    tokens = words(document.text, sentence.start, sentence.end)
    begin = (dateline(document, k) or (0, 0))[1]
    free = [word for word in tokens if word.start >= begin and not cue[0] <= word.start < cue[1]]
    if len(free) < _FEWEST or tokens[-1].key == "?":
        return None
    if any(word.key in topics.kinds[kind] for word in free for kind in _AVOIDED):
        return None
    verb = next((word for word in free[1:] if _told(word, topics)), None)
    if verb is None:
        return None
    return _made(topics, k, free, verb)


def _told(word: Word, topics: Topics) -> bool:
    """Whether a word can be a verb in the past."""
    if word.name or word.mark:
        return False
    return word.key in topics.past or word.key in ("was", "were", "had", "has", "have") or _regular(word.key)


def _regular(key: str) -> bool:
    return len(key) > 4 and key.endswith("ed") and not key.endswith(("eed", "red-"))


def _made(topics: Topics, k: int, free: Sequence[Word], verb: Word) -> Act:
    kind = _type(topics, free)
    start, end = free[0].start, free[-1].end
    return Act(
        type=kind,
        sentence=k,
        start=verb.start,
        end=verb.end,
        clause=(start, end),
        subject=(start, max(start, verb.start - 1)),
        object=(verb.end, end),
        strength=2,
        guessed=True,
        roles=topics.roles.get(kind, ("actor", "target")),
    )


def _type(topics: Topics, free: Sequence[Word]) -> str:
    votes = Counter(kind for word in free for kind in topics.types.get(word.key, ()))
    return votes.most_common(1)[0][0] if votes else _OTHER
