"""A small database that holds every kind of date, place and level; each incident goes by a one-word tag."""

import hashlib
from dataclasses import replace

from incidents.actions.record import record, withdraw
from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.report import Report
from incidents.model.when import When
from incidents.store.desk import file_report
from incidents.store.location import Location
from incidents.store.unit import begin

WHO = "stock"


def report(text: str, published: str | None, outlet: str) -> Report:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return Report("r.txt", data, text, digest, published=published, outlet=outlet, language="en")


RFA = report("A guard told us that leaflets lay at the station. 혜산 역에 삐라.", "2016-01-22", "rfa")
BLOG = report("As the radio says, leaflets lay at the station.", "2016-02-15", "one-free-korea")
LATER = report(
    "A resident says that the ban goes on since mid-March; an overseas trader does not.", "2024-04-02", "daily-nk"
)
PARTY = report("Officials drank at a party, a resident says; another denies it.", "2025-02-06", "rfa")


def passage(of: Report, start: int = 0, end: int = 20, **given: object) -> Evidence:
    told = Evidence(text=of.sha256, start=start, end=end, quote=of.text[start:end], origin=of.outlet)
    told = replace(told, attribution="a resident", source="source 1", source_type="resident", access="direct")
    return replace(told, **given)  # type: ignore[arg-type]


def incident(tag: str, type_: str, edtf: str | None, *places: str, **given: object) -> Incident:
    links = tuple(PlaceLink(*place.split(":")) for place in places)
    when = When.of(edtf, "in words", basis="bounded" if edtf and ".." in edtf else "stated")
    own = Incident(f"The {tag} one", type_, when=when, places=links, tags=(tag,))
    return replace(own, **given)  # type: ignore[arg-type]


def told() -> list[Incident]:
    """The incidents, in the order of their numbers."""
    against = passage(PARTY, 47, 63, stance="contradicts", source="source 2")
    claims = (Claim("date", "2016-01-01", 2, 7), Claim("place", "KP-10.samsu", 37, 48, followed=False))
    relayed = passage(BLOG, origin="rfa", source_type="media", access="unstated", claims=(Claim("date", "2016", 0, 2),))
    return [
        incident(
            "day",
            "leaflet-graffiti",
            "2016-01-01",
            "KP-10.samsu",
            summary="Leaflets against the leader, 삐라.",
            institutions=(InstitutionLink("kp.mss", "investigator"),),
            people=(People("detained", 2, 3), People("affected", words="dozens of families")),
            evidence=(passage(RFA, claims=claims, said_on="2016-01-20"), relayed),
            precision="county",
        ),
        incident("month", "order", "2015-10", "KP-10.hyesan", "KP-09.hoeryong:to", review="machine"),
        incident("third", "arrest", "2016-03-21/2016-03-31", "KP-14.onchon", kind="aggregate"),
        incident("open-start", "meeting", "../2020-12-31", "KP", status="planned", evidence=(passage(RFA),)),
        incident("open-end", "order", "2024-03-11/..", "RU-IRK", status="ongoing", evidence=(passage(LATER),)),
        incident(
            "undated",
            "corruption",
            None,
            "KP-14.onchon",
            institutions=(InstitutionLink("kp.wpk.cc", "actor"),),
            evidence=(passage(PARTY, source_type="official"), against),
        ),
        incident("bare", "other", None),
        incident("assessed", "execution", "2013-12-12", "KP-01", assessed="confirmed", assessed_reason="seen"),
        incident("gone", "arrest", "2016-01-01", "KP-10.hyesan"),
    ]


def stock(location: Location) -> None:
    """Fill a seeded database."""
    with begin(location, WHO) as unit:
        for one in (RFA, BLOG, LATER, PARTY):
            file_report(unit, one)
    made = [record(location, "anna" if one.tags == ("day",) else WHO, one) for one in told()]
    withdraw(location, WHO, [made[-1].uid], "a mistake")
