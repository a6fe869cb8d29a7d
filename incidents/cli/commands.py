"""The table of commands: the help of the program is made of it, so that no command is imported for it.

A command's words are its module: `place search` is `command` in `incidents/cli/place/search.py`.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Noun(NamedTuple):
    """A noun with its own verbs."""

    help: str
    verbs: Mapping[str, str]


Entries = Mapping[str, "str | Noun"]
Sections = Mapping[str, Entries]

_PLACE = Noun(
    "The places of the gazetteer: look them up and keep them up.",
    {
        "search": "Find places by any of their names, in any spelling.",
        "show": "Show one place: names, parents, what is below it.",
        "tree": "Draw what lies below a place, with its incidents.",
        "list": "List the places, all or those below one.",
        "add": "Add a place that the gazetteer does not have.",
        "alias": "Add names to a place, or remove them.",
        "rename": "Give a place another name, since a date.",
        "move": "Put a place under another one, since a date.",
        "merge": "Make one place of two that are the same.",
        "unresolved": "List the names that matched no place, or several.",
        "resolve": "Say what place an open name stands for, everywhere.",
    },
)
_INSTITUTION = Noun(
    "Organs, units and enterprises: look them up and keep them up.",
    {
        "search": "Find institutions by any of their names, in any spelling.",
        "show": "Show one institution: names, parents, what is below it.",
        "tree": "Draw what is under an institution, with its incidents.",
        "list": "List the institutions, all or those below one.",
        "add": "Add an institution that is not there.",
        "alias": "Add names to an institution, or remove them.",
        "rename": "Give an institution another name, since a date.",
        "move": "Put an institution under another one, since a date.",
        "merge": "Make one institution of two that are the same.",
        "unresolved": "List the names that matched no institution, or several.",
        "resolve": "Say what institution an open name stands for, everywhere.",
    },
)
_EVIDENCE = Noun(
    "The passages and citations that an incident rests on.",
    {
        "show": "Show the evidence of incidents, numbered.",
        "add": "Add a passage of a report, a book, an interview.",
        "drop": "Take passages away.",
        "grade": "Say who told passages, and how good that is.",
    },
)
_TAG = Noun(
    "The free words on incidents.",
    {
        "list": "List the tags with the number of their incidents.",
        "add": "Put a tag on incidents.",
        "drop": "Take a tag from incidents.",
        "rename": "Rename a tag wherever it is, or join it to another.",
    },
)
_DATABASE = Noun(
    "Look after the database.",
    {
        "info": "Say where the database is and what is in it.",
        "init": "Make a new database.",
        "upgrade": "Bring a database up to this version, after a backup.",
        "backup": "Copy the database into a file.",
        "check": "Check integrity, derived tables, the change log, originals.",
    },
)

SECTIONS: Sections = {
    "Read": {
        "list": "List the chronology, filtered, in any format.",
        "show": "Show everything about an incident.",
        "history": "Show who changed what of an incident, and when.",
    },
    "Record": {
        "ingest": "Read reports and propose the incidents in them.",
        "review": "Work through reports: accept, edit, reject what is proposed.",
        "add": "Record an incident by hand.",
        "edit": "Change incidents.",
        "evidence": _EVIDENCE,
        "link": "Say how incidents stand to another, or take it back.",
        "tag": _TAG,
        "withdraw": "Take incidents out of the chronology, with a reason.",
        "restore": "Bring withdrawn incidents back.",
        "undo": "Undo the last change, or one by its number.",
    },
    "Look up": {
        "report": Noun(
            "The reports and their texts.",
            {
                "list": "List the reports: the queue, with its counts.",
                "show": "Show a report with its text and incidents.",
                "add": "Record a report by hand, also one without a text.",
                "mark": "Mark reports as done, or as having nothing in them.",
                "edit": "Correct what is known of a report.",
                "link": "Say that a report quotes or reprints another.",
                "reprocess": "Read reports again; what was decided stays.",
                "withdraw": "Take reports out of use, with a reason.",
                "restore": "Bring withdrawn reports back.",
            },
        ),
        "place": _PLACE,
        "institution": _INSTITUTION,
        "outlet": Noun("Who publishes.", {"list": "List the outlets."}),
    },
    "Look after": {
        "db": _DATABASE,
        "config": "Show the configuration in force, and where it comes from.",
        "completion": "Print the script that lets bash, zsh or fish complete.",
        "demo": "Make a database from shipped reports and look around in it.",
    },
}
