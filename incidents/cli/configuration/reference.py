"""The keys of the configuration as Markdown: docs/configuration.md. Run it to print the page."""

import sys
from collections.abc import Iterator

from incidents.cli.configuration.keys import KEYS, SECTIONS, Key

_HEAD = """# Configuration

Made by `python -m incidents.cli.configuration.reference > docs/configuration.md`. `incidents config` shows the values
in force and where each comes from, `incidents config --path` the files.

Two files are read, both TOML, neither has to be there:

- **your own**, `config.toml` in your configuration directory (`~/.config/incidents` on Linux);
  `INCIDENTS_CONFIG=FILE` names another;
- **the project's**, the nearest `.incidents.toml` from the working directory upwards, so that each project has its
  database and its defaults. One that belongs to another user (and not to root) is not followed, which is said;
  `INCIDENTS_CONFIG` trusts it.

The project's goes before yours, key by key; the environment (`INCIDENTS_DB`, `INCIDENTS_USER`, `INCIDENTS_EDITOR`,
`NO_COLOR`) goes before both; options go before everything. `incidents --no-config COMMAND …` and
`INCIDENTS_CONFIG=none` follow no file.

    # ~/camps/.incidents.toml
    database = "camps.db"              # beside this file
    user = "nadia"

    [ingest]
    outlet = "Daily NK"

    [list]
    province = ["North Hamgyong", "Ryanggang"]
    since = 2015
    columns = ["id", "date", "place", "title"]

A filter of `[list]` that leaves something out is said with every list, and how to see all; an option of the same name
replaces it, a flag goes with `--no-config` only. The columns are those of the table alone: what `--format csv` and
the like print stays as promised in [output.md](output.md), `--columns` chooses there too. What `[ingest]` says holds
where no option, manifest or front matter says otherwise; an outlet that the address of a report tells goes before it.

A key that is none, a value that does not fit and a file that is no TOML end every command with exit code 6 and one
sentence that names the file, the line and the key; nothing is guessed. A project's file may not name a program to
run. A `postgresql://` URL of a project's file is said before it is written to.

Shell completion is set up once: `incidents completion bash`, `zsh` or `fish` prints the script and says where to put
it.

What takes long to make is kept in your user cache directory (`~/.cache/incidents` on Linux), readable by you alone: the
reference data, the phrases, and all names taken apart, those of your databases too (`names-own-*.bin`); never the text
of a report. The files can be deleted at any time and are made anew; nothing depends on them.
"""


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(map(_section, ("", *SECTIONS)))


def _section(section: str) -> str:
    rows = "".join(_row(name.rpartition(".")[2], key) for name, key in _of(section))
    return f"\n## {f'[{section}]' if section else 'At the top'}\n\n| key | value | meaning |\n|---|---|---|\n{rows}"


def _of(section: str) -> Iterator[tuple[str, Key]]:
    return ((name, key) for name, key in KEYS.items() if name.rpartition(".")[0] == section)


def _row(name: str, key: Key) -> str:
    return (
        f"| `{name}` | {_VALUES[key.kind] if name == 'columns' or not key.among else _among(key)} | {key.meaning} |\n"
    )


def _among(key: Key) -> str:
    several = ", or several of them" if key.kind == "choices" else ""
    return ", ".join(f"`{one}`" for one in key.among) + several


_VALUES = {
    "text": "text",
    "texts": "a text, or several",
    "choices": "names of columns",
    "day": "a day, month or year",
    "flag": "`true` or `false`",
    "number": "a whole number",
}

if __name__ == "__main__":
    sys.stdout.write(page())
