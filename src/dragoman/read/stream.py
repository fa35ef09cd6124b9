"""Files, folders, patterns and standard input → a stream of articles; what gives none is reported, the run goes on."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dragoman.model.article import Article, Skipped
from dragoman.read import columns, faults, inputs, own, sidecar
from dragoman.read.checks import checked
from dragoman.read.decoding import SAMPLE
from dragoman.read.formats import FORMATS, Format, by_content, ending, reader
from dragoman.read.raw import Raw, Source, peeked
from dragoman.read.repeats import Repeats
from dragoman.settings import Settings

Report = Callable[[Skipped], None]


def articles(
    sources: Iterable[str | Path],
    *,
    settings: Settings,
    skipped: Report,
    stdin: BinaryIO | None = None,
    revisions: bool = False,
) -> Iterator[Article]:
    """The articles of all sources, in the order given, inside folders and archives in the order of their names.

    Args:
        sources: Files, folders (with all below them), patterns, and `-` for standard input.
        settings: `max_characters` and `columns` are heeded.
        skipped: Is told of each input that gives no article.
        stdin: What `-` reads, when it is not the standard input of the process.
        revisions: Give other texts of an id, and a text under other ids, too, instead of reporting them as repeated.

    Raises:
        UsageError: `settings.columns` names an unknown field.
    """
    columns.check(settings)
    given = (sources,) if isinstance(sources, str | Path) else sources
    return _stream(inputs.found(given, stdin or sys.stdin.buffer), settings, skipped, Repeats(revisions=revisions))


def _stream(
    found: Iterator[Source | Skipped], settings: Settings, skipped: Report, repeats: Repeats
) -> Iterator[Article]:
    for source in found:
        for raw in _raws(source, settings):
            article = _article(raw, settings)
            none = article if isinstance(article, Skipped) else repeats.noted(article)
            if none is not None:
                skipped(none)
            elif isinstance(article, Article):
                yield article


def _raws(source: Source | Skipped, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of one source; whatever goes wrong in it, the next source is read."""
    if isinstance(source, Skipped):
        yield source
        return
    try:
        yield from _read(source, settings)
    except Exception as error:  # noqa: BLE001  # the outermost loop over inputs: one must not end the run
        yield faults.skipped(source.label, error)


def _read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    if own.is_issues(source.name):
        yield own.skipped(source.label, "a list of skipped inputs")
        return
    known, source = _format(source)
    if known is None:
        yield Skipped(file=source.label, reason="unreadable", detail=f"no reader for {ending(source.name)!r}")
        return
    beside = source.sidecar() if known.single else None
    for raw in reader(known)(source, settings):
        if beside is None or isinstance(raw, Skipped):
            yield raw
        else:
            yield from _with_sidecar(beside, raw, settings)


def _format(source: Source) -> tuple[Format | None, Source]:
    """The format by the file's ending; where that says nothing, by the first bytes, which are then given again."""
    known = FORMATS.get(ending(source.name))
    if known is not None and ending(source.name) != "":
        return known, source
    if known is None and not source.named:
        return None, source
    head, stream = peeked(source.open(), SAMPLE)
    return by_content(head), replace(source, open=lambda: stream)


def _with_sidecar(beside: Source, raw: Raw, settings: Settings) -> Iterator[Raw | Skipped]:
    """The report with what its sidecar says; without it, and that reported, when the sidecar cannot be read."""
    try:
        yield sidecar.applied(beside, raw, settings)
    except (OSError, ValueError) as error:
        yield faults.skipped(beside.label, error)
        yield raw


def _article(raw: Raw | Skipped, settings: Settings) -> Article | Skipped:
    if isinstance(raw, Skipped):
        return raw
    try:
        return checked(raw, settings)
    except Exception as error:  # noqa: BLE001  # the outermost loop over articles: one must not end the run
        return faults.skipped(raw.label, error)
