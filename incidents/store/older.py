"""What every undo does: put old values back, unless a later change put others there."""

from collections.abc import Mapping
from typing import Any

from incidents.errors import Refused
from incidents.model.change import canonical
from incidents.model.codec import Plain
from incidents.store.log import Diff
from incidents.store.tables import ChangeRow


def blocked(change: ChangeRow, why: str) -> Refused:
    """The change cannot be undone."""
    return Refused(f"change {change.sequence} cannot be undone: {why}.")


def put_back(change: ChangeRow, current: Mapping[str, Any], content: Diff, *, freely: tuple[str, ...] = ()) -> Plain:
    """`current` with the old values back; the fields `freely` also where they were changed since.

    Raises:
        Refused: a later change put other values there.
    """
    for name, (_, new) in content.items():
        if name not in freely and canonical({"": current.get(name)}) != canonical({"": new}):
            words = name if " " in name else name.partition(".")[2] or name
            raise blocked(change, f"{words.replace('_', ' ')} was changed since; undo the later change first")
    merged = {**current, **{name: old for name, (old, _) in content.items()}}
    return {name: value for name, value in merged.items() if value is not None}
