"""A query to a desk → a table on the terminal, a file of records, or their numbers; and whether there were any."""

import csv
import io
import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, cast

from rich.padding import Padding
from rich.text import Text

from dragoman.cli import tables
from dragoman.cli.desk import numbers
from dragoman.cli.tally import count
from dragoman.cli.terminal import Terminal, printable
from dragoman.errors import UsageError
from dragoman.model.event import Record
from dragoman.pages import views
from dragoman.store import format_of, replacing, writing
from dragoman.store.find import Counts, Query, parse, written
from dragoman.store.find.periods import By, Per
from dragoman.store.opened import OpenDesk, open_desk

SHOWN = 50
"""Records on a terminal, unless another number is asked for: some three screens."""


class Asked(NamedTuple):
    """What is asked: the query's text, the length of periods and the group to count by, and how many at most."""

    query: str
    per: str | None = None
    by: str | None = None
    limit: int | None = None


class Target(NamedTuple):
    """A file, its format where its name does not tell it, and whether it has a row for each pair."""

    output: str
    form: str | None = None
    dyads: bool = False


def run(where: str, asked: Asked, target: Target | None) -> bool:
    """Answer a query; False if there is no record.

    Raises:
        UsageError: The query is not understood, or an option makes no sense.
    """
    query = parse(asked.query)
    with open_desk(where) as desk:
        if asked.per is None and asked.by is None:
            found = desk.records(query, limit=asked.limit)
            some = _shown(found, asked.limit) if target is None else _written(found, target)
        else:
            some = _counted(desk, query, asked, target)
    if not some:
        sys.stderr.write(printable(f"no record: {written(query) or 'the desk is empty'}") + "\n")
    return some


def _shown(found: Iterator[Record], limit: int | None) -> bool:
    """Records as a table, the sentence of each below it."""
    terminal = Terminal()
    number = 0
    for number, record in enumerate(islice(found, limit or SHOWN), start=1):
        terminal.print(tables.found(number, views.record_view(record)))
        terminal.print(Padding(_sentence(record), (0, 0, 1, tables.NUMBER + 3)))
    if limit is None and next(found, None) is not None:
        terminal.print(Text(f"the first {number}; --limit N shows more, -o FILE writes all", style="dim"))
    return number > 0


def _sentence(record: Record) -> Text:
    """The sentence, where it stands, and the ids of the record and of the article."""
    article = record.article
    where = " · ".join(
        str(part) for part in (article.publisher, article.date or "undated", record.id, f"article {article.id}") if part
    )
    text = " ".join(record.text.split()) or "(the text is not kept)"
    return Text.assemble((printable(text), "italic"), (printable(f"  {where}"), "dim"))


def _written(found: Iterator[Record], target: Target) -> bool:
    """Records as a file."""
    total = 0

    def counted() -> Iterator[Record]:
        nonlocal total
        for record in found:
            total += 1
            yield record

    with writing(target.output, named=target.form, dyads=target.dyads) as writer:
        for record in counted():
            writer.write((record,))
    sys.stderr.write(f"{count(total, 'record')}\n")
    return total > 0


def _counted(desk: OpenDesk, query: Query, asked: Asked, target: Target | None) -> bool:
    """Numbers, as a table or as a file."""
    if asked.limit is not None:
        raise UsageError("--limit is for records; counts are of all of them")
    found = desk.counts(query, cast("Per | None", asked.per), cast("By | None", asked.by))
    if target is not None:
        _listed(found, target)
    else:
        Terminal().print(*numbers.told(found, asked.per, asked.by), sep="\n")
    return len(found.rows) > 0


def _listed(found: Counts, target: Target) -> None:
    form = format_of(target.output, target.form)
    if form == "parquet" or target.dyads:
        raise UsageError("counts are written as csv or jsonl, without --dyads")
    with replacing(target.output) as file:
        if form == "jsonl":
            file.writelines(json.dumps(row._asdict(), ensure_ascii=False).encode() + b"\n" for row in found.rows)
        else:
            text = io.StringIO(newline="")
            csv.writer(text, lineterminator="\n").writerows([("period", "value", "number"), *found.rows])
            file.write(text.getvalue().encode())
