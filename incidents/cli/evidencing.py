"""What `evidence add`, `drop` and `grade` do once they know their options."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from incidents.cli.editing import difference
from incidents.cli.incident_options import EvidenceOptions, WeightOptions
from incidents.cli.incident_values import evidence, weight
from incidents.cli.numbers import split
from incidents.cli.passage_words import quoted
from incidents.cli.reading import reading
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.typed.claims import typed_claim
from incidents.cli.writing import writable
from incidents.errors import NotFound, UsageProblem
from incidents.model.incident import Claim, Evidence, Incident
from incidents.model.wording import worded
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of

if TYPE_CHECKING:
    from incidents.actions.evidence import Aim, Weighed

_NAMED = ("place", "institution")
_UIDS = "SELECT uid FROM evidence_listing WHERE incident_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Aimed:
    """The options that these commands share: which revision was seen, why, where, by whom, and whether it is a try."""

    revision: int | None
    reason: str
    database: str | None
    who: str | None
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """What `evidence grade` was given; `clear` names fields to empty."""

    given: WeightOptions
    sensitive: bool | None
    clear: tuple[str, ...]

    def read(self, reader: Reader) -> dict[str, Any]:
        """The fields of Evidence that it changes. Raises UsageProblem for none, NotFound for a name that is none."""
        own = {} if self.sensitive is None else {"sensitive": self.sensitive}
        found = {**{_EMPTY[name][0]: _EMPTY[name][1] for name in self.clear}, **weight(reader, self.given), **own}
        if not found:
            raise UsageProblem("say what to change, such as --reliability B; incidents evidence grade --help lists all")
        return found


_EMPTY: dict[str, tuple[str, str | None]] = {
    "attribution": ("attribution", ""),
    "source-place": ("source_place", None),
    "said-on": ("said_on", None),
    "origin": ("origin", None),
}


def added(incident: str, given: EvidenceOptions, claims: Sequence[str], aimed: Aimed) -> None:
    """Add the passage that the options give. Raises UsageProblem if they give none."""
    location, name = writable(aimed.database, aimed.who, dry_run=aimed.dry_run)
    with reading(aimed.database) as reader:
        number = number_of(reader, "incident", incident)
        passage = evidence(reader, location, given)
        if passage is None:
            raise UsageProblem("evidence needs a --quote from its --report, or a --citation")
        passage = replace(passage, claims=tuple(typed_claim(reader, location, one, passage) for one in claims))
    if passage.quote and passage.quote != (given["quote"] or "").strip():
        say(f"the report has it as {quoted(passage.quote)}")
    with unwatched():
        from incidents.actions.evidence import add_evidence  # noqa: PLC0415  heavy, after what can be mistyped

        weighed = add_evidence(location, name, _aim(number, aimed), passage, dry_run=aimed.dry_run)
    _say(weighed, aimed, weighed.after.evidence[-1])


def dropped(incident: str, numbers: Sequence[str], aimed: Aimed) -> None:
    """Take passages away, given by their numbers on the page or by uid."""
    location, name = writable(aimed.database, aimed.who, dry_run=aimed.dry_run)
    with reading(aimed.database) as reader:
        number = number_of(reader, "incident", incident)
        passages = _passages(reader, number, numbers)
    with unwatched():
        from incidents.actions.evidence import drop_evidence  # noqa: PLC0415  as above

        weighed = drop_evidence(location, name, _aim(number, aimed), passages, dry_run=aimed.dry_run)
    _say(weighed, aimed)


def graded(incident: str, numbers: Sequence[str], given: Weight, aimed: Aimed) -> None:
    """Weigh passages otherwise, given by their numbers on the page or by uid."""
    location, name = writable(aimed.database, aimed.who, dry_run=aimed.dry_run)
    with reading(aimed.database) as reader:
        number = number_of(reader, "incident", incident)
        passages, fields = _passages(reader, number, numbers), given.read(reader)
    with unwatched():
        from incidents.actions.evidence import grade_evidence  # noqa: PLC0415  as above

        weighed = grade_evidence(location, name, _aim(number, aimed), passages, fields, dry_run=aimed.dry_run)
    _say(weighed, aimed)


def _aim(number: int, aimed: Aimed) -> "Aim":
    from incidents.actions.evidence import Aim  # noqa: PLC0415  as above

    return Aim(str(number), aimed.revision or 0, aimed.reason)


def _passages(reader: Reader, incident: int, several: Sequence[str]) -> list[str]:
    """The uids of the passages with these numbers (`2`, `1-3,5`) or uids."""
    held = [row[0] for row in reader.rows(_UIDS, (incident,))]
    known = {str(number): uid for number, uid in enumerate(held, 1)} | {uid: uid for uid in held}
    typed = [word.lower() for word in split(several)]
    missing = [word for word in typed if word not in known]
    if missing or not typed:
        there = f"its evidence is numbered 1 to {len(held)}" if held else "it has none"
        raise NotFound(f"incident {incident} has no evidence {', '.join(missing[:5])}; {there}")
    return list(dict.fromkeys(known[word] for word in typed))


def _say(weighed: "Weighed", aimed: Aimed, passage: Evidence | None = None) -> None:
    """What was changed of the incident, what follows from it, and which claims stand beside its values."""
    with reading(aimed.database) as reader:
        say(difference(reader, weighed.before, weighed.after, dry_run=aimed.dry_run))
        follows = "; ".join(_follows(weighed))
        if follows:
            say(f"{weighed.after.id}: {follows}")
        for claim in passage.claims if passage else ():
            if not claim.followed:
                say(_beside(reader, weighed.after, claim))


def _follows(weighed: "Weighed") -> Iterator[str]:
    """`level single-source → corroborated`, and the days of the first and last report."""
    old, new = weighed.yielded, weighed.yields
    levels = [one.level + ", disputed" * one.disputed for one in (old, new)]
    days = ((name, getattr(old, name), getattr(new, name)) for name in ("first_reported", "last_reported"))
    for name, before, after in (("level", *levels), *days):
        if before != after:
            shown = (one if name == "level" else worded(one) if one else "none" for one in (before, after))
            yield f"{name.replace('_', ' ')} {' → '.join(shown)}"


def _beside(reader: Reader, incident: Incident, claim: Claim) -> str:
    """`the date 2 Jan 2016 stands beside the incident's own: incidents edit 3 --date 2016-01-02 takes it`."""
    row = (
        reader.one(f"SELECT name FROM {claim.field} WHERE code = ?", (claim.value,)) if claim.field in _NAMED else None
    )
    meant = worded(claim.value) if claim.field == "date" else row[0] if row else claim.value
    typed = f"{claim.value!r}" if " " in claim.value else claim.value
    takes = "" if claim.field == "people" else f": incidents edit {incident.id} --{claim.field} {typed} takes it"
    return f"the {claim.field} {meant} stands beside the incident's own{takes}"
