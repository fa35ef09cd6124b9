"""Print how the coder's records stand against our own readings.

Usage: python development/readings.py [seeds] [sample] [fresh] [untouched] [wide] [wide_untouched] [--all]

`--all` lists every verdict and every row that was missed; without it only the figures are printed. Of the fresh reports
those whose number is divisible by four are `untouched`, of the wide ones those after the twelfth `wide_untouched`:
nobody looks at their verdicts, so `--all` does not list them.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman import pipeline, sample
from dragoman.evaluate import reading
from dragoman.model.coded import Coded
from dragoman.model.event import Record

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "shared" / "seeds"
EVERY = 4
"""Every fourth fresh report stays untouched: a rule fixed before the coder was first run on them."""
WORKED = 12
"""The wide reports after this one stay untouched: fixed in the same way."""
SETS = {"fresh": "fresh", "untouched": "fresh", "wide": "wide", "wide_untouched": "wide"}
"""Readings that are one half of a folder of reports, the one worked on or the one that is not."""
UNTOUCHED = {"untouched", "wide_untouched"}


def untouched(file: str, folder: str) -> bool:
    """Whether a report is one whose verdicts nobody looks at, by the number that its name begins with."""
    number = int(file.partition("-")[0])
    return number % EVERY == 0 if folder == "fresh" else number > WORKED


def belongs(file: str, name: str) -> bool:
    """Whether a report counts for a reading."""
    return name not in SETS or untouched(file, SETS[name]) == (name in UNTOUCHED)


def rows(name: str) -> list[reading.Row]:
    """The rows of a reading."""
    with (HERE / f"{SETS.get(name, name)}.jsonl").open(encoding="utf-8") as lines:
        found = [msgspec.convert(json.loads(raw), reading.Row) for raw in lines]
    return [row for row in found if belongs(row.file, name)]


def coded(name: str) -> list[tuple[str, Coded]]:
    """The coded reports of a reading, by file name; none where they are not at hand."""
    if name in SETS:
        sources: tuple[Path, ...] = (HERE / SETS[name],)
    else:
        sources = sample.paths() if name == "sample" else (SEEDS,) if SEEDS.exists() else ()
    reports = [(Path(one.article.path).name, one) for one in pipeline.coded(sources)]
    return [report for report in reports if belongs(report[0], name)]


def line(record: Record) -> str:
    """A record in one line."""
    actors, recipients = reading.parties(record)
    source = ",".join(a.raw_text for a in record.attribution)
    extra = "".join(f" {name}" for name in record.auxiliary)
    kind, when = reading.kind(record), record.edtf or "-"
    return f"{record.event_text:14} {kind:9} {actors[0]} → {recipients[0]}{extra} | {when} | {source}"


def verdicts(reports: list[tuple[str, Coded]], expected: list[reading.Row]) -> Iterator[str]:
    """Every verdict, and every row that no record got right."""
    for name, one in reports:
        said, missed = reading.verdicts(one.records, [row for row in expected if row.file == name])
        yield f"== {name} {one.article.date} {one.article.date_basis}"
        for verdict in said:
            wrong = ",".join(k for k, v in verdict.right.items() if not v) if verdict.row else "answers no row"
            yield f"  {'ok' if verdict.core else 'NO'}  {line(verdict.record)} | {wrong}"
        for row in missed:
            mark = ".." if row.optional else "--"
            yield f"  {mark}  {row.word} {row.event} {row.actor} {row.recipient} {row.auxiliary}"


def main(arguments: list[str]) -> None:
    """Code the reports of each reading and print the figures."""
    for name in [a for a in arguments if not a.startswith("-")] or ["seeds", "sample"]:
        reports, expected = coded(name), rows(name)
        if not reports:
            print(f"{name}: the reports are not beside the project")
            continue
        if "--all" in arguments and name not in UNTOUCHED:
            print("\n".join(verdicts(reports, expected)))
        figures = reading.score(reports, expected)
        print(name, json.dumps({k: round(v, 3) for k, v in figures.items()}))


if __name__ == "__main__":
    main(sys.argv[1:])
