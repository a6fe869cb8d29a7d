"""The columns of every listing as Markdown: docs/output.md. Run it to print it."""

import sys

from incidents.output.columns import Column
from incidents.output.listings import LISTINGS

_HEAD = """# Output

Made by `python -m incidents.output.documentation > docs/output.md`.

`--format table|csv|tsv|json|jsonl|md` works on every command that reads. `table` is for people and may change;
the columns of the others, their names and their order, are a promise: a change of them is a new major version.

- **csv** is RFC 4180 in UTF-8 without a byte order mark: one header row, lines that end in CRLF, `true` and
  `false`, nothing for a missing value. A text that a spreadsheet would take for a formula (it begins with `=`,
  `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it; a text that begins with apostrophes
  before such a character gets one more. To get the exact text back, take one apostrophe off where a cell
  matches `^'+[=+@\\t\\r-]`. Numbers are never changed.
- **tsv** is one row a line: a tab, newline, carriage return or backslash in a cell is written `\\t`, `\\n`,
  `\\r`, `\\\\`.
- **json** is one array, **jsonl** one object a line; keys are the columns, numbers and truth are typed, a
  missing value is null.
- **md** is one Markdown table; of incidents it has a few columns in words (below), all are in the others.

Lists of names in one cell have `; ` between them. Days are `YYYY-MM-DD`, instants UTC, dates EDTF (ISO 8601-2).
Of the commands that show one thing, `csv`, `tsv` and `md` have the columns of the list, and JSON everything:

- `show`: the columns of incidents, and `note`, `level_reason`, `reviewed_by`, `reviewed_at`,
  `withdrawn_reason`, `place_list` (`code`, `name`, `path`, `role`), `institution_list` (`code`, `name`,
  `role`), `people_list` (`group`, `low`, `high`, `approximate`, `words`), `evidence_list` (the columns of
  evidence, and `claims`), `decisions` (`field`, `who`, `reason`), `relations` (`kind`, `id`, `code`, `title`,
  `direction`: `to` the other incident or `from` it, `withdrawn`), `open_names` (`field`, `words`: names that
  nobody can tell yet, typed by hand or read in the report).
- `evidence show`: in all formats the columns of evidence of incidents; JSON has `claims` too.
- `review --show`: the columns of proposals, and `proposal` (the incident as `add -` reads it, `verification`,
  `explanation`, `disputed`, `confidence`, `problems`).
- `place show`, `institution show`: the columns, and `names` (`name`, `language`, `kind`, `since`, `until`),
  `parents` (`code`, `name`, `kind`, `since`, `until`), `below` (`code`, `name`, `kind`), `incidents` (how
  many), `seed_says` (of what you have changed: the fields that the reference data has otherwise; else null),
  `once` (in what it was with one of those above it, or is written with it: `code`, `name`, `kind`, and `since`
  and `until` as days), `sources` (the words of the reference data for what it rests on; one
  alone was not checked against a second one in its row, none: the reference data of this version has it not, since
  it was added here or is retired), `citations` (`about`: `itself`,
  `parents` or `names`, `source`: one of those words, or empty, `text`: what it stands for, or where it is told);
  of a place also `parent_since` (since when it lies in its parent of today) and `geo` (its position as a link:
  `geo:41.4,128.18`; null: unknown).
- `report show`: the columns, and `text` (the kept text), `proposals`, `incident_list` (`id`, `code`, `date`,
  `title`).

`ingest --dry-run --format jsonl` prints one object a report: `file`, `sha256`, `outlet`, `published`,
`language`, `timexes`, `incidents`, `problems`, with all offsets in code points of the kept text. An institution
of an incident has `name`, `code`, `role`, and `alt`: what the report calls it, in whichever passage, where that is
not its name.

`add -` reads one object: `title` and `type`; and as wanted `summary`, `kind`, `status`, `when` (EDTF, or an
object of `edtf`, `extent`, `basis`, `words`), `places` (`place`, `role`), `precision`, `institutions`
(`institution`, `role`), `people` (`group`, `low`, `high`, `approximate`, `words`), `open_names` (`field`: `place` or
`institution`, `words`), `tags`, `note`, `evidence`, `assessed`, `assessed_reason`.
"""


def documentation() -> str:
    """The whole page."""
    return _HEAD + "".join(_listing(name) for name in LISTINGS)


def _listing(name: str) -> str:
    rows = "".join(map(_row, LISTINGS[name]))
    return f"\n## {name}\n\n| column | kind | meaning |\n|---|---|---|\n{rows}"


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.kind} | {column.meaning} |\n"


if __name__ == "__main__":
    sys.stdout.write(documentation())
