"""Counts → a table for the terminal: a line for each period, a column for each of the most frequent values."""

from collections import Counter
from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dragoman.cli.terminal import printable
from dragoman.store.find import Counts

ACROSS = 6
"""Values that have a column of their own: with those of periods and sums they fit into eighty characters."""
DOWN = 40
"""Lines of values without periods."""
NONE, OTHERS, ALL, UNDATED = "none", "others", "all", "undated"


def told(found: Counts, per: str | None, by: str | None) -> Iterator[Table | Text]:
    """The table, and what has to be known to read it."""
    sums: Counter[str] = Counter()
    for row in found.rows:
        sums[row.value] += row.number
    values = [value for value, _ in sums.most_common()]
    if per is None:
        yield _down(sums, values[:DOWN], by or "")
        yield from _left_out(len(values) - DOWN, "lines")
    else:
        yield _across(found, values[:ACROSS] if by is not None else [], len(values) > ACROSS)
    if found.beyond > 0:
        yield Text(f"{found.beyond:,} reach beyond the {per} in which they begin and are counted", style="dim")


def _left_out(number: int, word: str) -> Iterator[Text]:
    if number > 0:
        yield Text(f"{number:,} more {word}; -o FILE writes all", style="dim")


def _down(sums: Counter[str], values: list[str], by: str) -> Table:
    """Values one below the other, the most frequent first."""
    table = _table(by)
    table.add_column("records", justify="right")
    for value in values:
        table.add_row(_name(value) if by else ALL, f"{sums[value]:,}")
    return table


def _across(found: Counts, values: list[str], more: bool) -> Table:
    """Periods one below the other, values beside each other."""
    table = _table("period")
    for name in (*map(_name, values), *([OTHERS] if more else []), ALL):
        table.add_column(name, justify="right")
    cells = {(row.period, row.value): row.number for row in found.rows}
    for period in dict.fromkeys(row.period for row in found.rows):
        of_period = Counter({value: number for (one, value), number in cells.items() if one == period})
        shown = [of_period[value] for value in values]
        others = [of_period.total() - sum(shown)] if more else []
        numbers = (*shown, *others, of_period.total())
        table.add_row(period or UNDATED, *(f"{number:,}" if number else "·" for number in numbers))
    return table


def _table(first: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(first, no_wrap=True)
    return table


def _name(value: str) -> str:
    return printable(value) or NONE
