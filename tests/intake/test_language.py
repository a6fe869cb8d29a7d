"""The language of words and of texts by their script."""

import pytest

from incidents.intake.language import language_names, language_of, language_of_text
from incidents.intake.seeds import languages


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("", "en"),
        ("2016-05", "en"),
        ("last month", "en"),
        ("Hyesan, Juche 105", "en"),
        ("8월", "ko"),
        ("혜산 (惠山)", "ko"),
        ("ㄱ", "ko"),
        ("惠山", "zh"),
        ("平壌の駅", "ja"),
        ("Пхеньян", "ru"),
        ("ё", "ru"),
    ],
)
def test_one_letter_of_a_script_tells_the_language_of_words(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("1234 – 5678", "en"),
        ("A market official in 혜산 (惠山) said so on Tuesday.", "en"),
        ("Écoles fermées à Pyongyang", "en"),
        ("양강도 혜산시 소식통은 10일 RFA에 이같이 전했다.", "ko"),
        ("市場は十日に閉鎖されたという。", "ja"),
        ("平壤市场十日关闭。", "zh"),
        ("Рынок в Хесане закрыт, сообщает RFA.", "ru"),
    ],
)
def test_a_third_of_its_letters_tells_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of_text(text) == language


def test_each_folder_of_phrases_has_a_row_with_its_name() -> None:
    assert set(languages()) <= set(language_names())
