"""What articles without a date tell of each other's days."""

import datetime as dt
import functools
import itertools
from collections.abc import Iterable

import numpy as np
import pytest
from msgspec import structs
from tests.steps import counted

from dragoman.model.dating import Likeness
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_kin import Kin

Told = tuple[Likeness, Curve]
ACT = ("CONSULT person:lake-envoy KEN",)
ONE = Likeness(article="one", words=(), acts=ACT)
OTHER = Likeness(article="other", words=(), acts=ACT)
STRANGER = Likeness(article="stranger", words=("rain",), acts=("AID org:lake-fund TZA",))
EVEN = curves.posterior(curves.prior())


def in_year(year: int) -> Curve:
    """The shares of days of an article that tells its year."""
    days = np.array([curves.day(place).year == year for place in range(len(curves.days()))])
    return np.asarray(days / days.sum())


def share(clues: Iterable[Weighed], first: int, last: int) -> float:
    """How much of the likelihood an article without any clue of its own has from one year to another."""
    shares = curves.posterior(np.sum([curves.prior(), *(clue.curve for clue in clues)], axis=0))
    return float(shares[[first <= curves.day(place).year <= last for place in range(len(shares))]].sum())


def subject(name: str, count: int) -> list[Likeness]:
    """Articles of one subject: each has ten words of its own, and shares one with each other one."""
    pairs = {n: [f"{name}{min(n, m)}with{max(n, m)}" for m in range(count) if m != n] for n in range(count)}
    return [
        Likeness(article=f"{name}{n}", words=(*pairs[n], *(f"{name}{n}own{m}" for m in range(10))), acts=())
        for n in range(count)
    ]


def heard(every: Iterable[Told]) -> Kin:
    """The articles, added."""
    kin = Kin()
    for like, shares in every:
        kin.add(like, shares)
    return kin


def clues(like: Likeness, every: Iterable[Told]) -> list[Weighed]:
    """What some articles tell of one."""
    return list(heard(every).clues(like))


def test_an_article_that_tells_its_year_dates_another_one_of_the_same_act() -> None:
    """From next to nothing to far more than half."""
    found = clues(ONE, [(ONE, EVEN), (OTHER, in_year(2011))])
    assert share((), 2010, 2012) < 0.08
    assert share(found, 2010, 2012) > 0.7


def test_articles_that_have_nothing_in_common_tell_nothing_of_each_other() -> None:
    """Neither act nor word."""
    assert clues(ONE, [(ONE, EVEN), (STRANGER, in_year(2011))]) == []


def test_an_article_does_not_hear_itself() -> None:
    """It is no evidence for its own days."""
    assert clues(ONE, [(ONE, in_year(2011))]) == []


def test_few_articles_are_not_compared_by_their_words() -> None:
    """Which words are rare is not known from so few."""
    every = subject("ferry", 6)
    assert clues(every[0], [(one, in_year(2011)) for one in every]) == []


def test_articles_of_like_words_tell_their_time() -> None:
    """Those that tell their year date the one that does not; those of other words have no say."""
    ferries, budgets = subject("ferry", 15), subject("budget", 15)
    told = [(one, in_year(2011)) for one in ferries[1:]] + [(one, in_year(1994)) for one in budgets]
    told.append((ferries[0], EVEN))
    found = clues(ferries[0], told)
    assert share(found, 2010, 2012) > 0.7
    assert share(found, 1993, 1995) < share((), 1993, 1995)


def test_articles_that_contradict_each_other_narrow_little() -> None:
    """As many years as articles: no two years get so much that they could be claimed."""
    every = subject("ferry", 21)
    found = clues(every[0], [(one, in_year(1980 + 2 * n)) for n, one in enumerate(every[1:])])
    assert max(share(found, year, year + 1) for year in range(1980, 2025)) < 0.3


def test_articles_without_days_of_their_own_narrow_nothing() -> None:
    """However many they are: nobody is confirmed by others who know nothing."""
    every = subject("ferry", 30)
    found = clues(every[0], [(one, EVEN) for one in every])
    assert len(found) == 1
    for year in range(1980, 2025, 5):
        assert share(found, year, year + 4) == pytest.approx(share((), year, year + 4), abs=0.02)


def test_an_unrelated_article_changes_nothing() -> None:
    """The days that others tell stay the same to the last digit."""
    pair = [(ONE, EVEN), (OTHER, in_year(2011))]
    (alone,), (more,) = clues(ONE, pair), clues(ONE, [*pair, (STRANGER, in_year(1994))])
    assert np.array_equal(alone.curve, more.curve)
    assert alone.detail == more.detail


def test_the_order_of_the_articles_does_not_matter() -> None:
    """The same curve to the last digit."""
    every = [(one, in_year(2011)) for one in subject("ferry", 14)]
    every += [(one, in_year(1994)) for one in subject("budget", 14)]
    like = every[0][0]
    (first,), *others = [clues(like, order) for order in (every, every[::-1], every[7:] + every[:7])]
    assert all(np.array_equal(first.curve, one.curve) for (one,) in others)


def test_copies_of_one_article_have_one_voice() -> None:
    """A report that a folder holds many times over tells what it tells once, not more."""
    undated, report, *others = subject("ferry", 20)
    shares = []
    for copies in (2, 12):
        told = [(structs.replace(report, article=f"copy {n}"), in_year(2011)) for n in range(copies)]
        found = clues(undated, [(undated, EVEN), *told, *((one, EVEN) for one in others)])
        shares.append(share(found, 2010, 2012))
    assert shares[1] == pytest.approx(shares[0], abs=0.02)


def test_the_clue_says_how_many_they_are_and_of_when() -> None:
    """So that a reader can judge it."""
    ((detail, first),) = [
        (clue.detail, dt.date.fromisoformat(clue.detail.rsplit(" ", 1)[1].split("/")[0]))
        for clue in clues(OTHER, [(ONE, in_year(2011)), (OTHER, EVEN)])
    ]
    assert detail.startswith("undated reports of the run that tell the same (1): together most likely of ")
    assert dt.date(2000, 1, 1) < first < dt.date(2011, 12, 31)


def test_asking_of_all_articles_takes_linear_steps() -> None:
    """Four times the articles take no more than some four times the steps."""
    steps = []
    for subjects in (4, 16):
        every = list(itertools.chain.from_iterable(subject(f"s{n}x", 12) for n in range(subjects)))
        kin = heard([(one, EVEN) for one in every])
        list(kin.clues(every[0]))
        steps.append(counted(functools.partial(_ask, kin, every)))
    assert steps[1] < 5 * steps[0]


def _ask(kin: Kin, every: list[Likeness]) -> None:
    for like in every[::12]:
        list(kin.clues(like))
