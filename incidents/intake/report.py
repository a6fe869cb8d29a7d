"""Bytes and what is said of them become a Report."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast, get_args

from incidents.errors import BadInput
from incidents.intake.decode import decode, losses
from incidents.intake.language import language_of_text
from incidents.intake.metadata import Metadata, date_in_url, find_outlet, front_matter
from incidents.intake.size import demand_characters
from incidents.model.edtf import bounds
from incidents.model.reference import Outlet
from incidents.model.report import Report
from incidents.model.scales import Handling


def read_report(  # noqa: PLR0913  what is known of the bytes
    name: str, data: bytes, said: Metadata, outlets: tuple[Outlet, ...], *, how: str = "file", any_size: bool = False
) -> Report:
    """A report from its bytes; `said` (options, manifest) goes before front matter, front matter before the URL.

    What cannot be known is None and named in `problems`; an outlet of an unknown name is kept in `outlet_words`.

    Raises:
        BadInput: the bytes are no text or too long a one (not with `any_size`), or a stated publication date or
            handling cannot be read.
    """
    text, encoding = decode(data, name)
    if not any_size:
        demand_characters(text, name)
    front, body, unknown = front_matter(text)
    known = _settled(said.over(front), outlets)
    if not said.title.isprintable():
        raise BadInput(f"{name}: the title {said.title!r} has a newline or another control character.")
    outlet = find_outlet(known.outlet, known.url, outlets)
    published = _published(name, known)
    return Report(
        name=name,
        data=data,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        body_start=body,
        outlet=outlet.code if outlet else None,
        outlet_words="" if outlet else known.outlet,
        published=published,
        language=known.language or language_of_text(text[body:]),
        url=known.url or None,
        title=known.title,
        handling=_handling(name, known.handling),
        how=how,
        problems=(*losses(data, text, encoding), *_problems(known, outlet, published, unknown)),
    )


def _settled(known: Metadata, outlets: tuple[Outlet, ...]) -> Metadata:
    """With what holds otherwise; an outlet that the address tells is not passed over."""
    if known.otherwise is None:
        return known
    told = not known.outlet and find_outlet("", known.url, outlets)
    return known.over(replace(known.otherwise, outlet="") if told else known.otherwise)


def _published(name: str, known: Metadata) -> str | None:
    if not known.published:
        return date_in_url(known.url)
    try:
        bounds(known.published)
    except ValueError as error:
        raise BadInput(
            f"{name}: the publication date {known.published!r} is no EDTF date (2025-02-06, 2024-04~): {error}."
        ) from error
    return known.published


def _handling(name: str, words: str) -> Handling:
    if words and words not in get_args(Handling):
        raise BadInput(f"{name}: handling is {words!r}; it is one of {', '.join(get_args(Handling))}.")
    return cast("Handling", words or "public")


def _problems(
    known: Metadata, outlet: Outlet | None, published: str | None, unknown: tuple[str, ...]
) -> tuple[str, ...]:
    problems = [f"front matter: the key {key!r} means nothing here and is kept in the text only" for key in unknown]
    if known.outlet and not outlet:
        problems.append(f"no outlet is known as {known.outlet!r}")
    elif not outlet:
        problems.append("the outlet is unknown: say it with --outlet, in the manifest or in front matter")
    if not published:
        problems.append(
            "the publication date is unknown: expressions such as 'on Tuesday' or 'last month' cannot be resolved"
        )
    elif _to_come(published):
        problems.append(f"the publication date {published} is after today: see to the date, or to the clock")
    return tuple(problems)


def _to_come(published: str) -> bool:
    """Whether it is after today, wherever in the world that is."""
    earliest, _ = bounds(published)
    return earliest is not None and earliest > datetime.now(UTC).date() + timedelta(days=1)
