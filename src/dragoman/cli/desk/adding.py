"""An adding job → a fuller desk, the list of what gave no article, and the summary on standard error."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import store
from dragoman.cli.asking import note_replaced
from dragoman.cli.desk import opening
from dragoman.cli.exits import Interrupted
from dragoman.cli.progress import following
from dragoman.cli.tally import NothingReadError, count, nothing, reasons
from dragoman.cli.terminal import printable
from dragoman.desk.adding import Adding, AddTally, Options
from dragoman.ontology import actor_check
from dragoman.settings import Settings

LISTED = 5
"""Skipped inputs that are named in the summary; `--issues` writes all."""


@dataclass(frozen=True)
class Job:
    """What is to be added, and where to."""

    paths: tuple[str, ...]
    desk: str
    issues: str | None = None
    quiet: bool = False


def run(job: Job, settings: Settings, options: Options) -> None:
    """Add articles to a desk.

    Raises:
        NothingReadError: No input gave an article.
        Interrupted: By Ctrl-C; what was coded is kept.
    """
    began = time.perf_counter()
    note_replaced(actor_check.use(settings.actors))
    with opening.opened(job.desk) as desk, following(job.paths, settings.limit, quiet=job.quiet) as seen:
        adding = Adding(desk, settings, options, seen=seen, waiting=opening.long_wait)
        try:
            tally = adding.add(job.paths)
        except KeyboardInterrupt:
            raise Interrupted(f"interrupted; {_kept(adding.tally)}; the same command goes on") from None
    _report(job, tally, time.perf_counter() - began)


def _kept(tally: AddTally) -> str:
    return f"{count(tally.coded, 'article')} of this run {'is' if tally.coded == 1 else 'are'} kept"


def _report(job: Job, tally: AddTally, seconds: float) -> None:
    if job.issues is not None:
        store.list_issues(job.issues, tally.skipped)
    if tally.ways.total() == 0:
        raise NothingReadError(nothing(tally.skipped))
    if not job.quiet:
        sys.stderr.write("".join(f"{printable(line)}\n" for line in lines(tally, seconds, job.issues)))


def lines(tally: AddTally, seconds: float, issues: str | None) -> Iterator[str]:
    """The summary: what came, what was there, and what gave no article."""
    ways = tally.ways
    came = f"{count(ways['new'], 'new article')}, {count(ways['revision'], 'revision')}"
    yield f"{came}{_again(tally)}, {ways['same']:,} passed over as coded before, in {seconds:.1f} s"
    told = ", ".join(count(tally.kinds[kind], kind) for kind in ("event", "statement", "figure"))
    yield f"{count(tally.kinds.total(), 'record')} in what was coded: {told}"
    if tally.undated > 0:
        yield f"{count(tally.undated, 'article')} without a date: dated by what the desk tells, where that is enough"
    if tally.redated > 0:
        yield f"{count(tally.redated, 'undated article')} of the desk dated again, as dated ones came"
    if tally.otherwise > 0:
        yield f"{count(tally.otherwise, 'text')} kept with another date, title or publisher than now told (--again)"
    yield from _skipped(tally, issues)


def _again(tally: AddTally) -> str:
    """What another coder had coded, or the same one before `--again`."""
    again = tally.ways["again"] + tally.ways["unchanged"]
    return "" if again == 0 else f", {again:,} coded again ({tally.ways['again']:,} with other records)"


def _skipped(tally: AddTally, issues: str | None) -> Iterator[str]:
    listed = "" if issues is None else f"; see {issues}"
    yield f"{count(len(tally.skipped), 'input')} skipped{reasons(tally.skipped)}{listed}"
    if issues is None:
        for one in tally.skipped[:LISTED]:
            yield f"  {one.file}: {one.reason}{f' ({one.detail})' if one.detail else ''}"
        if len(tally.skipped) > LISTED:
            yield f"  and {len(tally.skipped) - LISTED} more (--issues FILE)"
