"""`--since` and `--until`: a day, month, year or any other EDTF point, never words."""

from incidents.errors import UsageProblem
from incidents.model.edtf import bounds


def first_day(option: str, text: str) -> str:
    """The first day that `text` allows, `YYYY-MM-DD`. Raises UsageProblem if it is no date."""
    return _day(option, text, 0)


def last_day(option: str, text: str) -> str:
    """The last day that `text` allows, `YYYY-MM-DD`. Raises UsageProblem if it is no date."""
    return _day(option, text, 1)


def _day(option: str, text: str, end: int) -> str:
    try:
        day = bounds(text)[end]
    except ValueError as error:
        raise UsageProblem(f"{option} {text!r} is no date ({error}); write 2019, 2019-05 or 2019-05-31") from None
    if day is None:
        raise UsageProblem(f"{option} {text!r} is open at the end that it is for; write 2019, 2019-05 or 2019-05-31")
    return day.isoformat()
