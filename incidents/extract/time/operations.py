"""The table of operations that patterns name, and how a node is read."""

from collections.abc import Callable

from incidents.extract.time.basis import Basis
from incidents.extract.time.node import Node
from incidents.extract.time.period import Period

Operation = Callable[[Node, Basis], Period]
_OPERATIONS: dict[str, Operation] = {}


def operation(function: Operation) -> Operation:
    """Makes a function known to patterns under its name."""
    _OPERATIONS[function.__name__.rstrip("_")] = function
    return function


def known() -> frozenset[str]:
    """The names that a pattern may use."""
    return frozenset(_OPERATIONS)


def read(node: Node, basis: Basis) -> Period:
    """The period that a node means.

    Raises:
        Unresolved: what it counts from is not known.
        ValueError, OverflowError: there is no such day.
    """
    return _OPERATIONS[node.operation](node, basis)


def part_of(node: Node, name: str, basis: Basis) -> Period:
    """The period of the part under `name`, which the pattern must give."""
    inner = node.node(name)
    if inner is None:
        raise KeyError(name)
    return read(inner, basis)


def given_year(node: Node, basis: Basis) -> int | None:
    """The year that the part `year` or the number `year` gives; None without one."""
    inner = node.node("year")
    if inner is not None:
        return read(inner, basis).start.year
    return node.maybe("year")
