"""What a place or institution was under once, for incidents whose date can lie in that time (as `store.former`).

Both are conditions on a row `c` of the closure of `{noun}` and an incident that is called `i`.
"""

_ROWS = "SELECT 1 FROM {0}_former f WHERE f.{0}_id = c.{0}_id AND f.ancestor_id = c.ancestor_id"
_THEN = "EXISTS (" + _ROWS + " AND i.edtf IS NOT NULL AND f.first_day <= i.day_to AND f.last_day >= i.day_from)"
THEN = {noun: _THEN.format(noun) for noun in ("place", "institution")}
"""It was there, which it is not today, when the incident can have happened."""
HOLDS = {
    "place": f"(c.via <> 'former' OR {THEN['place']})",
    "institution": f"(NOT EXISTS ({_ROWS.format('institution')}) OR {THEN['institution']})",
}
"""It is there today, or by usage, or was there then."""
VIA = {
    "place": "c.via",
    "institution": f"CASE WHEN EXISTS ({_ROWS.format('institution')}) THEN 'former' ELSE 'current' END",
}
"""The way to the ancestor, today: `self`, `current`, `usage` or `former`."""
