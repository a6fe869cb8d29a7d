"""What a sentence is told by without a cue: the state acting before all eyes, or what images show."""

import re
from collections import defaultdict
from typing import NamedTuple, Self

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon


class Words(NamedTuple):
    """From the kinds of `attribution_words.csv`; what has no rows matches nothing."""

    public: re.Pattern[str]
    """At the front of a sentence: "North Korea has launched" is the outlet's own word, told by no anonymous source."""
    images: re.Pattern[str]
    """A word for imagery."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The patterns of a language."""
        lists: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("attribution_words"):
            lists[row["kind"]].append(row["words"])
        article, adverb = alternatives(map(str.capitalize, lists["definite"])), alternatives(lists["state-adverb"])
        public = (
            rf"(?:[A-Z][\w .,]{{0,40}}, )?(?:{article} )?{alternatives(lists['state'])}"
            rf"(?:,[^,]{{1,40}},)? (?:{adverb} )*{alternatives(lists['state-act'])}\b"
        )
        return cls(re.compile(public), re.compile(rf"\b{alternatives(lists['image'])}\b", re.IGNORECASE))
