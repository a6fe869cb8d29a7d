"""The institutions of the reference, found by name in text."""

from collections.abc import Iterator
from functools import cached_property

from incidents.lexicon.matcher import Hit, Matcher
from incidents.lexicon.words import Words
from incidents.model.key import fold
from incidents.model.reference import Reference

Named = tuple[str, str]
"""An institution's code and the kind of the name that it was found by."""


class Institutions:
    """Lookups over the institutions of a Reference."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self.institution = reference.institution

    @cached_property
    def _matcher(self) -> Matcher[Named]:
        return Matcher(self._names(), loose=True)

    def _names(self) -> Iterator[tuple[str, Named]]:
        for institution in self._reference.institutions:
            yield institution.name, (institution.code, "canonical")
            for name in institution.names:
                if name.text[0] < "\u0250":
                    yield name.text, (institution.code, name.kind)

    def find(self, words: Words) -> list[Hit[Named]]:
        """All names of institutions in a text, longest first from left to right."""
        return self._matcher.find(words)

    @cached_property
    def _keys(self) -> dict[str, tuple[str, ...]]:
        keys: dict[str, dict[str, None]] = {}
        for institution in self._reference.institutions:
            for text in (institution.name, *(name.text for name in institution.names)):
                keys.setdefault(fold(text), {})[institution.code] = None
        return {key: tuple(codes) for key, codes in keys.items()}

    def codes(self, name: str) -> tuple[str, ...]:
        """The institutions that bear `name`."""
        return self._keys.get(fold(name), ())

    def suggest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """The codes with the most similar names; for people to choose from, never to be linked."""
        from rapidfuzz import process  # noqa: PLC0415  needed for suggestions only

        near = process.extract(fold(name), self._keys.keys(), limit=limit, score_cutoff=70)
        return tuple(dict.fromkeys(code for key, _, _ in near for code in self._keys[key]))[:limit]

    def under(self, code: str, ancestor: str) -> bool:
        """Whether `ancestor` is `code` itself or stands above it."""
        seen: set[str] = set()
        while code and code not in seen:
            if code == ancestor:
                return True
            seen.add(code)
            found = self.institution.get(code)
            code = found.parent if found else ""
        return False
