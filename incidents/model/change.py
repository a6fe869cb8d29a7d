"""A change of the log and its hash chain (DESIGN section 4)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

GENESIS = "0" * 64
"""The previous hash of the first change of a chain."""


class Change(NamedTuple):
    """One entry: who did what to which subject, when and why. `subject` is `kind:uid` (`incident:…`, `report:…`)."""

    database: str
    sequence: int
    at: str
    who: str
    action: str
    subject: str
    reason: str
    previous: str
    commitment: str
    """H(salt, content): stays when the content and its salt are destroyed."""

    @property
    def hash(self) -> str:
        """SHA-256 over the previous hash and every field, each with its length, so that no two read alike."""
        numbered = (self.previous, self.database, str(self.sequence), self.at)
        return _digest(*numbered, self.who, self.action, self.subject, self.reason, self.commitment)


def commitment(salt: str, content: str) -> str:
    """H(salt, content)."""
    return _digest(salt, content)


def canonical(content: Mapping[str, Any]) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(*fields: str) -> str:
    digest = hashlib.sha256()
    for field in fields:
        data = field.encode()
        digest.update(str(len(data)).encode() + b":" + data)
    return digest.hexdigest()
