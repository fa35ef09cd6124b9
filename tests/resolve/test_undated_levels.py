"""Amounts, rates, indexes and prices of undated articles: what is read, and which times it speaks for."""

import functools

import numpy as np
import pytest
from tests.parsing import annotated
from tests.steps import counted

from dragoman import resolve
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_levels
from dragoman.resolve.undated_amounts import amounts
from dragoman.resolve.undated_clues import Page, Weighed


def clues(text: str) -> list[Weighed]:
    return list(undated_levels.clues(Page(next(resolve.articles([annotated(text, None)])))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost 1.5 billion yen.", [(1.5e9, "yen", True)]),
        ("It cost C$20 million.", [(2e7, "canadian dollar", True)]),
        ("It cost $19.85.", [(19.85, None, False)]),
        ("It cost £1,250.", [(1250.0, "pound", False)]),
        ("It cost 300 Swiss francs or 40 goats.", [(300.0, "swiss franc", False)]),
        ("Flight 370 left in 1989 with 12 yen-traders.", []),
    ],
)
def test_amounts_are_read(text: str, found: list[tuple[float, str | None, bool]]) -> None:
    told = [(one.value, one.series and one.series.name, one.scaled) for one in amounts(text)]
    assert told == found


@pytest.mark.parametrize(
    ("text", "series", "value"),
    [
        ("The mill cost 1.5 billion yen ($10 million).", "yen", "150"),
        ("The mill cost $10 million (about 18 million marks).", "mark", "1.8"),
        ("The mill cost £20 million ($30 million).", "pound", "1.5"),
        ("The dollar rose to 142.50 yen from 141.20.", "yen", "142.5"),
        ("Sterling slipped to $1.5520 in London.", "pound", "1.552"),
        ("The Dow Jones industrial average fell 19.50 points to 2,596.72 on Friday.", "dow", "2,597"),
        ("The FTSE 100 closed at 6,120.40, down from 6,200.10.", "ftse", "6,120"),
        ("Crude rose to $71.30 a barrel.", "oil", "71.3"),
        ("Banks cut the prime rate to 10 1/2% from 11%.", "prime rate", "10.5"),
        ("Gold was fixed at $372.25 an ounce.", "gold", "372.2"),
    ],
)
def test_levels_are_read(text: str, series: str, value: str) -> None:
    (clue,) = clues(text)
    assert clue.detail.startswith(f"{series} at about {value}, as in ")


@pytest.mark.parametrize(
    "text",
    [
        "It paid 1.5 billion yen and sold a ship for $10 million.",
        "He threw 40 marks into the fountain.",
        "Silver was fixed at $372.25 an ounce.",
        "The Dow Jones industrial average fell 19.50 points.",
        "The prime rate is what matters; 40% of them said so.",
    ],
)
def test_what_is_no_level_tells_nothing(text: str) -> None:
    assert clues(text) == []


def test_a_level_speaks_for_the_years_in_which_it_stood() -> None:
    """The Dow was at 2,600 in 1987 and 1989 to 1991, never after."""
    (clue,) = clues("The Dow Jones industrial average fell 19.50 points to 2,596.72.")
    assert clue.detail == "dow at about 2,597, as in 1987, 1989–1991"
    shares = curves.posterior(curves.prior() + clue.curve)
    years = np.array([curves.day(place).year for place in range(len(shares))])
    assert shares[(years >= 1987) & (years <= 1991)].sum() > 0.8


def test_a_rate_counts_once_by_its_least_rounded_telling() -> None:
    """However often it is told."""
    (clue,) = clues("A mill cost 1 billion yen ($7 million). A kiln cost 1.425 billion yen ($10.01 million). " * 3)
    assert clue.detail.startswith("yen at about 142.4")


def test_mark_and_lira_end_with_the_euro() -> None:
    """After their last year they are told rarely."""
    (clue,) = clues("The mill cost 36 million marks ($20 million).")
    shares = curves.posterior(curves.prior() + clue.curve)
    years = np.array([curves.day(place).year for place in range(len(shares))])
    assert shares[(years > 2003) & (years < 2026)].sum() < 0.1


def _read(text: str) -> int:
    return len(list(amounts(text)))


def test_long_runs_of_figures_take_linear_steps() -> None:
    """Four times the figures take some four times the steps."""
    unit = "The Dow 1,234,567.5 1 1/2 yen ($2 ($3 "
    few, many = (counted(functools.partial(_read, unit * count)) for count in (200, 800))
    assert many < 5 * few
