"""What is known about a report besides its text: from options, the manifest, front matter, or the URL."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Self
from urllib.parse import urlsplit

from incidents.model.edtf import bounds
from incidents.model.key import fold
from incidents.model.reference import Outlet

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[^\r\n]{0,2000}\r?\n){0,40}?)---[ \t]*(?:\r?\n|$)")
_LINE = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?\n")
_URL_DATE = re.compile(
    r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-]|$)|/(\d{4})/(\d{2})(?=/)|/[A-Za-z-]*(\d{4})(\d{2})(\d{2})\d*(?=[/.-]|$)"
)
_OTHER_KEYS = {"date": "published", "lang": "language", "source": "outlet", "publisher": "outlet"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What someone says of a report, as typed; empty means not said."""

    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    title: str = ""
    handling: str = ""
    otherwise: "Metadata | None" = None
    """What holds where nothing else says it: no option, manifest or front matter. Of a configuration."""

    def over(self, other: Self) -> Self:
        """These values, and where they are empty those of `other`."""
        return replace(self, **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


NOTHING_SAID = Metadata()
NAMES = tuple(field.name for field in fields(Metadata) if field.name != "otherwise")


def front_matter(text: str) -> tuple[Metadata, int, tuple[str, ...]]:
    """The front matter at the top of a text, where the body begins, and the keys that mean nothing here."""
    found = _FRONT.match(text)
    if not found:
        return Metadata(), 0, ()
    pairs = [(key.lower(), value) for key, value in _LINE.findall(found[1])]
    named = {_OTHER_KEYS.get(key, key): value.strip("\"'") for key, value in pairs}
    unknown = tuple(key for key in named if key not in NAMES)
    return Metadata(**{key: value for key, value in named.items() if key in NAMES}), found.end(), unknown


def date_in_url(url: str) -> str | None:
    """The date that the path of a URL states, as EDTF: `/2025/02/06/…` is `2025-02-06`, `/2016/05/…` is `2016-05`."""
    for found in _URL_DATE.finditer(urlsplit(url).path):
        edtf = "-".join(part for part in found.groups() if part)
        if _plausible(edtf):
            return edtf
    return None


def _plausible(edtf: str) -> bool:
    try:
        earliest, _ = bounds(edtf)
    except ValueError:
        return False
    return earliest is not None and date(1945, 1, 1) <= earliest < date(2100, 1, 1)


def find_outlet(words: str, url: str, outlets: tuple[Outlet, ...]) -> Outlet | None:
    """The outlet of that code or name (folded), or, if no name is given, the one that has the URL's domain."""
    if words:
        key = fold(words)
        return next((o for o in outlets if key in {fold(name) for name in (o.code, o.name, *o.names)}), None)
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    domains = [(domain, outlet) for outlet in outlets for domain in outlet.domains]
    fitting = [(d, o) for d, o in domains if host == d or host.endswith("." + d)]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None
