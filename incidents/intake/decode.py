"""Bytes become the kept text: decoded, with no newline or Unicode change, nothing dropped."""

import codecs

from incidents.errors import BadInput

REPLACEMENT = "\ufffd"
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip file"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
_MOST_CONTROL = 0.01
"""A text has next to no control bytes; a file with more of them than this is none."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The kept text and the encoding that it was read in.

    A byte-order mark decides, else UTF-8, else CP949 (Korean) where it fits whole; else UTF-8 with each undecodable
    byte replaced by one U+FFFD. NUL becomes U+FFFD too, because PostgreSQL cannot hold it.

    Raises:
        BadInput: no text is in there.
    """
    _refuse_formats(data, name)
    for signature, encoding in _SIGNATURES:
        if data.startswith(signature):
            text = _clean(data[len(signature) :].decode(encoding, "one-for-one"))
            if not text.strip():
                raise BadInput(f"{name} is empty.")
            return text, encoding
    if len(data.translate(None, _CONTROL)) < len(data) * (1 - _MOST_CONTROL):
        raise BadInput(f"{name} {_no_text(data)}.")
    for encoding in ("utf-8", "cp949"):
        try:
            return _clean(data.decode(encoding)), encoding
        except UnicodeDecodeError:
            continue
    return _clean(data.decode("utf-8", "one-for-one")), "utf-8"


def losses(data: bytes, text: str, encoding: str) -> tuple[str, ...]:
    """What the kept text does not show of its bytes: which were replaced, and a guessed encoding."""
    own = data.decode(encoding, "ignore")
    nul = own.count("\0")
    lost = text.count(REPLACEMENT) - own.count(REPLACEMENT) - nul
    found = ["read as CP949, because it is not UTF-8"] if encoding == "cp949" else []
    for number, what, do in ((lost, "byte", "could not be decoded and "), (nul, "NUL character", "")):
        if number > 0:
            several = number > 1
            found.append(f"{number} {what}{'s' * several} {do}stand{'s' * (not several)} as U+FFFD")
    return tuple(found)


def _refuse_formats(data: bytes, name: str) -> None:
    if not data.strip():
        raise BadInput(f"{name} is empty.")
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise BadInput(f"{name} is {what}; save its text as a .txt file first.")


def _no_text(data: bytes) -> str:
    """Why: in UTF-16 every second byte of what is plain ASCII is NUL."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    wide = max(even, odd) > len(data) * _MOST_CONTROL and min(even, odd) * 20 <= max(even, odd)
    return "looks like UTF-16 without a byte-order mark: save it as UTF-8" if wide else "is not a text file"


def _clean(text: str) -> str:
    return text.replace("\0", REPLACEMENT)


def _one_for_one(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return REPLACEMENT * (error.end - error.start), error.end


codecs.register_error("one-for-one", _one_for_one)
