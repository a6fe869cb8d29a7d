"""What a grammar rule makes of the words that it matched: an operation and its arguments, not yet a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

Argument = Union[int, str, "Node"]


@dataclass(frozen=True, slots=True)
class Node:
    """`operation` names a function of `readings`; the arguments are numbers, words and other nodes."""

    operation: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    def number(self, name: str, default: int | None = None) -> int:
        """The number under `name`.

        Raises:
            KeyError: the rule does not give it: a defect of the seeds.
        """
        value = self.arguments.get(name, default)
        if not isinstance(value, int):
            raise KeyError(name)
        return value

    def maybe(self, name: str) -> int | None:
        """The number under `name`, if the rule gave one."""
        value = self.arguments.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str, default: str = "") -> str:
        """The word under `name`."""
        value = self.arguments.get(name, default)
        return value if isinstance(value, str) else default

    def node(self, name: str) -> "Node | None":
        """The part under `name`, if the rule gave one."""
        value = self.arguments.get(name)
        return value if isinstance(value, Node) else None
