"""The institutions of the reference, found by name in text."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from incidents.lexicon.matcher import Hit, Matcher, Table
from incidents.lexicon.words import Words
from incidents.model.key import fold
from incidents.model.reference import Institution, Reference

Named = tuple[str, str]
"""An institution's code and the kind of the name that it was found by."""


class Institutions:
    """Lookups over the institutions of a Reference."""

    def __init__(
        self,
        reference: Reference,
        holders: Sequence[tuple[str, str]] = (),
        index: Table | None = None,
        nouns: Collection[str] = (),
    ) -> None:
        """`holders` pairs what opens or ends a name with who stands for it: ("Ministry of", "minister of").

        `nouns` are names that are common nouns too ("Cabinet") and stand for theirs only by what is around them.
        `index` is that of the same institutions and holders; without it, it is made when it is first needed.
        """
        self._reference = reference
        self._index = index
        self._holders, self._nouns = holders, nouns
        self.institution = reference.institution

    @cached_property
    def _matcher(self) -> Matcher[Named]:
        return Matcher(table=self._index) if self._index else Matcher(self._names(), loose=True)

    @property
    def index(self) -> Table:
        """The table of the names, as plain data, to be kept."""
        return self._matcher.table

    def _names(self) -> Iterator[tuple[str, Named]]:
        for institution in self._reference.institutions:
            for text, kind in self._latin(institution):
                yield text, (institution.code, kind)
                if text.islower():
                    yield f"{text}s", (institution.code, kind)
                for prefix, holder in self._holders:
                    if text.startswith(f"{prefix} "):
                        yield holder + text[len(prefix) :].lower(), (institution.code, "holder")
                    elif text.endswith(f" {prefix}"):
                        yield text[: -len(prefix)].lower() + holder, (institution.code, "holder")

    def _latin(self, institution: Institution) -> Iterator[tuple[str, str]]:
        """The names in Latin letters, each with its kind."""
        if institution.name not in self._nouns:
            yield institution.name, "canonical"
        for name in institution.names:
            if name.text[0] < "\u0250":
                yield name.text, name.kind

    def find(self, words: Words) -> list[Hit[Named]]:
        """All names of institutions in a text, longest first from left to right."""
        return self._matcher.find(words)

    def called(self, name: str) -> tuple[str, ...]:
        """The institutions with this name in Latin letters, from what `find` has built already."""
        named = self._matcher.exact(name)
        return tuple(dict.fromkeys(code for code, kind in named if kind != "holder"))

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
