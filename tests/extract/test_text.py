"""Cleaning with the way back, blocks and sentences."""

import unicodedata
from collections.abc import Callable

import pytest

from incidents.extract.clean import clean
from incidents.extract.quotation import quotations, quoted
from incidents.model.document import Document

Prepared = Callable[..., Document]

SAME_LENGTH = [
    "Plain words, nothing to do.",
    "“Curly” ‘quotes’ and a dash – or — two",
    "a no-break\u00a0space, a tab\tand\r\nline ends\r\n",
    "한국어 문장이다. 함경북도 회령시",
]


@pytest.mark.parametrize("kept", SAME_LENGTH)
def test_offsets_are_left_out_where_the_length_stays(kept: str) -> None:
    text, offsets = clean(kept)
    assert offsets == ()
    assert len(text) == len(kept)


CHANGED = [
    ("Hye\u00adsan", "Hyesan", "Hyesan", "Hye\u00adsan"),
    ("\ufeffIn Musan\u200b county", "In Musan county", "county", "county"),
    ("On\u200bMarch 1\u200b, \u200bin Musan\u200b\u200bcounty", "On March 1, in Musan county", "county", "county"),
    (unicodedata.normalize("NFD", "P\u02bcyŏngan and more"), "P'yŏngan and more", "more", "more"),
    (unicodedata.normalize("NFD", "회령에서 일"), "회령에서 일", "회령에서", unicodedata.normalize("NFD", "회령에서")),
    (unicodedata.normalize("NFD", "café x"), "café x", "café", unicodedata.normalize("NFD", "café")),
]


@pytest.mark.parametrize(("kept", "expected", "words", "in_kept"), CHANGED)
def test_the_map_leads_back_to_the_reports_own_words(kept: str, expected: str, words: str, in_kept: str) -> None:
    text, offsets = clean(kept)
    assert text == expected
    start = text.index(words)
    first, last = Document(text, offsets=offsets).kept(start, start + len(words))
    assert kept[first:last] == in_kept


def test_every_clean_letter_comes_from_its_place() -> None:
    kept = "a\u00adb\u2060c\u200d\u00add"
    text, offsets = clean(kept)
    assert text == "abcd"
    assert [kept[offset] for offset in offsets[:-1]] == list("abcd")
    assert offsets[-1] == len(kept)


BLOCKS = [
    ("A paragraph that ends as one does.", ["paragraph"]),
    ("He said so.\nShe denied it.\n", ["paragraph", "paragraph"]),
    ("Trouble at the mine\n\nThe miners went home on Friday.", ["heading", "paragraph"]),
    ("By Ann Lee\n\nThe miners went home on Friday.", ["boilerplate", "paragraph"]),
    ("Translated by Ann Lee.", ["boilerplate"]),
    ("FILE PHOTO: Miners at work.", ["caption"]),
    ("![miners](http://example.org/a.jpg)", ["caption"]),
    ("miners on the way to work\nMiners at work. (Yonhap News)", ["caption", "caption"]),
    ("The miners rest. / Image: Some Paper", ["caption"]),
    ("The miners rest. Image: Some Paper", ["caption"]),
    ("A man looks on. Photographed by a reader in May 2020.", ["caption"]),
    ("miners-gate.jpg Miners at the gate, May 3, 2020.\n\nThey left.", ["caption", "paragraph"]),
    ("Miners at the gate.\nMiners at the gate.\n\nThey left.", ["caption", "caption", "paragraph"]),
    ("Miners at the gate.\n\nReuters\n\nThey left.", ["caption", "heading", "paragraph"]),
    ("Miners sit.\n\nMiners sit.\n\nReuters\n\nThey left.", ["caption", "caption", "heading", "paragraph"]),
    # a lead under a summary in the same words
    ("The miners left.\n\nThe miners left.\n\nIt rained.", ["paragraph", "caption", "paragraph"]),
    # a credit behind the whole report, and a longer paragraph before one
    ("The miners left.\n\nReuters", ["paragraph", "heading"]),
    (f"{'The miners left the gate. ' * 20}\n\nReuters\n\nThey left.", ["paragraph", "heading", "paragraph"]),
    ("He said so. The image: a gate and a man.", ["paragraph"]),
    ("news@example.org", ["boilerplate"]),
    ("* * *", ["boilerplate"]),
    ("Donated rice was stolen from the depot last week.", ["paragraph"]),
    ("Printing of the paper has stopped, he said.", ["paragraph"]),
    ("“Nobody came,” she said. “Nobody.”", ["paragraph"]),
]


@pytest.mark.parametrize(("text", "kinds"), BLOCKS)
def test_blocks(prepared: Prepared, text: str, kinds: list[str]) -> None:
    assert [block.kind for block in prepared(text).blocks] == kinds


def test_a_list_of_related_stories_ends_at_the_next_sentence(prepared: Prepared) -> None:
    text = "It went on.\nRELATED STORIES\nMiners go home\nMine ‘shut’\nThe mine stayed shut all the same, he said.\n"
    kinds = [block.kind for block in prepared(text).blocks]
    assert kinds == ["paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", " \n"])
def test_lines_broken_at_a_fixed_width_are_one_paragraph(prepared: Prepared, newline: str) -> None:
    lines = [
        "The first thing that the miners did when the shift was over was to",
        "look for the foreman, who had gone home an hour before them and had",
        "left no word. They waited.",
        "",
        "On the next day he came back and said that there would be no pay for",
        "the month.",
    ]
    document = prepared(newline.join(lines))
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]
    assert len(document.sentences) == 3
    start = document.text.index("was to look for the foreman")
    first, last = document.kept(start, start + len("was to look"))
    assert newline.join(lines)[first:last] == f"was to{newline}look"
    start = document.text.index("over was to")
    first, last = document.kept(start, start + len("over was to"))
    assert newline.join(lines)[first:last] == "over was to"


def test_short_paragraphs_on_lines_of_their_own_stay_apart(prepared: Prepared) -> None:
    lines = ["The first thing that the miners did was to go home.", "They found nobody there, he said to the paper."]
    assert [block.kind for block in prepared("\n".join(lines * 2)).blocks] == ["paragraph"] * 4


def test_front_matter_is_not_read(prepared: Prepared) -> None:
    head = "---\noutlet: A Paper\n---\n"
    document = prepared(head + "The mine is shut.", body_start=len(head))
    assert [block.kind for block in document.blocks] == ["front-matter", "paragraph"]
    assert [document.text[s.start : s.end] for s in document.sentences] == ["The mine is shut."]


SENTENCES = [
    "Mr. Lee and Dr. J. R. Ahn met on Jan. 1st at No. 5 mine in the U.S. zone.",
    "The U.S. Army and the U.N. Command, i.e. two sides, met at 5 p.m. on Sunday.",
    "He waited ... and went.",
    "“What now?” he asked.",
    "“What now?” Lee asked.",
    "It cost 3.5 won per kg. at most",
    "Kim Il Sung (d. 1994) built it.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_one_sentence_is_left_whole(prepared: Prepared, text: str) -> None:
    assert len(prepared(text + "\nIt was so.").sentences) == 1 + (text[-1] in ".?!”")


SPLIT = [
    ("It rained. The mine was shut.", ["It rained.", "The mine was shut."]),
    ("“It rained.” The mine was shut.", ['"It rained."', "The mine was shut."]),
    ("He left for the U.S. The mine was shut.", ["He left for the U.S.", "The mine was shut."]),
    ("It rained [....] “Then it snowed.”", ["It rained [....]", '"Then it snowed."']),
    ("Was it shut? Nobody knew! It was.", ["Was it shut?", "Nobody knew!", "It was."]),
    ("They met at 5 p.m. The mine was shut.", ["They met at 5 p.m.", "The mine was shut."]),
    ("It was his No. 1 wish. 40 men came.", ["It was his No. 1 wish.", "40 men came."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences(prepared: Prepared, text: str, expected: list[str]) -> None:
    document = prepared(text)
    assert [document.text[s.start : s.end] for s in document.sentences] == expected


def test_words_without_end_are_read_in_pieces_that_lose_nothing(prepared: Prepared) -> None:
    for text in ("trouble at the mine " * 400, "mine" * 2000, "mine, " * 10 + "m" * 3000):
        document = prepared(text)
        pieces = [document.text[s.start : s.end] for s in document.sentences]
        assert max(map(len, pieces)) <= 1500
        assert "".join("".join(pieces).split()) == "".join(text.split())
        assert all(words in ("mine", "mine,", "trouble", "at", "the") for words in pieces[0].split()) or " " not in text


def test_quotations(prepared: Prepared) -> None:
    text = "“It rained,” he said. “Then\nThe “good” mine is shut.\n“First part.\n“Second part.”"
    document = prepared(text)
    spans = quotations(document)
    words = [document.text[start:end] for start, end in spans]
    assert words == ['"It rained,"', '"Then', '"good"', '"First part.', '"Second part."']
    assert quoted(spans, document.text.index("rained")) == spans[0]
    assert quoted(spans, document.text.index("he said")) is None


def test_captions_and_boilerplate_have_no_sentences(prepared: Prepared) -> None:
    document = prepared("FILE PHOTO: Miners at work. They dig.\n\nTranslated by Ann Lee. Edited by Bo Ra.")
    assert document.sentences == ()
