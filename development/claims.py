"""Print how sources, statements, numbers and foreseen acts of the two first reports stand against our own reading.

Usage: python development/claims.py

The reading (`seed_claims.jsonl`, offsets and labels only) was written before any of it was compared. Every difference
is listed; rows on which two careful readers may differ are `optional` and count only for themselves.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dragoman import pipeline
from dragoman.extract import attribution, chains, factuality, quantities
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "shared" / "seeds"
ALIKE = 0.5
"""Share of their characters that two spans must have in common, as `evaluate attribution` asks."""
NEAR = 0.01
"""How far a number may be off."""

Row = dict[str, Any]


def rows() -> list[Row]:
    """The reading."""
    with (HERE / "seed_claims.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Report:
    """A coded report with what its layers tell."""

    def __init__(self, coded: Coded) -> None:
        self.coded = coded
        self.text = coded.article.text
        layers = coded.resolved.annotated
        self.tree = Tree(layers.tokens)
        self.told = chains.chained(attribution.attributions(layers, self.tree, every=True))
        self.numbers = quantities.quantities(self.tree, 0, len(layers.tokens))


def shared(spans: tuple[Span, ...], wanted: list[int]) -> float:
    """Characters that some spans and a wanted one have in common, as a share of all of both."""
    ours = {at for span in spans for at in range(span.start, span.end)}
    theirs = set(range(*wanted))
    return len(ours & theirs) / len(ours | theirs)


def meets(span: Span | tuple[int, int], wanted: list[int]) -> bool:
    """Whether two spans have a character in common."""
    return span[0] < wanted[1] and wanted[0] < span[1]


def source(report: Report, row: Row) -> str | None:
    """What is wrong about an attribution; None where nothing is."""
    near = [one for one in report.told if shared(one.content, row["content"]) >= ALIKE]
    if not near:
        return "no such content"
    return min((_source_faults(one, row) for one in near), key=len) or None


def _source_faults(one: attribution.Told, row: Row) -> str:
    faults = [] if meets(one.cue, row["cue"]) else ["cue"]
    if row["source"] is not None and not any(meets(span, row["source"]) for span in one.source):
        faults.append("source")
    if one.kind not in row["source_kind"]:
        faults.append(f"kind {one.kind}")
    via = [(relay.kind, relay.span) for relay in one.via]
    if len(via) != len(row["via"]) or not all(
        kind == told and meets(span, wanted) for (kind, span), (told, wanted) in zip(via, row["via"], strict=True)
    ):
        faults.append(f"via {via}")
    return ", ".join(faults)


def statement(report: Report, row: Row) -> str | None:
    """What is wrong about a statement; what an event tells itself or as its source's word is kept by it."""
    places = [row["span"], *row["also"]]
    near = [one for one in report.coded.statements if any(meets(one.event_span, place) for place in places)]
    if not near:
        kept = [told.cue_span for one in report.coded.events for told in one.attribution]
        kept += [span for one in report.coded.events for span in (one.event_span, *one.evidence.event)]
        return None if any(meets(span, place) for span in kept for place in places) else "no statement"
    checks: list[tuple[str, Callable[[Any], bool]]] = [
        ("sort", lambda one: one.kind == row["sort"]),
        ("speaker", lambda one: set(row["speaker"]) <= _codes(one.speaker)),
        ("addressee", lambda one: set(row["addressee"]) <= _codes(one.addressee)),
        ("about", lambda one: set(row["about"]) <= _codes(one.about)),
        ("polarity", lambda one: one.polarity in row["polarity"]),
        ("quote", lambda one: one.quote is not None or not row["quote"]),
    ]
    faults = [", ".join(name for name, holds in checks if not holds(one)) for one in near]
    return min(faults, key=len) or None


def _codes(parties: tuple[ActorRef, ...]) -> set[str | None]:
    return {one.code for one in parties}


def number(report: Report, row: Row) -> str | None:
    """What is wrong about a number."""
    near = [one for one in report.numbers if meets(one.span, row["span"])]
    if not near:
        return "no number"
    one = near[0]
    right = {
        "value": abs(one.value - row["value"]) < NEAR,
        "unit": one.unit == row["unit"],
        "of": row["of"] is None or row["of"] in (one.of or ""),
        "approximate": one.approximate == row["approximate"],
    }
    return ", ".join(name for name, holds in right.items() if not holds) or None


def status(report: Report, row: Row) -> str | None:
    """What is wrong about whether an act happened."""
    token = next(t for t in report.tree.tokens if meets(t.span, row["span"]))
    judged = factuality.judge(report.tree, token.i)
    modes = {"future": judged.future, "hypothetical": judged.hypothetical, "negation": judged.negated}
    said = {name for name, set_ in modes.items() if set_}
    faults = [] if any(said == set(accepted) for accepted in row["auxiliary"]) else [f"auxiliary {sorted(said)}"]
    if judged.value not in row["told"]:
        faults.append(f"told {judged.value}")
    return ", ".join(faults) or None


CHECKS = {"source": source, "statement": statement, "number": number, "status": status}


def compared(expected: list[Row]) -> Iterator[tuple[Row, str | None]]:
    """Each row with what is wrong about it."""
    reports = {Path(one.article.path).name: Report(one) for one in pipeline.coded((SEEDS,))}
    for row in expected:
        yield row, CHECKS[row["kind"]](reports[row["file"]], row)


def main() -> None:
    """Compare and list the differences."""
    if not SEEDS.exists():
        sys.exit("the two first reports are not beside the project")
    right, every = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for row, fault in compared(rows()):
        group = row["kind"], row["optional"]
        every[group] += 1
        right[group] += fault is None
        if fault is not None:
            where = row["content"] if row["kind"] == "source" else row["span"]
            print(f"{row['file'][:3]} {row['kind']} {where}{' optional' if row['optional'] else ''}: {fault}")
    for kind, optional in sorted(every):
        print(f"{kind}{' (optional)' if optional else ''}: {right[kind, optional]} of {every[kind, optional]}")


if __name__ == "__main__":
    main()
