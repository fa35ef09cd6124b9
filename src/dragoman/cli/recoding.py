"""A recoding job → what came, went and changed on standard output, and the summary on standard error."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import typer

from dragoman.cli.asking import note_replaced
from dragoman.cli.desk import opening
from dragoman.cli.exits import Interrupted
from dragoman.cli.progress import counting
from dragoman.cli.tally import count, reasons
from dragoman.cli.terminal import printable
from dragoman.desk import Change, Counts, Recoded, Recoding
from dragoman.model.event import ActorRef, Record
from dragoman.ontology import actor_check
from dragoman.settings import Settings
from dragoman.store import wording

LONGEST = 60
"""Characters of a value that is shown."""
_SIGNS = {"added": "+", "gone": "-", "changed": "~"}


@dataclass(frozen=True)
class Job:
    """Which desk, and what is to be printed."""

    desk: str
    diff: bool = False
    dry_run: bool = False
    limit: int | None = None
    quiet: bool = False


def run(job: Job, settings: Settings) -> None:
    """Code a desk again.

    Raises:
        Interrupted: By Ctrl-C; what was coded is kept.
    """
    began, counts, done = time.perf_counter(), Counts(), 0
    note_replaced(actor_check.use(settings.actors))
    with opening.opened(job.desk) as desk:
        work = Recoding(desk, settings, dry_run=job.dry_run, waiting=opening.long_wait)
        with counting(work.plan.articles, quiet=job.quiet) as seen:
            try:
                for item in work.work():
                    _print(job, item, counts)
                    counts.add(item.changes)
                    done += 1
                    seen()
            except KeyboardInterrupt:
                raise Interrupted(f"interrupted after {count(done, 'article')}; the same command goes on") from None
    if not job.quiet:
        told = lines(work, counts, done, time.perf_counter() - began)
        sys.stderr.write("".join(f"{printable(line)}\n" for line in told))
        if job.dry_run:
            sys.stderr.write("nothing was written (--dry-run)\n")


def _print(job: Job, item: Recoded, counts: Counts) -> None:
    if not job.diff or len(item.changes) == 0:
        return
    shown = item.changes if job.limit is None else item.changes[: max(0, job.limit - counts.ways.total())]
    if len(shown) > 0:
        typer.echo(printable(f"{item.article.path or item.article.id} ({item.article.id})"))
    for change in shown:
        typer.echo("\n".join(printable(line) for line in told(change)))


def told(change: Change) -> Iterator[str]:
    """One change in words."""
    record = change.after or change.before
    if record is None:
        return
    yield f"  {_SIGNS[change.way]} {change.id}  {wording.code(record)}  {wording.what(record)}"
    for field in change.fields:
        yield f"      {field}: {_value(change.before, field)} → {_value(change.after, field)}"


def lines(work: Recoding, counts: Counts, done: int, seconds: float) -> Iterator[str]:
    """The summary: articles, records by what became of them, and in which fields."""
    plan = work.plan
    yield f"{count(done, 'article')} coded in {seconds:.1f} s; {plan.done:,} were of this coder already"
    if plan.without_text > 0:
        yield f"{count(plan.without_text, 'article')} without a text, left as they were"
    if len(plan.skipped) > 0:
        yield f"{count(len(plan.skipped), 'article')} left as they were{reasons(plan.skipped)}"
    yield f"{counts.ways['added']:,} records came, {counts.ways['gone']:,} went, {counts.ways['changed']:,} changed"
    for field, number in sorted(counts.fields.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>7,}  {field}"


def _value(record: Record | None, field: str) -> str:
    """A field's value, as short as it can be told."""
    value = getattr(record, field, None)
    if isinstance(value, tuple) and any(isinstance(one, ActorRef) for one in value):
        return _short("; ".join(f"{one.entity_name} {wording.codes(one)}".strip() for one in value))
    if value is None or value == ():
        return "none"
    return _short(value if isinstance(value, str) else msgspec.json.encode(value).decode())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
