"""A report as it was got: bytes, kept text, and what is known about it."""

from dataclasses import dataclass

from incidents.model.scales import Handling


@dataclass(frozen=True, slots=True)
class Report:
    """One published or received text.

    `text` is the kept text: `data` decoded with no newline or Unicode change, NUL and undecodable bytes replaced one
    for one; all offsets of the program count its code points. `published` is EDTF or None; `outlet` a code or None.
    """

    name: str
    """The file's name as the user gave it, or `-`."""
    data: bytes
    text: str
    sha256: str
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    body_start: int = 0
    """Where the text begins after front matter."""
    outlet: str | None = None
    outlet_words: str = ""
    """What the user or the manifest called the outlet, if no outlet has that name."""
    published: str | None = None
    language: str | None = None
    url: str | None = None
    title: str = ""
    handling: Handling = "public"
    how: str = "file"
    problems: tuple[str, ...] = ()
    """What is open about it, worded for people: no publication date, an unknown outlet."""
    uid: str = ""
