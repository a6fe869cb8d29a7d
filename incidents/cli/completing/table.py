"""What each parameter names, as data: by its name in Click, and where a command means something else by it."""

from collections.abc import Mapping

SUBJECTS: Mapping[str, str] = {
    "accept": "proposal",
    "accept_report": "report",
    "change": "change",
    "columns": "column",
    "corrects": "report",
    "database": "file",
    "family": "family",
    "file": "file",
    "incident": "incident",
    "incidents": "incident",
    "institution": "institution",
    "manifest": "file",
    "old": "tag",
    "origin": "outlet",
    "other": "incident",
    "others": "incident",
    "outlet": "outlet",
    "path": "file",
    "people": "people group",
    "place": "place",
    "proposal": "proposal",
    "proposals": "proposal",
    "province": "province",
    "quotes": "report",
    "reject": "proposal",
    "relation": "relation",
    "reject_report": "report",
    "report": "report",
    "reports": "report",
    "reprint_of": "report",
    "show": "proposal",
    "source_place": "place",
    "source_type": "source type",
    "tag": "tag",
    "translation_of": "report",
    "type_": "type",
    "untag": "tag",
    "update_of": "report",
}
OF_COMMANDS: Mapping[str, Mapping[str, str]] = {
    "add": {"place": "place with role", "institution": "institution with role"},
    "edit": {"place": "place with role", "institution": "institution with role"},
    "institution add": {"kind": "institution kind", "under": "institution"},
    "institution list": {"below": "institution", "kind": "institution kind"},
    "institution merge": {"gone": "institution", "kept": "institution"},
    "institution move": {"under": "institution"},
    "institution resolve": {"name": "open institution", "role": "institution role"},
    "institution search": {"words": "institution"},
    "place add": {"kind": "place kind", "under": "place"},
    "place list": {"below": "place", "kind": "place kind"},
    "place merge": {"gone": "place", "kept": "place"},
    "place move": {"under": "place"},
    "place resolve": {"name": "open place"},
    "place search": {"words": "place"},
    "restore": {"incident": "withdrawn"},
}
FREE = frozenset(
    "alias at attribution by citation claim code counted_from date korean level_reason limit name new note number"
    " open_institution open_place published quote reason"
    " recorded_since revision said_on sentence since source summary text title until url language who words"
    " passage".split()
)
"""Parameters that take words of one's own, days or plain numbers: nothing completes them."""


def subject(command: str, parameter: str) -> str:
    """What the parameter of the command with these words names; empty: nothing that is known."""
    return OF_COMMANDS.get(command, {}).get(parameter) or SUBJECTS.get(parameter, "")
