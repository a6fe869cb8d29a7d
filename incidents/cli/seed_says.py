"""Where a user has changed a place or an institution: what the reference data that ships says otherwise."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from incidents.cli.screen import say_each
from incidents.store.query.tree import Around

if TYPE_CHECKING:  # what writes loads slowly
    from incidents.store.seed_clashes import Clash

_NOUNS = ("place", "institution")
_FIELDS = {
    "place": ("name", "kind", "latitude", "longitude"),
    "institution": ("name", "kind", "since", "until"),
}
_LINKS = {"parent": "parent_code", "place": "place_code"}


def seed_says(noun: str, own: Mapping[str, Any], around: Around) -> dict[str, Any]:
    """The fields that the seeds have otherwise, with what they say; nothing of what no user has changed, or made.

    `names` are those that the seeds give and that are not there, `parents` likewise by code.
    """
    if own["origin"] != "user":
        return {}
    from incidents.intake.kept import known_reference  # noqa: PLC0415  few things were changed

    seed = getattr(known_reference(), noun).get(own["code"])
    if seed is None:
        return {}
    links = {name: column for name, column in _LINKS.items() if column in own and hasattr(seed, name)}
    pairs = {name: (getattr(seed, name), own[name]) for name in _FIELDS[noun]}
    pairs |= {name: (getattr(seed, name), own[column]) for name, column in links.items()}
    told = {name: says for name, (says, here) in pairs.items() if (says or "") != (here or "")}
    held = {own["name"], *(row[0] for row in around.names)}
    lists = {
        "names": [text for text in dict.fromkeys((seed.name, *(one.text for one in seed.names))) if text not in held],
        "parents": _missing((one.code for one in getattr(seed, "parents", ())), {row[0] for row in around.parents}),
    }
    return told | {name: some for name, some in lists.items() if some}


def worded(says: Mapping[str, Any]) -> str:
    """`name Kimhyongjik; parent KP-10; names A, B`: in one line for people."""
    return "; ".join(f"{name} {', '.join(v) if isinstance(v, list) else v or 'none'}" for name, v in says.items())


def say_conflicts(conflicts: Collection["Clash"]) -> None:
    """Say what was left as the user had it although the new seeds have changed, and what they share or retire."""
    say_each(map(_conflict, conflicts), len(conflicts))


def _conflict(one: "Clash") -> str:
    show = f"incidents {one.noun} show {one.code}" if one.noun in _NOUNS else ""
    if one.how == "shared":
        which = f"{one.name} is a name of {one.other} too now, besides {one.code}, to which you gave it"
        return f"{one.noun}: {which}; alone it stays open which"
    if one.how == "retired":
        return f"the reference data has retired {one.noun} {one.code} ({one.name}), which is in use here: {show}"
    if one.how == "taken":
        other = f"the reference data of this version has another {one.noun} with the code of yours"
        return f"{other}, {one.name} ({one.code}), which stands; both: {show}"
    told = f"; both: {show}" if show else ""
    subject = f"{one.noun} {one.code}"
    return f"left as you changed it, though the reference data of this version has changed, too: {subject}{told}"


def _missing(codes: Iterable[str], held: Collection[str]) -> list[str]:
    return [code for code in dict.fromkeys(codes) if code not in held]
