"""How long ago a public event or a told date was, and the weekday of an event: what they say of the report's day."""

import datetime as dt

import pytest
from tests.parsing import annotated

from dragoman import resolve
from dragoman.model.dating import Dating
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_yearly as yearly


def dated(text: str) -> Dating:
    return resolve.dating(next(resolve.articles([annotated(text, None)])))


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("Two years after the fall of Kabul, girls are kept out of school.", "2023-06-01", "2024-03-31"),
        ("Candles burned on the tenth anniversary of the Sept. 11 attacks.", "2011-08-01", "2011-10-31"),
        ("The fall of Kabul three weeks ago surprised him.", "2021-08-28", "2021-09-30"),
        ("He was jailed nearly six years ago. A court had tried him in March 2004.", "2008-06-01", "2010-06-30"),
        ("He was seen on March 2. Police found his boat 12 days ago.", None, None),
        ("He was lost three weeks ago. He was last seen on St. Patrick's Day in 2014.", "2014-04-03", "2014-04-14"),
    ],
)
def test_the_distance_to_an_event_or_a_date_tells_the_day(text: str, first: str | None, last: str | None) -> None:
    """Beside an event, or as one of the dates told; days without a year alone leave the year open."""
    best = dated(text).best
    assert best is not None
    if first is not None and last is not None:
        assert dt.date.fromisoformat(first) <= best <= dt.date.fromisoformat(last)
    else:
        assert (best.month, best.day in range(12, 17)) == (3, True)


def test_a_distance_told_of_something_else_is_not_the_events() -> None:
    """It stands too far from the words of the event."""
    text = "The car found 12 years ago belonged, as his lawyers have always said, to a man who saw the fall of Kabul."
    kinds = [clue.detail for clue in dated(text).clues if clue.kind == "event"]
    assert kinds
    assert not any("how long ago" in detail for detail in kinds)


def test_this_and_last_month_are_likely_those_of_the_days_told() -> None:
    """Told as past, as well as told as to come."""
    found = dated("The mill burned down on March 3. The owner was arrested last month, and his son is in hospital.")
    assert any("written in April" in clue.detail for clue in found.clues)


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("Rescuers dug on after Tuesday's Haiti earthquake.", "2010-01-12", "2010-01-18"),
        ("Rescuers dug on after the Haiti earthquake on Tuesday.", "2010-01-12", "2010-01-18"),
        ("Rescuers dug on after yesterday's Haiti earthquake.", "2010-01-13", "2010-01-13"),
    ],
)
def test_the_weekday_of_an_event_puts_the_report_into_its_week(text: str, first: str, last: str) -> None:
    """It was on Tuesday 12 January 2010."""
    best = dated(text).best
    assert best is not None
    assert dt.date.fromisoformat(first) <= best <= dt.date.fromisoformat(last)


@pytest.mark.parametrize(
    "text, year",
    [
        ("The earthquake in Haiti last year killed his brother.", 2011),
        ("The earthquake in Haiti in January this year killed his brother.", 2010),
        ("The earthquake in Haiti in January last year killed his brother.", 2011),
    ],
)
def test_a_year_told_by_its_distance_beside_an_event_is_known(text: str, year: int) -> None:
    """The earthquake was in January 2010."""
    (clue,) = [clue for clue in dated(text).clues if clue.kind == "beside"]
    assert "Earthquake in Haiti" in clue.detail
    best = dated(text).best
    assert best is not None
    assert best.year == year


def test_the_more_telling_words_win_over_those_among_them() -> None:
    """Not the invasion of 2003 in the name of an older war; both where the same words may mean two events."""
    details = [clue.detail for clue in dated("He fought in the Iran-Iraq war and came home.").clues]
    assert any("Iran-Iraq war" in detail for detail in details)
    assert not any("invasion of Iraq" in detail for detail in details)


def test_a_year_that_is_told_is_mostly_not_that_of_a_report_that_tells_weekdays() -> None:
    """They tell it where it is another one."""
    found = dated("The mill burned down on May 3, 2011. The owner said on Tuesday that he was poor.")
    assert "2011 is told: mostly not the year of the report" in [clue.detail for clue in found.clues]
    plain = dated("The mill burned down on May 3, 2011. The owner is poor.")
    assert not any("is told" in clue.detail for clue in plain.clues)


def test_another_weekday_than_that_of_the_event_says_nothing_of_it() -> None:
    found = dated("Rescuers dug on after the Haiti earthquake on Friday.")
    assert not any("told of" in clue.detail for clue in found.clues)


def test_a_day_of_the_year_and_a_distance_leave_one_time_of_each_year() -> None:
    """Ten to twelve days after 2 March, in every year."""
    curve = yearly.after(yearly.dates(3, 2), (10, 12))
    held = [curves.day(place) for place in range(len(curve)) if curve[place] > 0]
    assert {(day.month, day.day) for day in held} == {(3, 12), (3, 13), (3, 14)}
    assert len({day.year for day in held}) == curves.LAST.year - curves.FIRST.year + 1
