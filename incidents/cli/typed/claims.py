"""Claims of a passage as they are typed: `date=2016-01-01`, `place=Posong`, `people=detained=2`."""

from incidents.cli.typed.date import typed_date
from incidents.cli.typed.people import typed_people, written_people
from incidents.errors import BadInput, UsageProblem
from incidents.model.incident import Claim, Evidence
from incidents.model.scales import CLAIMED, STATUSES, Basis
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.names import standing


def typed_claim(reader: Reader, location: Location, typed: str, passage: Evidence) -> Claim:
    """The claim; words of a date count from the day of the passage's report.

    Where the words that were typed stand once in the passage, the claim has their place.

    Raises:
        UsageProblem: there is no such field, or no `=`.
        NotFound, BadInput: a name or date that is none.
    """
    field, equals, words = (part.strip() for part in typed.partition("="))
    field = field.lower()
    if field not in CLAIMED or not equals or not words:
        raise UsageProblem(f"--claim {typed!r}: write FIELD=VALUE, with one of {', '.join(CLAIMED)}")
    value, basis = _value(reader, location, field, words, passage)
    start = passage.quote.find(words) if passage.start is not None and passage.quote.count(words) == 1 else -1
    if start < 0 or passage.start is None:
        return Claim(field, value, basis=basis)
    return Claim(field, value, passage.start + start, passage.start + start + len(words), basis)


def _value(reader: Reader, location: Location, field: str, words: str, passage: Evidence) -> tuple[str, Basis]:
    if field == "date":
        when = typed_date(reader, location, words, None, [passage.report] if passage.report else []).when
        if not when.edtf:
            raise BadInput("a passage that gives no date claims none: leave --claim date out")
        return when.edtf, when.basis
    if field == "people":
        people = typed_people(reader, words, "--claim people=")
        return f"{people.group}: {people.words or written_people(people).partition('=')[2]}", "stated"
    if field == "status":
        if words.lower() not in STATUSES:
            raise BadInput(f"--claim status={words}: it is one of {', '.join(STATUSES)}")
        return words.lower(), "stated"
    return standing(reader, field, words), "stated"
