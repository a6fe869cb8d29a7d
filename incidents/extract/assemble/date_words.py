"""The words beside a time expression by which it is tied to an act."""

import re
from typing import NamedTuple, Self

from incidents.extract.act.tables import kinds
from incidents.extract.phrases import alternatives
from incidents.extract.time import any_of, words_of
from incidents.lexicon.lexicon import Lexicon


class DateWords(NamedTuple):
    """From the kinds of `grammar.csv` and the classes of `time_words.csv`."""

    ahead: re.Pattern[str]
    """What leads up to a time: "ahead of", "in preparation for"."""
    over: re.Pattern[str]
    """What ends the reach of these: a mark, or the day of something else ("on … on")."""
    joined: re.Pattern[str]
    """What stands between two expressions of one time: "two weeks later, on Aug. 10"."""
    impersonal: re.Pattern[str]
    """What opens a telling by nobody: "it was (revealed)"."""
    that: tuple[str, ...]
    """What parts the time of a telling from what is told."""
    when: frozenset[str]
    """What joins a clause to its time: "on July 27, when"."""
    article: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        told, article = kinds(lexicon), words_of(lexicon, "definite")
        day, which = any_of(lexicon, "day_lead", "day"), alternatives(told["goes-on"])
        lead = rf"(?:{any_of(lexicon, 'date_lead')}\s+)?"
        return cls(
            ahead=re.compile(rf"\b{alternatives(told['ahead'])}\b"),
            over=re.compile(rf"[;:]|, (?!{which})|\b{day}\b.*\b{day}\b"),
            joined=re.compile(rf"\s*,?\s*{lead}(?:{alternatives(article)}\s+)?"),
            impersonal=re.compile(rf"\b{alternatives(told['impersonal'])}\b", re.IGNORECASE),
            that=tuple(told["told-clause"]),
            when=told["time-clause"],
            article=article,
        )
