"""What a change changed, in words: one line a field, with names for codes and no identifiers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from incidents.cli.relation_words import relation_words
from incidents.model.wording import number_words, worded
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader
from incidents.store.query.sql import marks

Diff = Mapping[str, Sequence[Any]]
"""Fields with their old and new plain values (`model.codec`), as the log keeps them; None: not there."""
Told = tuple[str, str]
"""A field, and what became of it."""
LONG = 120
"""Columns that one value takes at the most."""

_HIDDEN = frozenset(
    "uid code decisions recorded_at recorded_by reviewed_at withdrawn_reason got_how got_at got_by"
    " decided_by decided_at explanation confidence disputed".split()
)
"""Fields that say again what the head of a change says, or mean nothing to people."""
_LABELS = {"assessed": "level set", "assessed_reason": "why this level", "reviewed_by": "reviewed by"}
_HIDDEN_OF_NEW = frozenset(("language", "handling"))
_FIRST = "title type status when places institutions people evidence".split()
_MAKING = ("got_at", "name", "version", "recorded_at")
"""Fields of which a thing has one from the start: without an old value, the change made it."""
_DEFAULTS = {"kind": "event", "withdrawn": False, "status": "occurred"}
_DATE_PARTS = {"basis": "date rests on", "extent": "date extent"}


def told(reader: Reader, content: Diff, long: int = LONG) -> list[Told]:
    """The fields of a change, what matters first: `("date", "by 31 Jan 2025 → 8 Jan 2025")`.

    No old value is told of what the change made; texts are cut to `long` columns.
    """
    made = makes(content)
    content, nothing = _flat(content), "" if made else "none"
    hidden = _HIDDEN | _HIDDEN_OF_NEW if made else _HIDDEN
    order = {name: place for place, name in enumerate(_FIRST)}
    names = sorted((name for name in content if name not in hidden), key=lambda name: (order.get(name, 99), name))
    if "places" in content and "precision" in names:
        names.remove("precision")  # it follows from the places
    return [one for name in names for one in _told(reader, name, content[name], nothing, long)] or _decided(content)


def makes(content: Diff) -> bool:
    """Whether a change made the thing that it is about."""
    fresh = {name for name, (old, _) in content.items() if old is None}
    return not fresh.isdisjoint(_MAKING) or fresh >= {"title", "state"}


def _flat(content: Diff) -> Diff:
    """The fields of a proposal's payload by the names of those of an incident."""
    names = {"proposal.problems": "open", "proposal.verification": "level"}
    plain = {name: pair for name, pair in content.items() if "." not in name}
    inner = {name: pair for name, pair in content.items() if "." in name and name != "proposal.institutions"}
    return {names.get(name, name.partition(".")[2]): pair for name, pair in inner.items()} | plain


def _told(reader: Reader, name: str, pair: Sequence[Any], nothing: str, long: int) -> Iterator[Told]:
    old, new = pair
    if name == "when":
        yield from _date(old or {}, new or {})
    elif name == "evidence":
        yield from _evidence(reader, old or [], new or [])
    elif name == "incident":
        yield "incident", _arrow(_number(reader, old), _number(reader, new))
    elif old is not None or new != _DEFAULTS.get(name):
        before, after = (_shown(reader, name, value, long) for value in pair)
        yield _LABELS.get(name, name.replace("_", " ")), _arrow(before or nothing, after)


def _arrow(old: str, new: str) -> str:
    return f"{old} → {new or 'none'}" if old else new


def _date(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Told]:
    """The date if it changed, with the words it was given in; else what else of it did."""
    if old.get("edtf") != new.get("edtf") or not old:
        known = worded(new.get("edtf"), extent=new.get("extent"))
        words = f" (“{new['words']}”)" if new.get("words") and new["words"] not in (new.get("edtf"), known) else ""
        yield "date", _arrow(worded(old.get("edtf"), extent=old.get("extent")) if old else "", known) + words
        return
    for part, label in _DATE_PARTS.items():
        if old.get(part) != new.get(part):
            yield label, _arrow(str(old.get(part, "")), str(new.get(part, "")))
    if old.get("words") != new.get("words"):
        yield "date words", _arrow(f"“{old.get('words', '')}”", f"“{new.get('words', '')}”")


def _evidence(reader: Reader, old: list[Any], new: list[Any]) -> Iterator[Told]:
    before, after = ({_mark(one): _told_of(one) for one in some} for some in (old, new))
    pieces = {
        "added": [after[uid] for uid in after if uid not in before],
        "taken away": [before[uid] for uid in before if uid not in after],
        "changed": [after[uid] for uid in after if uid in before and after[uid] != before[uid]],
    }
    for what, passages in pieces.items():
        if passages:
            quoted = "; ".join(_passage(reader, one, before.get(_mark(one), one)) for one in passages)
            yield "evidence", f"{len(passages)} passage{'s' * (len(passages) != 1)} {what} ({quoted})"
    if not any(pieces.values()) and list(before) != list(after):
        yield "evidence", "put in another order"


def _told_of(one: Mapping[str, Any]) -> dict[str, Any]:
    """A passage but for which of its claims are followed: that goes without saying where the field changes."""
    claims = [{name: part for name, part in claim.items() if name != "followed"} for claim in one.get("claims", ())]
    return {**one, "claims": claims}


def _mark(one: Mapping[str, Any]) -> str:
    """What tells a passage from others: its uid, else, in a proposal, where it stands."""
    return str(one.get("uid") or (one.get("text"), one.get("start"), one.get("end"), one.get("citation")))


def _passage(reader: Reader, one: Mapping[str, Any], old: Mapping[str, Any]) -> str:
    """`Radio Free Asia, “A guard told us”`, and what of it is other than it was."""
    words = cut(line(one.get("quote") or one.get("citation", "")), LONG)
    names = sorted(name for name in one.keys() | old.keys() if one.get(name) != old.get(name) and name != "text")
    fields = (f"{name.replace('_', ' ')} {_arrow(*(_weighed(reader, p, name) for p in (old, one)))}" for name in names)
    about = ", ".join(filter(None, (_named(reader, "outlet", one.get("origin")), f"“{words}”")))
    return about + (f": {', '.join(fields)}" if names else "")


def _weighed(reader: Reader, one: Mapping[str, Any], name: str) -> str:
    """A field of a passage in words."""
    value = one.get(name)
    if name == "claims":
        return f"{len(value or ())} claimed"
    table = {"origin": "outlet", "source_place": "place"}.get(name)
    return _named(reader, table, value) if table else _shown(reader, name, value, LONG) or "none"


def _shown(reader: Reader, name: str, value: Any, long: int) -> str:
    """A value in words; nothing for none."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "texts":
        return f"{len(value)} kept"
    if name == "published":
        return worded(value)
    if isinstance(value, list):
        return "; ".join(_item(reader, name, item) for item in value)
    return cut(line(_named(reader, "outlet", value) if name == "outlet" else str(value)), long)


def _item(reader: Reader, name: str, item: Any) -> str:
    how: Mapping[str, Callable[[Any], str]] = {
        "places": lambda link: _linked(_named(reader, "place", link["place"]), link["role"], "scene"),
        "institutions": lambda link: _linked(_named(reader, "institution", link["institution"]), link["role"], "actor"),
        "people": _people,
        "relations": lambda one: related(reader, one),
        "open": lambda one: line(one["message"]),
        "open_names": lambda one: f"{one['field']} “{line(one['words'])}”",
    }
    return how.get(name, str)(item)


def related(reader: Reader, one: Mapping[str, str]) -> str:
    """`part of 3` of incidents, `quotes report 2` and `quotes Radio Free Asia` of reports."""
    if "outlet" in one:
        return f"{relation_words(one['kind'])} {_named(reader, 'outlet', one['outlet'])}"
    row = reader.one("SELECT id FROM report WHERE uid = ?", (one["other"],))
    return f"{relation_words(one['kind'])} {f'report {row[0]}' if row else _number(reader, one['other'])}"


def _linked(name: str, role: str, usual: str) -> str:
    return name if role == usual else f"{name} ({role})"


def _people(one: Mapping[str, Any]) -> str:
    number = number_words(one.get("low"), one.get("high"), bool(one.get("approximate")))
    return f"{number or one.get('words', '')} {one['group']}".strip()


def _named(reader: Reader, table: str, code: Any) -> str:
    """The name of a place, institution or outlet; its code where this database knows it no more."""
    if not code:
        return ""
    row = reader.one(f"SELECT name FROM {table} WHERE code = ?", (code,))
    return str(row[0]) if row else str(code)


def _number(reader: Reader, uid: Any) -> str:
    row = reader.one("SELECT id FROM incident WHERE uid = ?", (uid,)) if uid else None
    return str(row[0]) if row else ""


def _decided(content: Diff) -> list[Told]:
    """Where nothing else changed: that a value is now somebody's decision."""
    old, new = (content.get("decisions") or ([], []))[:2]
    return [("decided", f"the {one['field']} ({one['reason']})") for one in new or [] if one not in (old or [])]


def accepted_from(reader: Reader, at: str, uid: str) -> str:
    """`report 4, proposal 34`: of what the incident with this uid was made, by a change written at the instant `at`."""
    text = """SELECT c.subject_uid FROM change_listing c
        WHERE c.at = ? AND c.subject_kind = 'proposal' AND c.action = 'accept' AND c.content LIKE ?"""
    uids = [row[0] for row in reader.rows(text, (at, f"%{uid}%"))]
    found = f"SELECT report_id, id FROM proposal_listing WHERE uid IN ({marks(uids)})"
    return "; ".join(f"report {report}, proposal {number}" for report, number in reader.rows(found, tuple(uids)))
