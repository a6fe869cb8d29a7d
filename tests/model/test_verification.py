"""The levels of codebook section 8, each by the evidence that yields it."""

import pytest

from incidents.model import verification
from incidents.model.verification import assess

RFA, NK, OFK = "Radio Free Asia", "Daily NK", "One Free Korea"


def told(source: str, kind: str = "inside", origin: str = RFA, **more: str | bool) -> verification.Testimony:
    return verification.Testimony(source, kind, origin, **more)  # type: ignore[arg-type]


CASES = {
    "nothing": ([], "unverified"),
    "an outlet's own word": ([told("1", "outlet")], "unverified"),
    "an outlet's own word, relayed": ([told("1", "media", relayed_by=OFK)], "unverified"),
    "two outlets' own words": ([told("1", "outlet"), told("2", "outlet", NK)], "unverified"),
    "one source": ([told("1")], "single-source"),
    "one source in two passages": ([told("1"), told("1")], "single-source"),
    "one source, and the outlet's word": ([told("1"), told("o", "outlet")], "single-source"),
    "a resident who comments on what was announced": ([told("1"), told("2", access="hearsay")], "single-source"),
    "hearsay alone is still one source": ([told("1", access="hearsay"), told("2", access="hearsay")], "single-source"),
    "two sources of one outlet": ([told("1"), told("2")], "multiple-source"),
    "sources in the plural": ([told("1", several=True)], "multiple-source"),
    "sources in the plural, then told of again": ([told("1", several=True), told("1")], "multiple-source"),
    "a blog that quotes sources in the plural": ([told("b:1", relayed_by=OFK, several=True)], "multiple-source"),
    "two outlets": ([told("1"), told("2", origin=NK)], "corroborated"),
    "ten blogs that quote one outlet": (
        [told(f"blog {k}", relayed_by=f"Blog {k}") for k in range(10)],
        "single-source",
    ),
    "a blog that quotes what is held itself": ([told("1"), told("b:1", relayed_by=OFK)], "single-source"),
    "a blog that quotes two sources": ([told("b:1", relayed_by=OFK), told("b:2", relayed_by=OFK)], "multiple-source"),
    "state media on something else": ([told("1", "state-media", "KCNA")], "single-source"),
    "state media on its own act": ([told("1", "state-media", "KCNA", access="direct")], "confirmed"),
    "the military that tracked it": ([told("1", "government", "Yonhap", access="direct")], "confirmed"),
    "an eye witness confirms nothing": ([told("1", "resident", access="direct")], "single-source"),
}


@pytest.mark.parametrize("name", CASES)
def test_level(name: str) -> None:
    testimonies, level = CASES[name]
    assert assess(testimonies).level == level


def test_contradiction_is_a_mark_beside_the_level() -> None:
    verdict = assess([told("1"), told("2", origin=NK, stance="contradicts")])
    assert (verdict.level, verdict.disputed) == ("single-source", True)
    assert verdict.explanation == "1 source, 1 origin (Radio Free Asia); 1 passage against"


def test_what_is_only_denied_is_not_disputed() -> None:
    assert assess([told("1", stance="contradicts")]).disputed is False


def test_the_explanation_names_who_quotes_whom() -> None:
    verdict = assess([told("b:1", relayed_by=OFK), told("b:2", relayed_by=OFK)])
    assert verdict.explanation == "2 sources, 1 origin (Radio Free Asia): One Free Korea quotes Radio Free Asia"
