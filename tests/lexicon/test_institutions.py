"""The shipped institutions: as many as are promised, each with its sources, found by the names of reports."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest

from incidents import paths
from incidents.intake.seeds import read_reference
from incidents.lexicon.institutions import Institutions
from incidents.lexicon.words import split
from incidents.model.edtf import bounds
from incidents.model.key import fold
from incidents.model.reference import Institution, Name, Parent, Reference

WORKS = frozenset("mine factory power-station school shipyard farm hospital".split())
"""Kinds of places that are an institution as well."""
NORTHERN = {"련합": "연합", "로동": "노동", "세멘트": "시멘트", "뜨락또르": "트랙터", "녀성": "여성", "력사": "역사"}
SHARED = {
    "commerce ministry": ("cn.commerce", "kp.commerce"),
    "culture ministry": ("kp.culture", "kr.culture"),
    "defence ministry": ("jp.defence", "kp.defence", "kr.defence", "ru.defence"),
    "defence security command": ("kp.kpa.msc", "kr.counterintelligence"),
    "defense ministry": ("cn.defence", "jp.defence", "kp.defence", "kr.defence", "ru.defence"),
    "defense security command": ("kp.kpa.msc", "kr.counterintelligence"),
    "education ministry": ("kp.education", "kr.education"),
    "finance ministry": ("kp.finance", "kr.finance"),
    "foreign ministry": ("cn.foreign", "jp.foreign", "kp.foreign", "kr.foreign", "ru.foreign"),
    "general administration of customs": ("cn.customs", "kp.customs"),
    "health ministry": ("kp.public-health", "kr.welfare"),
    "joint chiefs of staff": ("kr.jcs", "us.jcs"),
    "ministry of commerce": ("cn.commerce", "kp.commerce"),
    "ministry of defence": ("jp.defence", "kp.defence", "ru.defence"),
    "ministry of defense": ("jp.defence", "kp.defence", "ru.defence"),
    "ministry of education": ("kp.education", "kr.education"),
    "ministry of finance": ("kp.finance", "kr.finance"),
    "ministry of foreign affairs": ("cn.foreign", "jp.foreign", "kp.foreign", "kr.foreign", "ru.foreign"),
    "ministry of health": ("kp.public-health", "kr.welfare"),
    "ministry of national defense": ("cn.defence", "kp.defence", "kr.defence"),
    "ministry of trade": ("kp.external-economy", "kr.trade"),
    "mnd": ("kp.defence", "kr.defence"),
    "mss": ("kp.mps", "kp.mss"),
    "national defence committee": ("kp.sac", "kr.assembly.defence"),
    "national defense committee": ("kp.sac", "kr.assembly.defence"),
    "national security agency": ("kp.mss", "us.nsa"),
    "national security council": ("kr.nsc", "us.nsc"),
    "nsa": ("kp.mss", "us.nsa"),
    "supreme court": ("kp.supreme-court", "kr.supreme-court"),
    "supreme prosecutors office": ("kp.prosecutors", "kr.prosecutors"),
    "trade ministry": ("kp.external-economy", "kr.trade"),
}
"""Names of several institutions on purpose, by their key; no others are shared."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference()


@pytest.fixture(scope="module")
def institutions(reference: Reference) -> Institutions:
    return Institutions(reference)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (paths.shipped("seeds") / "institutions.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def korean(institution: Institution) -> list[str]:
    return [name.text for name in institution.names if name.language == "ko"]


def test_as_many_as_are_promised(rows: list[dict[str, str]]) -> None:
    assert len(rows) >= 740
    assert sum(1 for row in rows if row["second"]) >= 715
    kinds = Counter(row["kind"] for row in rows if row["code"].startswith("kp."))
    least = {"party": 50, "state": 70, "security": 25, "military": 40, "school": 30, "mine": 20, "bank": 15}
    assert {kind: kinds[kind] for kind, number in least.items() if kinds[kind] < number} == {}


def test_each_has_a_source_and_the_second_is_another(rows: list[dict[str, str]]) -> None:
    assert [row["code"] for row in rows if not row["source"]] == []
    assert [row["code"] for row in rows if row["source"] == row["second"]] == []


def test_each_has_a_korean_name_in_both_spellings(reference: Reference) -> None:
    assert [one.code for one in reference.institutions if not korean(one)] == []
    lacking = []
    for one in (one for one in reference.institutions if one.code.startswith("kp.")):
        names = set(korean(one))
        for name in names:
            southern = name
            for here, there in NORTHERN.items():
                southern = southern.replace(here, there)
            if southern not in names and not any(spelled(southern, other) for other in names):
                lacking.append((one.code, name))
    assert lacking == []


def spelled(southern: str, other: str) -> bool:
    """Whether they differ in the first letter of words only (량강 and 양강)."""
    return [word[1:] for word in southern.split()] == [word[1:] for word in other.split()]


def test_no_name_is_shared_but_on_purpose(reference: Reference) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in reference.institutions:
        for text in (one.name, *(name.text for name in one.names)):
            bearers[fold(text)].add(one.code)
    shared = {key: tuple(sorted(codes)) for key, codes in bearers.items() if len(codes) > 1}
    assert shared == SHARED


def test_works_and_schools_stand_at_the_site_of_their_name(reference: Reference) -> None:
    sites = defaultdict(set)
    for place in (place for place in reference.places if place.kind in WORKS):
        for text in (place.name, *(name.text for name in place.names)):
            sites[text].add(place.code)
    elsewhere = {
        (one.code, one.place, code)
        for one in reference.institutions
        for text in (one.name, *(name.text for name in one.names))
        for code in sites.get(text, ())
        if one.place != code
    }
    assert elsewhere == set()


def times(reference: Reference) -> Iterator[tuple[str, str, str]]:
    for one in reference.institutions:
        yield one.code, one.since, one.until
        parts: Iterable[Name | Parent] = chain(one.names, one.parents)
        yield from ((one.code, part.since, part.until) for part in parts)


def test_no_time_ends_before_it_begins(reference: Reference) -> None:
    backwards = []
    for code, since, until in times(reference):
        first, last = (bounds(text) if text else (None, None) for text in (since, until))
        if first[0] and last[1] and first[0] > last[1]:
            backwards.append((code, since, until))
    assert backwards == []


NAMED = [
    ("국가보위성", "kp.mss"),
    ("State Security Department", "kp.mss"),
    ("인민보안성", "kp.mps"),
    ("사회안전성", "kp.mps"),
    ("Korean Workers' Party", "kp.wpk"),
    ("조선노동당 중앙위원회", "kp.wpk.cc"),
    ("당 10국", "kp.wpk.ufd"),
    ("Civil Defence Department", "kp.wpk.civil-defence"),
    ("National Defence Commission", "kp.sac"),
    ("재해방지성", "kp.emergency"),
    ("Ministry of IT Industry", "kp.information-industry"),
    ("자원개발성", "kp.natural-resources"),
    ("공병군단", "kp.kpa.engineer-corps"),
    ("6군단", "kp.kpa.corps-6"),
    ("라자루스", "kp.kpa.rgb.lazarus"),
    ("Kim Il Sung Socialist Youth League", "kp.youth-league"),
    ("Department of State", "us.state"),
    ("나토", "nato"),
    ("GAKC", "cn.gakc"),
    ("Academy of National Defence Science", "kp.academy-defence"),
    ("Committee for the Peaceful Reunification of the Fatherland", "kp.ccpr"),
    ("새누리당", "kr.ppp"),
    ("European Council", "eu.european-council"),
    ("European Central Bank", "eu.central-bank"),
    ("U.S. Attorney's Office for the Southern District of New York", "us.attorney-sdny"),
]


@pytest.mark.parametrize(("name", "code"), NAMED)
def test_found_by_the_name_that_reports_use(institutions: Institutions, name: str, code: str) -> None:
    assert institutions.codes(name) == (code,)


CALLED = [
    ("kp.mss", "State Security Department", "1993", "2016"),
    ("kp.mss", "MSS", "2016", ""),
    ("kp.mps", "MSS", "2020-05-24", ""),
    ("kp.mps", "인민보안부", "2010-04", "2016-06"),
    ("kp.mps", "Ministry of People's Security", "2000-04", "2020-05"),
    ("kp.sac", "NDC", "1972-12", "2016-06-29"),
    ("kp.defence", "Ministry of People's Armed Forces", "1972-12", "2020-10"),
    ("kp.youth-league", "김일성-김정일주의청년동맹", "2016-08-28", "2021-04"),
    ("kp.agriculture", "농업성", "1998-09", "2022-01-21"),
    ("kp.wpk.ufd", "통일전선부", "", "2024"),
]


@pytest.mark.parametrize(("code", "name", "since", "until"), CALLED)
def test_called_so_for_a_time(reference: Reference, code: str, name: str, since: str, until: str) -> None:
    held = [(one.since, one.until) for one in reference.institution[code].names if one.text == name]
    assert held == [(since, until)]


UNDER = [
    ("kp.mps", ("kp.cabinet", "1986-12", "2010-04")),
    ("kp.mss", ("kp.cabinet", "1973", "1982-04-05")),
    ("kp.ccpr", ("kp.wpk.ufd", "1961-05", "2016-06-29")),
]


@pytest.mark.parametrize(("code", "parent"), UNDER)
def test_former_parents_have_their_time(reference: Reference, code: str, parent: tuple[str, str, str]) -> None:
    held = reference.institution[code].parents
    assert parent in [(one.code, one.since, one.until) for one in held]


NONE = [
    "He played a quad in the Hana room of a commercial bank, and the arms went to the andarielle.",
    "The external policy of the office, a public information desk, and an artillery academy of ideas.",
    "Lawyers in the Southern District of New York wrote to him.",
    "A party conference was held, and the agricultural development was slow.",
]


@pytest.mark.parametrize("text", NONE)
def test_ordinary_words_are_no_institution(institutions: Institutions, text: str) -> None:
    assert institutions.find(split(text)) == []
