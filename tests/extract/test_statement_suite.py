"""What the suite's sentences only say or tell to stand is read as we read it; run as a program it prints pass rates.

Usage: python -m tests.extract.test_statement_suite
"""

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dragoman.extract.records import coded
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, StatementRecord
from dragoman.resolve.ties import resolved
from tests.parsing import annotated

FLOOR = 0.85


class Case(NamedTuple):
    """A sentence with the statement that it makes; `word` is empty where it makes none."""

    text: str
    word: str
    kind: str
    speakers: str
    about: str
    polarity: str | None
    position: str


@functools.cache
def suite() -> dict[str, list[Case]]:
    """Group → its cases."""
    raw: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("statement_suite.yaml").read_text("utf-8"))
    return {group: [Case(*one) for one in cases] for group, cases in raw.items()}


def read(text: str) -> Coded:
    """The coded text."""
    return coded(resolved(annotated(text)))


def kept_by_event(one: Coded, word: str) -> bool:
    """Whether an event keeps the word as that of its source: then there is no statement beside it."""
    return any(word in told.cue for event in one.events for told in event.attribution)


def codes(parties: tuple[ActorRef, ...]) -> set[str]:
    return {one.code for one in parties if one.code is not None}


def faults(one: StatementRecord, case: Case) -> list[str]:
    """What of a statement is not as we read it."""
    wanted = {name: set(told.split()) - {"-"} for name, told in (("speakers", case.speakers), ("about", case.about))}
    right = {
        "kind": one.kind == case.kind,
        "speaker": wanted["speakers"] <= codes(one.speaker),
        "about": wanted["about"] <= codes((*one.speaker, *one.addressee, *one.about)),
        "polarity": one.polarity == case.polarity,
        "position": case.position.rstrip("”") in one.position or one.position in case.position,
    }
    return [name for name, holds in right.items() if not holds]


def wrong(case: Case) -> str | None:
    """What is wrong about a case; None where nothing is."""
    article = read(case.text)
    found = article.statements
    if case.word == "":
        return f"{len(found)} statements" if found else None
    if kept_by_event(article, case.word):
        return None
    near = [one for one in found if case.word in one.text]
    told = min((faults(one, case) for one in near), key=len, default=["no statement"])
    return ", ".join(told) or None


def test_statements_are_read() -> None:
    """At least as many cases as the floor asks."""
    right = [wrong(case) is None for cases in suite().values() for case in cases]
    assert sum(right) / len(right) >= FLOOR


def report() -> Iterator[str]:
    """What went wrong, and the pass rate of each group."""
    every = [(group, case, wrong(case)) for group, cases in suite().items() for case in cases]
    for group, case, fault in every:
        if fault is not None:
            yield f"{group}: {case.text} ({case.word}): {fault}"
    for group in suite():
        some = [fault is None for name, _, fault in every if name == group]
        yield f"{group:12} {sum(some)} of {len(some)}"
    yield f"{sum(fault is None for *_, fault in every)} of {len(every)}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report()))
