"""Where text is printed: a console that leaves closed pipes to us, and text made safe for it."""

import re
from typing import NoReturn

from rich.console import Console

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, by which an article could steer the terminal, and halves of surrogate pairs."""


class Terminal(Console):
    """Standard output; it says when its reader has gone instead of ending the program."""

    def on_broken_pipe(self) -> NoReturn:
        """Whoever called decides what to do."""
        raise BrokenPipeError


def printable(text: str) -> str:
    """Text without what a terminal would obey; every character keeps its place."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
