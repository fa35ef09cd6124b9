"""Which stretches of a text are time expressions, of which kind, with which parts."""

import re

import pytest
from tests.parsing import annotated, article

from dragoman.annotate.times import expressions
from dragoman.model.annotated import TimeExpression, Token
from dragoman.model.span import Span

_TOKEN = re.compile(r"\d+:\d\d|[ap]\.m\.|[A-Z][a-z]{2,3}\.(?= \d)|\w+|['’]s|[^\w\s]")


def recognised(text: str) -> tuple[TimeExpression, ...]:
    """The expressions of a text whose words are all nouns or names, split at spaces and signs."""
    tokens = tuple(_token(i, match) for i, match in enumerate(_TOKEN.finditer(text)))
    return expressions(article(text), tokens)


def _token(i: int, match: re.Match[str]) -> Token:
    word = match.group()
    pos = "PROPN" if word[0].isupper() else "NUM" if word.isdigit() else "NOUN"
    return Token(
        i=i,
        span=Span(*match.span()),
        text=word,
        lemma=word.lower(),
        pos=pos,
        tag="NN",
        dep="dep",
        head=i,
        entity="DATE",
        sentence=0,
    )


def spans(text: str) -> list[str]:
    return [e.span.of(text) for e in recognised(text)]


@pytest.mark.parametrize(
    "text",
    [
        "March 5",
        "March 5, 2021",
        "5 March 2021",
        "the 5th of March",
        "Tuesday, Sept. 14, 2021",
        "2021-09-14",
        "14/09/2021",
        "14.9.2021",
        "20210914",
        "September 2021",
        "mid-September",
        "early September",
        "the end of September",
        "September last year",
        "last September",
        "2021",
        "the 1990s",
        "the 19th century",
        "the third quarter of 2021",
        "Q3 2021",
        "last spring",
        "the winter of 2021",
        "Friday",
        "next Friday",
        "early Friday",
        "Friday night",
        "Tuesday of last week",
        "yesterday",
        "the day before yesterday",
        "last night",
        "this weekend",
        "last week",
        "earlier this month",
        "later this year",
        "early next month",
        "the end of the month",
        "the past three years",
        "the next few weeks",
        "9:30 a.m. Friday",
        "two days ago",
        "a decade ago",
        "the following day",
        "two days earlier",
        "a week later",
        "that same day",
        "two-day",
        "41 years",
        "two and a half years",
        "at least 60 days",
        "every two months",
        "each Thursday",
        "annually",
        "twice a week",
        "recent months",
        "the coming weeks",
        "recently",
        "now",
        "the near future",
        "Christmas Eve",
        "New Year's Day",
        "Eid al-Fitr",
        "June 12 to 14",
        "12-14 June",
        "January 2020 to March 2021",
        "2015-18",
    ],
)
def test_an_expression_is_recognised_whole(text: str) -> None:
    """The expression is found from its first to its last word, without the words around it."""
    sentence = f"Envoys met, {text}, they told us"
    assert spans(sentence) == [text]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("between May and July", "May and July"),
        ("from 2015 to 2018", "2015 to 2018"),
        ("for a month", "a month"),
        ("in the spring", "the spring"),
        ("since May this year", "May this year"),
        ("Friday's session", "Friday"),
        ("for years", "years"),
        ("over the years", "the years"),
        ("a month after the vote", "a month"),
        ("for $ 5 a week", "a week"),
    ],
)
def test_prepositions_and_genitives_stay_outside(text: str, inside: str) -> None:
    """A preposition before it and a genitive ending after it do not belong to an expression."""
    assert spans(f"They met {text} there") == [inside]


@pytest.mark.parametrize(
    "text",
    [
        "a 52-year-old man",
        "Flight 2021 landed",
        "Boeing 1999",
        "1,500 soldiers",
        "24 hours a day",
        "a 12-day-old boy",
        "a quarter of voters",
        "the USA Today report",
        "as soon as talks end",
        "$ 2021",
        "the Friday Times wrote",
        'he told the show "48 Hours" so',
        'the programme "This Week" had it',
    ],
)
def test_numbers_and_names_are_no_times(text: str) -> None:
    """Ages, flights, counts, shares, sums and titles are left alone."""
    assert spans(text) == []


def test_the_verbs_may_and_march_are_no_months() -> None:
    """The parse tells the month from the verb."""
    text = "Protesters may march on the palace, but the march in March drew few."
    assert [e.span.of(text) for e in annotated(text).times] == ["March"]


def test_second_is_an_ordinal_before_a_noun() -> None:
    """A second meeting is no length of time."""
    assert annotated("The second round of talks failed.").times == ()


@pytest.mark.parametrize("text", ["About 2000 soldiers crossed the river.", "Theresa May welcomed the vote."])
def test_counts_and_persons_are_told_from_times_by_the_parse(text: str) -> None:
    """A number before a plural noun is a count; a month inside a person's name is a name."""
    assert annotated(text).times == ()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In 2011 Germany closed eight reactors.", "2011"),
        ("Until 2011 Germany closed the border.", "2011"),
        ("By 2015 France had sold its gold.", "2015"),
        ("Since 2000 India has built eight dams.", "2000"),
        ("In 1990 Iraqi troops invaded Kuwait.", "1990"),
        ("In May Kenya opened the port.", "May"),
        ("By April Mr Sosa signed a treaty with Chad.", "April"),
        ("Before winter France and Kenya closed the border.", "winter"),
        ("After winter Israeli troops signed a treaty.", "winter"),
    ],
)
def test_a_name_right_behind_a_time_takes_nothing_from_it(text: str, time: str) -> None:
    """A name that begins the next phrase is neither the unit of a year nor the rest of a month's name."""
    assert [e.span.of(text) for e in annotated(text).times] == [time]


@pytest.mark.parametrize("text", ["It rose to 2000 USD per tonne.", "The firm sold June Carter a house."])
def test_a_unit_or_a_surname_right_behind_leaves_no_time(text: str) -> None:
    """What belongs to the same phrase tells what the number or name is."""
    assert annotated(text).times == ()


def test_parts_are_values_not_words() -> None:
    """Parts hold numbers and codes that need no list of words to be read."""
    (found,) = recognised("Tuesday, Sept. 14, 2021")
    assert found.parts == {"weekday": "2", "month": "9", "day": "14", "year": "2021"}


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("early June", "EARLY"), ("mid-June", "MID"), ("at least two days", "MORE_THAN"), ("the end of June", "END")],
)
def test_modifiers_are_kept_apart(text: str, modifier: str) -> None:
    """Words such as early or at least become the TIMEX3 modifier."""
    assert [e.modifier for e in recognised(text)] == [modifier]


def test_a_time_of_day_makes_it_a_time() -> None:
    """A part of the day makes TIME of DATE."""
    assert [e.type for e in recognised("Friday night")] == ["TIME"]


def test_no_expression_crosses_a_paragraph() -> None:
    """The end of one paragraph and the beginning of the next are never one expression."""
    text = "Talks end in June\n\n2021 was worse."
    assert [e.span.of(text) for e in annotated(text).times] == ["June", "2021"]
