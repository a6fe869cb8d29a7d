"""What institution is meant by words that nothing is called by, but whose form tells it: "the Hyesan city party"."""

from incidents.actions.capitals import spelled, typed_words
from incidents.actions.reading import lexicon
from incidents.extract import institution, place
from incidents.extract.text import prepare
from incidents.intake.language import language_of_text
from incidents.model.finding import InstitutionMention
from incidents.model.report import Report
from incidents.store.location import Location

_END = " .\n"
"""What a sentence ends with: preparing a text may put it there."""


def by_form(location: Location | None, words: str) -> InstitutionMention | None:
    """The one institution that all the words name as a report would, linked or made by a pattern; None if none.

    An article may stand before the name, and nothing else: "the Hyesan SSD", not "ex Hyesan SSD". Several, or one that
    could be under several, is none. It loads what reads reports: for the way to an error.
    """
    language = language_of_text(words)
    known = lexicon(location, language)
    text = spelled(words, known)
    document = prepare(Report("-", b"", text, "", language=language), known)
    found = institution.annotate(document, known, place.annotate(document, known))
    end = len(document.text.rstrip(_END))
    articles = {"", *typed_words(known, "article")}
    whole = [one for one in found if one.end >= end and document.text[: one.start].strip().lower() in articles]
    whole = [one for one in whole if one.code]
    return whole[0] if len(found) == len(whole) == 1 else None
