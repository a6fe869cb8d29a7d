"""What `withdraw` and `restore` do: whether incidents stand in the chronology."""

from collections.abc import Sequence
from typing import Literal

from incidents.cli.asking.confirm import confirmed_several
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import bulk, say_each
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable

_DONE = {"withdraw": "withdrawn", "restore": "restored"}


def stand(  # noqa: PLR0913  who changes what of which records and why
    verb: Literal["withdraw", "restore"],
    several: Sequence[str],
    reason: str,
    database: str | None,
    who: str | None,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Withdraw or restore the incidents that were typed, all or none, and say each."""
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = meant(reader, "incident", several)
        confirmed_several(reader, _DONE[verb], numbers, yes=yes or dry_run)
    with unwatched():
        from incidents.actions import record  # noqa: PLC0415  heavy, after what can be mistyped

        act = record.withdraw if verb == "withdraw" else record.restore
        found = act(
            location, name, [str(number) for number in numbers], reason, dry_run=dry_run, follow=bulk(len(numbers))
        )
    say_each((f"{done(_DONE[verb], dry_run=dry_run)}: {one.id} {one.title}" for one in found), len(found))
