"""What each key does while a proposal is shown (keys.DECIDING), by its name in that table."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from incidents.cli.desk.desk import Desk
from incidents.cli.desk.keys import DECIDING, does
from incidents.cli.desk.marked import MARKINGS
from incidents.cli.desk.selecting import Selection
from incidents.cli.desk.state import OPTION_KEYS, Help, Menu, Option, candidates, options, stepped
from incidents.cli.fields import FIELDS
from incidents.model.incident import Evidence
from incidents.model.proposal import StoredProposal
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.width import cut

_QUOTE = 200
_VALUE = 56
"""Columns of a value in the list of fields: one row on a screen of 80 columns."""


def press(desk: Desk, key: str) -> None:
    """Do what the key says."""
    name = does(DECIDING, key)
    if name == "candidate":
        choose(desk, key)
    elif name:
        ACTIONS[name](desk)


def _waits(desk: Desk) -> StoredProposal | None:
    """The proposal, if it waits; else the reviewer is told."""
    proposal = desk.view.proposal
    if proposal is None:
        desk.say("nothing was proposed here: v takes a passage, x: nothing in it, N goes on")
    elif proposal.state != "waiting":
        desk.say(f"it is {proposal.state} already: z undoes what was done last, n goes on")
    return proposal if proposal and proposal.state == "waiting" else None


def accept(desk: Desk) -> None:
    """Make it an incident."""
    proposal = _waits(desk)
    words = proposal and desk.write(lambda: desk.work.accept(proposal), "accepted")
    if words:
        desk.decided(words)


def choose(desk: Desk, key: str) -> None:
    """Take the candidate that the digit stands for."""
    proposal = _waits(desk)
    if proposal is None:
        return
    found = next((one for one in candidates(proposal) if one.key == key), None)
    if found is None:
        desk.say(f"{key}: no candidate has that number")
        return
    done = desk.write(lambda: desk.work.choose(proposal, found.problem, found.value), "chosen")
    if done:
        desk.say(f"{found.problem.field}: {done.understood}")


def edit(desk: Desk) -> None:
    """Ask which field."""
    proposal = _waits(desk)
    if proposal is None:
        return
    held = desk.attempt(lambda: desk.work.values(proposal))
    if held is not None:
        some = (Option(field.key, field.label, cut(line(held[field.name]), _VALUE), field.name) for field in FIELDS)
        desk.be(Menu("edit which field?", tuple(some), "edit", short=True))


def editor(desk: Desk) -> None:
    """Ask the screen to open the editor; it calls `edited` then."""
    desk.editing = _waits(desk) is not None


def edited(desk: Desk) -> None:
    """Open the editor on all fields. The screen is suspended meanwhile."""
    proposal = _waits(desk)
    if proposal is None:
        return
    notes = [f"open: {problem.message}" for problem in proposal.proposal.problems]
    got = desk.write(lambda: (desk.work.edited(proposal, notes),), "edited")
    desk.editing = False
    if got:
        desk.say("edited" if got[0] else "left as it was")


def reject(desk: Desk) -> None:
    """Ask why."""
    if _waits(desk):
        _ask_why(desk, "why is it rejected?", "reject")


def reject_rest(desk: Desk) -> None:
    """Ask why all that waits is rejected."""
    count = len(desk.view.waiting)
    if count:
        _ask_why(desk, f"why are the {count} that wait of this report rejected?", "reject_rest")
    else:
        desk.say("nothing waits in this report")


def _ask_why(desk: Desk, title: str, then: str) -> None:
    usual = desk.attempt(desk.work.reasons)
    if usual is not None:
        labels = [(name, meaning, name) for name, meaning in usual[:9]]
        desk.be(Menu(title, options(labels), then, typed="reason", empty=True))


def attach(desk: Desk) -> None:
    """Offer incidents that may be the same."""
    proposal = _waits(desk)
    near = desk.attempt(lambda: desk.work.near(proposal)) if proposal else None
    if near is None:
        return
    some = [
        (f"{one.id} {line(one.title)}", f"{worded(one.edtf)} · {', '.join(one.reasons)}", str(one.id)) for one in near
    ]
    title = "to which incident?" if some else "no incident is near in time, place and type: type a number or code"
    desk.be(Menu(title, options(some[:9]), "attach", typed="number or code of the incident"))


def unite(desk: Desk) -> None:
    """Ask with which other one."""
    proposal = _waits(desk)
    others = [n for n in desk.view.waiting if n != desk.view.current]
    if proposal is None:
        return
    if not others:
        desk.say("no other proposal of this report waits")
        return
    some = [(OPTION_KEYS[n], desk.view.page.proposals[n]) for n in others if n < len(OPTION_KEYS)]
    choices = tuple(Option(key, _short(one), "", str(one.id)) for key, one in some)
    desk.be(Menu("unite with which? what it has goes into this one", choices, "unite"))


def _short(one: StoredProposal) -> str:
    own = one.proposal.incident
    return f"{line(own.title)} ({own.when.in_words}, {own.type})"


def split(desk: Desk) -> None:
    """Ask which passages leave."""
    proposal = _waits(desk)
    told = proposal.proposal.incident.evidence if proposal else ()
    if proposal and len(told) < 2:
        desk.say("it has one passage only: v makes a new proposal of another passage")
    elif proposal:
        labels = [(f"“{_quote(one)}”", "", str(n)) for n, one in enumerate(told)]
        desk.be(Menu("which passages leave for a new proposal? Enter does it", options(labels), "split", ticking=True))


def _quote(told: Evidence) -> str:
    return cut(line(told.quote or told.citation), _QUOTE)


def select(desk: Desk) -> None:
    """Begin to select a passage: at that of the proposal if it is seen, else at the top of what is seen."""
    if not desk.view.page.sheet.text:
        desk.say("this report has no text to select in")
        return
    rows = desk.text.rows()
    start = desk.view.passage[0]
    seen = bool(rows) and rows[0].start <= start < rows[-1].end
    desk.be(Selection(start if seen else rows[0].start if rows else 0))


def forward(desk: Desk) -> None:
    """The next proposal, else the next report."""
    there = stepped(desk.view, 1)
    if there:
        desk.go(there)
        desk.say("")
    else:
        next_report(desk)


def back(desk: Desk) -> None:
    """The proposal before, else the last of the report before."""
    there = stepped(desk.view, -1)
    if there:
        desk.go(there)
        desk.say("")
    elif desk.view.at and desk.turn(desk.view.at - 1):
        desk.go(replace(desk.view, current=max(len(desk.view.page.proposals) - 1, 0)))
    elif not desk.view.at:
        desk.say("this is the first one")


def next_report(desk: Desk) -> None:
    """The next report of the queue."""
    if desk.view.at + 1 < len(desk.view.queue):
        desk.turn(desk.view.at + 1)
    else:
        desk.say("this is the last report; q leaves")


def back_report(desk: Desk) -> None:
    """The report before."""
    if desk.view.at:
        desk.turn(desk.view.at - 1)
    else:
        desk.say("this is the first report")


def nothing(desk: Desk) -> None:
    """There is nothing in the report."""
    if desk.view.waiting:
        desk.say(f"{len(desk.view.waiting)} of its proposals wait still: R rejects them all")
        return
    words = desk.write(lambda: desk.work.nothing(desk.report), "nothing in it")
    if words:
        desk.turn_on(words)


def undo(desk: Desk) -> None:
    """Undo the last step of this session, and go where it was made."""
    if not desk.steps:
        desk.say("nothing was done here yet that could be undone")
        return
    step = desk.undo()
    if step and desk.turn(step.at):
        desk.show(step.proposal)
        desk.say(f"undone: {step.words}")


def marks(desk: Desk) -> None:
    """Another way to show the marks."""
    desk.marking = (desk.marking + 1) % len(MARKINGS)
    desk.say(f"marks: {MARKINGS[desk.marking]}")


def leave(desk: Desk) -> None:
    """Quit."""
    desk.left = 0


def _facts(desk: Desk, by: int) -> None:
    desk.view = replace(desk.view, facts_top=desk.scrolled(desk.view.facts_top, by))


ACTIONS: Mapping[str, Callable[[Desk], None]] = {
    "accept": accept,
    "edit": edit,
    "editor": editor,
    "reject": reject,
    "reject_rest": reject_rest,
    "attach": attach,
    "unite": unite,
    "split": split,
    "select": select,
    "next": forward,
    "back": back,
    "next_report": next_report,
    "back_report": back_report,
    "nothing": nothing,
    "undo": undo,
    "page_down": lambda desk: desk.text.page(1),
    "page_up": lambda desk: desk.text.page(-1),
    "down": lambda desk: desk.text.move(1),
    "up": lambda desk: desk.text.move(-1),
    "top": lambda desk: desk.text.end(last=False),
    "end": lambda desk: desk.text.end(last=True),
    "passage": lambda desk: desk.text.show(desk.view.passage[0]),
    "facts_down": lambda desk: _facts(desk, 1),
    "facts_up": lambda desk: _facts(desk, -1),
    "marks": marks,
    "help": lambda desk: desk.be(Help()),
    "quit": leave,
}
