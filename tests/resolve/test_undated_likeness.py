"""What the weeks and words of a run's dated articles tell of one without a date."""

import datetime as dt

import numpy as np

from dragoman.model.dating import Run
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_likeness
from dragoman.resolve.undated_days import Curve

EARLY, LATE = dt.date(1996, 3, 4), dt.date(2014, 9, 1)


def share(run: Run, first: str, last: str) -> float:
    (clue,) = undated_likeness.clues(run)
    shares: Curve = curves.posterior(curves.prior() + clue.curve)
    days = [curves.day(place) for place in range(len(shares))]
    inside = np.array([dt.date.fromisoformat(first) <= day <= dt.date.fromisoformat(last) for day in days])
    return float(shares[inside].sum())


def test_few_dated_articles_tell_nothing() -> None:
    assert list(undated_likeness.clues(Run(days=((EARLY, 3), (LATE, 4))))) == []


def test_an_article_is_mostly_of_the_weeks_of_the_others() -> None:
    """Nine times of ten, as far as nothing else is known; the rest of all times."""
    both = Run(days=((EARLY, 40), (LATE, 40)))
    early, late = share(both, "1996-01-01", "1996-06-30"), share(both, "2014-07-01", "2014-12-31")
    assert 0.35 < early < 0.5
    assert 0.35 < late < 0.5


def test_words_of_one_month_draw_it_there() -> None:
    """Words that stand in one month's articles only, and more of them the more."""
    days = ((EARLY, 40), (LATE, 40))
    word = ((dt.date(2014, 9, 1), 12),)
    shares = [share(Run(days=days, words=(word,) * count), "2014-07-01", "2014-12-31") for count in (0, 5, 20)]
    assert shares == sorted(shares)
    assert shares[2] > shares[0] + 0.2


def test_words_that_stand_everywhere_tell_nothing() -> None:
    days = ((EARLY, 40), (LATE, 40))
    word = ((dt.date(1996, 3, 1), 40), (dt.date(2014, 9, 1), 40))
    assert abs(share(Run(days=days, words=(word,) * 50), *_LATE) - share(Run(days=days), *_LATE)) < 0.02


def test_the_clue_names_the_month_it_is_most_like() -> None:
    word = ((dt.date(2014, 9, 1), 12),)
    (clue,) = undated_likeness.clues(Run(days=((EARLY, 40), (LATE, 40)), words=(word,)))
    assert clue.detail == "80 dated reports of the run: 1996-03-04/2014-09-01; in its words most like those of 2014-09"


_LATE = ("2014-07-01", "2014-12-31")
