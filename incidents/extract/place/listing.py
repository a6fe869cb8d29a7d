"""Places told in one breath: "in Pyongsong, Hamhung and even Pyongyang", "Usi and Kumya counties"."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.finding import PlaceMention

_LONG = 3
_BEFORE = 32
_WORD = re.compile(r"\b([A-Z][a-z]+)$")
_TAKES = frozenset({"scene", "source", "actor", "metonym"})
_GIVES = frozenset({"scene", "source", "actor"})


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Placed)


def runs(text: str, spans: Sequence[T], context: Context) -> Iterator[tuple[int, int]]:
    """The lists among the spans, as slices: items with commas between, and a word such as "and" before the last.

    Three items with commas alone are a list too: the last "and" may join what is no place.
    """
    first = 0
    for k in range(1, len(spans) + 1):
        between = text[spans[k - 1].end : spans[k].start] if k < len(spans) else ""
        joint = context.joints.fullmatch(between) if between else None
        if joint and not joint["last"]:
            continue
        last = k + 1 if joint else k
        if last - first > 1 and (joint or last - first >= _LONG or _goes_on(text, spans[last - 1].end, context)):
            yield first, last
        first = k


def _goes_on(text: str, end: int, context: Context) -> bool:
    """Whether a list has a last item that is no place: "Havana, Beijing and the United Nations"."""
    joint = context.joints.match(text, end)
    return joint is not None and bool(joint["last"]) and text[joint.end() : joint.end() + 1].isupper()


def halves(text: str, spans: Sequence[Span], context: Context, gazetteer: Gazetteer) -> Iterator[Span]:
    """The spans, with the first of two names that share their last words: the North of "North and South Pyongan"."""
    end = 0
    for span in spans:
        word = _shares(text, span, max(end, span.name_start - _BEFORE), context)
        shared = text[span.name_start : span.name_end].partition(" ")[2]
        codes = gazetteer.codes(f"{word[1]} {shared}") if word and shared else ()
        if word and codes:
            yield Span(*word.span(), *word.span(), codes, reason="the rest of its name stands with the next one")
        yield span
        end = span.end


def _shares(text: str, span: Span, begin: int, context: Context) -> re.Match[str] | None:
    """The word in front of what lists right before a name."""
    joint = context.joint.search(text, begin, span.name_start)
    return _WORD.search(text, begin, joint.start()) if joint else None


def of_one_kind(text: str, spans: Sequence[Span], context: Context, gazetteer: Gazetteer) -> list[Span]:
    """The spans, those of a list before a plural unit ("Usi and Kumya counties") narrowed to places of its kind."""
    result = list(spans)
    for first, last in runs(text, spans, context):
        kinds = spans[last - 1].unit
        if kinds and text[: spans[last - 1].end].endswith("s"):
            for k in range(first, last - 1):
                fitting = tuple(code for code in spans[k].codes if gazetteer.place[code].kind in kinds)
                if fitting and not spans[k].unit:
                    result[k] = spans[k]._replace(codes=fitting)
    return result


def alike(text: str, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    """The mentions, those of a list with the use and the preposition of its first one."""
    result = list(mentions)
    for first, last in runs(text, mentions, context):
        head = mentions[first]
        if head.use not in _GIVES or not head.before:
            continue
        for k in range(first + 1, last):
            if mentions[k].use in _TAKES and not mentions[k].before:
                result[k] = mentions[k]._replace(use=head.use, before=head.before)
    return result
