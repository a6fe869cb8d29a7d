"""Reading takes time in proportion to the length, whatever the text is made of."""

import time
from collections.abc import Callable

import pytest

from incidents.extract import institution, people, place
from incidents.extract.quotation import quotations
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document

UNITS = [
    "The Ministry of State Security searched three homes in Hyesan, Ryanggang Province, a source said. ",
    "A mine in Unsan was shut by the ministry. ",
    "Kim Jong Un University Mine of Korea ",
    "about 40 or 50 or more than 20 and ",
    "Mr. A. ",
    '"a" "',
    "a.\n",
    "xxxxxxxxx-\n",
    "한국. ",
    "\u00ad.",
    "(",
    " ",
    " \n",
    "The long line goes on and on and on and on and on and on \n",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_time_grows_with_the_length_only(prepared: Callable[..., Document], lexicon: Lexicon, unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        document = prepared(text)
        quotations(document)
        institution.annotate(document, lexicon, place.annotate(document, lexicon))
        people.annotate(document, lexicon)
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(160_000) < 0.1 + 16 * max(seconds(20_000), 0.01)
