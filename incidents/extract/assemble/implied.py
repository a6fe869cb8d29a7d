"""Words that stand for an institution without naming it: "security agents", "the plenum", "its miners"."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, Self

from incidents.extract.assemble.institution_words import words_of
from incidents.extract.assemble.roles import kinds_of
from incidents.extract.findings import Findings, Span
from incidents.extract.pattern import Match, Matcher, grammar
from incidents.extract.words import Word
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act, InstitutionMention
from incidents.model.reference import Institution

_HOME = ("KP", "XZ")
_FAR = 5
"""How many sentences back the institution may be named whose people are meant."""


class Row(NamedTuple):
    """A row of `implied.csv`: an institution, or only the kinds of those whose people are meant.

    `types` are those of the acts in which the words are so read (all, if empty); `home`: not of other countries;
    `role`: what the words say of its part ("a Cabinet order": its authority), if they do.
    """

    institution: str
    kinds: frozenset[str]
    types: frozenset[str]
    home: bool
    role: str

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """From the cells."""
        kinds, types = frozenset(row["kinds"].split()), frozenset(row["types"].split())
        return cls(row["institution"], kinds, types, row["home"] == "yes", row["role"])


class Implied(NamedTuple):
    """`implied.csv`: the rows that name an institution, and those that only have its kinds."""

    matcher: Matcher
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, lexicon: Lexicon, *, named: bool) -> Self:
        """The rows whose institution the reference holds, or those that have none."""
        language = grammar(lexicon.phrases)
        held = lexicon.reference.institution
        rows = [r for r in lexicon.rows("implied") if (r["institution"] in held if named else not r["institution"])]
        return cls(Matcher(language.compile(row["pattern"]) for row in rows), tuple(map(Row.of, rows)))


_named = partial(Implied.of, named=True)
_people = partial(Implied.of, named=False)


class Meant(NamedTuple):
    """An institution, and the words that stand for it; `made` as in a mention, `role` as in its row."""

    code: str
    start: int
    end: int
    made: Institution | None = None
    role: str = ""


def meant(found: Findings, act: Act, reach: Span, told: Sequence[Span]) -> list[Meant]:
    """The institutions that the words of a clause stand for; words inside a name stand for nothing more."""
    table = found.lexicon.compiled(_named)
    tokens = found.words(act.sentence, reach)
    made = [Meant(act.implies, act.start, act.end)] if act.implies else []
    matches, taken = table.matcher.find(tokens), found.institutions_in(reach)
    for match in matches:
        row = table.rows[match.row]
        start, end = tokens[match.start].start, tokens[match.end - 1].end
        inside = any(o.start <= match.start and match.end <= o.end and _longer(o, match) for o in matches)
        named = inside or any(m.start < end and start < m.end for m in taken)
        named = named or _beside(found, row, start) or _of_another(found, row, start) or _of_named(found, end)
        outside = any(a <= start < b for a, b in told) or bool(row.types and act.type not in row.types)
        if not named and not outside and not (row.home and _abroad(found, act.sentence, reach, start, told)):
            near = nearest(found, act.sentence, start, row.kinds) if row.kinds else None
            code = (near and near.code) or row.institution
            made.append(Meant(code, start, end, near.made if near else None, row.role))
    return made


def _of_named(found: Findings, end: int) -> bool:
    """Whether the next words name the institution that is meant: "a plenary session of the Presidium"."""
    whose = words_of(found.lexicon).of_named.match(found.document.text, end)
    return whose is not None and bool(found.institutions_in((end + 1, whose.end() + 1)))


def _longer(one: Match, other: Match) -> bool:
    """Whether it has more words: of "military police" the police stand for nothing."""
    return one.end - one.start > other.end - other.start


def people_of(
    found: Findings, act: Act, reach: Span, told: Sequence[Span], only: frozenset[str] | None = None
) -> tuple[list[InstitutionMention], Span] | None:
    """The institutions named before whose people the words of a clause are, and those words.

    With `only`, institutions of these kinds, and words that can stand for such people.
    """
    table = found.lexicon.compiled(_people)
    tokens: tuple[Word, ...] = found.words(act.sentence, reach)
    for match in table.matcher.find(tokens):
        row = table.rows[match.row]
        span = tokens[match.start].start, tokens[match.end - 1].end
        wanted = row.kinds & only if only is not None else row.kinds
        if not wanted or (row.types and act.type not in row.types):
            continue
        if any(a <= span[0] < b for a, b in told) or _foreign(found, reach, span[0]):
            continue
        every = words_of(found.lexicon).any_of_them.search(found.document.text, max(0, span[0] - _ROOM), span[0])
        if every or _of_named(found, span[1]) or words_of(found.lexicon).of_thing.match(found.document.text, span[1]):
            continue
        near = _last(found, act.sentence, span[0], wanted)
        if near:
            return near, span
    return None


def nearest(found: Findings, k: int, position: int, kinds: frozenset[str]) -> InstitutionMention | None:
    """The last institution of one of those kinds that is named before a position, at most a few sentences back."""
    return next(iter(_last(found, k, position, kinds)[-1:]), None)


def _last(found: Findings, k: int, position: int, kinds: frozenset[str]) -> list[InstitutionMention]:
    """That institution, with those that are listed with it: "the students attend this university and that one"."""
    for j in range(k, max(-1, k - _FAR - 1), -1):
        start, end = found.sentence(j)
        mentions = found.institutions_in((start, min(end, position)), found.told(j))
        fitting = [m for m in mentions if m.code and not _led_to(found, m, position) and _of(found, m, kinds)]
        if fitting:
            return _listed(found, fitting)
    return []


def _of(found: Findings, mention: InstitutionMention, kinds: frozenset[str]) -> bool:
    return bool(kinds & kinds_of(found.lexicon, institution(found, mention)))


def _listed(found: Findings, mentions: Sequence[InstitutionMention]) -> list[InstitutionMention]:
    """The last one and those before it from which only a comma and an "and" part it."""
    kept = [mentions[-1]]
    for one in reversed(mentions[:-1]):
        if not words_of(found.lexicon).joining.fullmatch(found.document.text, one.end, kept[0].start):
            break
        kept.insert(0, one)
    return kept


def _led_to(found: Findings, mention: InstitutionMention, position: int) -> bool:
    """Where people were brought: of what comes next it is not the scene, unless that goes on with "where"."""
    words, text = words_of(found.lexicon), found.document.text
    brought = words.led.search(text, max(0, mention.start - _ROOM), mention.start)
    return bool(brought) and not words.where.search(text, mention.end, position)


def _beside(found: Findings, row: Row, start: int) -> bool:
    """Whether it is only done to such people, or to theirs: "the families of soldiers", "sold to soldiers"."""
    held = found.lexicon.reference.institution.get(row.institution)
    armed = held is not None and held.kind == _ARMED
    return armed and bool(words_of(found.lexicon).beside.search(found.document.text, max(0, start - _ROOM), start))


def _of_another(found: Findings, row: Row, start: int) -> bool:
    """Whether an organ is neither the party's nor the state's: "the league's central committee", "its department"."""
    held, words = found.lexicon.reference.institution.get(row.institution), words_of(found.lexicon)
    owner = words.owner.search(found.document.text, max(0, start - _ROOM), start)
    if held is None or held.kind not in _ORGANS:
        return False
    if owner is not None:
        return owner[1] not in words.owners
    k = found.sentence_at(start)
    own = words.own.search(found.document.text, max(0, start - _ROOM), start)
    return bool(own and k is not None and found.institutions_in((found.sentence(k)[0], start), found.told(k)))


def institution(found: Findings, mention: InstitutionMention) -> Institution | None:
    """The value that a mention stands for; None where it is open."""
    return mention.made or found.lexicon.institutions.institution.get(mention.code or "")


def _abroad(found: Findings, k: int, span: Span, position: int, but: Sequence[Span]) -> bool:
    """Whether such people are another country's: one stands right before, or the act lies abroad.

    In a paper of the South they are its own, unless the clause names the North.
    """
    if _foreign(found, span, position):
        return True
    there = [p.code for p in found.places_in(span, but) if p.code and p.use != "adjective"]
    home = any((p.code or "").startswith(_HOME) for p in found.places_in(span, but))
    if there:
        return not any(code.startswith(_HOME) for code in there)
    publisher = found.lexicon.reference.outlet.get(found.document.outlet or "")
    if publisher and publisher.country == _SOUTH and publisher.kind in _GENERAL and not home:
        return True
    last = [p.code for p in found.places_in((found.sentence(max(0, k - _BEFORE))[0], span[0])) if p.code]
    return bool(last) and not home and not last[-1].startswith(_HOME)


def _foreign(found: Findings, span: Span, position: int) -> bool:
    """Whether a foreign country stands right before: "Russian police"."""
    places = [p for p in found.places_in(span) if p.code and not p.code.startswith(_HOME)]
    return any(0 <= position - p.end < _BESIDE for p in places)


_ARMED = "military"
_ORGANS = frozenset({"party", "state", "bank", "legislature", "court", "mass-organisation"})
_ROOM = 40
_BESIDE = 12
_BEFORE = 2
_SOUTH = "KR"
_GENERAL = frozenset({"agency", "newspaper", "broadcaster"})
