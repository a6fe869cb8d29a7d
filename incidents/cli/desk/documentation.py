"""The page of the review screen for people, made from the table of its keys: docs/review.md. Run it to print it."""

import sys
from collections.abc import Iterator

from incidents.cli.desk.keys import PARTS, Key, named
from incidents.cli.desk.marked import KINDS, LEGEND
from incidents.cli.desk.painting import BESIDE, LEAST

_HEAD = """# The review screen

Made by `python -m incidents.cli.desk.documentation > docs/review.md`.

    $ incidents review          # all reports that are to be reviewed
    $ incidents review 3 7-9    # these

One report at a time, its text and all that was proposed of it. A bar stands beside the passages of the proposal that
is shown; below it (from {beside} columns on: at the right) are its values, what is open, and a list of all proposals of
the report: `·` waits, `✓` accepted, `✗` rejected, `∪` united with another one. `?` shows the keys.

- **Each step is one transaction, saved when it is made.** Quitting, a closed terminal or a kill loses nothing. `z`
  undoes the steps of this session one after the other; `incidents undo` does so later.
- **After a decision the next proposal that waits is shown,** after the last one the next report; the line at the bottom
  says so.
- **What is open has its candidates beside it, with numbers:** one key takes one. The point is then settled, as your
  decision.
- **A field is edited at the bottom:** the first character replaces what stands there, an arrow key edits it, Tab
  completes names. The screen says how a date or name was understood; what cannot be read stays there to be mended.
- **Marks** show what the program found in the text: {marks}.
  They differ in colour and attributes; with `NO_COLOR`, or the key `m`, they are brackets.
- **Several reviewers** can work on one database: what somebody else has decided or changed meanwhile is refused with
  one line, and the report is read again.
- It needs {columns} columns and {lines} lines, no mouse, and only the 16 colours of the terminal; it paints only what
  changes. Without a terminal, with `--list`, and where `TERM` is `dumb`, the proposals are listed instead.
"""


def documentation() -> str:
    """The whole page."""
    marks = ", ".join(f"`{kind.before}{kind.name}{kind.after}`" for kind in map(KINDS.__getitem__, LEGEND))
    head = _HEAD.format(beside=BESIDE, marks=marks, columns=LEAST[0], lines=LEAST[1])
    return head + "".join(_part(name, part) for name, part in PARTS.items())


def _part(name: str, part: tuple[Key, ...]) -> str:
    return "".join([f"\n## {name}\n\n| key | does |\n|---|---|\n", *_rows(part)])


def _rows(part: tuple[Key, ...]) -> Iterator[str]:
    for key in part:
        yield f"| `{named(key)}` | {key.help} |\n"


if __name__ == "__main__":
    sys.stdout.write(documentation())
