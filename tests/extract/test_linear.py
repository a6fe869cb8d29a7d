"""Reading takes work in proportion to the length, whatever the text is made of."""

from collections.abc import Callable

import pytest

from incidents.extract import institution, people, place
from incidents.extract.quotation import quotations
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from tests.work import assert_proportional

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
def test_the_work_grows_with_the_length_only(prepared: Callable[..., Document], lexicon: Lexicon, unit: str) -> None:
    def read(size: int) -> None:
        document = prepared(unit * (size // len(unit)))
        quotations(document)
        institution.annotate(document, lexicon, place.annotate(document, lexicon))
        people.annotate(document, lexicon)

    assert_proportional(read, 2_000, 4)
