"""What `tag add`, `drop` and `rename` do once they know their options."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from incidents.cli.asking.confirm import confirmed_several
from incidents.cli.editing import say_differences
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import bulk
from incidents.cli.startup import unwatched
from incidents.cli.writing import writable
from incidents.errors import UsageProblem
from incidents.model.incident import Incident
from incidents.store.query.connect import Reader
from incidents.store.query.tags import having

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The options that these commands share."""

    reason: str
    database: str | None
    who: str | None
    yes: bool
    dry_run: bool


def tagged(tag: str, several: Sequence[str], way: Way) -> None:
    """Put the tag on the incidents. Raises UsageProblem if it is empty."""
    word = _word(tag)
    _changed(lambda reader: meant(reader, "incident", several), lambda tags: (*tags, word), "tagged", way)


def untagged(tag: str, several: Sequence[str], way: Way) -> None:
    """Take the tag from the incidents. Raises NotFound if no incident at all has it."""
    words = _word(tag), tag

    def some(reader: Reader) -> list[int]:
        _having(reader, tag)
        return meant(reader, "incident", several)

    _changed(some, lambda tags: tuple(one for one in tags if one not in words), "changed", way)


def renamed(old: str, new: str, way: Way) -> None:
    """Rename a tag wherever it is. Raises NotFound if no incident has it."""
    before, after = (_word(old), old), _word(new)
    if old == after:
        raise UsageProblem(f"the tag {old!r} has that name already")

    def renaming(tags: Tags) -> Tags:
        return tuple(after if one in before else one for one in tags)

    _changed(lambda reader: _having(reader, old), renaming, "changed", way)


def _having(reader: Reader, tag: str) -> list[int]:
    """The incidents with the tag, as it was typed or with the spaces of a new one. Raises NotFound."""
    there = reader.one("SELECT 1 FROM incident_tag WHERE tag = ?", (tag,))
    return having(reader, tag if there else _word(tag))


def _word(tag: str) -> str:
    """The tag without spaces around it, one space between its words."""
    if not tag.strip():
        raise UsageProblem("a tag needs at least one letter")
    return " ".join(tag.split())


def _changed(some: Callable[[Reader], list[int]], change: Callable[[Tags], Tags], what: str, way: Way) -> None:
    """Give the tags of some incidents another value, all or none, and say each that is other than it was."""
    location, name = writable(way.database, way.who, dry_run=way.dry_run)
    with reading(way.database) as reader:
        numbers = some(reader)
        confirmed_several(reader, what, numbers, yes=way.yes or way.dry_run)

    def edit(incident: Incident) -> Incident:
        return replace(incident, tags=tuple(sorted(set(change(incident.tags)))))

    with unwatched():
        from incidents.actions.record import revise_all  # noqa: PLC0415  heavy, after what can be mistyped

        edits = {str(number): edit for number in numbers}
        follow = bulk(len(numbers))
        pairs = revise_all(
            location, name, edits, reason=way.reason, withdrawn_too=True, dry_run=way.dry_run, follow=follow
        )
    say_differences(way.database, pairs, dry_run=way.dry_run)
