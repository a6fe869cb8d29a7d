"""What may stand where a value is typed: names, codes and numbers of the database that begin as it does."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from incidents.model.key import fold
from incidents.output.safe import line as one_line
from incidents.store.query import beginning
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS
from incidents.store.query.terms import TABLES

NEWEST = 40
"""So many numbers are offered: the newest of those that fit."""


class Value(NamedTuple):
    """Something to offer; `open`: more is typed after it, so that no space follows.

    `found` is the name that begins as it was typed, where the text does not.
    """

    text: str
    help: str = ""
    open: bool = False
    found: str = ""


Source = Callable[[Reader, str], Iterable[Value]]


def values(reader: Reader, subject: str, words: str) -> list[Value]:
    """What begins with the words, of a subject of the table; each begins as it was typed, or it is the only one."""
    return list(SOURCES[subject](reader, words))


def _names(reader: Reader, noun: str, words: str, level: str = "") -> list[Value]:
    if noun == "place" and "," in words:
        return _within(reader, words)
    key = NOUNS[noun].key(words)
    rows = beginning.named(reader, noun, words, level=level)
    chosen: dict[str, tuple[str, str, str]] = {}
    for code, name, found, about in rows:
        own = name if NOUNS[noun].key(name).startswith(key) else found
        if code not in chosen or len(own) < len(chosen[code][0]):  # `Yanggang` rather than `Yang-gang do`
            chosen[code] = (own, name, about)
    if len(chosen) == 1:
        ((code, (found, name, about)),) = chosen.items()
        return [one._replace(found=found) for one in _told_apart(reader, noun, {code: (name, name, about)}, level)]
    fitting = {code: one for code, one in chosen.items() if NOUNS[noun].key(one[0]).startswith(key)}
    return _told_apart(reader, noun, fitting, level) or _codes(reader, noun, words, level)


def _told_apart(reader: Reader, noun: str, chosen: Mapping[str, tuple[str, str, str]], level: str) -> list[Value]:
    """Names that only one thing has; of others, what tells them apart, else their codes."""
    if not chosen:
        return []
    key = NOUNS[noun].key
    several = beginning.shared(reader, noun, [value for value, _, _ in chosen.values()], level)
    found: dict[str, str] = {}
    for code, (value, _, about) in chosen.items():
        narrowed = f"{value}, {about}" if noun == "place" and about else code
        text = narrowed if key(value) in several else value
        text = text if text not in found.values() else code
        found[code] = text
    return [Value(text, _about(text, *chosen[code][1:], code)) for code, text in found.items()]


def _about(text: str, name: str, above: str, code: str) -> str:
    """What the text does not say itself: the canonical name, what it lies in or is under, the code."""
    told = (name, above) if text == f"{name}, {above}" else (text,)
    return ", ".join(one for one in (name, above, code) if one and one not in told)


def _within(reader: Reader, words: str) -> list[Value]:
    """`Posong, Sa` -> `Posong, Samsu`: what a place of that very name lies in."""
    head, _, tail = words.rpartition(",")
    key = NOUNS["place"].key(head)
    rows = [row for row in beginning.named(reader, "place", head) if NOUNS["place"].key(row.found) == key]
    found = {about: code for code, _, _, about in rows if fold(about).startswith(fold(tail))}
    return [Value(f"{head.strip()}, {about}", code) for about, code in found.items()]


def _codes(reader: Reader, noun: str, words: str, level: str) -> list[Value]:
    return [Value(code, name) for code, name, _ in beginning.coded(reader, noun, words, level)] if words else []


def _first_levels(reader: Reader, words: str) -> list[Value]:
    return _names(reader, "place", words, "province")


def _places(reader: Reader, words: str) -> list[Value]:
    """Of all places nobody wants a list: the first levels, until something is typed."""
    return _names(reader, "place", words) if words.strip() else _first_levels(reader, words)


def _institutions(reader: Reader, words: str) -> list[Value]:
    return _names(reader, "institution", words)


def _outlets(reader: Reader, words: str) -> list[Value]:
    return _names(reader, "outlet", words)


def _with_role(names: Source, noun: str) -> Source:
    def source(reader: Reader, words: str) -> list[Value]:
        head, colon, tail = words.rpartition(":")
        if not colon:
            return list(names(reader, words))
        roles = _terms(f"{noun} role")(reader, tail)
        return [Value(f"{head}:{role.text}", role.help) for role in roles]

    return source


def _terms(vocabulary: str) -> Source:
    def source(reader: Reader, words: str) -> Iterator[Value]:
        asked = fold(words)
        text = f"SELECT code, name, korean, definition FROM {TABLES[vocabulary]} WHERE retired = 0 ORDER BY rank, code"
        found = [
            Value(code, one_line(definition or name))
            for code, name, korean, definition in reader.rows(text)
            if any(fold(known).startswith(asked) for known in (code, name, korean) if known)
        ]
        begun = [value for value in found if fold(value.text).startswith(asked)]
        return iter(begun or found[: len(found) == 1])

    return source


def _groups(reader: Reader, words: str) -> list[Value]:
    """`detained=`: a number follows."""
    return [Value(f"{one.text}=", one.help, open=True) for one in _terms("people group")(reader, words)]


def _tags(reader: Reader, words: str) -> list[Value]:
    return [Value(tag) for tag in beginning.tags(reader, words) or beginning.tags(reader, words.lower())]


def _open(noun: str) -> Source:
    def source(reader: Reader, words: str) -> list[Value]:
        from incidents.store.query.unresolved import unresolved  # noqa: PLC0415  only `resolve` needs it

        named = ((name, one) for one in unresolved(reader, noun) for name in one.spellings)
        begun = ((name, one) for name, one in named if fold(name).startswith(fold(words)))
        return [Value(name, one_line(one.context)) for name, one in begun]

    return source


def _numbers(subject: str) -> Source:
    def source(reader: Reader, words: str) -> list[Value]:
        listed = max(words.rfind(","), words.rfind("-")) + 1
        head, digits = words[:listed], words[listed:].strip()
        if digits and not (digits.isascii() and digits.isdigit()):
            return []
        rows = beginning.numbered(reader, subject, digits, NEWEST)
        helps = _reports(reader, [number for number, _ in rows]) if subject == "report" else dict(rows)
        return [Value(f"{head}{number}", one_line(helps.get(number) or "")) for number, _ in rows]

    return source


def _reports(reader: Reader, numbers: list[int]) -> dict[int, str]:
    from incidents.cli.titles import headings  # noqa: PLC0415  only reports need it

    return {number: f"{outlet}: {title}" for number, (outlet, _, title) in headings(reader, numbers).items()}


def _columns(_: Reader, words: str) -> list[Value]:
    from incidents.output.listings import FOUND  # noqa: PLC0415  only --columns needs it

    head, comma, last = words.rpartition(",")
    return [Value(head + comma + one.name, one.meaning) for one in FOUND if one.name.startswith(last.strip())]


SOURCES: Mapping[str, Source] = {
    "province": _first_levels,
    "place": _places,
    "institution": _institutions,
    "outlet": _outlets,
    "open place": _open("place"),
    "open institution": _open("institution"),
    "place with role": _with_role(_places, "place"),
    "institution with role": _with_role(_institutions, "institution"),
    "type": _terms("type"),
    "family": _terms("family"),
    "source type": _terms("source type"),
    "people group": _groups,
    "relation": _terms("relation"),
    "place kind": _terms("place kind"),
    "institution kind": _terms("institution kind"),
    "institution role": _terms("institution role"),
    "tag": _tags,
    "incident": _numbers("incident"),
    "withdrawn": _numbers("withdrawn"),
    "proposal": _numbers("proposal"),
    "report": _numbers("report"),
    "change": _numbers("change"),
    "column": _columns,
}
