"""A value as it is written in a query, and how one that cannot be read is refused."""

import difflib
from collections.abc import Iterable

import msgspec

_NEAR = 0.6
"""Least likeness of a spelling that is offered: difflib's own default."""


class Raw(msgspec.Struct, frozen=True):
    """A written value without its marks: whether it stood in quotation marks, whether an asterisk followed it."""

    text: str
    quoted: bool = False
    star: bool = False


class RefusedError(ValueError):
    """A value that cannot be read: what is wrong, and what is allowed."""

    def __init__(self, wrong: str, allowed: str) -> None:
        super().__init__(wrong)
        self.allowed = allowed


def near(text: str, known: Iterable[str]) -> str:
    """The end of a message that names the nearest spelling, if one is near.

    >>> near("actr", ["actor", "place"])
    ", did you mean 'actor'?"
    """
    found = difflib.get_close_matches(text, list(known), n=1, cutoff=_NEAR)
    return f", did you mean {found[0]!r}?" if found else ""
