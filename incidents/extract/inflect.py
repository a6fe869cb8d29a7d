"""The forms of an English word: what a phrase that names a lemma stands for."""

import re
from collections.abc import Mapping

Irregular = Mapping[str, tuple[str, str]]
"""Past and participle of irregular verbs, and of those that double their last letter; plurals of irregular nouns."""

_CVC = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_STRESSED = re.compile(r"(?:begin|forbid|forget|quit|overrun|upset)$")
"""Their past does not show that they double the last letter."""
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


def verb_forms(lemma: str, irregular: Irregular) -> dict[str, frozenset[str]]:
    """Each form of a verb with what it can be: `base`, `s`, `past`, `pp`, `ing`."""
    past, participle = irregular.get(lemma, ("", ""))
    past = past or _past(lemma)
    participle = participle or past
    forms: dict[str, set[str]] = {}
    tagged = (("base", lemma), ("s", _s(lemma)), ("past", past), ("pp", participle), ("ing", _ing(lemma, past)))
    for tag, form in tagged:
        forms.setdefault(form, set()).add(tag)
    return {form: frozenset(tags) for form, tags in forms.items()}


def noun_forms(lemma: str, irregular: Irregular) -> dict[str, frozenset[str]]:
    """The singular (`n`) and the plural (`ns`)."""
    plural = irregular.get(lemma, ("", ""))[0] or _s(lemma)
    if plural == lemma:
        return {lemma: frozenset({"n", "ns"})}
    return {lemma: frozenset({"n"}), plural: frozenset({"ns"})}


def _s(lemma: str) -> str:
    if _SIBILANT.search(lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _CVC.fullmatch(lemma) else lemma) + "ed"


def _ing(lemma: str, past: str) -> str:
    if re.search(r"[^eoy]e$", lemma):
        return lemma[:-1] + "ing"
    doubled = past == lemma + lemma[-1] + "ed" or bool(_CVC.fullmatch(lemma)) or bool(_STRESSED.search(lemma))
    return (lemma + lemma[-1] if doubled else lemma) + "ing"
