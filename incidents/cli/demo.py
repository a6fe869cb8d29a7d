"""`incidents demo`."""

from incidents.cli.command import command as make

EXAMPLES = """
incidents demo
incidents demo > demo.txt
"""


@make("demo", EXAMPLES, exits=(0, 2, 3, 6))
def command() -> None:
    """Make a database in a temporary place from the reports that come with the program, and look around in it.

    Its clear proposals are accepted unseen; then the chronology is shown, whole and filtered. Nothing of yours is
    touched.
    """
    from incidents.cli.demonstrating import demonstrate  # noqa: PLC0415  help must not load what reads reports

    demonstrate()
