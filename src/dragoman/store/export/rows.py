"""Cells → a line of a table whose cells are parted by tabs, and which no cell can break."""

import datetime as dt
import re
from collections.abc import Iterable

from dragoman.store.columns import LIST_MARK
from dragoman.store.export.base import Output, Tally

Cell = str | int | float | None
BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""Tabs, line breaks and other control characters, of which any may end a cell or line for one reader or another."""
SPACED = "cells with tabs or line breaks, written as spaces"
QUOTED = "cells with double quotes, written as single ones"
HALVED = "cells with broken characters, written as \N{REPLACEMENT CHARACTER}"


class Table:
    """Lines of cells on their way to an output; what a cell may not hold is replaced and counted.

    Args:
        output: Where they go.
        tally: Where rows and replacements are counted.
        missing: What stands in a cell of which nothing is known.
    """

    def __init__(self, output: Output, tally: Tally, missing: str = "") -> None:
        self._output = output
        self._tally = tally
        self._missing = missing

    def head(self, names: Iterable[str]) -> None:
        """Write the names of the columns."""
        self._line(names)

    def row(self, cells: Iterable[Cell]) -> None:
        """Write a row."""
        self._line(self._text(cell) for cell in cells)
        self._tally.rows += 1

    def listed(self, items: Iterable[str | None]) -> str | None:
        """Items as one cell, parted by `;`; an item of which nothing is known keeps its place."""
        texts = [None if item is None else item.replace(LIST_MARK, ",") for item in items]
        return LIST_MARK.join(text or self._missing for text in texts) if any(texts) else None

    def _line(self, cells: Iterable[str]) -> None:
        self._output.write(("\t".join(cells) + "\n").encode())

    def _text(self, cell: Cell) -> str:
        if cell is None or cell == "":
            return self._missing
        return self._clean(cell) if isinstance(cell, str) else number(cell)

    def _clean(self, text: str) -> str:
        if text.isascii() and text.isprintable() and '"' not in text:
            return text
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        spaced = BREAKING.sub(" ", whole)
        told = spaced.replace('"', "'")
        self._note(HALVED, text, whole)
        self._note(SPACED, whole, spaced)
        self._note(QUOTED, spaced, told)
        return told.strip() or self._missing

    def _note(self, what: str, before: str, after: str) -> None:
        if before != after:
            self._tally.altered[what] += 1


def number(value: float) -> str:
    """A number without digits that say nothing.

    >>> number(1.0), number(-117.1234567), number(20190423), number(2**53 - 1)
    ('1', '-117.1234567', '20190423', '9007199254740991')
    """
    return str(value) if isinstance(value, int) else f"{value:.10g}"


def digits(day: dt.date) -> str:
    """A day as eight digits.

    >>> digits(dt.date(2019, 5, 8))
    '20190508'
    """
    return day.isoformat().replace("-", "")
