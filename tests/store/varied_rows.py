"""Rows of every table, varied on purpose: Hangul, several places, open dates, retired and withdrawn, empty cells."""

from typing import Any

import sqlalchemy as sa

from incidents.model import scales
from incidents.store.tables import metadata

Rows = list[dict[str, Any]]

AT = "2025-02-06T01:02:03.000004Z"
TEXT = "로동신문은 보도했다.\nAbout 40 officials were dismissed — “at once” — in Onchon, sources said 😀."
CORRECTED = " Corrected."
_FACE = TEXT.index("😀")


def uid(number: int) -> str:
    """A uid that can be told from others at a glance."""
    return f"00000000-0000-4000-8000-{number:012d}"


def _term(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "name": code.title(), "korean": "말", **more}


VOCABULARIES: dict[str, Rows] = {
    "incident_family": [_term("control", node=1), _term("dissent", node=2)],
    "incident_type": [
        _term("order", family_code="control", node=1),
        _term("leaflet-graffiti", family_code="dissent", node=2, plover="PROTEST"),
    ],
    "source_type": [_term("resident"), _term("official"), _term("outlet")],
    "place_role": [_term("scene"), _term("from"), _term("to")],
    "place_kind": [_term(level, level=level) for level in scales.PLACE_LEVELS],
    "institution_role": [_term("actor"), _term("target")],
    "institution_kind": [_term("party"), _term("security")],
    "people_group": [_term("dismissed"), _term("detained")],
    "outlet_kind": [_term("agency"), _term("broadcaster", retired=True)],
    "report_relation_kind": [_term("quotes")],
    "incident_relation_kind": [_term("follows")],
    "scale_term": [{"scale": "status", "code": "planned", "name": "Planned"}],
}

_PLACES = [
    ("KP", "North Korea", "country", None),
    ("KP-north", "the border with China", "region", 1),
    ("KP-10", "Ryanggang", "province", 1),
    ("KP-10.samsu", "Samsu", "county", 3),
    ("KP-10.samsu.posong", "Posong", "settlement", 4),
    ("KP-14", "Nampo", "province", 1),
    ("KP-02", "South Pyongan", "province", 1),
    ("KP-02.onchon", "Onchon", "county", 6),
    ("KP-north.bank", "the Yalu bank", "site", 2),
    ("KW", "Kuwait", "country", None),
]
_CLOSURE = [
    *((n, n, "self", 0) for n in range(1, 11)),
    *((n, 1, "current", 1) for n in (2, 3, 6, 7)),
    *((4, 3, "current", 1), (4, 1, "current", 2), (5, 4, "current", 1), (5, 3, "current", 2), (5, 1, "current", 3)),
    *((8, 6, "current", 1), (8, 1, "current", 2), (8, 7, "usage", 1), (9, 2, "current", 1), (9, 1, "current", 2)),
]

THINGS: dict[str, Rows] = {
    "place": [
        {
            "id": number,
            "code": code,
            "name": name,
            "kind": level,
            "level": level,
            "parent_id": parent,
            "latitude": 41.5 if number == 5 else None,
            "longitude": 127.25 if number == 5 else None,
            "retired": number == 9,
        }
        for number, (code, name, level, parent) in enumerate(_PLACES, 1)
    ],
    "place_name": [
        {"id": 1, "place_id": 3, "name": "Ryanggang", "kind": "canonical", "language": "en", "key": "ryanggang"},
        {"id": 2, "place_id": 3, "name": "양강", "kind": "alias", "language": "ko", "key": "양강"},
        {"id": 3, "place_id": 3, "name": "량강도", "kind": "official", "language": "ko", "key": "량강"},
        {"id": 4, "place_id": 8, "name": "온천", "kind": "alias", "language": "ko", "key": "온천"},
    ],
    "place_parent": [
        {"id": 1, "place_id": 8, "parent_id": 7, "kind": "administrative", "until": "1979"},
        {"id": 2, "place_id": 8, "parent_id": 7, "kind": "usage"},
    ],
    "place_closure": [
        dict(zip(("place_id", "ancestor_id", "via", "depth"), row, strict=True)) for row in sorted(_CLOSURE)
    ],
    "place_former": [{"place_id": 8, "ancestor_id": 7, "first_day": "0001-01-01", "last_day": "1979-12-31"}],
    "institution": [
        {"id": 1, "code": "kp.wpk", "name": "Workers' Party of Korea", "kind": "party", "place_id": 1},
        {"id": 2, "code": "kp.wpk.onchon", "name": "Onchon party committee", "kind": "party", "parent_id": 1},
        {"id": 3, "code": "kp.mss", "name": "Ministry of State Security", "kind": "security", "since": "2016"},
    ],
    "institution_name": [
        {"id": 1, "institution_id": 3, "name": "국가보위성", "kind": "official", "language": "ko", "key": "국가보위성"},
        {"id": 2, "institution_id": 3, "name": "보위부", "kind": "former", "language": "ko", "key": "보위부"},
    ],
    "institution_parent": [
        {"id": 1, "institution_id": 2, "parent_id": 3, "since": "2020"},
        {"id": 2, "institution_id": 3, "parent_id": 1, "until": "2016"},
    ],
    "institution_closure": [
        *({"institution_id": n, "ancestor_id": n, "depth": 0} for n in (1, 2, 3)),
        *({"institution_id": n, "ancestor_id": above, "depth": 1} for n, above in ((2, 1), (2, 3), (3, 1))),
    ],
    "institution_former": [
        {"institution_id": 3, "ancestor_id": 1, "first_day": "0001-01-01", "last_day": "2016-12-31"}
    ],
    "outlet": [
        {"id": 1, "code": "rfa", "name": "Radio Free Asia", "kind": "broadcaster", "domains": "rfa.org www.rfa.org"},
        {"id": 2, "code": "dailynk", "name": "Daily NK", "kind": "agency", "country": "KR", "retired": True},
        {"id": 3, "code": "zed", "name": "가나다 통신", "kind": "agency"},
    ],
    "outlet_name": [{"id": 1, "outlet_id": 1, "name": "RFA", "key": "rfa"}],
}

REPORTS: dict[str, Rows] = {
    "report": [
        {"id": 1, "uid": uid(1), "outlet_id": 1, "published": "2025-02-06", "got_at": AT, "title": "온천에서"},
        {"id": 2, "uid": uid(2), "outlet_id": 2, "published": "2024-04~", "got_at": AT, "handling": "sealed"},
        {"id": 3, "uid": uid(3), "got_at": AT, "withdrawn": True, "state": "nothing in it"},
    ],
    "report_text": [
        {"id": number, "report_id": report, "version": version, "sha256": f"{number:064d}", "text": text}
        | {"data": text.encode(), "chars": len(text)}
        for number, report, version, text in ((1, 1, 1, TEXT), (2, 1, 2, TEXT + CORRECTED), (3, 2, 1, ""))
    ],
    "text_reading": [{"text_id": 1, "program_version": "0.1.0", "seeds_version": "abc", "read_at": AT}],
    "report_relation": [
        {"id": 1, "report_id": 2, "kind": "quotes", "other_id": 1},
        {"id": 2, "report_id": 2, "kind": "quotes", "outlet_id": 3},
    ],
    "source": [
        {"id": 1, "report_id": 1, "handle": "source 1", "type": "resident", "place_id": 3},
        {"id": 2, "report_id": 1, "handle": "source 2", "type": "official"},
        {"id": 3, "report_id": 2, "handle": "outlet", "type": "outlet"},
    ],
}


def _incident(number: int, **more: Any) -> dict[str, Any]:
    pick: dict[str, tuple[str, ...]] = {"kind": scales.KINDS, "status": scales.STATUSES, "precision": scales.PRECISIONS}
    varied = {column: values[number % len(values)] for column, values in pick.items()}
    fixed: dict[str, Any] = {
        "id": number,
        "uid": uid(number),
        "code": f"c{number:03d}",
        "title": f"Incident {number} 사건",
    }
    days = {"sort_from": "2025-02-06", "sort_to": "2025-02-06", "recorded_at": AT, "type": "order"}
    return {**fixed, **varied, **days, **more}


_EXACT = {"edtf": "2016-01-01", "earliest": "2016-01-01", "latest": "2016-01-01", "basis": "stated"} | {
    "day_from": "2016-01-01",
    "day_to": "2016-01-01",
    "sort_from": "2016-01-01",
    "sort_to": "2016-01-01",
}
_OPEN_END = {"edtf": "2020-10-10/..", "earliest": "2020-10-10", "day_from": "2020-10-10", "basis": "bounded"} | {
    "sort_from": "2020-10-10",
    "sort_to": "2025-02-06",
}
_OPEN_START = {"edtf": "../2020-12-31", "latest": "2020-12-31", "day_to": "2020-12-31", "basis": "bounded"} | {
    "sort_from": "2020-12-31",
    "sort_to": "2020-12-31",
}
_REPORTED = {"first_reported": "2025-02-06", "last_reported": "2025-02-07"}

_PEOPLE: Rows = [
    {"low": 40, "high": 40, "approximate": True, "words": "about 40 officials"},
    {"words": "수십 명"},
    {"low": 3, "high": 3},
    {"low": 3, "high": 5},
    {"low": 3},
    {"high": 5},
]

INCIDENTS: dict[str, Rows] = {
    "incident": [
        _incident(1, **_EXACT, **_REPORTED, type="leaflet-graffiti", date_words="on Jan. 1st", disputed=True),
        _incident(2, **_OPEN_END, **_REPORTED, review="reviewed", reviewed_by="han", reviewed_at=AT),
        _incident(3, **_OPEN_START, level_assessed="refuted", level_reason="a hoax", level="refuted"),
        _incident(4, **_REPORTED, level_computed="corroborated", level="corroborated", note="mine", revision=7),
        _incident(5, withdrawn=True, withdrawn_reason="twice"),
        *(_incident(number) for number in range(6, 26)),
    ],
    "incident_place": [
        {"incident_id": 1, "position": 0, "place_id": 5, "role": "scene"},
        {"incident_id": 2, "position": 0, "place_id": 8, "role": "scene"},
        {"incident_id": 2, "position": 1, "place_id": 10, "role": "to"},
        {"incident_id": 2, "position": 2, "place_id": 8, "role": "from"},
        {"incident_id": 3, "position": 0, "place_id": 9, "role": "scene"},
        {"incident_id": 4, "position": 0, "place_id": 10, "role": "scene"},
        {"incident_id": 5, "position": 0, "place_id": 2, "role": "scene"},
    ],
    "incident_institution": [
        {"incident_id": 2, "position": 0, "institution_id": 3, "role": "actor"},
        {"incident_id": 2, "position": 1, "institution_id": 2, "role": "target"},
    ],
    "incident_people": [
        {"incident_id": 2, "position": position, "people_group": "dismissed", **row}
        for position, row in enumerate(_PEOPLE)
    ],
    "incident_tag": [{"incident_id": 1, "tag": tag} for tag in ("zebra", "Öl", "apple", "나라", "Zed")],
    "incident_decision": [{"incident_id": 4, "field": "date", "who": "han", "reason": "the ledger"}],
    "incident_open": [
        {"incident_id": 4, "field": "place", "words": "Unsan"},
        {"incident_id": 4, "field": "institution", "words": "the Bureau"},
    ],
    "incident_relation": [{"id": 1, "incident_id": 2, "kind": "follows", "other_id": 1}],
    "incident_scope": [
        {"kind": "place", "node": 3, "sort_from": "2016-01-01", "sort_to": "2016-01-01", "incident_id": 1},
        {"kind": "all", "node": 0, "sort_from": "2016-01-01", "sort_to": "2016-01-01", "incident_id": 1},
    ],
}


def _evidence(number: int, incident: int, position: int, **more: Any) -> dict[str, Any]:
    row = {"id": number, "uid": uid(100 + number), "incident_id": incident, "position": position}
    return row | {"quote": "words", "source_type": "resident"} | more


EVIDENCE: dict[str, Rows] = {
    "evidence": [
        _evidence(1, 2, 0, text_id=1, start_at=12, end_at=45, source_id=1, source_place_id=3, origin_id=1),
        _evidence(2, 2, 1, text_id=2, source_id=2, source_type="official", origin_id=3, said_on="2025-02-04"),
        _evidence(3, 2, 2, quote="", citation="A book, p. 7", source_type="outlet", stance="contradicts"),
        _evidence(4, 1, 0, source_id=3, source_type="outlet", origin_id=2, sensitive=True, reliability="A"),
        _evidence(5, 5, 0, text_id=1, start_at=0, end_at=11, source_id=1, origin_id=1, credibility="1"),
    ],
    "claim": [
        {"id": 1, "evidence_id": 1, "position": 0, "field": "people", "value": "40", "start_at": 12, "end_at": 20},
        {"id": 2, "evidence_id": 1, "position": 1, "field": "place", "value": "KP-02.onchon", "followed": True},
        {"id": 3, "evidence_id": 5, "position": 0, "field": "status", "value": "보도", "start_at": 0, "end_at": 5},
        {"id": 4, "evidence_id": 1, "position": 2, "field": "date", "value": "2025"}
        | {"start_at": _FACE, "end_at": _FACE + 1},
    ],
    "proposal": [
        {"id": 1, "uid": uid(201), "text_id": 1, "position": 0, "payload": "{}", "fingerprint": "a", "created_at": AT},
        {"id": 2, "uid": uid(202), "text_id": 1, "position": 1, "payload": '{"제목":1}', "fingerprint": "b"}
        | {"created_at": AT, "state": "accepted", "incident_id": 2, "decided_by": "han", "decided_at": AT},
        {"id": 3, "uid": uid(203), "text_id": 3, "position": 0, "payload": "{}", "fingerprint": "a", "created_at": AT}
        | {"state": "rejected", "decided_at": AT, "reason": "opinion"},
    ],
}

LOG: dict[str, Rows] = {
    "change": [
        {"id": number, "database": uid(999), "sequence": number, "at": AT, "who": "han", "action": "add"}
        | {"subject_kind": "incident", "subject_uid": uid(number), "previous": f"{number - 1:064d}"}
        | {"commitment": "c" * 64, "hash": f"{number:064d}"}
        for number in (1, 2, 3)
    ],
    "change_content": [
        {"change_id": 1, "salt": "s", "content": '{"title":[null,"전단"]}'},
        {"change_id": 2, "salt": None, "content": None},
    ],
    "search_part": [
        {"id": 1, "kind": "report", "ref": 1, "body": "leaflets were found in posong"},
        {"id": 2, "kind": "incident", "ref": 2, "body": "로동 동신 신문"},
    ],
    "setting": [{"key": "seeds", "value": "abc"}],
}

ALL: dict[str, Rows] = VOCABULARIES | THINGS | REPORTS | INCIDENTS | EVIDENCE | LOG
"""Rows by table, in an order that their foreign keys allow. The row of `log_head` comes from the migration."""


def fill(connection: sa.Connection) -> None:
    """Put all rows in; each row lacks the columns that it leaves to their defaults."""
    for name, rows in ALL.items():
        for row in rows:
            connection.execute(sa.insert(metadata.tables[name]).values(**row))
