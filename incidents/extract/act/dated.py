"""Acts without a phrase of their own: sentences in the past that give a day or a month of their own.

Whoever dates a sentence to the day tells of an event. Its type is that of its verb (`topic_verbs.csv`) and its nouns
(`topics.csv`), by weight, else `other`; assembly says that it is a guess.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from incidents.extract.act.tables import Kinds, ends, kinds
from incidents.extract.dateline import dateline
from incidents.extract.inflect import Irregular, noun_forms, verb_forms
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution
from incidents.model.proposal import Timex

_LONGEST = 31
_FEWEST = 6
_AVOIDED = ("negation", "habit", "condition", "hedge", "modal", "would", "future")
_OTHER = "other"
_GROUP = 4
_SHORT = 4
_VERB, _ENOUGH = 3, 2
"""The weight of a verb; and how much founds an incident."""
SAME = "same"
"""The type of phrases that only add to an act told before: "the incident took place"."""


class Topics(NamedTuple):
    """Nouns and verbs with the types that they speak for, past tenses, and the word lists of the grammar."""

    types: Mapping[str, tuple[tuple[str, int], ...]]
    verbs: Mapping[str, str]
    saying: frozenset[str]
    planning: frozenset[str]
    past: frozenset[str]
    roles: Mapping[str, tuple[str, str]]
    kinds: Kinds

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables topics, topic_verbs, attribution_verbs, irregular, roles and grammar."""
        types: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in lexicon.rows("topics"):
            for form in noun_forms(row["word"], {}):
                types[form].append((row["type"], int(row["weight"])))
        irregular = {row["lemma"]: (row["past"], row["participle"]) for row in lexicon.rows("irregular")}
        verbs = {form: row["type"] for row in lexicon.rows("topic_verbs") for form in _pasts(row["verb"], irregular)}
        spoken = [row["verb"] for row in lexicon.rows("attribution_verbs") if row["kind"] == "say"]
        saying = frozenset(form for verb in spoken for form in _pasts(verb, irregular))
        ahead = [row["verb"] for row in lexicon.rows("status") if row["effect"] in ("planned", "expected")]
        planning = frozenset(form for verb in ahead for form in _pasts(verb, irregular))
        past = frozenset(row["past"] for row in lexicon.rows("irregular") if row["past"] != row["lemma"])
        roles = {row["type"]: (row["subject"], row["object"]) for row in lexicon.rows("roles")}
        nouns = {word: tuple(found) for word, found in types.items()}
        return cls(nouns, verbs, saying, planning, past, roles, kinds(lexicon))


def _pasts(lemma: str, irregular: Irregular) -> list[str]:
    return [form for form, tags in verb_forms(lemma, irregular).items() if tags & {"past", "pp"}]


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
        line = dateline(document, k, lexicon) or (0, 0)
        if any(_precise(t) and not cue[0] <= t.start < cue[1] and t.start >= line[1] for t in near):
            act = _act(document, topics, k, (*cue, line[1]))
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


def _act(document: Document, topics: Topics, k: int, aside: tuple[int, int, int]) -> Act | None:
    """`aside`: where the words of the telling begin and end, and the dateline ends."""
    sentence = document.sentences[k]
    tokens = words(document.text, sentence.start, sentence.end)
    first, last, begin = aside
    free = [word for word in tokens if word.start >= begin and not first <= word.start < last]
    if len(free) < _FEWEST or tokens[-1].key == "?":
        return None
    if any(word.key in topics.kinds[kind] for word in free for kind in _AVOIDED):
        return None
    head = _head(topics, free)
    return _made(topics, k, free, head) if head is not None else None


def _head(topics: Topics, free: Sequence[Word]) -> int | None:
    """The index of the first past verb that is not of saying, if possible outside clauses with "when"."""
    spoken = [
        k
        for k in range(1, len(free))
        if _told(free[k], topics) and free[k].key not in topics.saying and not _modifies(topics, free, k)
    ]
    main = [k for k in spoken if not _subordinate(topics, free, k)]
    return _participle(topics, free, (main or spoken)[0]) if spoken else None


def _subordinate(topics: Topics, free: Sequence[Word], k: int) -> bool:
    for j in range(k - 1, -1, -1):
        if free[j].key == ",":
            return False
        if free[j].key in topics.kinds["boundary"] - topics.kinds["no-clause"]:
            return True
    return False


def _participle(topics: Topics, free: Sequence[Word], k: int) -> int:
    """Of "was held" the participle."""
    if not _auxiliary(free[k], topics):
        return k
    after = range(k + 1, min(k + _GROUP, len(free)))
    return next((j for j in after if _told(free[j], topics) and not _auxiliary(free[j], topics)), k)


def _modifies(topics: Topics, free: Sequence[Word], k: int) -> bool:
    """Whether it is a participle before its noun: "the ruined house"."""
    before = free[k - 1].key
    return before in topics.kinds["modifier-lead"]


def _auxiliary(word: Word, topics: Topics) -> bool:
    return word.key in topics.kinds["auxiliary-past"]


def _told(word: Word, topics: Topics) -> bool:
    """Whether a word can be a verb in the past."""
    if word.name or word.mark:
        return False
    known = word.key in topics.past or _auxiliary(word, topics) or word.key in topics.verbs
    return known or _regular(word.key, topics.kinds)


def _regular(key: str, listed: Kinds) -> bool:
    return len(key) > _SHORT and ends(key, listed, "past-end") and not ends(key, listed, "no-past-end")


def _made(topics: Topics, k: int, free: Sequence[Word], head: int) -> Act:
    verb = free[head]
    kind, weight = _type(topics, free, head)
    start, end = free[0].start, free[-1].end
    passive = head > 0 and any(word.key in topics.kinds["be"] for word in free[max(0, head - _GROUP) : head])
    return Act(
        type=kind,
        sentence=k,
        start=verb.start,
        end=verb.end,
        clause=(start, end),
        subject=(start, max(start, verb.start - 1)),
        object=(verb.end, end),
        strength=1 if _auxiliary(verb, topics) and weight < _ENOUGH else 2,
        status="planned" if _planned(topics, free, head) else "occurred",
        passive=passive,
        guessed=True,
        roles=topics.roles.get(kind, ("actor", "target")),
    )


def _planned(topics: Topics, free: Sequence[Word], head: int) -> bool:
    """Whether the verb is of what is to come: "is expected to take place"."""
    follows = free[head + 1].key if head + 1 < len(free) else ""
    now = any(word.key in topics.kinds["be-now"] for word in free[max(0, head - _GROUP) : head])
    return now and follows in topics.kinds["to"] and free[head].key in topics.planning


def _type(topics: Topics, free: Sequence[Word], head: int) -> tuple[str, int]:
    """The type with the most weight, and how much it has."""
    votes: Counter[str] = Counter()
    for word in free:
        for kind, weight in topics.types.get(word.key, ()):
            votes[kind] += weight
    verb = topics.verbs.get(free[head].key)
    if verb:
        votes[verb] += _VERB
    if not votes:
        return _OTHER, 0
    kind, weight = votes.most_common(1)[0]
    return kind, weight
