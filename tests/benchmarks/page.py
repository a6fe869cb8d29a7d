"""The page docs/performance.md: each benchmark writes the section of its own and leaves the others as they are."""

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/performance.md"


def write(section: str) -> None:
    """Puts `section`, which begins with its heading (`## Dates`), in the place of the one with that heading."""
    heading = section.splitlines()[0]
    title, *sections = PAGE.read_text(encoding="utf-8").split("\n## ")
    kept = {f"## {text.splitlines()[0]}": f"## {text.strip()}" for text in sections}
    kept[heading] = section.strip()
    PAGE.write_text("\n\n".join([title.strip(), *kept.values()]) + "\n", encoding="utf-8")
