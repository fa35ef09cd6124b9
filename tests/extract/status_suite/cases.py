"""The cases of the status suite: texts with one event word marked, and what is to be said of it.

In: `cases/*.yaml`, a cell for each construction with what its cases share (`expect`). Out: `Case`, in that order.
A fifth of the cases is held out by a hash of their text: these are counted and never looked at.
"""

import functools
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dragoman.model.span import Span

FOLDER = Path(__file__).with_name("cases")
MARK = re.compile(r"\[([^]]*)\]")
OPEN = "*"
"""A value that is not asked."""
HELD_OUT = 5
"""One case in so many is held out."""

Row = dict[str, Any]


class Cell(NamedTuple):
    """One construction: its name, what it is about, and its cases."""

    name: str
    about: str
    cases: tuple["Case", ...]


class Link(NamedTuple):
    """One source of a chain: its kind and a word of it, or "" where only the kind is asked."""

    kind: str
    word: str


class Case(NamedTuple):
    """One case; None and `*` are not asked.

    Attributes:
        cell: The construction.
        text: Without the mark.
        word: Where the event word stands.
        auxiliary: Auxiliary modes.
        told: Told factuality.
        narrator: The narrator's factuality.
        phase: How far the act has come.
        source: The chain from the first source outwards; empty where the article itself says so.
    """

    cell: str
    text: str
    word: Span
    auxiliary: frozenset[str]
    told: str
    narrator: str
    phase: str
    source: tuple[Link, ...] | None

    @property
    def held_out(self) -> bool:
        """Whether the case is kept for the end."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % HELD_OUT == 0


@functools.cache
def cells() -> tuple[Cell, ...]:
    """All cells, in the order of their files."""
    files = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml")))
    return tuple(_cell(name, row) for found in files for name, row in found.items())


def cases() -> Iterator[Case]:
    """All cases, in the order of their files."""
    return (case for cell in cells() for case in cell.cases)


def _cell(name: str, row: Row) -> Cell:
    given = [{"text": case} if isinstance(case, str) else case for case in row["cases"]]
    return Cell(name, row["about"], tuple(_case(name, row["expect"] | case) for case in given))


def _case(cell: str, row: Row) -> Case:
    mark = next(MARK.finditer(row["text"]))
    source = _chain(row.get("source", ""))
    return Case(
        cell=cell,
        text=MARK.sub(r"\1", row["text"]),
        word=Span(mark.start(), mark.start() + len(mark[1])),
        auxiliary=frozenset(row.get("auxiliary", ())),
        told=row["told"],
        narrator=str(row.get("narrator", "U" if source else row["told"])),
        phase=row.get("phase", OPEN),
        source=source,
    )


def _chain(written: str) -> tuple[Link, ...] | None:
    """A chain as it is written in the files ("anonymous officials < outlet Reuters")."""
    if written == OPEN:
        return None
    links = (part.split() for part in written.split(" < ") if part)
    return tuple(Link(kind, " ".join(words)) for kind, *words in links)
