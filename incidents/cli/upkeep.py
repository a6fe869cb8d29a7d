"""What `add`, `rename`, `move` and `alias` of places and institutions do once they know their options."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from unicodedata import normalize

from incidents.cli.days import point
from incidents.cli.formed import one_meant, standing_meant
from incidents.cli.position import far_off, position
from incidents.cli.reading import reading
from incidents.cli.screen import say, say_each
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable
from incidents.errors import UsageProblem
from incidents.model.edtf import bounds
from incidents.store.query.connect import Reader
from incidents.store.query.names import described, named, standing
from incidents.store.query.terms import term

_LANGUAGE = re.compile("[a-z]{2,3}")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Way:
    """The noun, and the options that these commands share."""

    noun: str
    reason: str
    database: str | None
    who: str | None
    dry_run: bool


def added(name: str, given: Mapping[str, str], aliases: Sequence[str], way: Way, *, another: bool) -> None:
    """Add a place or an institution, and say its code. `given` are the texts of the options by their names."""
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    values = _values(name, given, aliases)
    with reading(way.database) as reader:
        values |= _links(reader, way.noun, given)
        parent, at = values["parent"], values["position"]
        about = f", {described(reader, way.noun, [parent])[0].rpartition(' (')[0]}" if parent else ""
        off = far_off(reader, at, parent) if at else ""
    with unwatched():
        from incidents.actions import new_thing  # noqa: PLC0415  heavy, after what can be mistyped

        fresh = new_thing.Fresh(way.noun, **values)
        code = new_thing.add(new_thing.Who(location, who, way.reason, way.dry_run), fresh, another=another)
    say(f"{done('added', dry_run=way.dry_run)}: {fresh.name}{about} ({code}){_undo(way)}")
    if off:
        say(off)
    _say_namesakes(code, (fresh.name, *(called for called, _ in fresh.names)), way)


def _values(name: str, given: Mapping[str, str], aliases: Sequence[str]) -> dict[str, Any]:
    """Of a new thing what can be read without the database."""
    began, at = _begun(given["since"], "--since"), position(given.get("at", ""))
    _demand_latin(name)
    names = [(_composed(given["korean"]), "official")] * bool(given["korean"])
    names += [(_composed(alias), "alias") for alias in aliases]
    until = point("--until", given["until"]) if given.get("until") else ""
    own = {"name": _composed(name), "names": names, "code": given["code"].strip()}
    return own | {"since": began, "until": until, "position": at}


def _links(reader: Reader, noun: str, given: Mapping[str, str]) -> dict[str, str]:
    """Of a new thing the codes of what it is under, of where it is, and of its kind."""
    parent = standing_meant(reader, noun, given["under"]) if given["under"] else ""
    place = standing(reader, "place", given["place"]) if given.get("place") else ""
    return {"parent": parent, "place": place, "kind": term(reader, f"{noun} kind", given["kind"])}


def renamed(words: str, name: str, korean: str, since: str, way: Way) -> None:
    """Give a thing another name, since a date or as a correction. Raises UsageProblem without one."""
    name, korean = _composed(name), _composed(korean)
    if name:
        _demand_latin(name)
    if not (name or korean):
        raise UsageProblem("say the new name, or the new Korean one with --korean")
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    began = _begun(since)
    with reading(way.database) as reader:
        code = one_meant(reader, way.noun, words)
        (before,) = described(reader, way.noun, [code])
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  as above
        from incidents.actions.upkeep import Thing, rename  # noqa: PLC0415

        by = Who(location, who, way.reason, way.dry_run)
        rename(by, Thing(way.noun, code), name, began, korean)
    new = " ".join(filter(None, (name, korean)))
    old = f"from {began}, the old name is kept as a former one" if began else "the old name is kept as an alias"
    say(f"{done('renamed', dry_run=way.dry_run)}: {before} is {new} now ({old}){_undo(way)}")
    _say_namesakes(code, filter(None, (name, korean)), way)


def moved(words: str, under: str, since: str, way: Way) -> None:
    """Put a thing under another one, since a date or as a correction."""
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    began = _begun(since)
    with reading(way.database) as reader:
        code, parent = one_meant(reader, way.noun, words), standing_meant(reader, way.noun, under)
        before, above = described(reader, way.noun, [code, parent])
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  as above
        from incidents.actions.upkeep import Thing, move  # noqa: PLC0415

        incidents = move(Who(location, who, way.reason, way.dry_run), Thing(way.noun, code), parent, began)
    old = f"from {began}; what happened until then is found under the old one too" if began else "the old one was wrong"
    say(f"{done('moved', dry_run=way.dry_run)}: {before} is under {above} now ({old}){_undo(way)}")
    if incidents:
        verb = "would be found" if way.dry_run else "is found" if incidents == 1 else "are found"
        say(f"{incidents} incident{'s' * (incidents != 1)} of it or below it {verb} there")


def aliased(
    verb: Literal["add", "remove"], words: str, names: Sequence[str], called: Mapping[str, str], way: Way
) -> None:
    """Add names to a thing, or take them from it. `called` are kind, language, since and until of those to add."""
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    with reading(way.database) as reader:
        code = one_meant(reader, way.noun, words)
        (about,) = described(reader, way.noun, [code])
    _demand_language(called["language"])
    wanted = list(dict.fromkeys(_composed(" ".join(name.split())) for name in names))
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  as above
        from incidents.actions.upkeep import Thing, add_names, remove_names  # noqa: PLC0415
        from incidents.store.things import Called  # noqa: PLC0415

        by, thing = Who(location, who, way.reason, way.dry_run), Thing(way.noun, code)
        if verb == "add":
            times = {key: point(f"--{key}", called[key]) if called[key] else "" for key in ("since", "until")}
            add_names(by, thing, wanted, Called(called["kind"], called["language"], **times))
        else:
            remove_names(by, thing, wanted)
    what = done("called" if verb == "add" else "no longer called", dry_run=way.dry_run)
    say(f"{about}: {what} {'; '.join(wanted)}{_undo(way)}")
    if verb == "add":
        _say_namesakes(code, wanted, way)


def _begun(since: str, option: str = "--from") -> str:
    """The day of the option as EDTF, or empty. What begins later is not so today, and every list shows today."""
    began = point(option, since) if since else ""
    first = bounds(began)[0] if began else None
    if first and first > datetime.now(UTC).astimezone().date():
        raise UsageProblem(f"{option} {since} lies ahead, and this would hold at once: give it when that day has come")
    return began


def _undo(way: Way) -> str:
    return "" if way.dry_run else "; undo: incidents undo"


def _demand_latin(name: str) -> None:
    """What a thing goes by in every listing is its English name."""
    if name.strip() and not _LATIN.search(name):
        raise UsageProblem(f"a thing goes by its English name: give that, and {name!r} with --korean")


def _composed(name: str) -> str:
    """The name with its syllables and accents in one piece each, as names are kept: else one name is two."""
    return normalize("NFC", name).strip()


def _demand_language(code: str) -> None:
    if code and not _LANGUAGE.fullmatch(code):
        raise UsageProblem(f"--language {code[:40]!a} is no code of a language: write two or three letters, as en, ko")


def _say_namesakes(code: str, names: Iterable[str], way: Way) -> None:
    """Which of the names others have too: nothing is linked by such a name alone."""
    with reading(way.database) as reader:
        pairs = ((name, _others(reader, way.noun, code, name)) for name in names)
        told = [f"{name} is also {'; '.join(others)}: alone it stays open which" for name, others in pairs if others]
    say_each(told, len(told))


def _others(reader: Reader, noun: str, code: str, name: str) -> list[str]:
    return described(reader, noun, [match.code for match in named(reader, noun, name) if match.code != code])
