"""A new version of the reference data beside what users have: nothing of theirs is overwritten, and all is said."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.actions import database
from incidents.intake.seeds import read_reference, version
from incidents.paths import shipped
from tests.cli.conftest import Program

Change = Callable[..., None]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """Gives the next version of the program other seeds: rows of a table added, replaced by code, or dropped."""
    home = Path(shutil.copytree(shipped("seeds"), tmp_path / "seeds"))
    monkeypatch.setattr(database, "read_reference", lambda: read_reference(home))
    monkeypatch.setattr(database, "seeds_version", lambda: version(home))

    def changed(table: str, *added: str, without: str = "", old: str = "", new: str = "") -> None:
        path = home / f"{table}.csv"
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        rows = [
            row.replace(old, new, 1) if old else row for row in rows if not without or without not in row.split(",")
        ]
        kept = sorted((*rows, *added), key=lambda row: next(csv.reader([row]))[0])
        path.write_text("\n".join((head, *kept)) + "\n", encoding="utf-8")

    return changed


def test_nothing_is_said_where_no_user_has_changed_anything(copied: Program, change: Change) -> None:
    change("places", "KP-10.samsu.newmine,New Mine,mine,KP-10.samsu,,,,press")
    assert copied.said("db", "upgrade") == f"{copied.path} is up to date\n"
    assert "New Mine" in copied.out("place", "show", "KP-10.samsu.newmine")


def test_a_name_that_the_seeds_give_to_another_is_told(copied: Program, change: Change) -> None:
    copied.said("place", "alias", "add", "Samsu", "Foogun")
    change("place_names", "KP-10.kapsan,Foogun,en,alias,,")
    said = copied.said("db", "upgrade")
    assert "place: Foogun is a name of KP-10.kapsan too now, besides KP-10.samsu, to which you gave it" in said
    assert "'Foogun' can be several" in copied.said("list", "--place", "Foogun", code=2)
    assert copied.said("db", "upgrade") == f"{copied.path} is up to date\n"


def test_a_place_of_the_same_name_beside_that_of_a_user_is_told(copied: Program, change: Change) -> None:
    copied.said("place", "add", "Twinri", "--kind", "ri", "--under", "Kapsan")
    change("places", "KP-10.kapsan.twin,Twinri,ri,KP-10.kapsan,,,,press")
    said = copied.said("db", "upgrade")
    assert "Twinri is a name of KP-10.kapsan.twin too now, besides KP-10.kapsan.twinri" in said
    copied.said("place", "merge", "KP-10.kapsan.twin", "KP-10.kapsan.twinri")


@pytest.mark.parametrize(
    ("noun", "added", "row"),
    [
        (
            "place",
            ("Newri", "--kind", "ri", "--under", "Samsu"),
            "KP-10.samsu.newri,New Mine,mine,KP-10.samsu,,,,press",
        ),
        (
            "institution",
            ("Peace Bureau", "--kind", "security", "--under", "kp.mss"),
            "kp.mss.peace-bureau,Bureau of Quiet,security,kp.mss,,,,press,press",
        ),
    ],
)
def test_a_code_that_the_seeds_now_use_stays_the_users(
    copied: Program, change: Change, noun: str, added: tuple[str, ...], row: str
) -> None:
    copied.said(noun, "add", *added)
    change(f"{noun}s", row)
    code = row.partition(",")[0]
    said = copied.said("db", "upgrade")
    assert f"has another {noun} with the code of yours, {added[0]} ({code}), which stands" in said
    assert copied.out(noun, "show", code).startswith(f"{added[0]}\n")


def test_what_both_have_renamed_keeps_the_users_name(copied: Program, change: Change) -> None:
    copied.said("place", "rename", "Hyesan", "Hyesin-si", "--from", "2020")
    change("places", old="KP-10.hyesan,Hyesan,", new="KP-10.hyesan,Hyesanna,")
    assert "left as you changed it" in copied.said("db", "upgrade")
    assert copied.out("place", "show", "KP-10.hyesan").startswith("Hyesin-si 혜산\n")


def test_what_the_seeds_have_no_more_is_not_said_to_be_added_here(copied: Program, change: Change) -> None:
    change("places", "KP-10.samsu.newmine,New Mine,mine,KP-10.samsu,,,,press")
    copied.said("db", "upgrade")
    change("places", without="KP-10.samsu.newmine")
    copied.said("db", "upgrade")
    shown = copied.out("place", "show", "KP-10.samsu.newmine")
    assert "code        KP-10.samsu.newmine, retired\n" in shown
    assert "sources     earlier reference data, which has it no more\n" in shown


def test_what_is_retired_and_in_use_is_told(copied: Program, change: Change) -> None:
    mine, farm, other = "KP-10.kapsan.mine", "KP-10.kapsan.saphyong", "KP-10.samsu.power-station"
    copied.said("add", "--title", "A theft", "--type", "theft", "--date", "2024", "--place", mine)
    copied.said("place", "alias", "add", farm, "The Farm")
    for code in (mine, farm, other):
        change("places", without=code)
        change("place_names", without=code)
    said = copied.said("db", "upgrade")
    assert f"the reference data has retired place {mine} (Kapsan Copper Mine), which is in use here" in said
    assert farm in said
    assert other not in said
    assert "A theft" in copied.out("list", "--place", mine)
