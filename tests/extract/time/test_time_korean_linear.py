"""Any Korean text is read in linear time, with offsets that are its own; a word is found however it is spaced."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.extract.time.grammar import Grammar
from incidents.extract.time.tokens import tokenise
from incidents.lexicon.lexicon import Lexicon
from tests.extract.time.linear import Timexes, assert_own_offsets, lines_of
from tests.work import assert_proportional

PIECES = (
    "지난 오는 이 그 같은 다음 10일 3월 3 월 일 년 2024년 초 말 중순 부터 까지 에는 에 은 전 후 뒤 이후 경 ~ "
    "· – ( ) “ ” . , \n \n\n 설 태양절 올해 작년 주체 113 (2024) 분기 상반기 두 달 사흘 오전 9시 주말 월요일 "
    "매주 열릴 예정이다 했다 앞두고 ’24 년대 ３ 月 ㅆ다 가각"
).split(" ")
HOSTILE = lines_of(
    "하 |하하|일|월|10일부터|10일부터 |3월 |지난 |지난|지난달|이달초부터|초|말까지|부터|까지|에는|3~|3·|3월~|"
    "주체|주체113(|설|설을 |태양절(|오전 9시 |두 달 전 |올해 |’|2024년 |2024. |이날 |앞두고 |예정 |할 |사흘|"
    "매주 |그로부터 |각|ㅆ"
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_the_work_grows_with_the_length_of_a_hostile_line(korean_timexes: Timexes, text: str) -> None:
    assert_proportional(lambda size: korean_timexes(text[:size]), 2_000, 4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=30),
    published=st.sampled_from([None, "2024-04-12", "2024-04~"]),
)
def test_offsets_are_those_of_the_text(
    korean_timexes: Timexes, pieces: list[tuple[str, str]], published: str | None
) -> None:
    text = "".join(piece + space for piece, space in pieces)
    assert_own_offsets(korean_timexes(text, published), text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_can_be_read(korean_timexes: Timexes, text: str) -> None:
    assert_own_offsets(korean_timexes(text), text)


def test_every_word_of_the_seeds_is_found_with_spaces_and_without(korean_lexicon: Lexicon) -> None:
    grammar = korean_lexicon.compiled(Grammar.of)
    tables = (rows for table, rows in korean_lexicon.phrases.items() if table.startswith("time_"))
    pairs = [(row["word"], row["class"]) for rows in tables for row in rows if row.get("class")]
    for word, name in [(word, name) for word, name in pairs if "*" not in word]:
        for written in (word, word.replace(" ", "")):
            tokens = tokenise(written, grammar.cut)
            ends = [end for end, _ in grammar.vocabulary.at(tokens, 0).get(name, ())]
            assert len(tokens) in ends, (written, name, tokens.keys)


def test_every_korean_name_of_a_day_is_found_with_an_ending(korean_lexicon: Lexicon) -> None:
    grammar = korean_lexicon.compiled(Grammar.of)
    names = [text for day in korean_lexicon.reference.days for text, language in day.names if language == "ko"]
    for name in names:
        tokens = tokenise(f"{name}에는", grammar.cut)
        found = grammar.vocabulary.at(tokens, 0)
        ends = [
            tokens.ends[end - 1]
            for kind in ("named", "named_word", "event", "jubilee")
            for end, _ in found.get(kind, ())
        ]
        assert len(name) in ends, (name, tokens.keys)


def test_every_class_of_the_words_is_used(korean_lexicon: Lexicon) -> None:
    grammar = korean_lexicon.compiled(Grammar.of)
    by_code = {
        "ending",
        "back",
        "spoken",
        "deadline",
        "topic",
        "other_word",
        "scant",
        "penal",
        "cell",
        "still",
        "copula",
    }
    tables = (rows for table, rows in korean_lexicon.phrases.items() if table.startswith("time_"))
    classes = {row["class"] for rows in tables for row in rows if row.get("class")}
    assert {name for name in classes if f"<{name}>" not in grammar.used} - by_code == set()


def test_the_tables_are_sorted_and_have_no_row_twice(korean_lexicon: Lexicon) -> None:
    for table, rows in korean_lexicon.phrases.items():
        if table.startswith("time_"):
            cells = [tuple(value for name, value in row.items() if name != "line") for row in rows]
            assert len(set(cells)) == len(cells), table
            assert [row[0] for row in cells] == sorted(row[0] for row in cells), table
