"""What lies below a place or institution, and how many incidents, on both databases."""

from itertools import pairwise

import pytest

from incidents.store.location import Location
from incidents.store.query.below import Node, below
from incidents.store.query.connect import open_reader


def tree(location: Location, noun: str, code: str, depth: int | None = None) -> list[Node]:
    with open_reader(location) as reader:
        return below(reader, noun, code, depth)


def test_a_leaf_has_nothing_below_it(stocked: Location) -> None:
    (leaf,) = tree(stocked, "place", "KP-03.pyokdong")
    assert (leaf.depth, leaf.name, leaf.korean, leaf.why, leaf.incidents, leaf.last) == (
        0,
        "Pyokdong",
        "벽동",
        "",
        0,
        True,
    )


def test_each_stands_after_its_parent_with_its_count(stocked: Location) -> None:
    nodes = tree(stocked, "place", "KP-10")
    assert nodes[0].code == "KP-10"
    assert {node.code: node.incidents for node in nodes[:2]} == {"KP-10": 2, "KP-10.hyesan": 1}
    assert all(after.depth <= node.depth + 1 for node, after in pairwise(nodes))
    names = [node.name for node in nodes if node.depth == 1]
    assert names == sorted(names)
    assert [node.name for node in nodes if node.depth == 1 and node.last] == names[-1:]


@pytest.mark.parametrize("depth", [1, 2])
def test_the_depth_is_kept(stocked: Location, depth: int) -> None:
    deep = tree(stocked, "place", "KP", depth)
    assert max(node.depth for node in deep) == depth
    assert [node.code for node in deep] == [n.code for n in tree(stocked, "place", "KP") if n.depth <= depth]


def test_what_lay_there_says_why_and_is_not_gone_into(stocked: Location) -> None:
    nodes = tree(stocked, "place", "KP-02")
    (onchon,) = (node for node in nodes if node.code == "KP-14.onchon")
    assert (onchon.depth, onchon.why, onchon.incidents) == (1, "until 2010; by usage", 2)
    assert "KP-14.onchon.airfield" not in {node.code for node in nodes}
    assert nodes[0].incidents == 2


def test_institutions(stocked: Location) -> None:
    nodes = tree(stocked, "institution", "kp.wpk")
    assert (nodes[0].incidents, nodes[0].kind) == (1, "party")
    assert {node.code: node.incidents for node in nodes}["kp.wpk.cc"] == 1
