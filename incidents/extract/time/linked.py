"""Expressions that take from another what they do not say: "in May and August 2014", "10 days after the collapse"."""

import re
from collections.abc import Sequence
from datetime import date

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.classes import words_of
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.operations import read
from incidents.extract.time.resolving import Expression
from incidents.lexicon.calendar import Ambiguous, Calendar
from incidents.lexicon.lexicon import Lexicon

_DATED = frozenset(("month", "day", "third_month", "third_range", "day_range"))
"""Readings of a month or of a day of one, which a year can be given to."""
_DAYS = frozenset(("day", "dom", "iso", "slash", "weekday", "weekday_date", "offset", "day_of", "weekday_of_week"))
"""Readings of one day, which days can be counted from."""
_COUNTED = frozenset(("weekday", "offset", "weekday_of_week"))
"""Those of them that count from the day of the report."""
_SAID = frozenset(("year", "direction"))
_MONTHS = 12
_GAP = 9
"""Code points of the longest words that join two dates."""
_BRACKET = 2
_COMMA = 5
"""Code points of a comma and a short word: ", on "."""
_MARK = "("
"""What may stand between a name and its day of the month, besides the words of the class `copula`."""
_BESIDE = 40
"""Code points between a day's date and its name."""
_WINDOW = 3000
_NEAR = 120
"""Code points between a noun and the date of what it names."""
_SENTENCE = re.compile(r"[.!?]\W*\s")
_STEM = 5
"""Letters that the forms of a word share: collapse, collapsed."""


def linked(expressions: Sequence[Expression], text: str, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The same expressions; a bare month before "and August 2014" has that year, "the collapse" its own date."""
    joiners = lexicon.compiled(_joiners)
    found = _ordered(expressions)
    for k in range(len(found) - 2, -1, -1):
        if text[found[k].end : found[k + 1].start].strip().lower() in joiners and not _apart(found[k], found[k + 1]):
            found[k] = found[k]._replace(node=_with_year(found[k].node, found[k + 1].node))
    calendar, after = lexicon.compiled(Calendar.of), lexicon.compiled(_afters)
    for k in range(1, len(found)):
        if after and _precedes(found[k], text[found[k - 1].end : found[k].start], after):
            found[k] = found[k]._replace(node=Node("anaphor_weekday", {**found[k].node.arguments, "step": -1}))
        if found[k].node.operation == "named" and found[k].start - found[k - 1].end <= _BESIDE:
            found[k] = _called(_owned(found[k], found[k - 1], calendar), found[k - 1], calendar)
        if found[k - 1].node.operation == "named" and not _apart(found[k - 1], found[k]):
            found[k - 1] = _owned(found[k - 1], found[k], calendar)
            found[k] = _same(found[k], found[k - 1], text, lexicon)
        if found[k - 1].node.operation == "named" and found[k].start - found[k - 1].end <= _BRACKET:
            found[k] = _turned(found[k], found[k - 1])
    _same_days(found, text)
    return tuple(
        _counted(one, found[max(0, k - _GAP) : k], text) if one.node.operation == "shift_from" else one
        for k, one in enumerate(found)
    )


def _same_days(found: list[Expression], text: str) -> None:
    """How far off a day lies, right beside that day, is said of it: "On the 17th, 10 days after the collapse"."""
    for k, one in enumerate(found):
        if one.node.operation == "shift_from" or (one.node.operation == "anaphor" and one.node.maybe("count")):
            beside = [
                other for other in found[max(0, k - 1) : k + 2] if other is not one and _explained(one, other, text)
            ]
            if beside:
                found[k] = beside[0]._replace(start=one.start, end=one.end, text=one.text)


def _explained(one: Expression, other: Expression, text: str) -> bool:
    first, last = sorted((one, other), key=lambda expression: expression.start)
    between = text[first.end : last.start]
    close = len(between) <= _COMMA and between.startswith(",")
    return close and other.node.operation in _DAYS - _COUNTED and one.node.word("unit") in ("day", "week")


def _joiners(lexicon: Lexicon) -> frozenset[str]:
    return words_of(lexicon, "joiner")


def _copulas(lexicon: Lexicon) -> frozenset[str]:
    return words_of(lexicon, "copula")


def _afters(lexicon: Lexicon) -> re.Pattern[str] | None:
    """The words for "after", up to the end of their phrase."""
    rows = lexicon.phrases.get("time_words", ())
    words = [re.escape(row["word"]) for row in rows if (row["class"], row["value"]) == ("opener", "after")]
    joined = "|".join(map(re.escape, sorted(lexicon.compiled(_joiners))))
    phrase = rf"\b(?:{'|'.join(words)})\b(?:(?!\b(?:{joined})\b)[^,;:.!?\n])*"
    return re.compile(phrase, re.IGNORECASE) if words else None


def _precedes(expression: Expression, between: str, after: re.Pattern[str]) -> bool:
    """Whether a weekday is that of what the day before it came after: "on Thursday, after an inspection on Tuesday"."""
    if expression.node.operation != "weekday" or "direction" in expression.node.arguments or expression.forward:
        return False
    found = after.search(between) if len(between) <= _BESIDE else None
    return found is not None and found.end() == len(between) and not _SENTENCE.search(between)


def _ordered(expressions: Sequence[Expression]) -> list[Expression]:
    """Dates like 4/5/2016 in the order that a day above 12 elsewhere in the text shows, if all that do agree."""
    written = [word for one in expressions for word in _slashes(one.node)]
    orders = {order for word in written if (order := _order(word))}
    if len(orders) != 1:
        return list(expressions)
    return [one._replace(node=_in_order(one.node, *orders)) if _slashes(one.node) else one for one in expressions]


def _slashes(node: Node) -> list[str]:
    own = [node.word("slash")] if node.operation == "slash" else []
    return own + [word for part in node.arguments.values() if isinstance(part, Node) for word in _slashes(part)]


def _order(word: str) -> str:
    """`day` or `month` by what must stand first; nothing where it can be either."""
    first, second = map(int, word.replace(".", "/").split("/")[:2])
    if (first > _MONTHS) is (second > _MONTHS):
        return ""
    return "day" if first > _MONTHS else "month"


def _in_order(node: Node, order: str) -> Node:
    parts = {name: _in_order(part, order) if isinstance(part, Node) else part for name, part in node.arguments.items()}
    return Node(node.operation, {**parts, "order": order} if node.operation == "slash" else parts)


def _apart(one: Expression, other: Expression) -> bool:
    return other.start - one.end > _GAP


def _with_year(node: Node, following: Node) -> Node:
    """The reading in the year that the following one has; as it was if it has its own, or lies later in the year."""
    year, inner = _year(following), _inner(node)
    if year is None or inner.operation not in _DATED or _SAID & set(inner.arguments):
        return node
    if inner.number("month") > _inner(following).number("month", 0):
        return node
    return _rebuilt(node, year)


def _rebuilt(node: Node, year: Argument) -> Node:
    if node.operation in _DATED:
        return Node(node.operation, {**node.arguments, "year": year})
    parts = {name: _rebuilt(part, year) if isinstance(part, Node) else part for name, part in node.arguments.items()}
    return Node(node.operation, parts)


def _inner(node: Node) -> Node:
    """The month or day inside a third of it, or an approximate one."""
    part = node.node("whole") or node.node("point")
    return _inner(part) if part else node


def _year(node: Node) -> Argument | None:
    inner = _inner(node)
    return inner.arguments.get("year") if inner.operation in _DATED else None


def _turned(expression: Expression, name: Expression) -> Expression:
    """A date right after a day's name lies where the name does: "the coming Chuseok (Sept. 17)"."""
    if expression.node.operation != "day" or _SAID & set(expression.node.arguments):
        return expression
    ahead = name.node.maybe("direction")
    forward = name.forward if ahead is None else ahead > 0
    place = (name.near, name.unsettled and ahead is None, name.weak and ahead is None)
    return Expression(expression.start, expression.end, expression.text, expression.node, forward, *place)


def _called(expression: Expression, dated: Expression, calendar: Calendar) -> Expression:
    """A day's name beside its date is of that date's year: "April 15, 2024, significant as the Day of the Sun"."""
    day = _fixed(_inner(dated.node), calendar)
    name, country = expression.node.word("named"), expression.node.word("country")
    try:
        same = day is not None and calendar.named(name, country).within(day, day)
    except Ambiguous:
        same = None
    if not (day and same) or _SAID & set(expression.node.arguments):
        return expression
    return expression._replace(node=Node("named", {**expression.node.arguments, "year": day.year}))


def _owned(expression: Expression, dated: Expression, calendar: Calendar) -> Expression:
    """Of the countries that have a day of the name the one whose it is then: "Victory Day on May 9"."""
    day, name = _inner(dated.node), expression.node.word("named")
    if day.operation != "day" or expression.node.word("country"):
        return expression
    country = calendar.holder(name, day.number("month"), day.number("day"))
    return expression._replace(node=Node("named", {**expression.node.arguments, "country": country}))


def _same(expression: Expression, named: Expression, text: str, lexicon: Lexicon) -> Expression:
    """A day of the month right behind a name that can fall on it is that day: 추석(17일), 국제부녀절인 8일."""
    between = text[named.end : expression.start].strip()
    if expression.node.operation != "dom" or (between != _MARK and between not in lexicon.compiled(_copulas)):
        return expression
    number = expression.node.number("ordinal", expression.node.number("day", 0))
    if not lexicon.calendar.may_fall(named.node.word("named"), number):
        return expression
    return named._replace(start=expression.start, end=expression.end, text=expression.text)


def _fixed(node: Node, calendar: Calendar) -> date | None:
    """The day of a reading that needs nothing to count from."""
    if node.operation not in _DAYS:
        return None
    try:
        return read(node, Basis(None, calendar)).start
    except (Unresolved, ValueError, OverflowError):
        return None


def _counted(expression: Expression, before: Sequence[Expression], text: str) -> Expression:
    """Counted from the day of what its noun names, if the text before has a word like it near to a day.

    Else from what was dated in its own sentence or the one before it; from nothing farther off.
    """
    anchor = _anchor(expression, before, text) if expression.node.word("lower") else None
    if anchor is None:
        near = bool(before) and _beside(text[before[-1].end : expression.start])
        return expression._replace(node=Node("anaphor", expression.node.arguments)) if near else expression
    arguments = {"count": 1, **expression.node.arguments, "point": anchor.node}
    found = anchor._replace(start=expression.start, end=expression.end, text=expression.text)
    return found._replace(node=Node("shift", arguments))


def _beside(between: str) -> bool:
    """Whether the words between two expressions are those of two sentences at most, one right behind the other."""
    return len(between) <= _NEAR and "\n" not in between and len(_SENTENCE.findall(between)) <= 1


def _anchor(expression: Expression, before: Sequence[Expression], text: str) -> Expression | None:
    start = max(0, expression.start - _WINDOW)
    at = text[start : expression.start].lower().rfind(expression.node.word("lower")[:_STEM])
    days = [one for one in before if one.node.operation in _DAYS]
    close = [(abs(one.start - start - at), one) for one in days if at >= 0 and abs(one.start - start - at) <= _NEAR]
    return min(close, key=lambda pair: pair[0])[1] if close else None
