"""The kept text: nothing added, nothing dropped, nothing changed but what cannot be held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.errors import BadInput
from incidents.intake.decode import decode, losses


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
        ("양강도 é e\u0301".encode(), "양강도 é e\u0301", "utf-8"),
        ("\ufeffwith a mark".encode(), "with a mark", "utf-8"),
        ("량강도 보천군".encode("cp949"), "량강도 보천군", "cp949"),
        ("\ufeffwide 량강도".encode("utf-16-le"), "wide 량강도", "utf-16-le"),
        ("\ufeffwide".encode("utf-16-be"), "wide", "utf-16-be"),
        (b"a\0b" + b"c" * 400, "a\ufffdb" + "c" * 400, "utf-8"),
        (b"bad \xff\xfe\xfa bytes", "bad \ufffd\ufffd\ufffd bytes", "utf-8"),
        (b"cut \xe2\x80", "cut \ufffd\ufffd", "utf-8"),
    ],
)
def test_the_text_is_kept(data: bytes, text: str, encoding: str) -> None:
    assert decode(data, "report.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04....", "ZIP or Office"),
        (bytes(range(256)) * 20, "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        decode(data, "scan.bin")
    assert "scan.bin" in str(caught.value)


@given(st.text(alphabet=st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_round_trip(text: str) -> None:
    if text.strip() and not text.startswith(("%PDF", "PK\x03\x04")):
        assert decode(text.encode(), "x")[0] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"plain", ()),
        ("its own \ufffd".encode(), ()),
        (b"bad \xff\xfe\xfa bytes", ("3 bytes could not be decoded and stand as U+FFFD",)),
        (b"cut \xe2", ("1 byte could not be decoded and stands as U+FFFD",)),
        (b"a\0b" + b"c" * 400, ("1 NUL character stands as U+FFFD",)),
        ("량강도 보천군".encode("cp949"), ("read as CP949, because it is not UTF-8",)),
    ],
)
def test_what_the_text_does_not_show_is_told(data: bytes, says: tuple[str, ...]) -> None:
    text, encoding = decode(data, "report.txt")
    assert losses(data, text, encoding) == says
