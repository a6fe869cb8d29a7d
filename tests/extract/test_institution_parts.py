"""Who has a part in an act and which: no teller and no family, whoever is protested against, moved, told, visited."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Links = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def links(lexicon: Lexicon) -> Links:
    """The institutions of the last proposal of a text, with their roles."""

    def of(text: str, outlet: str = "daily-nk") -> list[tuple[str, str]]:
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        report = Report("test", data, text, digest, outlet=outlet, published="2024-05-20", language="en")
        proposal = extract(report, lexicon).proposals[-1]
        return [(link.institution, link.role) for link in proposal.incident.institutions]

    return of


LEFT_ALONE = [
    "On May 3, North Korea moved the families of soldiers to Wonsan, the NIS (국정원) was quoted as telling lawmakers.",
    "On May 3, the authorities in Hyesan evicted the parents of soldiers.",
    "On May 3, two men in Hyesan sold stolen copper to soldiers.",
    "On May 3, about 1,500 soldiers were shipped to Vladivostok.",
    "On May 3 a member of its mission to the United Nations condemned the launch in a statement.",
    "The UNHCR, citing the government, said on May 3 that 13 people had died in a flood in Hoeryong.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(links: Links, text: str) -> None:
    assert links(text) == []


PARTS = [
    (
        "On May 3 a widow cried in front of the building of the Hyesan City Party Committee, and a crowd gathered.",
        ("kp.wpk.party-committee@KP-10.hyesan", "target"),
    ),
    (
        "On May 3, about 30 women went together to the Hoeryong City People's Committee to complain about the rations.",
        ("kp.cabinet.peoples-committee@KP-09.hoeryong", "target"),
    ),
    ("On May 3, 3,000 troops of the 11th Corps were sent to Vladivostok.", ("kp.kpa.storm", "actor")),
    (
        "About 370 workers were flown home from Vladivostok on an Air Koryo flight on May 3.",
        ("kp.air-koryo", "mentioned"),
    ),
    (
        "Workers of the Musan Mine, which he had visited on May 3, have come out in a drive.",
        ("kp.musan-mine", "affected"),
    ),
    (
        "On May 3, the Security Council adopted a resolution on workers from North Korea.",
        ("un.sc", "authority"),
    ),
    ("On May 3, soldiers broke into a farm in Unhung County and stole rice.", ("kp.kpa", "actor")),
]


@pytest.mark.parametrize(("text", "link"), PARTS)
def test_parts(links: Links, text: str, link: tuple[str, str]) -> None:
    assert links(text) == [link]
