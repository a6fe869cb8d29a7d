"""Whether the words around a trigger assert it: tense, voice, negation, and what "to do" hangs on."""

from typing import NamedTuple

from incidents.extract.act.tables import Tables, ends
from incidents.extract.words import Word
from incidents.model.scales import Status

_LOOK_BACK = 10
_SHARED = 14
_SENTENCE = 40


class Mood(NamedTuple):
    """`weight`: 0 asserted, -1 only in passing, -9 not at all. `first` is the index of the verb group's first word."""

    first: int
    status: Status = "occurred"
    weight: int = 0
    passive: bool = False
    reduced: bool = False
    """A participle without an auxiliary, or a gerund: its subject stands elsewhere."""
    habitual: bool = False
    """A present passive: asserted only of a known time, place or institution."""
    earlier: bool = False
    """Past perfect: what came before the story."""


_NOT = -9


class Scene(NamedTuple):
    """A sentence's words, and where the clause of the trigger begins."""

    tokens: tuple[Word, ...]
    tables: Tables
    begin: int

    def has(self, kind: str, first: int, last: int) -> bool:
        """Whether one of the words from `first` to before `last` is of the kind."""
        members = self.tables.kinds[kind]
        return any(self.tokens[k].key in members for k in range(max(first, 0), min(last, len(self.tokens))))

    def kind(self, k: int, kind: str) -> bool:
        """Whether the k-th word is of the kind."""
        return 0 <= k < len(self.tokens) and self.tokens[k].key in self.tables.kinds[kind]

    def ends(self, k: int, kind: str) -> bool:
        """Whether the k-th word has an ending of the kind."""
        return ends(self.tokens[k].key, self.tables.kinds, kind)


def verb_mood(scene: Scene, head: int, tags: frozenset[str]) -> Mood:
    """The mood of a verb at `head` whose form can be `tags`."""
    first = _group(scene, head)
    if _denied(scene, first, head) or _adjective(scene, first, head, tags):
        return Mood(first, weight=_NOT)
    if scene.has("to", first, head):
        return _infinitive(scene, first, head)
    mood = _finite(scene, first, head, tags)
    return mood._replace(earlier=scene.has("past-perfect", first, head))


def _adjective(scene: Scene, first: int, head: int, tags: frozenset[str]) -> bool:
    """A participle between an article and its noun: "the collapsed entrance", "newly elected officials"."""
    if not tags & {"pp", "ing"} or any(scene.kind(k, "be") or scene.kind(k, "have") for k in range(first, head)):
        return False
    return scene.kind(first - 1, "determiner")


def _group(scene: Scene, head: int) -> int:
    k = head
    parts = ("be", "have", "do", "future", "would", "modal", "negation", "adverb")
    while k > scene.begin and (
        any(scene.kind(k - 1, part) for part in parts)
        or scene.kind(k - 1, "to")
        or (scene.ends(k - 1, "adverb-end") and not scene.tokens[k - 1].name)
    ):
        k -= 1
    return k


def _denied(scene: Scene, first: int, head: int) -> bool:
    if scene.has("negation", first, head) or scene.has("modal", first, head) or scene.has("habit", first, head):
        return True
    start = _main(scene, first)
    if scene.kind(start, "none") and start < first and not scene.kind(start + 1, "fewer"):
        return True
    return scene.kind(first - 1, "negation") or (first == head and scene.kind(first - 1, "as"))


def _main(scene: Scene, first: int) -> int:
    """Where the clause begins; of the verb after "none who were arrested" that is before the relative clause."""
    own = any(scene.kind(k, "be") or scene.kind(k, "have") for k in range(scene.begin, first))
    if not own or not scene.kind(scene.begin - 1, "relative"):
        return scene.begin
    k = scene.begin - 1
    while k and not scene.tokens[k - 1].mark and not scene.kind(k - 1, "boundary"):
        k -= 1
    return k


def _infinitive(scene: Scene, first: int, head: int) -> Mood:
    """The mood of "to do": asserted, planned or not, by the verb that governs it."""
    to = next(k for k in range(head - 1, first - 1, -1) if scene.kind(k, "to"))
    if scene.kind(to - 1, "as"):
        return Mood(first)
    if scene.kind(to - 1, "going"):
        return Mood(first, "planned")
    if scene.kind(to - 1, "be"):
        return Mood(first, "planned" if scene.kind(to - 1, "be-now") else "occurred", passive=to < head - 1)
    if scene.has("have", first, head) and scene.kind(head - 1, "to") and scene.kind(head - 2, "have"):
        return Mood(first)
    floor = max(0, head - _LOOK_BACK)
    for k in range(head - 1, floor - 1, -1):
        if scene.tokens[k].key in ";:—":
            break
        effect = scene.tables.governors.get(scene.tokens[k].key)
        if effect and not (scene.ends(k, "gerund-end") and effect == "asserted"):
            return _governed(scene, effect, k, first, head)
    return Mood(first, weight=_NOT)


def _governed(scene: Scene, effect: str, governor: int, first: int, head: int) -> Mood:
    group = _group(scene, governor)
    if scene.has("negation", group, governor) or scene.has("modal", group, governor):
        return Mood(first, weight=_NOT)
    if effect == "planned":
        return Mood(first, "planned")
    if effect == "expected":
        return Mood(first, "planned", -1)
    if effect == "attempted":
        return Mood(first, "attempted")
    if effect == "asserted":
        return Mood(first, passive=_suffered(scene, group, governor, head))
    return Mood(first, weight=_NOT)


def _suffered(scene: Scene, group: int, governor: int, head: int) -> bool:
    """Whether the subject only suffers it: "was made to attend", but not "is said to have ordered", "to be sending"."""
    if scene.ends(head, "gerund-end"):
        return False
    perfect = scene.has("have", governor + 1, head)
    return scene.has("be", governor + 1, head) if perfect else scene.has("be", group, governor)


def _finite(scene: Scene, first: int, head: int, tags: frozenset[str]) -> Mood:
    if scene.has("future", first, head):
        return _future(scene, first, head, tags)
    if scene.has("would", first, head):
        mood = Mood(first, "planned", passive=_by_be(scene, first, head, tags))
        return mood._replace(weight=_NOT) if scene.has("hedge", scene.begin, head) else mood
    if scene.has("do", first, head):
        return Mood(first)
    if scene.has("be", first, head):
        return _with_be(scene, first, head, tags)
    if scene.has("have", first, head):
        return Mood(first)
    return _bare(scene, first, head, tags)


def _by_be(scene: Scene, first: int, head: int, tags: frozenset[str]) -> bool:
    return "pp" in tags and scene.has("be", first, head)


def _future(scene: Scene, first: int, head: int, tags: frozenset[str]) -> Mood:
    doubtful = scene.has("hedge", scene.begin, head + _SENTENCE) or scene.has("generic", scene.begin, head + 4)
    return Mood(first, "planned", _NOT if doubtful else 0, passive=_by_be(scene, first, head, tags))


def _with_be(scene: Scene, first: int, head: int, tags: frozenset[str]) -> Mood:
    now = scene.has("be-now", first, head)
    if "ing" in tags:
        going_on = now or scene.has("have", first, head)
        return Mood(first, "ongoing" if going_on else "occurred")
    if "pp" not in tags:
        return Mood(first, weight=_NOT)
    being = scene.has("being", first, head)
    if being and not any(scene.kind(k, "be") and not scene.kind(k, "being") for k in range(first, head)):
        return Mood(first, weight=_NOT if scene.kind(first - 1, "gerund") else -1, passive=True, reduced=True)
    if being:
        return Mood(first, "ongoing" if now else "occurred", passive=True)
    if scene.has("have", first, head) or scene.has("be-past", first, head):
        return Mood(first, passive=True)
    return _present_passive(scene, first) if now else Mood(first, weight=_NOT)


def _present_passive(scene: Scene, first: int) -> Mood:
    opened = scene.kind(scene.begin - 1, "when")
    return Mood(first, "ongoing", _NOT if opened else -1, passive=True, habitual=True)


def _bare(scene: Scene, first: int, head: int, tags: frozenset[str]) -> Mood:
    """No auxiliary: a past tense, a participle that shares or lacks one, a gerund, or a present that tells a habit."""
    if "ing" in tags:
        return _gerund(scene, first, head)
    shared = _shared(scene, first) if "pp" in tags else None
    if shared is not None:
        return verb_mood(scene, shared, frozenset({"pp"}))._replace(first=first)
    if "pp" in tags and scene.has("generic", first - 3, first):
        return Mood(first, weight=_NOT)
    if "pp" in tags and ("past" not in tags or _reduced(scene, first, head)):
        return Mood(first, passive=True, reduced=True, weight=0 if "past" in tags else -1)
    told = "past" in tags and ("base" not in tags or not scene.has("now", scene.begin, head))
    return Mood(first, weight=0 if told else _NOT)


def _gerund(scene: Scene, first: int, head: int) -> Mood:
    if scene.kind(first - 1, "phase"):
        return Mood(first, "ongoing")
    if scene.kind(first - 1, "gerund") or _with_gerund(scene, first):
        return Mood(first, weight=-2, reduced=True)
    if scene.has("would", scene.begin, head) or scene.has("modal", scene.begin, head):
        return Mood(first, weight=_NOT)
    return Mood(first, weight=-1, reduced=True)


def _with_gerund(scene: Scene, first: int) -> bool:
    """The second of "for watching and lending"."""
    if first < 1 or not (scene.kind(first - 1, "joins") or scene.tokens[first - 1].key == ","):
        return False
    for k in range(first - 2, max(0, first - _LOOK_BACK), -1):
        if scene.ends(k, "gerund-end") and scene.kind(k - 1, "gerund"):
            return True
    return False


def _shared(scene: Scene, first: int) -> int | None:
    """The participle that "and executed" shares its auxiliary with: "were arrested and executed"."""
    joined = scene.kind(first - 1, "joins") or scene.kind(first - 1, "joins-then") or scene.tokens[first - 1].key == ","
    if first <= scene.begin or not joined:
        return None
    for k in range(first - 2, max(scene.begin, first - _SHARED), -1):
        if scene.kind(k, "boundary"):
            return None
        if scene.kind(k, "be"):
            return k + 1 if scene.ends(k + 1, "participle-end") and k + 1 < first else None
    return None


def _reduced(scene: Scene, first: int, head: int) -> bool:
    """Whether "arrested" stands for "who were arrested": what follows it is no object."""
    if scene.kind(head + 1, "by"):
        return True
    opened = scene.kind(scene.begin - 1, "gerund") and scene.has("article", scene.begin - 1, first)
    return opened and scene.kind(head + 1, "follows-participle")


def noun_mood(scene: Scene, head: int) -> Mood:
    """The mood of a noun at `head`: that of the verb that has it as an object or a subject, if a light one does."""
    floor = max(scene.begin, head - 7)
    unreal = scene.has("unreal", max(scene.begin, head - 5), head)
    if unreal or scene.has("negation", max(scene.begin, head - 3), head) or _defined(scene, head):
        return Mood(head, weight=_NOT)
    governor = _light(scene, floor, head)
    if governor is not None:
        return _light_mood(scene, governor, head)
    group = next((k for k in range(head + 1, min(len(scene.tokens), head + 9)) if scene.kind(k, "future")), None)
    if group is not None:
        return Mood(head, "planned", -1)
    weak = scene.has("would", scene.begin, head) or scene.has("modal", scene.begin, head)
    return Mood(head, weight=_NOT if weak or scene.has("habit", scene.begin, head) else 0)


def _defined(scene: Scene, head: int) -> bool:
    """Whether the noun is what a sentence is about in general: "Expulsion from the party is a blow", "means that"."""
    for k in range(head + 1, min(len(scene.tokens), head + 8)):
        if scene.tokens[k].mark:
            return False
        if scene.kind(k, "defines"):
            return True
        if scene.kind(k, "equates"):
            return not any(scene.ends(j, "going-on-end") for j in range(k + 1, min(k + 3, len(scene.tokens))))
    return False


def _light(scene: Scene, floor: int, head: int) -> int | None:
    for k in range(head - 1, floor - 1, -1):
        key = scene.tokens[k].key
        if scene.tokens[k].mark or scene.kind(k, "boundary"):
            return None
        if scene.kind(k - 1, "determiner"):
            continue
        if scene.kind(k, "light") or scene.kind(k, "light-form"):
            return k
        if key in scene.tables.governors and not scene.kind(k + 1, "particle-off"):
            return k
    return None


def _light_mood(scene: Scene, governor: int, head: int) -> Mood:
    if not (scene.kind(governor, "light") or scene.kind(governor, "light-form")):
        effect = scene.tables.governors[scene.tokens[governor].key]
        status: Status = "planned" if effect in ("planned", "expected") else "occurred"
        return Mood(head, status, {"unreal": _NOT, "ordered": -1}.get(effect, 0))
    tag = "ing" if scene.ends(governor, "gerund-end") else "pp" if scene.kind(governor, "light-form") else "base"
    tags = frozenset({tag, "past"}) if tag == "pp" else frozenset({tag})
    return verb_mood(scene, governor, tags)._replace(first=head, passive=False)
