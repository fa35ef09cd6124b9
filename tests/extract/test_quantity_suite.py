"""The numbers of the suite's sentences are read as we read them; run as a program it prints pass rates.

Usage: python -m tests.extract.test_quantity_suite
"""

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.extract.quantities import quantities
from dragoman.model.event import Quantity
from dragoman.model.syntax import Tree
from tests.parsing import annotated

PRECISION = 2
FLOOR = 0.9
Told = tuple[float, float | None, str, str | None, bool]


@functools.cache
def suite() -> dict[str, list[tuple[str, list[Told]]]]:
    """Group → its sentences with the numbers that they tell."""
    raw: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("quantity_suite.yaml").read_text("utf-8"))
    return {group: [(text, [tuple(one) for one in told]) for text, told in cases] for group, cases in raw.items()}


def told(text: str) -> list[Quantity]:
    """The quantities of a sentence."""
    tree = Tree(annotated(text).tokens)
    return list(quantities(tree, 0, len(tree.tokens)))


def form(one: Quantity, wanted: Told | None) -> Told:
    """A quantity as the suite writes it; what it counts is compared only where the suite tells it."""
    of = one.of if wanted is None or wanted[3] is not None else None
    return (round(one.value, PRECISION), getattr(one, "upper", None), one.unit, of, one.approximate)


def passes(text: str, wanted: list[Told]) -> bool:
    """Whether a sentence's numbers are those of the suite, all of them and no others."""
    found = told(text)
    pairs = [*wanted, *[None] * len(found)]
    return [form(one, pair) for one, pair in zip(found, pairs, strict=False)] == wanted


@pytest.mark.parametrize("group", suite())
def test_numbers_are_read(group: str) -> None:
    """At least nine in ten of a group's sentences."""
    right = [passes(text, wanted) for text, wanted in suite()[group]]
    assert sum(right) / len(right) >= FLOOR, group


def report() -> Iterator[str]:
    """What went wrong, and the pass rate of each group."""
    every = [(group, text, wanted, passes(text, wanted)) for group, cases in suite().items() for text, wanted in cases]
    for group, text, wanted, right in every:
        if not right:
            yield f"{group}: {text}\n   {[form(one, None) for one in told(text)]}\n   {wanted}"
    for group in suite():
        some = [right for name, _, _, right in every if name == group]
        yield f"{group:10} {sum(some)} of {len(some)}"
    yield f"{sum(right for *_, right in every)} of {len(every)}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report()))
