"""Whether a report is about the country whose institutions are meant where none is named."""

from collections.abc import Sequence

from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention, PlaceMention


def about_home(places: Sequence[PlaceMention], institutions: Sequence[InstitutionMention], lexicon: Lexicon) -> bool:
    """Whether a place or institution of that country is named, or no country at all."""
    countries = {lexicon.gazetteer.country(place.code) for place in places if place.code}
    named = any(mention.code and mention.code.startswith(f"{HOME.lower()}.") for mention in institutions)
    return HOME in countries or not countries or named
