"""The cases themselves: many, different from each other, and written in the project's own values."""

import collections
import re
from typing import get_args

from dragoman.model.event import Auxiliary, Factuality, Phase, SourceKind
from tests.extract.status_suite.cases import OPEN, Case, cases, cells

LEAST = 330
"""Cases, as asked of the suite."""
ALIKE = 3
"""The most cases that may look alike once names and numbers are masked."""


def shape(case: Case) -> str:
    """A text with its names and numbers masked."""
    return re.sub(r"\d[\d,.]*", "0", re.sub(r"\b[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*", "X", case.text))


def test_there_are_enough_cases_in_every_cell() -> None:
    """A cell of fewer than four would have no rate worth naming."""
    assert sum(1 for _ in cases()) >= LEAST
    assert all(len(cell.cases) >= ALIKE + 1 for cell in cells())


def test_no_more_than_three_are_alike() -> None:
    """Names and numbers alone make no new case."""
    assert max(collections.Counter(map(shape, cases())).values()) <= ALIKE


def test_values_are_those_of_the_records() -> None:
    """What is expected can be said by a record."""
    for case in cases():
        assert case.auxiliary <= set(get_args(Auxiliary)), case
        assert {case.told, case.narrator} <= {*get_args(Factuality), OPEN}, case
        assert case.phase in {*get_args(Phase), OPEN}, case
        assert {link.kind for link in case.source or ()} <= set(get_args(SourceKind)), case


def test_the_words_asked_for_stand_in_the_text() -> None:
    """The event word is not empty, and the named source is in the text."""
    for case in cases():
        assert case.text[case.word.start : case.word.end].strip(), case
        assert all(link.word in case.text for link in case.source or ()), case
