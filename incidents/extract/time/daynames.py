"""The words that the calendar brings into the vocabulary of dates: names of days and events, and of countries."""

from collections.abc import Iterator
from itertools import chain

from incidents.lexicon.calendar import HOME, Calendar
from incidents.lexicon.lexicon import Lexicon


def day_names(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each name with its class: `named` for days and periods, `event` for what must be seen to date something.

    A name that is also another word, or needs more beside it, has the classes that `day_names.csv` of the language
    gives it.
    """
    calendar = lexicon.compiled(Calendar.of)
    own = {row["name"]: row["class"] for row in lexicon.rows("day_names")}
    kinds = chain(((name, "named") for name in calendar.names), ((name, "event") for name in calendar.events))
    return ((name, one) for name, kind in kinds for one in own.get(name, kind).split())


def lands(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The names and adjectives of foreign countries whose days the calendar has, with their code."""
    foreign = lexicon.compiled(Calendar.of).countries - {HOME}
    for place in lexicon.reference.places:
        if place.code in foreign:
            for name in dict.fromkeys((place.name, *(one.text for one in place.names))):
                yield name, place.code
