"""Proposals whose places or institutions were merged or taken back between the reading and the decision."""

from typing import Any

import sqlalchemy as sa

from incidents.errors import Refused
from incidents.model.proposal import Proposal, StoredProposal
from incidents.store.tables import table_of
from incidents.store.unit import Unit


def standing(unit: Unit, stored: StoredProposal) -> Proposal:
    """The proposal with that in the place of what was merged into it.

    What only the seeds dropped stays, as it does in records; so does what the proposal itself brings.

    Raises:
        Refused: it has a place or an institution that a person took back.
    """
    value = stored.proposal
    for noun, codes in _codes(value).items():
        for code in _given_up(unit, noun, codes):
            kept = _merged_into(unit, noun, code)
            if kept:
                value = _swapped(value, noun, code, kept)
            elif code not in {one.code for one in value.institutions}:
                raise Refused(
                    f"proposal {stored.id} has the {noun} {code}, which is retired by now: "
                    f"choose another in incidents review."
                )
    return value


def _codes(value: Proposal) -> dict[str, set[str]]:
    own, made = value.incident, value.institutions
    return {
        "place": {one.place for one in own.places} | {one.place for one in made} - {""},
        "institution": {one.institution for one in own.institutions} | {one.parent for one in made} - {""},
    }


def _given_up(unit: Unit, noun: str, codes: set[str]) -> list[str]:
    """Those that a person retired, by a merger or an undo."""
    rows: Any = table_of(noun).c
    gone = (rows.retired == sa.literal_column("1")) & (rows.origin == "user")
    query = sa.select(rows.code).where(rows.code.in_(sorted(codes)), gone).order_by(rows.code)
    return list(unit.session.connection().execute(query).scalars()) if codes else []


def _merged_into(unit: Unit, noun: str, code: str) -> str:
    """The code of what stands and has this one as a name of what was merged into it; empty if none has."""
    rows, names = table_of(noun), table_of(f"{noun}_name")
    joined = sa.select(rows.c.code).join_from(rows, names, names.c[f"{noun}_id"] == rows.c.id)
    query = joined.where(names.c.kind == "merged", names.c.name == code, rows.c.retired == sa.literal_column("0"))
    return str(unit.session.connection().execute(query).scalar() or "")


def _swapped(value: Proposal, noun: str, code: str, kept: str) -> Proposal:
    from incidents.model.codec import proposal_from_plain, proposal_to_plain  # noqa: PLC0415  seldom needed
    from incidents.store.merging import swapped  # noqa: PLC0415  likewise
    from incidents.store.things import Thing  # noqa: PLC0415  likewise

    return proposal_from_plain(swapped(proposal_to_plain(value), Thing(noun, code), kept))
