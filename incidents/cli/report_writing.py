"""What `report mark`, `edit`, `link`, `withdraw` and `restore` do once they know their options."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from incidents.cli.asking.confirm import confirmed_several
from incidents.cli.changes import related, told
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.report_words import many
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable
from incidents.errors import UsageProblem
from incidents.model.scales import ReportState
from incidents.store.query.connect import Reader
from incidents.store.query.find import numbers_of
from incidents.store.query.names import one as code_of
from incidents.store.query.reports import uid_of

if TYPE_CHECKING:
    from incidents.actions.report_edit import Edited
    from incidents.cli.report.edit import Given

_TOLD = 60
"""Columns that a text takes at the most in what is said of an edit."""
_UNKNOWN = ("", "unknown", "none")


def marked(  # noqa: PLR0913  who marks what how and why
    several: Sequence[str],
    state: ReportState,
    reason: str,
    database: str | None,
    who: str | None,
    *,
    reject_rest: bool,
    yes: bool,
    dry_run: bool,
) -> None:
    """Mark reports, and say what became of each; before several it asks.

    Raises:
        UsageProblem: what waits is to be rejected for no reason.
    """
    if reject_rest and not reason.strip():
        raise UsageProblem("--reject-rest needs a --reason, which is kept with each proposal")
    if reject_rest and state == "new":
        raise UsageProblem("--reject-rest is for a report that is done with: --state done, or nothing")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = meant(reader, "report", several)
        confirmed_several(reader, "marked", numbers, yes=yes or dry_run, noun="report")
    with unwatched():
        from incidents.actions.report_state import mark  # noqa: PLC0415  heavy, after what can be mistyped

        found = mark(location, name, numbers, state, reason=reason, reject_rest=reject_rest, dry_run=dry_run)
    for one in found:
        if one.before == one.after and not one.rejected:
            say(f"report {one.report} is {one.after} already")
            continue
        rest = f", {many(len(one.rejected), 'proposal')} rejected" if one.rejected else ""
        say(f"{done('marked', dry_run=dry_run)}: report {one.report} {one.before} → {one.after}{rest}")


def stand(  # noqa: PLR0913  who changes what of which reports and why
    verb: Literal["withdraw", "restore"],
    several: Sequence[str],
    reason: str,
    database: str | None,
    who: str | None,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Withdraw or restore reports, and say what follows; before several it asks."""
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = meant(reader, "report", several)
        what = "withdrawn" if verb == "withdraw" else "restored"
        confirmed_several(reader, what, numbers, yes=yes or dry_run, noun="report")
    with unwatched():
        from incidents.actions import report_edit  # noqa: PLC0415  heavy, after what can be mistyped

        act = report_edit.withdraw if verb == "withdraw" else report_edit.restore
        found = act(location, name, numbers, reason, dry_run=dry_run)
    gone = verb == "withdraw"
    for one in found:
        waits = many(one.waiting, "proposal") + (" wait no more" if gone else " wait again") if one.waiting else ""
        rest = _resting(one, "it backs no more" if gone else "it backs again")
        words = "; ".join(filter(None, (f"report {one.report}", waits, rest)))
        say(f"{done('withdrawn' if gone else 'restored', dry_run=dry_run)}: {words}")


def _resting(one: "Edited", what: str) -> str:
    return f"{what}: incident{'s' * (len(one.incidents) > 1)} {_listed(one.incidents)}" if one.incidents else ""


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (f" and {len(numbers) - 8} more" if len(numbers) > 8 else "")


def edited(  # noqa: PLR0913  who corrects what of which report and why
    key: str, given: "Given", reason: str, database: str | None, who: str | None, *, dry_run: bool
) -> None:
    """Correct what is known of a report, and say what is other than it was, and what does not follow by itself.

    Raises:
        UsageProblem: nothing is named.
    """
    if all(value is None for value in given.values()):
        raise UsageProblem("name what to correct, such as --published or --outlet; incidents report edit --help")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        (number,) = numbers_of(reader, "report", [key])
        values = _values(reader, given)
    with unwatched():
        from incidents.actions.report_edit import edit  # noqa: PLC0415  heavy, after what can be mistyped

        found = edit(location, name, number, values, reason=reason, dry_run=dry_run)
    with reading(database) as reader:
        for words in _edited(reader, found, dry_run=dry_run):
            say(words)


def _values(reader: Reader, given: "Given") -> dict[str, Any]:
    """What was given, with the day read and the outlet's code; what empties is None.

    Raises:
        NotFound, UsageProblem, BadInput: an outlet that nothing is called, a title of several lines, no date.
    """
    values: dict[str, Any] = {name: str(words).strip() for name, words in given.items() if words is not None}
    if not all(words.isprintable() for name, words in values.items() if name != "note"):
        raise UsageProblem("a title, address or language is one line without control characters")
    if "published" in values:
        values["published"] = _day(values["published"])
    if "outlet" in values:
        known = values["outlet"].lower() not in _UNKNOWN
        values["outlet"] = code_of(reader, "outlet", values["outlet"]) if known else None
    return values


def _day(words: str) -> str | None:
    if words.lower() in _UNKNOWN:
        return None
    from incidents.actions.published import published  # noqa: PLC0415  few edits give a day

    return published(words) or None


def _edited(reader: Reader, found: "Edited", *, dry_run: bool) -> list[str]:
    changed = found.changed
    if not changed:
        return [f"report {found.report} has that already: nothing was changed"]
    fields = ", ".join(f"{label} {words}" for label, words in told(reader, changed, _TOLD))
    said = [f"{'would be changed: ' * dry_run}report {found.report}: {fields}"]
    follows = found.incidents and {"published", "outlet"} & set(changed)
    if follows:
        said.append(f"levels and days of incidents {_listed(found.incidents)} {done('computed anew', dry_run=dry_run)}")
    read_by = {"published": "dates were counted from the old day", "language": "it was read in the old language"}
    why = [words for name, words in read_by.items() if name in changed]
    if "outlet" in changed and found.waiting:
        why.append("its waiting proposals name the old outlet")
    if why and not dry_run:
        see = f"; see to the dates of incidents {_listed(found.incidents)}" if found.incidents else ""
        said.append(f"{' and '.join(why)}: incidents report reprocess {found.report} reads it again{see}")
    return said


def linked(  # noqa: PLR0913  who links what to what and why
    key: str,
    others: Mapping[str, Sequence[str]],
    reason: str,
    database: str | None,
    who: str | None,
    *,
    drop: bool,
    dry_run: bool,
) -> None:
    """Link a report to others, or drop links, and say it.

    Raises:
        UsageProblem: none is named.
    """
    if not any(others.values()):
        raise UsageProblem("name the other report or outlet, as in --quotes 2 or --quotes RFA")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        (number,) = numbers_of(reader, "report", [key])
        links = [
            {"kind": kind.replace("_", "-")} | _target(reader, words)
            for kind, several in others.items()
            for words in several
        ]
    with unwatched():
        from incidents.actions.report_edit import link  # noqa: PLC0415  heavy, after what can be mistyped

        found = link(location, name, number, links, drop=drop, reason=reason, dry_run=dry_run)
    with reading(database) as reader:
        before, after = (some or [] for some in found.changed["relations"])
        moved = [one for one in before if one not in after] if drop else [one for one in after if one not in before]
        words = "; ".join(related(reader, one) for one in moved)
        say(f"{done('unlinked' if drop else 'linked', dry_run=dry_run)}: report {number} {words}")


def _target(reader: Reader, words: str) -> dict[str, str]:
    """A report by its number or uid, else an outlet by its name."""
    plain = words.strip()
    if plain.isascii() and (plain.isdigit() or (len(plain) == 36 and plain.count("-") == 4)):
        (number,) = numbers_of(reader, "report", [plain])
        return {"other": uid_of(reader, "report", number)}
    return {"outlet": code_of(reader, "outlet", plain)}
