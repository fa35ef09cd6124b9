"""A file or a URL → the desk that is there, or a new one; and what is told while another program writes to it."""

import sys

from dragoman.store.desk.base import Desk
from dragoman.store.desk.open import open_desk, shown

__all__ = ["long_wait", "made", "opened", "shown"]


def opened(where: str) -> Desk:
    """A desk that is there.

    Raises:
        InputError: There is none.
    """
    return open_desk(where, create=False)


def made(where: str) -> Desk:
    """A desk, made when it is not there."""
    return open_desk(where)


def long_wait() -> None:
    """Tell that somebody else is writing."""
    sys.stderr.write("another program is writing to this desk; waiting until its turn ends\n")
