"""The words of a clause that carry meaning, as stems: by these two passages are found to tell of one act."""

from incidents.extract.findings import Findings, Span
from incidents.lexicon.lexicon import Lexicon

_STEM = 6
_SHORT = 4


class Stops:
    """Words that carry none."""

    def __init__(self, lexicon: Lexicon) -> None:
        stops = {row["word"] for row in lexicon.rows("grammar")}
        stops |= {row["words"] for row in lexicon.rows("attribution_phrases") if row["kind"] != "public"}
        stops |= {row["word"] for row in lexicon.rows("stopwords")}
        self.stems = frozenset(word[:_STEM] for word in stops if len(word) >= _SHORT)


def content(found: Findings, span: Span) -> frozenset[str]:
    """Stems of the words of at least four letters in a span, numbers whole."""
    stops = found.lexicon.compiled(Stops).stems
    words = found.words(found.sentence_at(span[0]) or 0, span)
    stems = {word.key if word.key[0].isdigit() else word.key[:_STEM] for word in words}
    return frozenset(stem for stem in stems if (len(stem) >= _SHORT or stem[0].isdigit()) and stem not in stops)
