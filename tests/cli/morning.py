"""Twenty-five reports, written for this: a morning's work with eighty proposals. Names and acts are made up."""

from pathlib import Path

TOWNS = (
    ("Hyesan", "Ryanggang"),
    ("Hoeryong", "North Hamgyong"),
    ("Sinuiju", "North Pyongan"),
    ("Wonsan", "Kangwon"),
    ("Hamhung", "South Hamgyong"),
    ("Sariwon", "North Hwanghae"),
    ("Haeju", "South Hwanghae"),
    ("Kanggye", "Chagang"),
    ("Pyongsong", "South Pyongan"),
    ("Chongjin", "North Hamgyong"),
)
ACTS = (
    "A trader was arrested in {town} on {day}, a resident of {province} told us on Thursday.",
    "Three guards were dismissed in {town} on {day}, a source in {province} said.",
    "A fire destroyed a shoe factory in {town} on {day}, a resident of the city said.",
    "Leaflets against the leadership were found at the railway station in {town} on {day}, a source there said.",
    "Two brokers were executed in {town} on {day}, a resident of {province} said.",
    "Two students were arrested in Unsan county on {day}, a source in the north said.",
)
BACKGROUND = (
    "Most families live from what they sell, and nobody expects this to change soon.",
    "Older people still speak of the years in which the trains ran on time.",
)
REPORTS = 25


def _day(number: int) -> str:
    return f"Jan. {number % 27 + 2}"


def text(number: int) -> str:
    """The text of a report: three or four acts, and what is no act."""
    town, province = TOWNS[number % len(TOWNS)]
    count = 4 if number % 5 == 0 else 3
    some = [ACTS[(number + k) % len(ACTS)] for k in range(count)]
    told = [one.format(town=town, province=province, day=_day(3 * number + k)) for k, one in enumerate(some)]
    title = f"News from {town}, part {number}"
    return "\n\n".join([title, *told[:2], BACKGROUND[number % 2], *told[2:]]) + "\n"


def write(folder: Path) -> Path:
    """All of them, with a manifest, in a new folder."""
    folder.mkdir()
    rows = ["file,outlet,published"]
    for number in range(REPORTS):
        (folder / f"{number:02}.txt").write_text(text(number))
        rows.append(f"{number:02}.txt,RFA,2025-02-06")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n")
    return folder
