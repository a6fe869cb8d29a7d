"""Words of `--since` and `--until` that the small reader of `cli.days` leaves: relative ones count from today.

How they were understood is said on standard error, each time: never a silent guess.
"""

from datetime import UTC, datetime

from incidents.actions.dates import NoDay, Unread, typed_when
from incidents.actions.reading import lexicon
from incidents.cli.screen import say
from incidents.errors import BadInput, UsageProblem
from incidents.intake.language import language_of
from incidents.model.when import When
from incidents.model.wording import worded

__all__ = ["Unread", "day_in_words"]


def day_in_words(option: str, text: str, end: int, *, utc: bool) -> str:
    """The first (`end` 0) or last (1) day that the words allow, `YYYY-MM-DD`; they count from today, here or in UTC.

    Raises:
        Unread: no date can be read from them.
        UsageProblem: they name no day, or are open at this end.
    """
    try:
        when, counted = _read(text, utc=utc)
    except Unread:
        raise
    except BadInput as error:
        raise UsageProblem(f"{option} {str(error).rstrip('.')}") from None
    day = (when.earliest, when.latest)[end]
    if day is None:
        what = f"is {when.in_words}: open at the end that it is for" if when.dated else "names no day"
        raise UsageProblem(f"{option} “{text}” {what}")
    say(f"{option} “{text}” is {worded(day.isoformat())}{counted}")
    return day.isoformat()


def _read(text: str, *, utc: bool) -> tuple[When, str]:
    """The date, and that it was counted from today if it was."""
    known = lexicon(None, language_of(text))
    try:
        return typed_when(text, None, known), ""
    except NoDay:
        day = now().date() if utc else now().astimezone().date()
        return typed_when(text, day, known), f", counted from today{' (UTC)' * utc}"


def now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)
