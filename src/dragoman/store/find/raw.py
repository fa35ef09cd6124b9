"""A value as it is written in a query, and how one that cannot be read is refused."""

import difflib
from collections.abc import Iterable, Mapping

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


def near(text: str, known: Iterable[str], shown: Mapping[str, str] | None = None) -> str:
    """The end of a message that names the nearest spelling, if one is near.

    Args:
        text: What was written.
        known: What is known.
        shown: How that is told, where it is not told as it is compared.

    >>> near("actr", ["actor", "place"])
    ", did you mean 'actor'?"
    """
    found = difflib.get_close_matches(text, list(known), n=1, cutoff=_NEAR)
    return "".join(f", did you mean {one if shown is None else shown[one]!r}?" for one in found)
