"""Lines at the head of a report that tell only who published it, where and when."""

import datetime as dt
from importlib import resources
from pathlib import Path

import pytest

from dragoman.model.article import Article
from dragoman.model.span import Span
from dragoman.read import date_lines, opening
from dragoman.read.checks import checked
from dragoman.read.raw import Raw
from dragoman.settings import Settings
from tests.read.outcome import PROSE, outcome

DAY = dt.date(2018, 5, 3)
LINES = [
    ("OSLO OBSERVER, Thursday, May 3, 2018", "Thursday, May 3, 2018"),
    ("THE NORTHERN POST | Thursday, 3 May 2018", "Thursday, 3 May 2018"),
    ("Nairobi, 3 May 2018", "3 May 2018"),
    ("Nairobi 3 May 2018", "3 May 2018"),
    ("LONDON, Thursday, 3 May 2018", "Thursday, 3 May 2018"),
    ("By Ann Writer, Foreign Staff - 3 May 2018", "3 May 2018"),
    ("By Ann Writer and Bo Scribe in Lima | May 3, 2018", "May 3, 2018"),
    ("Published: 3 May 2018 10:35 GMT", "3 May 2018"),
    ("First published on 3 May 2018 at 10.35 a.m.", "3 May 2018"),
    ("Posted on May 3, 2018 by Ann Writer in World News", "May 3, 2018"),
    ("Updated 12:00, 3 May 2018", "3 May 2018"),
    ("Updated Thu 3 May 2018 , 9 : 03am AEST", "Thu 3 May 2018"),
    ("10:35 GMT, 3 May 2018", "3 May 2018"),
    ("May 3, 2018", "May 3, 2018"),
    ("2018-05-03T10:35:00Z", "2018-05-03"),
    ("3 May 2018 | Northern Post", "3 May 2018"),
    ("3 May 2018 - Nairobi", "3 May 2018"),
    ("May 3, 2018 (Thursday) · 5 min read", "May 3, 2018"),
    ("Updated: 4 May 2018 | Published: 3 May 2018", "3 May 2018"),
    ("Published 3 May 2018, last updated 4 May 2018 09:00", "3 May 2018"),
]
NO_DATE_LINES = [
    "On 3 May 2018 the minister resigned.",
    "On 3 May 2018 the minister resigned",
    "On 3 May 2018",
    "The minister resigned, 3 May 2018",
    "Signed in Vienna on 3 May 2018",
    "Oil Deal Signed 3 May 2018",
    "3 May 2018 - Oil Deal Signed In Vienna",
    "After Lima, 3 May 2018",
    "Lima, 3 May 2018, and in Quito,",
    "Nairobi, 3 May",
    "Nairobi, 03/04/2018",
    "Resolution 2231, 3 May 2018",
    "What did she know, 3 May 2018?",
    "“Never Again”, 3 May 2018",
    "One Two Three Four Five Six Seven, 3 May 2018",
    "By Friday, 3 May 2018, the deputies will have met in Geneva",
]


@pytest.mark.parametrize(("line", "stated"), LINES)
@pytest.mark.parametrize("above", ["", "Talks fail in Geneva\n\n", "Talks fail in Geneva\n", "By Ann Writer\n\n"])
def test_a_date_line_gives_the_date_and_is_no_prose(line: str, stated: str, above: str) -> None:
    """Above, below or without a headline, the line tells the day, and the body begins after it."""
    text = f"{above}{line}\n\n{PROSE}"
    seen = opening.found(text)
    headline = None if seen.headline is None else seen.headline.of(text)
    assert (seen.date, seen.date_span and seen.date_span.of(text)) == (DAY, stated)
    assert (text[seen.body :], headline) == (PROSE, "Talks fail in Geneva" if above.startswith("Talks") else None)


@pytest.mark.parametrize("line", NO_DATE_LINES)
def test_sentences_and_headlines_with_a_date_are_no_date_lines(line: str) -> None:
    """Small words, a full stop, a name that is not set off, or half a date: the line stays as it is."""
    assert date_lines.at(line, Span(0, len(line))) is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("OSLO OBSERVER, Thursday, May 3, 2018", "OSLO OBSERVER"),
        ("THE NORTHERN POST | 3 May 2018", "THE NORTHERN POST"),
        ("LONDON, Thursday, 3 May 2018", None),
        ("SALT LAKE CITY, 3 May 2018", None),
        ("IRAN | 3 May 2018", None),
        ("PRESS RELEASE, 3 May 2018", None),
        ("PUBLISHED, 3 May 2018", None),
        ("BY ANN WRITER, 3 May 2018", None),
        ("Northern Post, 3 May 2018", None),
        ("NORTHERN POST - 3 May 2018", None),
    ],
)
def test_a_name_in_capitals_before_the_date_is_the_publisher(line: str, publisher: str | None) -> None:
    """Only where it alone stands there, parted by a comma or a stroke, and is no place, label or kicker."""
    assert opening.found(f"{line}\n\n{PROSE}").publisher == publisher


def test_what_is_given_goes_before_what_a_date_line_tells() -> None:
    """Date and publisher of a column stay; the line is no prose all the same."""
    text = f"OSLO OBSERVER, 3 May 2018\n\n{PROSE}"
    article = checked(Raw(label="a", text=text, date=dt.date(2018, 5, 4), publisher="Other"), Settings())
    assert isinstance(article, Article)
    assert (article.date, article.date_basis, article.date_span) == (dt.date(2018, 5, 4), "given", None)
    assert (article.publisher, text[article.body :]) == ("Other", PROSE)


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("PRESS RELEASE\n\nLake Council\nNairobi, 3 May 2018\n\nCouncil hails deal\n\n", "Council hails deal"),
        ("NORTHERN POST\n3 May 2018\n\nTalks fail in Geneva\n\n", "Talks fail in Geneva"),
        ("NORTHERN POST\n\nTalks fail in Geneva\n\n3 May 2018\n\n", "Talks fail in Geneva"),
        ("TALKS FAIL\n\n3 May 2018\n\n", "TALKS FAIL"),
        ("Nairobi, 3 May 2018\n\nTalks fail in Geneva\n\n", "Talks fail in Geneva"),
        ("Nairobi, 3 May 2018\nTalks fail in Geneva\n\n", "Talks fail in Geneva"),
        ("Talks fail\nIn Geneva, silence\nBy Ann Writer\n3 May 2018\n", "Talks fail"),
        ("Talks fail\n\nThe ministers went home without a word.\n\nPublished 3 May 2018\n\n", "Talks fail"),
        ("Talks fail\n\nUpdated 4 May 2018\nPublished 3 May 2018\n\n", "Talks fail"),
        ("Talks fail\n\nPublished 3 May 2018\nUpdated 4 May 2018\n\n", "Talks fail"),
        ("Talks fail\n\nUpdated 4 May 2018\n\nNAIROBI, May 3, 2018 (NN) — ", "Talks fail"),
        ("Talks fail\n\n3 May 2018\n\nNAIROBI, May 2 (NN) — ", "Talks fail"),
    ],
)  # fmt: skip
def test_the_lines_around_a_date_line_have_their_places(above: str, headline: str) -> None:
    """Kicker, outlet and headline, a sentence below the headline, two dates, and a dateline in the first sentence."""
    text = above + PROSE
    seen = opening.found(text)
    assert seen.headline is not None
    assert (seen.date, seen.headline.of(text), text[seen.body :]) == (DAY, headline, PROSE)


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\nNairobi, 3 May 2018\n\n{PROSE}",
        f"{PROSE}\n\nUpdated 3 May 2018",
        "The ministers met on\n3 May 2018\nand agreed that they would meet again.",
        f"Published on 3 May 2018, the report blames nobody. {PROSE}",
        "One\nTwo\nThree\nFour\nFive\nSix\n3 May 2018\n" + PROSE,
    ],
)
def test_dates_in_or_below_prose_do_not_count(text: str) -> None:
    """A signature, a note at the end, a wrapped sentence and a line far down tell no day of publication."""
    seen = opening.found(text)
    assert (seen.date, seen.body) == (None, 0)


def test_only_one_report_of_the_sample_is_undated() -> None:
    """The invented outlets write their dates in many ways; one report has none."""
    with resources.as_file(resources.files("dragoman.sample").joinpath("articles")) as folder:
        result = outcome(folder)
    assert result.skipped == ()
    assert [Path(one.path).name for one in result.articles if one.date is None] == ["08-strike-called-off.txt"]
