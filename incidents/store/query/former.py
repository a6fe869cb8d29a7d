"""What a place was under once, for incidents whose date can lie in that time (as `store.former`)."""

FORMER = """EXISTS (SELECT 1 FROM place_former f WHERE f.place_id = c.place_id AND f.ancestor_id = c.ancestor_id
    AND {0}.edtf IS NOT NULL AND f.first_day <= {0}.day_to AND f.last_day >= {0}.day_from)"""
"""Of a row `c` of `place_closure` and an incident, which is called as the braces say."""
