"""What `edit --edit` does: one incident as a form, with what the options change in it already."""

from collections.abc import Sequence

from incidents.cli.editing import Change, difference, wanted
from incidents.cli.form.editor import edit_in_editor
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.writing import writable
from incidents.errors import UsageProblem
from incidents.model.incident import Incident
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.reports import resting_on


def edited(  # noqa: PLR0913  who changes which record how and why
    several: Sequence[str], change: Change, reason: str, database: str | None, who: str | None, *, dry_run: bool
) -> None:
    """Change one incident in the user's editor, and say what of it is other than it was.

    Raises:
        UsageProblem: there are several, or no editor is known.
        Refused: it is withdrawn; or somebody else changed it meanwhile, then the sentence names the file that what was
            typed is kept in.
        BadInput: the form was given up with something wrong in it; likewise.
    """
    location, name = writable(database, who, dry_run=dry_run)
    pairs: list[tuple[Incident, Incident]] = []
    with reading(database) as reader:
        numbers = meant(reader, "incident", several)
        if len(numbers) != 1:
            raise UsageProblem(f"--edit opens one incident, and these are {len(numbers)}: edit them one by one")
        key = str(numbers[0])
        draft = _opened(reader, location, change, numbers[0])

        def save(value: Incident) -> None:
            from incidents.actions.record import revise  # noqa: PLC0415  heavy; it was loaded to read the record

            pairs.append(revise(location, name, key, lambda _: value, reason=reason, dry_run=dry_run))

        edit_in_editor(reader, location, draft, resting_on(reader, numbers[0]), save=save)
    if not pairs:
        say(f"the form was left as it is, or emptied: {key} was not changed")
        return
    with reading(database) as reader:
        say(difference(reader, *pairs[0], dry_run=dry_run))


def _opened(reader: Reader, location: Location, change: Change, number: int) -> Incident:
    """The incident as it is now, with what the options change."""
    with unwatched():
        from incidents.actions.record import demand_standing, held  # noqa: PLC0415  heavy, after all that can be mistyped

        before = held(location, str(number))
    demand_standing(before)
    return wanted(reader, location, change, [number])[str(number)](before)
