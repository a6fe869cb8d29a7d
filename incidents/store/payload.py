"""The payload of a stored proposal field by field, as the change log keeps what was changed of it, and whole again."""

import json
from collections.abc import Mapping
from typing import Any

from incidents.model.change import canonical
from incidents.model.codec import Plain, proposal_to_plain
from incidents.model.proposal import Proposal

_OWN, _INCIDENT = "proposal.", "incident."


def payload(proposal: Proposal) -> str:
    """What is stored of a proposal."""
    return canonical(proposal_to_plain(proposal))


def parts(text: str) -> Plain:
    """The fields of a payload, each by its name: `incident.when`, `incident.evidence`, `proposal.problems`."""
    plain: Plain = json.loads(text)
    incident = {_INCIDENT + name: value for name, value in plain.pop("incident").items()}
    return {_OWN + name: value for name, value in plain.items()} | incident


def whole(fields: Mapping[str, Any]) -> str:
    """The payload of `parts`, byte for byte; what else stands among the fields is left out."""
    return canonical({**_under(_OWN, fields), "incident": _under(_INCIDENT, fields)})


def _under(prefix: str, fields: Mapping[str, Any]) -> Plain:
    return {name.removeprefix(prefix): value for name, value in fields.items() if name.startswith(prefix)}
