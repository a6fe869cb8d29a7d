"""The exit codes: what each means, and which a command can give."""

from collections.abc import Collection, Iterable

MEANINGS = {
    0: "done",
    2: "wrong usage",
    3: "database missing, locked, behind or not whole",
    4: "not found",
    5: "refused",
    6: "bad input",
    70: "a bug",
    130: "interrupted",
}
ANY = (70, 130)
"""What every command can give besides its own."""
_ALWAYS = (0, 2, 6)
"""6: also a configuration file that is wrong, or an output that is full."""
_LOOKED_UP = frozenset(
    "province place institution outlet type_ family source_type source_place origin incident incidents report reports"
    " proposal proposals change below accept reject show accept_report reject_report other others old untag quotes"
    " relation attach into".split()
)
"""Parameters whose value is looked up in the database."""


def derived(parameters: Collection[str]) -> tuple[int, ...]:
    """The codes of a command with parameters of these names, unless it says which it gives."""
    found = {*_ALWAYS}
    if "database" in parameters:
        found |= {3}
        found |= {4} if _LOOKED_UP & set(parameters) else set()
    if "dry_run" in parameters:
        found |= {5}
    return tuple(sorted(found))


def told(codes: Iterable[int]) -> str:
    """`0 done; 2 wrong usage; …`."""
    return "; ".join(f"{code} {MEANINGS[code]}" for code in dict.fromkeys((*codes, *ANY)))
