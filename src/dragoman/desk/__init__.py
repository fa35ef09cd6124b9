"""Articles → a desk that keeps them with all that is read from them; joined here from the coder and the store."""

from dragoman.desk.adding import Adding, AddTally, Options, add
from dragoman.desk.difference import Change, Counts, changes
from dragoman.desk.recoding import Recoded, Recoding
from dragoman.desk.removing import remove
from dragoman.desk.standing import Held, held
from dragoman.store.opened import open_desk

__all__ = [
    "AddTally",
    "Adding",
    "Change",
    "Counts",
    "Held",
    "Options",
    "Recoded",
    "Recoding",
    "add",
    "changes",
    "held",
    "open_desk",
    "remove",
]
