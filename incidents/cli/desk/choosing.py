"""What keys do in a menu, and what the value that was chosen or typed does then."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from incidents.cli.desk.desk import Desk
from incidents.cli.desk.keys import MENU, does
from incidents.cli.desk.state import Menu, Typing
from incidents.cli.fields import BY_NAME
from incidents.model.proposal import StoredProposal


def press(desk: Desk, menu: Menu, key: str) -> None:
    """Take an option, tick one, scroll, begin to type, or leave."""
    option = next((one for one in menu.options if one.key == key), None)
    name = does(MENU, key)
    if option and menu.ticking:
        desk.be(replace(menu, ticked=menu.ticked ^ {option.value}))
    elif option:
        _then(desk, menu.then, option.value)
    elif name == "leave":
        desk.be(None)
    elif name.startswith("row"):
        desk.be(replace(menu, top=desk.scrolled(menu.top, 1 if name == "row down" else -1)))
    elif name == "take" and (menu.ticked or menu.empty):
        _then(desk, menu.then, ",".join(sorted(menu.ticked, key=int)))
    elif menu.typed and (name == "type" or len(key) == 1):
        desk.be(Typing(menu.typed, "" if name == "type" else key, menu.then))
    else:
        desk.say("Esc leaves; no choice has that key")


def typed(desk: Desk, typing: Typing, words: str) -> None:
    """Take what was typed. A field that cannot be read stays open, with the words in it."""
    if typing.field:
        _field(desk, typing, words)
    elif words.strip():
        _then(desk, typing.then, words.strip())
        _again(desk, typing, words)
    else:
        desk.be(None)


def _then(desk: Desk, then: str, value: str) -> None:
    desk.be(None)
    desk.say("")
    proposal = desk.view.proposal
    if proposal:
        THEN[then](desk, proposal, value)


def _again(desk: Desk, typing: Typing, words: str) -> None:
    """Leave the number of an incident there to be mended, where it is none and the proposal still waits."""
    proposal = desk.view.proposal
    if typing.then == "attach" and desk.view.message.bad and proposal and proposal.state == "waiting":
        desk.be(replace(typing, text=words))


def _field(desk: Desk, typing: Typing, words: str) -> None:
    desk.be(None)
    proposal = desk.view.proposal
    if proposal is None:
        return
    done = desk.write(lambda: desk.work.put(proposal, typing.field, words), f"{typing.label} edited")
    if done is None:
        desk.be(replace(typing, text=words))
    elif done.proposal is None:
        desk.say(f"{typing.label}: as it was")
    else:
        desk.say(f"{typing.label}: {done.understood or words or 'empty now'}")


def _edit(desk: Desk, proposal: StoredProposal, field: str) -> None:
    held = desk.attempt(lambda: desk.work.values(proposal))
    if held is not None:
        desk.be(Typing(BY_NAME[field].label, held[field], "edit", field))


def _reject(desk: Desk, proposal: StoredProposal, reason: str) -> None:
    words = desk.write(lambda: desk.work.reject([proposal], reason), "rejected")
    if words:
        desk.decided(words)


def _reject_rest(desk: Desk, _: StoredProposal, reason: str) -> None:
    some = [desk.view.page.proposals[n] for n in desk.view.waiting]
    words = desk.write(lambda: desk.work.reject(some, reason), f"rejected {len(some)}")
    if words:
        desk.decided(words)


def _attach(desk: Desk, proposal: StoredProposal, incident: str) -> None:
    words = desk.write(lambda: desk.work.attach(proposal, incident), "attached")
    if words:
        desk.decided(words)


def _unite(desk: Desk, proposal: StoredProposal, number: str) -> None:
    other = next(one for one in desk.view.page.proposals if one.id == int(number))
    if desk.write(lambda: desk.work.unite(proposal, other), "united"):
        desk.show(proposal.id)
        desk.say(f"united with: {other.proposal.incident.title}")


def _split(desk: Desk, proposal: StoredProposal, passages: str) -> None:
    some = [int(one) for one in passages.split(",")]
    made = desk.write(lambda: desk.work.split(proposal, some), "split")
    if made:
        desk.show(proposal.id)
        desk.say(f"split: {made.proposal.incident.title} is a proposal of its own")


THEN: Mapping[str, Callable[[Desk, StoredProposal, str], None]] = {
    "edit": _edit,
    "reject": _reject,
    "reject_rest": _reject_rest,
    "attach": _attach,
    "unite": _unite,
    "split": _split,
}
