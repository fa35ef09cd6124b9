"""Records in words → tables for the terminal, and the legend of the codes in them."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dragoman.cli.terminal import printable
from dragoman.ontology import plover
from dragoman.pages.views import Month, Party, RecordView
from dragoman.store import STATUSES

STYLES = {"happened": "green", "planned": "blue", "threatened": "red", "conditional": "magenta", "uncertain": "magenta"}
"""Colours of the status; the others stay grey."""

NUMBER = 4
"""Width of the numbers of an answer."""
_COLUMNS = (
    ("when", 12, None),
    ("who → whom", None, 3),
    ("what", None, 3),
    ("status", max(map(len, STATUSES)), None),
    ("according to", None, 2),
)
"""Name and width, or share of what is left; together they fit into eighty characters."""


def records(rows: Iterable[RecordView]) -> Table:
    """The records of one article, numbered as in its text."""
    table = _table("#")
    for number, row in enumerate(rows, start=1):
        table.add_row(str(number), *_cells(row))
    return table


def found(number: int, row: RecordView) -> Table:
    """One record of an answer, under a heading if it is the first; its columns stand below those of the one before."""
    table = _table("#", NUMBER)
    table.show_header = number == 1
    table.add_row(str(number), *_cells(row))
    return table


def chronology(months: Iterable[Month]) -> Table:
    """Events of all articles in the order of time, with the number of the article."""
    table = _table("no.")
    for month in months:
        for row in month.rows:
            table.add_row(str(row.article), *_cells(row))
    return table


def _table(first: str, first_width: int | None = None) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(first, justify="right", style="dim", no_wrap=True, width=first_width)
    for name, width, ratio in _COLUMNS:
        table.add_column(name, width=width, ratio=ratio, overflow="fold")
    table.expand = True
    return table


def _cells(row: RecordView) -> tuple[Text, ...]:
    what = Text(printable(row.label))
    if row.foreseen:
        what.append(printable(f": {row.foreseen}"))
    what.append(f" [{' '.join(part for part in (row.code, row.cameo) if part)}]", style="dim")
    return (
        Text(row.date or "—"),
        Text.assemble(_who(row.actors), (" → ", "dim"), _who(row.recipients)),
        what,
        Text(row.status, style=STYLES.get(row.status, "dim")),
        Text(printable(row.according), style="dim" if row.according == "the report" else ""),
    )


def _who(members: tuple[Party, ...]) -> Text:
    if len(members) == 0:
        return Text("—", style="dim")
    parts = (Text.assemble(printable(one.name), (f" {one.codes}" if one.codes else "", "dim")) for one in members)
    return Text(", ").join(parts)


def legend(rows: Iterable[RecordView]) -> Table:
    """The codes in some records with their names in words."""
    table = Table(box=None, pad_edge=False, show_header=False)
    shown = tuple(rows)
    types = {row.code.split(" ")[0] for row in shown}
    actors = {code for row in shown for one in (*row.actors, *row.recipients) for code in one.codes.split(" ")}
    for name, kind in plover.types().items():
        if name in types:
            table.add_row(Text(name, style="bold"), f"{kind.label}: {kind.means}")
    for name, words in {**plover.sectors(), **plover.country_like()}.items():
        if name in actors:
            table.add_row(Text(name, style="bold"), words)
    return table
