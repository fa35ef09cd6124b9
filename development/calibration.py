"""Print how well the confidence of event records holds on our readings, and fit its factors to them.

Usage: python development/calibration.py [seeds] [sample] [fresh] [untouched] [wide] [wide_untouched] [--fit] [--events]

A record is right when its type, actors and recipients are; one that answers no row of a reading is wrong. Printed are
the calibration of the numbers in `extract/confidence.py`, the same cross-validated (the numbers for each article fitted
without it), and what `--min-confidence` leaves out. `--fit` prints the numbers fitted to all articles, `--events` how
the coder's own hold on the development texts of the task `events`, to which nothing was fitted. Nothing is fitted to
the untouched reports either: they are there to hold the numbers against.
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import readings
from numpy.typing import NDArray

from dragoman.evaluate import calibration, reading
from dragoman.evaluate.score.events import fits
from dragoman.evaluate.tasks import TASKS
from dragoman.extract import confidence
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
LESS_WORKED = frozenset(readings.SETS)
"""Readings whose errors were worked on least: the level of the probabilities is fitted to them alone."""
WORTH = 0.5
"""Weight of a record of the other readings, on whose factors they have a say."""
RIDGE = 2.0
"""What it costs in nats that a factor's logarithm lies a unit, squared and halved, away from no effect."""
WORKED_RIDGE = 0.5
ROUNDS = 60
TINY = 1e-9
FREE = 2
"""Columns that may take any sign: the level, and how much more a reading that was worked on is right."""
LEASTS = (*(n / 10 for n in range(10)), 0.95)
DOUBT = re.compile("(" + "|".join(map(re.escape, confidence.FACTORS)) + r")(?:: [^;]*)? × [\d.]+(?=;|$)")
NAMES = tuple(confidence.FACTORS)

Table = NDArray[np.float64]
Numbers = Mapping[str, float]
START = "start"


class Judged(NamedTuple):
    """An event record held against the readings: its doubts by name, and whether it is right."""

    article: str
    worked: bool
    right: bool
    doubts: Counter[str]
    confidence: float


Articles = list[tuple[str, Coded]]


def judged(name: str, articles: Articles, rows: Sequence[reading.Row]) -> Iterator[Judged]:
    """Every event record of a reading with its verdict."""
    for file, one in articles:
        said, _ = reading.verdicts(one.records, [row for row in rows if row.file == file])
        for verdict in said:
            record = verdict.record
            if isinstance(record, EventRecord):
                worked = name not in LESS_WORKED
                yield Judged(f"{name}/{file}", worked, verdict.act, doubts(one, record), record.confidence)


def doubts(one: Coded, record: EventRecord) -> Counter[str]:
    """The doubts about a record by name, as `explain` tells them."""
    told = next(because.detail for because in one.reasons[record.id] if because.field == "confidence")
    return Counter(DOUBT.findall(told))


def probability(numbers: Numbers, found: Counter[str]) -> float:
    """The probability of a record with these doubts."""
    return confidence.probability((numbers[name] ** count for name, count in found.items()), numbers[START])


def fitted(records: Sequence[Judged]) -> dict[str, float]:
    """The likeliest odds and factors, two decimals each, drawn towards 1 and never above it.

    A logistic regression: beside the doubts it has a column for "worked on", whose weight is left out at the end.
    """
    table = np.array([[1.0, r.worked, *(r.doubts[name] for name in NAMES)] for r in records])
    right = np.array([r.right for r in records], dtype=float)
    worth = np.array([WORTH if r.worked else 1.0 for r in records])
    cost = np.array([0.0, WORKED_RIDGE, *(RIDGE for _ in NAMES)])
    logs = _likeliest(table, right, worth, cost)
    return {START: round(math.exp(logs[0]), 1)} | {
        name: round(math.exp(log), 2) for name, log in zip(NAMES, logs[2:], strict=True)
    }


def _likeliest(table: Table, right: Table, worth: Table, cost: Table) -> list[float]:
    """Newton's steps, one column after the other; the doubts' logarithms stay at or below nought."""
    logs = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        for n, column in enumerate(table.T):
            chance = 1 / (1 + np.exp(-table @ logs))
            slope = worth @ ((right - chance) * column) - cost[n] * logs[n]
            bend = worth @ (chance * (1 - chance) * column**2) + cost[n]
            step = logs[n] + slope / max(bend, TINY)
            logs[n] = step if n < FREE else min(step, 0.0)
    return [float(log) for log in logs]


def crossed(records: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Each record with its probability by numbers fitted to the other articles."""
    found = []
    for article in dict.fromkeys(record.article for record in records):
        numbers = fitted([record for record in records if record.article != article])
        here = [record for record in records if record.article == article]
        found += [(record, probability(numbers, record.doubts)) for record in here]
    return found


def found(articles: Articles, rows: Sequence[reading.Row], least: float) -> float:
    """Share of the readings' events that a record of at least this confidence gets right."""
    needed = missing = 0
    for name, one in articles:
        here = [r for r in rows if r.file == name and not r.optional and not {"STATEMENT", "FIGURE"} & {*r.event}]
        sure = [e for e in one.events if e.confidence >= least]
        needed += len(here)
        missing += len(reading.verdicts(sure, here)[1])
    return 1 - missing / max(needed, 1)


def summary(title: str, pairs: calibration.Pairs) -> Iterator[str]:
    """The figures of one set of probabilities."""
    share = sum(right for _, right in pairs) / len(pairs)
    error, brier, rank = calibration.expected_error(pairs), calibration.brier(pairs), calibration.ranked(pairs)
    yield f"{title}: {len(pairs)} event records, {share:.3f} right, mean {sum(c for c, _ in pairs) / len(pairs):.3f}"
    yield f"  ECE {error:.3f}, Brier {brier:.3f} (a constant: {share * (1 - share):.3f}), AUC {rank:.3f}"
    for low, size, mean, right in calibration.reliability(pairs):
        yield f"  {low:.1f}-{low + 0.1:.1f}  {size:4} records  mean {mean:.3f}  right {right:.3f}"


def curve(articles: Articles, rows: Sequence[reading.Row], records: Sequence[Judged]) -> Iterator[str]:
    """What each least confidence keeps."""
    good = sum(record.right for record in records)
    yield "| `--min-confidence` | kept | precision | right ones kept | events of the readings found |"
    yield "|---|---|---|---|---|"
    for least in LEASTS:
        kept = [record.right for record in records if record.confidence >= least]
        precision = f"{sum(kept) / len(kept):.3f}" if kept else "-"
        yield f"| {least:g} | {len(kept)} | {precision} | {sum(kept) / good:.3f} | {found(articles, rows, least):.3f} |"


def unfitted(level: str) -> list[tuple[float, bool]]:
    """Confidence of every record on the texts of the task `events`, and whether a gold record of its text agrees."""
    gold: dict[str, list[dict[str, Any]]] = {}
    for row in _lines("events.gold.jsonl"):
        gold.setdefault(row["id"], []).append(row)
    said = TASKS["events"](_lines("events.input.jsonl"))
    return [(one["confidence"], any(fits(g, one, level) for g in gold.get(one["article"]["id"], ()))) for one in said]


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(raw) for raw in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def pairs_of(records: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The coder's own probabilities with the verdicts."""
    return [(record.confidence, record.right) for record in records]


def printed(records: Sequence[Judged]) -> Iterator[str]:
    """All figures of the readings that were asked for."""
    yield from summary("as shipped", pairs_of(records))
    less = [record for record in records if not record.worked]
    if len(less) not in {0, len(records)}:
        yield from summary("as shipped, the less worked readings alone", pairs_of(less))
    is_kept_apart = any(record.article.partition("/")[0] in readings.UNTOUCHED for record in records)
    if less and not is_kept_apart:
        held = crossed(records)
        yield from summary("cross-validated by article", [(chance, record.right) for record, chance in held])
        alone = [(chance, record.right) for record, chance in held if not record.worked]
        yield from summary("cross-validated, the less worked readings alone", alone)


def main(arguments: list[str]) -> None:
    """Code the reports of the readings and print."""
    articles: Articles = []
    rows: list[reading.Row] = []
    records: list[Judged] = []
    for name in [a for a in arguments if not a.startswith("-")] or ["seeds", "sample"]:
        here, told = readings.coded(name), readings.rows(name)
        records += judged(name, here, told)
        articles += here
        rows += told
    if "--events" in arguments and GOLD.exists():
        for level in ("both", "type"):
            print("\n".join(summary(f"texts of the task events, {level} as in the gold", unfitted(level))))
    print("\n".join(printed(records)))
    print("\n".join(curve(articles, rows, records)))
    if "--fit" in arguments and readings.UNTOUCHED.isdisjoint(arguments):
        print("\n".join(factors(records)))


def factors(records: Sequence[Judged]) -> Iterator[str]:
    """The numbers fitted to all articles, each doubt with how often it was seen, and seen on a wrong record."""
    for name, value in fitted(records).items():
        seen = [record for record in records if record.doubts[name]]
        less = [record for record in seen if not record.worked]
        counts = f"{len(seen)} records, {sum(not r.right for r in seen)} wrong"
        yield f"{value:.2f}  {name} ({counts}; less worked {len(less)}, {sum(not r.right for r in less)} wrong)"


if __name__ == "__main__":
    main(sys.argv[1:])
