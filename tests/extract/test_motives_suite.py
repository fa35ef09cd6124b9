"""The ties between acts that the suite's texts tell are found; run as a program it prints pass rates.

Usage: python -m tests.extract.test_motives_suite
"""

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.extract.records import coded
from dragoman.model.event import EventRecord, Record
from dragoman.model.span import Span
from dragoman.resolve.ties import resolved
from tests.parsing import annotated

FLOOR = 0.8
"""Of all texts together; purposes that are no acts of their own have no record to point at."""
Tie = tuple[str, str, str, str | None]


@functools.cache
def suite() -> dict[str, list[tuple[str, list[Tie]]]]:
    """Group → its texts with the ties that they tell."""
    raw: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("motive_suite.yaml").read_text("utf-8"))
    return {group: [(text, [tuple(tie) for tie in ties]) for text, ties in cases] for group, cases in raw.items()}


def words(record: Record, text: str) -> set[str]:
    """The words of an act in all its tellings."""
    spans: tuple[Span, ...] = (record.event_span, *record.evidence.event)
    return {word for span in spans for word in span.of(text).split()}


def ties(text: str) -> list[tuple[set[str], str, set[str], str | None]]:
    """Each tie between two acts, by their words."""
    records = {one.id: one for one in coded(resolved(annotated(text))).records}
    return [
        (words(one, text), link.kind, words(records[link.to], text), link.source)
        for one in records.values()
        for link in one.links
        if isinstance(one, EventRecord)
    ]


def passes(text: str, wanted: list[Tie]) -> bool:
    """Whether a text's ties are those of the suite, all of them and no others."""
    found = ties(text)
    return len(found) == len(wanted) and all(
        any(a in one and kind == told and b in other and source == whose for one, kind, other, source in found)
        for a, told, b, whose in wanted
    )


def test_ties_are_found() -> None:
    """At least as many of the texts as the floor asks have all their ties and no others."""
    right = [passes(text, wanted) for cases in suite().values() for text, wanted in cases]
    assert sum(right) / len(right) >= FLOOR


def test_nothing_is_tied_that_the_text_does_not_tie() -> None:
    """Two acts that only stand side by side."""
    assert all(passes(text, wanted) for text, wanted in suite()["nothing"])


def report() -> Iterator[str]:
    """What went wrong, and the pass rate of each group."""
    every = [(group, text, wanted, passes(text, wanted)) for group, cases in suite().items() for text, wanted in cases]
    for group, text, wanted, right in every:
        if not right:
            acts = [words(one, text) for one in coded(resolved(annotated(text))).events]
            yield f"{group}: {text}\n   {ties(text)}\n   {wanted}   of acts {acts}"
    for group in suite():
        some = [right for name, _, _, right in every if name == group]
        yield f"{group:10} {sum(some)} of {len(some)}"
    yield f"{sum(right for *_, right in every)} of {len(every)}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report()))
