"""A coding job → its output file, its issues file, and the summary on standard error."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dragoman import pipeline, store
from dragoman.cli.asking import note_replaced
from dragoman.cli.candidates import Candidates
from dragoman.cli.disagreements import Disagreements
from dragoman.cli.progress import following
from dragoman.cli.tally import NothingReadError, Tally
from dragoman.ontology import actor_check
from dragoman.settings import Settings
from dragoman.store.formats import STANDARD_OUTPUT, special


@dataclass(frozen=True)
class Job:
    """What is to be coded, and where the records go."""

    paths: tuple[str, ...]
    output: str
    named: str | None = None
    dyads: bool = False
    no_clobber: bool = False
    quiet: bool = False
    candidates: str | None = None
    disagreements: str | None = None
    min_confidence: float = 0.0


class Noted(NamedTuple):
    """What is noted beside the records."""

    candidates: Candidates
    disagreements: Disagreements


def run(job: Job, settings: Settings) -> Tally:
    """Code all articles of a job.

    Raises:
        NothingReadError: No input gave an article; an output that was there stays.
        OutputError: The output cannot be written.
    """
    began, tally, met = time.perf_counter(), Tally(job.min_confidence), Noted(Candidates(), Disagreements())
    note_replaced(actor_check.use(settings.actors))
    try:
        _code(job, settings, tally, met)
    except NothingReadError:
        _issues(job, tally)
        raise
    issues = _issues(job, tally)
    if job.candidates is not None:
        met.candidates.write(job.candidates)
    if job.disagreements is not None:
        met.disagreements.write(job.disagreements)
    if not job.quiet:
        summary = (
            *tally.lines(time.perf_counter() - began, issues),
            *met.candidates.lines(job.candidates),
            *met.disagreements.lines(),
        )
        sys.stderr.write("\n".join(summary) + "\n")
    return tally


def _code(job: Job, settings: Settings, tally: Tally, met: Noted) -> None:
    with (
        store.writing(job.output, named=job.named, dyads=job.dyads, no_clobber=job.no_clobber) as writer,
        following(job.paths, settings.limit, quiet=job.quiet) as seen,
    ):
        for item in tally.counted(pipeline.coded(job.paths, settings, tally.skip)):
            writer.write(tally.kept(item.records))
            met.candidates.add(item)
            met.disagreements.add(item)
            seen(item.article)
        tally.require_articles()


def _issues(job: Job, tally: Tally) -> Path | None:
    """The issues file, only where the output is a file with a name."""
    target = Path(job.output)
    if job.output == STANDARD_OUTPUT or special(target):
        return None
    return store.write_issues(target, tally.skipped)
