"""Articles and when they were written → text or JSON lines on standard output."""

import json
import sys
from collections.abc import Iterator

import typer

from dragoman import pipeline
from dragoman.cli.asking import note_replaced
from dragoman.cli.tally import Tally
from dragoman.cli.terminal import printable
from dragoman.model.article import Article
from dragoman.model.dating import Clue, Dating
from dragoman.ontology import actor_check
from dragoman.settings import Settings

TELLING = 0.0005
"""Clues whose effect rounds to less are counted, not listed, in the text form; JSON has them all."""


def run(paths: tuple[str, ...], settings: Settings, *, as_json: bool) -> None:
    """Tell when each article was written.

    Raises:
        NothingReadError: No input gave an article.
    """
    note_replaced(actor_check.use(settings.actors))
    tally = Tally()
    for article, found in pipeline.datings(paths, settings, tally.skip):
        tally.articles += 1
        if as_json:
            typer.echo(json.dumps(_json(article, found), ensure_ascii=False))
        else:
            typer.echo("\n".join(printable(line) for line in _words(article, found)))
    for one in tally.skipped:
        sys.stderr.write(
            printable(f"skipped {one.file}: {one.reason}{f' ({one.detail})' if one.detail else ''}") + "\n"
        )
    tally.require_articles()


def _words(article: Article, found: Dating | None) -> Iterator[str]:
    name = article.path or article.id
    if found is None:
        yield f"{name}: {article.date} ({article.date_basis})"
        return
    if found.interval is None:
        yield f"{name}: nothing tells when it was written"
        return
    if not found.claimed:
        yield f"{name}: not dated; {found.interval.edtf} is too wide (confidence {found.confidence:.2f})"
    else:
        likely = "" if found.likely is None else f", likely {found.likely.edtf}"
        sure = f"confidence {found.confidence:.2f}, within a week of the best day {found.near:.2f}"
        yield f"{name}: {found.interval.edtf}, best {found.best}{likely} ({sure})"
    telling = [clue for clue in found.clues if abs(clue.effect) >= TELLING]
    for clue in telling:
        yield f"  {clue.effect:+.3f}  {clue.kind}: {clue.detail}  {_quoted(clue, article.text)}"
    if len(telling) < len(found.clues):
        yield f"  and {len(found.clues) - len(telling)} more that change nothing"


def _quoted(clue: Clue, text: str) -> str:
    return f"“{' '.join(clue.span.of(text).split())}” {clue.span.start}–{clue.span.end}"


def _json(article: Article, found: Dating | None) -> dict[str, object]:
    head: dict[str, object] = {"file": article.path, "article": article.id}
    if found is None:
        return head | {"date": str(article.date), "date_basis": article.date_basis}
    days = found.interval
    return head | {
        "date": str(found.best) if found.claimed else None,
        "date_basis": "inferred" if found.claimed else "unknown",
        "edtf": None if days is None else days.edtf,
        "start": None if days is None else str(days.start),
        "end": None if days is None else str(days.end),
        "likely": None if found.likely is None else found.likely.edtf,
        "best": None if found.best is None else str(found.best),
        "confidence": found.confidence,
        "near": found.near,
        "clues": [_clue(clue, article.text) for clue in found.clues],
    }


def _clue(clue: Clue, text: str) -> dict[str, object]:
    return {
        "kind": clue.kind,
        "detail": clue.detail,
        "text": clue.span.of(text),
        "span": clue.span,
        "edtf": None if clue.days is None else clue.days.edtf,
        "effect": clue.effect,
    }
