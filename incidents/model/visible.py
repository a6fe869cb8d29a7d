"""Characters that nobody sees: two names that look alike would be two, and one of them found by nothing."""

import unicodedata

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Control and format characters (of direction, of no width), halves of surrogate pairs, separators of lines."""
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Hangul by category, and empty to the eye."""


def invisible(name: str) -> str:
    """The characters of a name that no name may have, in their order; empty for a name that can be seen whole."""
    if name.isprintable() and _FILLERS.isdisjoint(name):  # nearly all are
        return ""
    return "".join(one for one in name if unicodedata.category(one) in _UNSEEN or one in _FILLERS)
