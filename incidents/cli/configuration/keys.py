"""The keys that a configuration file may have, as data, and whether a value fits. Loaded only where there is a file."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from incidents.cli.options import SORTS
from incidents.model.scales import HANDLINGS, KINDS, LEVELS, STATUSES
from incidents.output.columns import names
from incidents.output.formats import FORMATS
from incidents.output.listings import FOUND


class Key(NamedTuple):
    """A key by its full name (`list.since`); `kind` says which values fit: a name of `FITTING`."""

    kind: str
    meaning: str
    among: tuple[str, ...] = ()
    """The only values, where it is a choice; of several values each is one of them."""
    own: bool = False
    """Only the user's own file may have it."""


KEYS: Mapping[str, Key] = {
    "database": Key("text", "A path, from the folder of the file, or a postgresql:// URL."),
    "user": Key("text", "Who is writing."),
    "language": Key("text", "Language of reports where nothing else says it: `en`, `ko`."),
    "editor": Key("text", "The program that edits forms; only in your own file.", own=True),
    "colour": Key("choice", "`auto`: on a terminal.", ("auto", "always", "never")),
    "ingest.outlet": Key("text", "Outlet of reports where nothing else says it, not even their address."),
    "ingest.language": Key("text", "Their language; goes before `language`."),
    "ingest.handling": Key("choice", "Who may see them, where nothing else says it.", HANDLINGS),
    "list.columns": Key("choices", "The columns of the table, in their order (docs/output.md).", names(FOUND)),
    "list.format": Key("choice", "How to print it.", FORMATS),
    "list.sort": Key("choice", "Order; - turns it.", SORTS),
    "list.limit": Key("number", "Only the last so many."),
    "list.province": Key("texts", "In one of these first-level units."),
    "list.place": Key("texts", "In one of these places or below it."),
    "list.institution": Key("texts", "Of one of these institutions or one below it."),
    "list.type": Key("texts", "Of one of these types."),
    "list.family": Key("texts", "Of one of these families of types."),
    "list.status": Key("choices", "With one of these statuses.", STATUSES),
    "list.kind": Key("choices", "Of one of these kinds.", KINDS),
    "list.since": Key("day", "Not before this day, month or year."),
    "list.until": Key("day", "Not after this day, month or year."),
    "list.certain": Key("flag", "Only what lies wholly inside since, until."),
    "list.possible": Key("flag", "All that can lie inside; undated ones too."),
    "list.verification": Key("choices", "At one of these levels of verification.", LEVELS),
    "list.at-least": Key("choice", "At this level of verification or above.", LEVELS[:-1]),
    "list.disputed": Key("flag", "Only those that some evidence contradicts."),
    "list.reviewed": Key("flag", "Only those that a person has reviewed."),
    "list.source-type": Key("texts", "With evidence of one of these types of source."),
    "list.outlet": Key("texts", "Reported by one of these outlets, or first had by it."),
    "list.tag": Key("texts", "With one of these tags."),
    "list.text": Key("text", "With all these words in title, summary or quotes."),
    "list.recorded-since": Key("day", "Recorded on this day (UTC) or later."),
    "list.by": Key("text", "Recorded by this person."),
}
SECTIONS = tuple(dict.fromkeys(name.partition(".")[0] for name in KEYS if "." in name))
LAYOUT = ("list.columns", "list.format", "list.sort")
"""What of [list] leaves nothing out."""
OTHER_NAMES = {"db": "database", "as": "user", "color": "colour", "lang": "language", "dates": "since"}
"""What other programs call a key."""


def fitted(name: str, value: Any) -> Any:
    """The value as the option of that key takes it: texts as a tuple, a day as text.

    Raises:
        ValueError: it does not fit; the sentence goes on after `list.since is …;`.
    """
    key = KEYS[name]
    found = FITTING[key.kind](value)
    for one in (found if isinstance(found, tuple) else (found,)) if key.among else ():
        if one not in key.among:
            raise ValueError(f"{one!r} is none of {', '.join(key.among)}")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError("it takes one line of text in quotation marks")
    return value.strip()


def _texts(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list) else [value]
    if not several or not all(isinstance(one, str) and one.strip() and one.isprintable() for one in several):
        raise ValueError('it takes a text, or several: ["Nampo", "Ryanggang"]')
    return tuple(one.strip() for one in several)


def _day(value: Any) -> str:
    if isinstance(value, date) and type(value) is date:
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("it is true or false")  # noqa: TRY004  wrong for its key, like all others
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 10**12:
        raise ValueError("it takes a whole number from 1 on")
    return value


FITTING: Mapping[str, Callable[[Any], Any]] = {
    "text": _text,
    "texts": _texts,
    "choice": _text,
    "choices": _texts,
    "day": _day,
    "flag": _flag,
    "number": _number,
}
