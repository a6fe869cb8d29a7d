"""Whether a country or a capital is where something happens, or who does or says it."""

import re

from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.finding import PlaceUse

_NEXT = re.compile(r" ([\w'-]+)(?: ([\w'-]+))?")
_PROPER = re.compile(r" ([A-Z][a-z]+)")
_TO_DO = re.compile(r" to [a-z]")
_OBJECT = re.compile(r"\b[a-z]+(?:ed|ing) $")
_PAST = re.compile(r"[a-z]{3,}ed")
_ROOM = 60
_TOLD = 120


def acting(text: str, span: Span, before: str, context: Context, gazetteer: Gazetteer) -> PlaceUse:
    """The use of a span whose words tell nothing else; `before` is the preposition right before it.

    A place below the level of a country, and no capital, only ever is where something happens.
    """
    country = bool(span.code) and gazetteer.place[span.code or ""].level == "country"
    if not country and text[span.name_start : span.name_end] not in context.words("capital", "any"):
        return "scene"
    if country and text.startswith(("'s", "'", "’"), span.end):
        return "adjective"
    if span.anaphoric:
        return "scene"
    proper = _PROPER.match(text, span.end)
    if proper and not before and proper[1] not in context.words("name-part", "never"):
        return "name-part"
    return _country(text, span, before, context) if country else _capital(text, span, before, context)


def _country(text: str, span: Span, before: str, context: Context) -> PlaceUse:
    room = text[max(0, span.start - _ROOM) : span.start]
    if before == "of":
        return "scene" if context.area.search(room) else "adjective"
    if _attribute(text, span, context):
        return "adjective"
    if (before in context.words("scene", "before") and before != "between") or context.going.search(room):
        return "scene"
    if context.tells.match(text, span.end, span.end + _TOLD):
        return "metonym"
    return "scene" if context.town.search(room) else "actor"


def _attribute(text: str, span: Span, context: Context) -> bool:
    """Whether a short form stands before a noun: "the U.S. bomber"."""
    name = text[span.name_start : span.name_end].replace(".", "")
    after = _NEXT.match(text, span.end)
    if not name.isupper() or not after or not after[1].islower():
        return False
    known = context.words("follows", "after") | context.words("verb", "after") | context.words("saying", "any")
    return after[1] not in known and not after[1].endswith(("ly", "ed"))


def _capital(text: str, span: Span, before: str, context: Context) -> PlaceUse:
    room = text[max(0, span.start - _ROOM) : span.start]
    if before in context.words("metonym", "before"):
        return "metonym"
    if before == "for":
        return "scene" if context.bound.search(room) else "metonym"
    if before in context.words("scene", "before") or context.going.search(room):
        return "scene"
    return "metonym" if _acts(text, span, room, context) else "scene"


def _acts(text: str, span: Span, room: str, context: Context) -> bool:
    """Whether the words around a capital make it a government: "Pyongyang denied", "urged Pyongyang to halt"."""
    if text.startswith(("'s", "’s"), span.end):
        return True
    if _OBJECT.search(room) or room.rpartition(" ")[0].rpartition(" ")[2] in context.words("saying", "any"):
        return True
    if _TO_DO.match(text, span.end) and room.rstrip(" ")[-1:].isalpha():
        return True
    after = _NEXT.match(text, span.end)
    if not after:
        return False
    skipped = after[2] and (after[1] in context.words("adverb", "any") or after[1].endswith("ly"))
    word = after[2] if skipped else after[1]
    known = word in context.words("verb", "after") or word in context.words("metonym", "after")
    return known or bool(_PAST.fullmatch(word))
