"""Which days a time expression means, and when it is left open."""

import pytest
from tests.parsing import annotated

from dragoman.model.resolved import DatedTime
from dragoman.resolve.when import dated, timex_rows

TUESDAY = "2024-03-12"


def only(text: str, date: str | None = TUESDAY) -> DatedTime:
    """The last dated time of a text."""
    times, _ = dated(annotated(text, date))
    return times[-1]


def days(text: str, date: str | None = TUESDAY) -> str | None:
    interval = only(text, date).interval
    return None if interval is None else interval.edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke on Friday.", "2024-03-08"),
        ("They will speak on Friday.", "2024-03-15"),
        ("Talks are expected on Friday.", "2024-03-15"),
        ("Rebels agreed to leave on Friday.", "2024-03-15"),
        ("Rebels left on Tuesday.", "2024-03-12"),
        ("They signed a pact last Monday.", "2024-03-11"),
        ("They meet next Tuesday.", "2024-03-19"),
        ("It fell on Tuesday of last week.", "2024-03-05"),
        ("The envoy landed in June.", "2023-06"),
        ("The envoy will land in June.", "2024-06"),
        ("The envoy landed in March.", "2024-03"),
        ("It was signed in December last year.", "2023-12"),
        ("It closed last June.", "2023-06"),
        ("They met on Feb. 27.", "2024-02-27"),
        ("They will meet from April 12 to 14.", "2024-04-12/2024-04-14"),
        ("They met between May and July.", "2023-05/2023-07"),
        ("It lasted from 2015 to 2018.", "2015/2018"),
        ("It ran in 2015-18.", "2015/2018"),
        ("He fled on Monday, 4 March.", "2024-03-04"),
        ("It happened yesterday.", "2024-03-11"),
        ("It began last week.", "2024-03-04/2024-03-10"),
        ("It ends early next month.", "2024-04-01/2024-04-10"),
        ("It ends in late April.", "2024-04-21/2024-04-30"),
        ("A vote comes later this month.", "2024-03-13/2024-03-31"),
        ("He spoke earlier this week.", "2024-03-11/2024-03-12"),
        ("It began weeks ago.", "../2024-02-27"),
        ("It began months ago.", "../2024-01-31"),
        ("It began years ago.", "../2022-12-31"),
        ("It began decades ago.", "../2004-12-31"),
        ("The envoy tried to mediate in June.", "2023-06"),
        ("The envoy was seeking to mediate in May.", "2023-05"),
        ("The envoy is trying to mediate in May.", "2024-05"),
        ("The envoys had been able to meet in May.", "2023-05"),
        ("They flew to Oslo to sign a pact in May.", "2023-05"),
        ("They decided to sign a pact in May.", "2024-05"),
        ("Nepal proposed that China visit following the king's trip to Oslo in June.", "2023-06"),
        ("The king's trip to Oslo in June is forgotten.", "2023-06"),
        ("The king will return after elections in June.", "2024-06"),
        ("Students planned a rally on Saturday.", "2024-03-16"),
        ("Miners called a strike for Friday.", "2024-03-15"),
        ("Students held a rally on Saturday.", "2024-03-09"),
        ("5 May. The army leaves.", "2023-05-05"),
        ("2021\n\n5 May: The army leaves.", "2021-05-05"),
        ("5 May 2021: The army leaves.\n\n8 June: The rebels come.", "2021-06-08"),
        ("It began in late 2018.", "2018-09/2018-12"),
        ("It began last year.", "2023"),
        ("It began two days ago.", "2024-03-10"),
        ("They fought over the past three years.", "2021-03-12/2024-03-12"),
        ("It grew in the third quarter.", "2023-07/2023-09"),
        ("The elite fled in the 1990s.", "1990/1999"),
        ("The shop opened on Christmas Eve.", "2023-12-24"),
        ("Rockets fell at 10:35 a.m. on Friday.", "2024-03-08"),
    ],
)
def test_days_follow_report_and_tense(text: str, expected: str) -> None:
    """Incomplete times are completed from the report's date, on the side that the verb looks to."""
    assert days(text) == expected


def test_on_a_sunday_last_week_is_as_wide_as_both_customs() -> None:
    """Elsewhere it runs from Monday to Sunday, and the other custom is a reading."""
    assert days("It began last week.", "2024-03-10") == "2024-02-26/2024-03-09"
    assert [r.edtf for r in only("It began last week.").readings] == ["2024-03-04/2024-03-10", "2024-03-03/2024-03-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met Monday night.", "2024-03-11TNI"),
        ("Rockets fell at 7:15 p.m. on Friday.", "2024-03-08T19:15"),
        ("It began last week.", "2024-W10"),
        ("It began last fall.", "2023-FA"),
        ("The row lasted two and a half years.", "P2Y6M"),
        ("They report every two months.", "P2M"),
        ("They meet every Thursday.", "XXXX-WXX-4"),
        ("He fled recently.", "PAST_REF"),
        ("A decade ago it was quiet.", "2014"),
        ("They fought in the 1990s.", "199"),
        ("They met over the weekend.", "2024-W10-WE"),
    ],
)
def test_values_are_written_as_timex3(text: str, value: str) -> None:
    """Values follow the TIMEX3 notation."""
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He resigned on March 3. The following day protests began.", "2024-03-04"),
        ("He resigned on March 3. Two days earlier, a court had freed him.", "2024-03-01"),
        ("He resigned on March 3. The same day police fired.", "2024-03-03"),
        ("A pact was signed in 2015. The following year it failed.", "2016"),
        ("He fled on March 3. Later that month he returned.", "2024-03-04/2024-03-31"),
    ],
)
def test_narrative_times_count_from_the_date_told_last(text: str, expected: str) -> None:
    """The following day and its like are counted from the date in the same or the previous sentence."""
    found = only(text)
    assert found.interval is not None
    assert (found.interval.edtf, found.basis) == (expected, "narrative")


@pytest.mark.parametrize(
    "text", ["The following day protests began.", "He left on March 3. It rained. It poured. The next day he died."]
)
def test_narrative_times_without_a_date_near_by_stay_open(text: str) -> None:
    """Nothing is guessed where no date is told just before."""
    times, issues = dated(annotated(text, TUESDAY))
    assert times[-1].interval is None
    assert [i.reason for i in issues] == ["unanchored"]


@pytest.mark.parametrize("text", ["He left on Friday.", "He left in May.", "He left last year.", "He left June 3."])
def test_without_a_report_date_relative_times_stay_open(text: str) -> None:
    """An article without a date anchors nothing, and says so."""
    times, issues = dated(annotated(text, None))
    assert times[0].interval is None
    assert [i.reason for i in issues] == ["unanchored"]


def test_full_dates_need_no_report_date() -> None:
    """A date told in full is explicit, whatever is known of the article."""
    found = only("The pact of 14 July 2015 holds.", None)
    assert (found.value, found.basis) == ("2015-07-14", "explicit")


def test_the_told_part_of_an_open_date_is_kept() -> None:
    """Where only the year is missing, the value says the rest."""
    assert only("They will meet on June 12.", None).value == "XXXX-06-12"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("It began last Monday.", [("2024-03-11", 0.7), ("2024-03-04", 0.3)]),
        ("It began last week.", [("2024-03-04/2024-03-10", 0.5), ("2024-03-03/2024-03-09", 0.5)]),
        ("It is dated 03/05/2023.", [("2023-03-05", 0.6), ("2023-05-03", 0.4)]),
        ("They will meet on Tuesday.", [("2024-03-12", 0.7), ("2024-03-19", 0.3)]),
    ],
)
def test_ambiguous_times_keep_their_readings(text: str, readings: list[tuple[str, float]]) -> None:
    """What may mean two things keeps both, with weights."""
    assert [(r.edtf, r.weight) for r in only(text).readings] == readings


@pytest.mark.parametrize("text", ["It is dated 2023-02-30.", "It fell on June 31, 2020."])
def test_days_that_the_calendar_lacks_stay_open(text: str) -> None:
    """An impossible date is an issue, not another date."""
    times, issues = dated(annotated(text, TUESDAY))
    assert times[0].interval is None
    assert issues[0].reason == "no-such-day"


def test_a_moon_feast_is_recognised_and_left_open() -> None:
    """Feasts whose day differs by land are times without days."""
    times, issues = dated(annotated("Talks paused during Ramadan.", TUESDAY))
    assert (times[0].interval, issues[0].reason) == (None, "unknown-calendar")


def test_a_year_told_before_is_a_second_reading() -> None:
    """A month after a date with its year may belong to that year."""
    found = only("The pact was signed in July 2015. It took force in October.")
    assert [r.edtf for r in found.readings] == ["2023-10", "2015-10"]


def test_every_time_says_what_it_was_anchored_to() -> None:
    """The reason names the rule and the anchor in words."""
    because = only("They spoke on Friday.").because
    assert (because.field, because.rule) == ("date", "weekday")
    assert because.detail == "last one before the report of 2024-03-12"


def test_a_range_counts_as_two_expressions_for_timex() -> None:
    """TimeML marks the ends of a range apart; so does the answer that is scored."""
    text = "They will meet from April 12 to 14."
    rows = timex_rows(annotated(text, TUESDAY))
    assert [(r.span.of(text), r.value) for r in rows] == [("April 12", "2024-04-12"), ("14", "2024-04-14")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Half an hour later troops came.", "Half an hour later", "PT30M"),
        ("Weeks later troops came.", "Weeks later", "PXW"),
        ("That night it rained.", "That night", "2024-03-12TNI"),
    ],
)
def test_what_is_counted_from_nothing_told_counts_as_a_length_or_part_of_the_day(
    text: str, words: str, value: str
) -> None:
    """For the scored rows only: the dated times stay open."""
    rows = timex_rows(annotated(text, TUESDAY))
    assert [(r.span.of(text), r.value) for r in rows] == [(words, value)]


def test_an_article_without_times_gives_nothing() -> None:
    """No expressions, no dated times, no issues."""
    assert dated(annotated("Talks failed.", TUESDAY)) == ((), ())
