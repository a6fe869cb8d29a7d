"""The words of `time_words.csv` by their class, for what a word beside a date tells and no pattern has."""

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon


def words_of(lexicon: Lexicon, name: str, value: str | None = None) -> frozenset[str]:
    """The words of a class as they stand in the table, with a value only those; none where the language has none."""
    rows = (row for row in lexicon.rows("time_words") if row["class"] == name)
    return frozenset(row["word"] for row in rows if value is None or row["value"] == value)


def any_of(lexicon: Lexicon, name: str, value: str | None = None) -> str:
    """A regular expression for any of these words; it matches nothing where there is none."""
    return alternatives(words_of(lexicon, name, value))
