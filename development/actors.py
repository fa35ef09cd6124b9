"""Print how the actors found in the two first reports stand against our own reading of them.

Usage: python development/actors.py

Every difference is listed: where, whom we read, whom the resolver found and by which rule.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman import pipeline
from dragoman.model.coded import Coded
from dragoman.model.resolved import ActorMention
from dragoman.model.span import Span
from dragoman.ontology import offices

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "shared" / "seeds"


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase by its characters, the countries it stands for, and its sector where one is told."""

    file: str
    start: int
    end: int
    code: tuple[str, ...]
    sector: str | None


def rows() -> list[Row]:
    """The reading."""
    with (HERE / "seed_actors.jsonl").open(encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(raw), Row) for raw in lines]


def at(one: Coded, row: Row) -> list[ActorMention]:
    """The mentions of exactly these words, else those whose phrase begins or ends with them, the shortest ones."""
    span = Span(row.start, row.end)
    exact = [m for m in one.resolved.actors if m.span == span]
    near = [m for m in one.resolved.actors if m.span.meets(span) and (m.span.holds(span) or span.holds(m.span))]
    shortest = min((abs(m.span.end - m.span.start - (row.end - row.start)) for m in near), default=0)
    return exact or [m for m in near if abs(m.span.end - m.span.start - (row.end - row.start)) == shortest]


def differences(reports: dict[str, Coded], expected: list[Row]) -> Iterator[str]:
    """A line for every row that is answered otherwise."""
    for row in expected:
        one = reports[row.file]
        found = at(one, row)
        standings = [offices.standing(m.entity, one.article.date) for m in found]
        codes = {s.code for s in standings}
        sectors = {sector for s in standings for sector in s.sectors}
        if codes != set(row.code) or (row.sector is not None and row.sector not in sectors):
            told = ", ".join(f"{m.entity.id} by {m.because.rule}" for m in found) or "nobody"
            wanted = f"{'+'.join(row.code)} {row.sector or ''}".strip()
            yield f"{row.file} {row.start}-{row.end}: {wanted} | {told}"


def compared() -> list[str]:
    """The two reports resolved, and every difference."""
    return list(differences({Path(one.article.path).name: one for one in pipeline.coded((SEEDS,))}, rows()))


def main() -> None:
    """Resolve the two reports and list the differences."""
    if not SEEDS.exists():
        sys.exit("the two first reports are not beside the project")
    expected, lines = rows(), compared()
    for line in lines:
        print(line)
    print(f"{len(expected) - len(lines)} of {len(expected)} as we read them")


if __name__ == "__main__":
    main()
