"""The columns of the listings of places and institutions: promises as in `output.listings`."""

from incidents.output.columns import listing

PLACE = listing("""
code: code; ISO 3166 for countries and first-level units
name: canonical name
korean: Korean name
kind: kind of place
level: `country`, `province`, `county`, `settlement`, `site`, `region`
parent: what it lies in today
parent_code: code of that
path: the place and all it lies in today
latitude number: degrees north; empty: unknown
longitude number: degrees east; empty: unknown
origin: `seed` (shipped) or `user` (added or changed here)
retired flag: no longer used for new records
""")

INSTITUTION = listing("""
code: code
name: canonical name
korean: Korean name
kind: kind of institution
parent: what it is under
parent_code: code of that
place: where it is
place_code: code of that
since: existing since, EDTF
until: existing until, EDTF
origin: `seed` (shipped) or `user` (added or changed here)
retired flag: no longer used for new records
""")

_FOUND = listing("""
found: the name that matched
match: how: `called` so, `spelled` so, it `begins` so, a `word` of it does, it `holds` it, or it is only `similar`
""")
PLACE_FOUND = (*PLACE, *_FOUND)
INSTITUTION_FOUND = (*INSTITUTION, *_FOUND)
"""What `search` finds, the best first."""

TREE = listing("""
depth number: steps below the one that was asked for, which has 0
code: code
name: canonical name
korean: Korean name; empty: unknown
kind: kind
why: empty where it lies there today; else `formerly`, `from` and `until` when (EDTF), `by usage`, `also` (a second one)
incidents number: standing incidents of it and of all below it
""")

UNRESOLVED = listing("""
words: the name as the report has it
uses number: how often it is open
why: `nothing is called so`, `several are called so`, or `something is called so` (added since, or not sure to be meant)
candidates: codes of what it can be, `; ` between; empty: none
context: the first use with what stands around it
proposals: numbers of the waiting proposals that it is open in, `; ` between
incidents: numbers of the incidents that it is open in, `; ` between
reports: numbers of the reports that have it, `; ` between
spellings: how it is written, the most frequent first, `; ` between
""")
