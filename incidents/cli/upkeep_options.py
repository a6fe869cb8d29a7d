"""Options that the upkeep of places and institutions shares, each spelled once."""

import click

NAME_KINDS = ("official", "alias", "romanization", "abbreviation", "adjective", "former")
"""The vocabulary `name-kind` of the seeds (a test holds that), in the order in which names are shown."""

kind = click.option("--kind", metavar="KIND", required=True, help="What it is: one of the kinds below.")
korean = click.option("--korean", metavar="NAME", default="", help="Its official Korean name.")
aliases = click.option("--alias", metavar="NAME", multiple=True, help="A further name or spelling.")
under = click.option("--under", metavar="NAME", required=True, help="The one it is under, by any name or code.")
may_be_under = click.option("--under", metavar="NAME", default="", help="The one it is under, by any name or code.")
began = click.option("--from", "since", metavar="DATE", default="", help="Since when; without it the old was wrong.")
since = click.option("--since", metavar="DATE", default="", help="Since when it is so, if that is known.")
until = click.option("--until", metavar="DATE", default="", help="Until when it was so.")
code = click.option("--code", metavar="CODE", default="", help="A code of your own; else one is made of the name.")
another = click.option("--another", is_flag=True, help="Add it although one is called so there.")
name_kind = click.option(
    "--kind", type=click.Choice(NAME_KINDS), default="alias", show_default=True, help="What kind of name it is."
)
language = click.option("--language", metavar="CODE", default="", help="Its language (en, ko); else by its script.")
reports = click.option("--report", metavar="NO.", multiple=True, help="Only in this report; may be given again.")
