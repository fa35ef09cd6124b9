"""Print how well the confidence of event records holds on our readings, and fit its factors to them.

Usage: python development/calibration.py [seeds] [sample] [fresh] [untouched] [wide] [wide_untouched] [--fit] [--events]

A record is right when its type, actors and recipients are; one that answers no row of a reading is wrong. Printed are
the calibration of the numbers in `extract/confidence.py`, the same cross-validated (the numbers for each article fitted
without it), and what `--min-confidence` leaves out. `--fit` prints the numbers fitted to all articles, `--events` how
the coder's own hold on the development texts of the task `events`, to which nothing was fitted.
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import readings

from dragoman.evaluate import calibration, reading
from dragoman.evaluate.score.events import fits
from dragoman.evaluate.tasks import TASKS
from dragoman.extract import confidence
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FEWEST = 20
"""Records from which on a factor is fitted; a rarer one stays as it was set by hand."""
PRIOR, PRIOR_WEIGHT = 0.95, 100.0
"""Whither a factor is drawn, and the nats that it costs to be a whole unit of logarithm, squared, away from there."""
GRID = [n / 100 for n in range(50, 100)]
"""What a factor may be: a doubt always lowers the probability."""
ROUNDS = 50
LEASTS = (*(n / 10 for n in range(10)), 0.95)
DOUBT = re.compile("(" + "|".join(map(re.escape, confidence.FACTORS)) + r")(?:: [^;]*)? × [\d.]+(?=;|$)")

Numbers = Mapping[str, float]
START = "start"


class Judged(NamedTuple):
    """An event record held against the readings: its doubts by name, and whether it is right."""

    article: str
    right: bool
    doubts: Counter[str]
    confidence: float


Articles = list[tuple[str, Coded]]


def judged(articles: Articles, rows: Sequence[reading.Row]) -> Iterator[Judged]:
    """Every event record with its verdict."""
    for name, one in articles:
        said, _ = reading.verdicts(one.records, [row for row in rows if row.file == name])
        for verdict in said:
            record = verdict.record
            if isinstance(record, EventRecord):
                yield Judged(name, verdict.act, doubts(one, record), record.confidence)


def doubts(one: Coded, record: EventRecord) -> Counter[str]:
    """The doubts about a record by name, as `explain` tells them."""
    told = next(because.detail for because in one.reasons[record.id] if because.field == "confidence")
    return Counter(DOUBT.findall(told))


def probability(numbers: Numbers, found: Counter[str]) -> float:
    """The probability of a record with these doubts."""
    return numbers[START] * math.prod(numbers[name] ** count for name, count in found.items())


def shipped() -> dict[str, float]:
    """The numbers of the coder."""
    return {START: confidence.START, **confidence.FACTORS}


def fitted(records: Sequence[Judged]) -> dict[str, float]:
    """The likeliest numbers, two decimals each; what too few records tell stays as it is."""
    numbers = shipped()
    seen = Counter(name for record in records for name in record.doubts)
    free = [START, *(name for name in confidence.FACTORS if seen[name] >= FEWEST)]
    numbers |= dict.fromkeys(free, PRIOR)
    for _ in range(ROUNDS):
        before = dict(numbers)
        for name in free:
            numbers[name] = max(GRID, key=lambda value, name=name: _worth(numbers | {name: value}, free, records))
        if numbers == before:
            break
    return numbers


def _worth(numbers: Numbers, free: Sequence[str], records: Sequence[Judged]) -> float:
    """Log-likelihood of the verdicts, less what it costs that factors lie far from the prior."""
    chances = (probability(numbers, record.doubts) for record in records)
    likelihood = sum(math.log(p if record.right else 1 - p) for p, record in zip(chances, records, strict=True))
    far = sum(math.log(numbers[name] / PRIOR) ** 2 for name in free if name != START)
    return likelihood - PRIOR_WEIGHT * far


def crossed(records: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each record's probability by numbers fitted to the other articles, and its verdict."""
    found = []
    for article in dict.fromkeys(record.article for record in records):
        numbers = fitted([record for record in records if record.article != article])
        here = [record for record in records if record.article == article]
        found += [(round(probability(numbers, record.doubts), 2), record.right) for record in here]
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


def main(arguments: list[str]) -> None:
    """Code the reports of the readings and print."""
    articles: Articles = []
    rows: list[reading.Row] = []
    for name in [a for a in arguments if not a.startswith("-")] or ["seeds", "sample"]:
        articles += readings.coded(name)
        rows += readings.rows(name)
    if "--events" in arguments and GOLD.exists():
        for level in ("both", "type"):
            print("\n".join(summary(f"texts of the task events, {level} as in the gold", unfitted(level))))
    records = list(judged(articles, rows))
    print("\n".join(summary("as shipped", [(record.confidence, record.right) for record in records])))
    print("\n".join(summary("cross-validated by article", crossed(records))))
    print("\n".join(curve(articles, rows, records)))
    if "--fit" in arguments:
        seen = Counter(name for record in records for name in record.doubts)
        wrong = Counter(name for record in records if not record.right for name in record.doubts)
        for name, value in fitted(records).items():
            print(f"{value:.2f}  {name} ({seen[name]} records, {wrong[name]} wrong)")


if __name__ == "__main__":
    main(sys.argv[1:])
