"""How each kind of thing looks: the 16 colours of the terminal and its attributes, no backgrounds of our own."""

from collections.abc import Mapping

COLOURED: Mapping[str, str] = {
    "bar": "reverse",
    "rule": "ansicyan",
    "title": "bold",
    "label": "ansicyan",
    "quiet": "",
    "key": "bold ansicyan",
    "open": "bold ansired",
    "good": "ansigreen",
    "bad": "bold ansired",
    "here": "reverse",
    "gutter": "bold ansicyan",
    "passage": "bold",
    "selected": "reverse",
    "time": "underline ansicyan",
    "place": "ansigreen",
    "institution": "underline ansimagenta",
    "attribution": "italic",
    "act": "ansired",
    "fresh": "reverse",
    "completion-menu": "bg:default fg:default noreverse",
    "completion-menu.completion": "bg:default fg:default",
    "completion-menu.completion.current": "bg:default fg:default reverse",
    "completion-menu.meta.completion": "bg:default ansicyan",
    "completion-menu.meta.completion.current": "bg:default fg:default reverse",
    "scrollbar.background": "bg:default",
    "scrollbar.button": "bg:default reverse",
}
"""Marks are told apart by attributes too; who wants more has brackets (the key m)."""
