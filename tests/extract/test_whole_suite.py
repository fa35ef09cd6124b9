"""Sentences of the suite against every record that the coder makes of them; run as a program it prints pass rates.

Usage: python -m tests.extract.test_whole_suite [--wrong]. A quarter of the cases, drawn by a seed, is held out: its
cases are counted, never listed.
"""

import functools
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from dragoman import extract, resolve
from dragoman.model.event import ActorRef, EventRecord, Record, StatementRecord
from tests.parsing import annotated

FLOOR = 0.68
DATE = "2023-06-14"
SEED = 20261122
HELD = 4
"""One case of so many is held out."""
ACT = re.compile(
    r"(?P<may>\?)?(?P<types>\S+) (?P<actors>.+?) > (?P<recipients>.+?)(?: \((?P<aux>\w*)\))?(?: @(?P<word>\S+))?"
)


class Case(NamedTuple):
    """A text and the acts that it tells."""

    group: str
    text: str
    acts: tuple[str, ...]
    held: bool


@functools.cache
def cases() -> tuple[Case, ...]:
    """Every case, a quarter of them held out."""
    raw = yaml.safe_load(Path(__file__).with_name("whole_suite.yaml").read_text("utf-8"))
    rows = [(group, text, tuple(acts)) for group, told in raw.items() for text, acts in told]
    held = set(random.Random(SEED).sample(range(len(rows)), len(rows) // HELD))
    return tuple(Case(*row, n in held) for n, row in enumerate(rows))


def records(text: str) -> tuple[Record, ...]:
    """Everything that the coder says of a text."""
    return next(extract.records(resolve.articles([annotated(text, DATE)]))).records


def kind(record: Record) -> str:
    return record.event[0] if isinstance(record, EventRecord) else type(record).__name__.removesuffix("Record").upper()


def sides(record: Record) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    """The parties of a record; of a statement the speakers and whom it is about."""
    if isinstance(record, EventRecord):
        return record.actor, record.recipient
    return (record.speaker, record.about) if isinstance(record, StatementRecord) else ((), ())


def agrees(wanted: str, said: tuple[ActorRef, ...]) -> bool:
    """Whether parties are one of the accepted groups of them."""
    codes = {actor.code for actor in said if actor.code is not None}
    names = " ".join(actor.raw_text for actor in said)
    for one in wanted.split("|"):
        if one == "*" or (one == "-" and not codes) or (one.startswith("~") and one[1:] in names):
            return True
        if set(one.split(",")) == codes:
            return True
    return False


def told(act: str, record: Record) -> bool:
    """Whether a record is the act that a case asks for."""
    found = ACT.fullmatch(act)
    if found is None:
        raise ValueError(act)
    actors, recipients = sides(record)
    words = (found["word"] or "").split("|")
    auxiliary = getattr(record, "auxiliary", ())
    return (
        kind(record) in found["types"].split("|")
        and any(word in record.event_text for word in words)
        and agrees(found["actors"], actors)
        and agrees(found["recipients"], recipients)
        and (found["aux"] is None or found["aux"] == " ".join(auxiliary))
    )


def passes(case: Case, said: Iterable[Record]) -> bool:
    """Whether all acts of a case are told, each once, and no others."""
    asked = " ".join(case.acts)
    left = [r for r in said if isinstance(r, EventRecord) or (kind(r) == "STATEMENT" and "STATEMENT" in asked)]
    for act in sorted((a for a in case.acts if a[0] != "!"), key=lambda a: (a[0] == "?", "@" not in a)):
        found = next((r for r in left if told(act, r)), None)
        if found is None and act[0] != "?":
            return False
        left = [r for r in left if r is not found]
    never = {a[1:] for a in case.acts if a[0] == "!"}
    return not left if "STATEMENT" not in asked else not any(kind(r) in never or kind(r) != "STATEMENT" for r in left)


@functools.cache
def answers() -> tuple[tuple[Case, tuple[Record, ...], bool], ...]:
    """Each case with what is said of it, and whether that is right."""
    said = ((case, records(case.text)) for case in cases())
    return tuple((case, found, passes(case, found)) for case, found in said)


def test_texts_are_told_in_all_their_acts_and_no_others() -> None:
    """At least as many cases as the floor asks."""
    right = [ok for _, _, ok in answers()]
    assert sum(right) / len(right) >= FLOOR


def test_every_act_of_a_case_can_be_read() -> None:
    """A mistyped act would never be told."""
    assert all(ACT.fullmatch(act) or act[0] == "!" for case in cases() for act in case.acts)


def line(record: Record) -> str:
    """A record as a case would name it."""
    actors, recipients = (",".join(a.code or f"~{a.raw_text}" for a in group) or "-" for group in sides(record))
    return f"{kind(record)} {actors} > {recipients} ({' '.join(getattr(record, 'auxiliary', ()))}) @{record.event_text}"


def report(*, wrong: bool) -> Iterator[str]:
    """The pass rate of each group, and what went wrong."""
    found = answers()
    for group in dict.fromkeys(case.group for case, _, _ in found):
        some = [ok for case, _, ok in found if case.group == group]
        yield f"{group:12} {sum(some)} of {len(some)}"
    for name, held in (("open", False), ("held out", True)):
        some = [ok for case, _, ok in found if case.held == held]
        yield f"{name:12} {sum(some)} of {len(some)}, {sum(some) / len(some):.3f}"
    for case, said, ok in found:
        if wrong and not ok and not case.held:
            yield "\n  ".join((f"{case.group}: {case.text}", *(f"wants {a}" for a in case.acts), *map(line, said)))


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report(wrong="--wrong" in sys.argv)))
