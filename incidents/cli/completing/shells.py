"""What a shell that asks is answered: its script, or what may stand at the cursor. Errors are never told."""

import faulthandler
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from incidents.cli.completing.line import BREAKS, Line, inserted, split
from incidents.cli.completing.offers import Offer, offers

SHELLS = ("bash", "zsh", "fish")
PATIENCE = 2.0
"""Seconds: a server that does not answer completes to nothing, before whoever types wonders."""
_LISTING = "63"
"""The COMP_TYPE of bash when it only lists what there is, and puts nothing into the line."""


def script(shell: str) -> str:
    """The script that a shell reads once."""
    return Path(__file__).with_name(f"incidents.{shell}").read_text(encoding="utf-8")


def answer(program: click.Group, instruction: str) -> int:
    """Answer `bash_source`, `zsh_complete` and so on; the exit code."""
    shell, _, what = instruction.partition("_")
    if shell not in SHELLS or what not in ("source", "complete"):
        return 1
    text = script(shell) if what == "source" else completed(program, shell)
    click.echo(text.encode("utf-8", "surrogateescape"), nl=False)
    return 0


def completed(program: click.Group, shell: str) -> str:
    """What may stand at the cursor, an offer a line; nothing where anything goes wrong."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  start-up counts, and nothing is written
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere)
        try:
            line = typed()
            return "".join(f"{one}\n" for one in _FORMS[shell](line, offers(program, line)))
        except Exception:  # noqa: BLE001  whoever types has not asked for an error
            return ""
        finally:
            faulthandler.cancel_dump_traceback_later()


def typed() -> Line:
    """The line before the cursor; of a script that Click made, from COMP_WORDS and COMP_CWORD."""
    if "COMP_LINE" in os.environ:
        return split(os.environ["COMP_LINE"])
    words = split(os.environ["COMP_WORDS"] + " ").words
    number = os.environ["COMP_CWORD"]
    index = int(number) if number.isdigit() else len(words)
    incomplete = words[index - 1] if index <= len(words) else ""
    return Line(words[: index - 1], incomplete, incomplete, "", "", redirected=False)


def _bash(line: Line, found: Sequence[Offer]) -> list[str]:
    breaks = os.environ.get("COMP_WORDBREAKS", BREAKS)
    if os.environ.get("COMP_TYPE") == _LISTING and len(found) > 1 and any(one.help for one in found):
        return [f"plain,{words}" for words in _listed(found, int(os.environ.get("COMP_COLUMNS") or 80))]
    pairs = [(one.kind, inserted(line, one.text, breaks) if one.text else "") for one in found]
    return [f"{kind},{text}" for kind, text in pairs if text is not None]


def _listed(found: Sequence[Offer], columns: int) -> list[str]:
    """Each with what it is, cut to a line: bash puts them one below the other then."""
    from incidents.output.width import cut, width  # noqa: PLC0415  only a list needs it

    widest = max(width(one.text) for one in found)
    rows = [one.text + " " * (widest - width(one.text)) + "  " + one.help for one in found]
    return [cut(row.rstrip(), max(columns - 2, 20)) for row in rows]


def _fish(line: Line, found: Sequence[Offer]) -> list[str]:
    """Fish drops what has not in it what was typed: it gets the name that has."""
    typed_ = line.incomplete.lower()
    return _tabbed(
        line, [one._replace(text=one.found) if one.found and typed_ not in one.text.lower() else one for one in found]
    )


def _tabbed(line: Line, found: Sequence[Offer]) -> list[str]:
    return ["\t".join((one.kind, line.option + one.text, one.help.replace("\t", " "))) for one in found]


_FORMS: Mapping[str, Callable[[Line, Sequence[Offer]], list[str]]] = {"bash": _bash, "zsh": _tabbed, "fish": _fish}
