"""A name that a thing had once, and has again: the first time is never lost without a word."""

from tests.cli.conftest import Program
from tests.cli.things import log, names


def test_the_first_time_of_a_name_goes_only_when_it_is_let_go(copied: Program) -> None:
    copied.said("place", "rename", "KP-10.hyesan", "Hyesin", "--from", "2020")
    before = log(copied), names(copied, "place", "KP-10.hyesan")
    back = ("place", "rename", "KP-10.hyesan", "Hyesan", "--from", "2022")
    assert "had the name Hyesan until 2020, and one period of a name is kept" in copied.said(*back, code=5)
    assert (log(copied), names(copied, "place", "KP-10.hyesan")) == before
    copied.said("place", "alias", "remove", "KP-10.hyesan", "Hyesan")
    copied.said(*back)
    assert names(copied, "place", "KP-10.hyesan")["Hyesin"] == ("former", "2020", "2022")


def test_a_name_that_was_never_given_up_goes_on(copied: Program) -> None:
    before = names(copied, "place", "KP-10.hyesan")
    copied.said("place", "rename", "KP-10.hyesan", "Hyesin", "--korean", "혜신", "--from", "2020-05")
    assert names(copied, "place", "KP-10.hyesan")["Hyesan"] == ("former", "", "2020-05")
    copied.said("place", "rename", "KP-10.hyesan", "Hyesan", "--korean", "혜산")
    after = names(copied, "place", "KP-10.hyesan")
    assert {name: after[name] for name in before} == before
    assert (after["Hyesin"][0], after["혜신"][0]) == ("alias", "alias")
    copied.said("place", "rename", "KP-10.hyesan", "Hyesun", "--from", "2021")
    copied.said("place", "rename", "KP-10.hyesan", "Hyesong", "--from", "2022")
    assert "had the name Hyesan until 2021" in copied.said("place", "rename", "KP-10.hyesan", "Hyesan", code=5)
