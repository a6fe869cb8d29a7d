"""What to type instead of what other programs call so: a table, read on the way to an error. Nothing of it is run."""

from collections.abc import Collection, Iterable, Sequence

COMMANDS = {
    "search": "incidents list --text WORDS, or for names: incidents place search, incidents institution search",
    "find": "incidents list --text WORDS, or for names: incidents place search, incidents institution search",
    "filter": "incidents list --province NAME, --institution NAME, --since DATE …",
    "export": "incidents list --format csv > incidents.csv",
    "timeline": "incidents list",
    "chronology": "incidents list",
    "ls": "incidents list",
    "get": "incidents show ID",
    "view": "incidents show ID",
    "log": "incidents history",
    "import": "incidents ingest FILE",
    "load": "incidents ingest FILE",
    "read": "incidents ingest FILE",
    "extract": "incidents ingest FILE --dry-run --format jsonl",
    "new": "incidents add --title WORDS --type TYPE",
    "create": "incidents add --title WORDS --type TYPE",
    "record": "incidents add --title WORDS --type TYPE",
    "update": "incidents edit ID",
    "change": "incidents edit ID",
    "set": "incidents edit ID",
    "verify": "incidents edit ID --level LEVEL --level-reason WORDS",
    "delete": "incidents withdraw ID --reason WORDS (nothing is deleted: restore brings it back)",
    "remove": "incidents withdraw ID --reason WORDS (nothing is deleted: restore brings it back)",
    "rm": "incidents withdraw ID --reason WORDS (nothing is deleted: restore brings it back)",
    "revert": "incidents undo",
    "redo": "incidents undo N, with the number that incidents history gives the undo",
    "relate": "incidents link ID OTHER --relation KIND",
    "unlink": "incidents link ID OTHER --drop",
    "quote": "incidents evidence add ID --report NO. --quote WORDS",
    "cite": "incidents evidence add ID --citation WORDS",
    "tags": "incidents tag list",
    "untag": "incidents tag drop TAG ID",
    "accept": "incidents review --accept NO.",
    "reject": "incidents review --reject NO. --reason WORDS",
    "proposals": "incidents review --list",
    "reports": "incidents report list",
    "places": "incidents place list",
    "provinces": "incidents place list --level province",
    "institutions": "incidents institution list",
    "outlets": "incidents outlet list",
    "sources": "incidents outlet list",
    "types": "incidents add --help, which lists the types",
    "stats": "incidents db info",
    "info": "incidents db info",
    "init": "incidents db init",
    "upgrade": "incidents db upgrade",
    "backup": "incidents db backup FILE",
    "check": "incidents db check",
    "configure": "incidents config, which shows what is in force and the files to write",
    "settings": "incidents config",
    "complete": "incidents completion bash, or zsh or fish",
    "help": "incidents --help, or incidents COMMAND --help",
    "version": "incidents --version",
}
"""First words that are no command."""
OPTIONS = {
    "--output": "data goes to standard output: --format csv > FILE writes it to a file",
    "-o": "data goes to standard output: --format csv > FILE writes it to a file",
    "--csv": "write --format csv",
    "--json": "write --format json",
    "--markdown": "write --format md",
    "-f": "write --format csv",
    "--from": "write --since DATE",
    "--after": "write --since DATE",
    "--start": "write --since DATE",
    "--to": "write --until DATE",
    "--before": "write --until DATE",
    "--end": "write --until DATE",
    "--year": "write --since 2016 --until 2016",
    "--city": "write --place NAME",
    "--county": "write --place NAME",
    "--location": "write --place NAME",
    "--source": "write --outlet NAME, or --source-type TYPE",
    "--level": "write --verification LEVEL, or --at-least LEVEL",
    "--query": "write --text WORDS",
    "--search": "write --text WORDS",
    "--user": "write --as NAME",
    "--no-config": "it stands before the command: incidents --no-config COMMAND …",
    "-n": "write --limit N",
    "-v": "incidents --version says the version",
    "--verbose": "every command says what it does on standard error",
    "--yes": "this command does not ask back: incidents undo takes a change back",
    "-y": "write --yes, where a command asks back",
    "--force": "nothing is overwritten: incidents undo takes a change back",
}
"""Options that no command has, or not that one."""
HAD = {
    "--under": ("--parent", "--in", "--within", "--province", "--below", "--place"),
    "--at": ("--coordinates", "--position", "--lat", "--latitude", "--geo", "--location"),
    "--korean": ("--hangul", "--ko"),
    "--alias": ("--name", "--spelling", "--aka"),
    "--from": ("--since", "--date"),
}
"""Options, each with those that mean it to a command that has it."""
EXTRA = {
    "config": "it shows every key; docs/configuration.md says how to set {0} in a file",
    "list": "say what to look for with an option: --province {0}, --place {0}, --institution {0} or --text {0}",
    "add": "put the sentence in quotes, or say what it is with options: --title WORDS --type TYPE",
    "undo": "one change at a time, by its number",
}
"""What a command says to words that it does not take; {0} is the first of them."""
BEFORE = "it stands after the command: incidents COMMAND {0} …"
AFTER = frozenset(
    "--db --as --format --dry-run --reason --province --place --institution --type --since --until --outlet --limit"
    " --text".split()
)
"""Options of commands; where one stands before the command, the program says BEFORE."""


def for_command(words: Sequence[str], known: Sequence[str]) -> str:
    """What to type instead of an unknown command with the words after it; nothing if that is not known."""
    if words[0] == "help" and len(words) > 1 and words[1] in known:
        return f"incidents {' '.join(words[1:])} --help"
    return COMMANDS.get(words[0], "")


def for_option(name: str, known: Iterable[str], *, top: bool) -> str:
    """What to write instead of an option that is not there; `top`: it stood before the command."""
    options: Collection[str] = set(known)
    had = next((f"write {option}" for option, others in HAD.items() if option in options and name in others), "")
    return had or OPTIONS.get(name) or (BEFORE.format(name) if top and name in AFTER else "")


def for_extra(command: str, word: str) -> str:
    """What to write instead of words that the command does not take."""
    shown = f"'{word}'" if " " in word else word
    return EXTRA.get(command, "").format(shown)
