"""Who does it to whom in the suite's sentences; run as a program it prints pass rates.

Usage: python -m tests.extract.test_role_suite [--wrong] [--model]
"""

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dragoman.evaluate.tasks import event_typing
from tests.typing_behaviour.suite import MARK, NONE, marked

FLOOR = 0.9
MUTUAL = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
"""Types of acts that both may do to each other, so that they are asked one way only."""
TURNED = "the other way"


class Case(NamedTuple):
    """A sentence with its parties marked, and the type of the act of one upon the other; turned: none of that type."""

    group: str
    event: str
    row: dict[str, Any]

    def passes(self, said: str) -> bool:
        """Whether an answer is right."""
        return (said != self.event) if self.group == TURNED else said == self.event


@functools.cache
def cases() -> tuple[Case, ...]:
    """Every case, the turned ones last."""
    raw = yaml.safe_load(Path(__file__).with_name("role_suite.yaml").read_text("utf-8"))
    told = [Case(group, event, marked(text)) for group, rows in raw.items() for event, text in rows]
    return (*told, *(_turned(case) for case in told if case.event not in MUTUAL | {NONE}))


def _turned(case: Case) -> Case:
    """The same sentence with actor and recipient changed over."""
    row = case.row | {"actor": case.row["recipient"], "recipient": case.row["actor"]}
    return Case(TURNED, case.event, row | {"id": f"turned: {row['id']}"})


@functools.cache
def answers(*, model: bool = False) -> tuple[tuple[Case, str], ...]:
    """Each case with what the typing task says of it."""
    said = event_typing.by_codebook((case.row for case in cases()), model=model)
    return tuple((case, _surely(row)) for case, row in zip(cases(), said, strict=True))


def _surely(row: dict[str, Any]) -> str:
    is_sure = row["event"] is not None and row["confidence"] >= event_typing.SURE
    return str(row["event"]) if is_sure else NONE


def test_parties_stand_in_the_acts_told_between_them() -> None:
    """At least as many cases as the floor asks."""
    right = [case.passes(said) for case, said in answers()]
    assert sum(right) / len(right) >= FLOOR


def test_every_sentence_marks_both_parties() -> None:
    """A case without one of them would ask something else."""
    assert all(len(MARK.findall(case.row["id"])) == len("ar") for case in cases())


def report(*, model: bool, wrong: bool) -> Iterator[str]:
    """The pass rate of each group, and what went wrong."""
    found = answers(model=model)
    for group in dict.fromkeys(case.group for case, _ in found):
        some = [case.passes(said) for case, said in found if case.group == group]
        yield f"{group:14} {sum(some)} of {len(some)}"
    right = [case.passes(said) for case, said in found]
    yield f"{'all':14} {sum(right)} of {len(right)}, {sum(right) / len(right):.3f}"
    if wrong:
        yield from (f"{c.group} {c.event} ← {said}: {c.row['id']}" for c, said in found if not c.passes(said))


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report(model="--model" in sys.argv, wrong="--wrong" in sys.argv)))
