"""A desk → how it stands, in words or as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import typer

from dragoman import desk as desks
from dragoman.cli.desk import opening
from dragoman.cli.tally import count
from dragoman.cli.terminal import printable

MEGABYTE = 1_000_000
LISTED = 5
"""Texts under several ids that are named in words; `--json` names all."""


def run(where: str, *, as_json: bool) -> None:
    """Tell how a desk stands."""
    with opening.opened(where) as desk:
        held = desks.held(desk)
    size = Path(where).stat().st_size if Path(where).is_file() else None
    if as_json:
        typer.echo(
            json.dumps({"desk": opening.shown(where), "bytes": size} | msgspec.to_builtins(held), ensure_ascii=False)
        )
    else:
        typer.echo("\n".join(printable(line) for line in (_head(where, size), *lines(held))))


def _head(where: str, size: int | None) -> str:
    told = opening.shown(where)
    return told if size is None else f"{told}, {size / MEGABYTE:.1f} MB"


def lines(held: desks.Held) -> Iterator[str]:
    """How it stands, in words."""
    standing = held.standing
    days = "" if held.first_day is None else f", {held.first_day} to {held.last_day}"
    yield f"{count(standing.articles, 'article')}{days}"
    older = standing.revisions - standing.articles
    if older > 0:
        yield f"{count(older, 'older revision')} with {count(standing.superseded, 'record')}"
    kinds = ", ".join(count(number, name) for name, number in held.records.items())
    yield f"{count(standing.records, 'record')}{': ' if kinds else ''}{kinds}"
    if standing.judgements + standing.derived > 0:
        yield f"{count(standing.judgements, 'judgement')}, {standing.derived:,} derived from records"
    for one in held.runs:
        told = ", ".join((*one.models, *(f"{name} {value}" for name, value in one.settings)))
        yield f"coded by {one.coder} ({told})"
    yield f"{count(standing.issues, 'doubt')} left open{_listed(held.issues)}"
    if held.waiting > 0:
        yield f"{count(held.waiting, 'article')} without a date to be dated again, as others changed: with the next add"
    yield from _copies(held)
    if held.last_add is not None:
        yield f"last added to on {held.last_add:%Y-%m-%d at %H:%M} UTC"


def _copies(held: desks.Held) -> Iterator[str]:
    """Texts that came under several ids, whose records are found once for each."""
    if len(held.copies) > 0:
        yield f"{count(len(held.copies), 'text')} kept under several ids, with records for each:"
    for ids in held.copies[:LISTED]:
        yield f"  {' = '.join(ids)}"
    if len(held.copies) > LISTED:
        yield f"  and {len(held.copies) - LISTED} more (--json)"


def _listed(counted: dict[str, int]) -> str:
    return "".join(f"{', ' if n else ': '}{number:,} {name}" for n, (name, number) in enumerate(counted.items()))
