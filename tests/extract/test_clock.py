"""When an act took place: its own time, that of a clause beside it, the thread of the narrative, else the report."""

import functools

import pytest

from dragoman import resolve
from dragoman.extract.clock import Clock, Dated, is_historical
from dragoman.extract.records import predications
from dragoman.model.interval import parse
from dragoman.model.syntax import Tree
from tests.parsing import annotated

FRIDAY = "2024-03-15"
NEWS = "2024-03-14/2024-03-15"
"""The report's own days: the one before and itself."""


@functools.cache
def _clock(text: str, date: str | None) -> Clock:
    layers = next(resolve.articles([annotated(text, date)]))
    return Clock(layers, Tree(layers.annotated.tokens), {p.token: p for p in predications(layers)})


def when(text: str, word: str, date: str | None = FRIDAY) -> Dated:
    """How the act told by the last such word of a text is dated."""
    clock = _clock(text, date)
    token = next(i for i in reversed(clock.predicates) if clock.tree.tokens[i].text == word)
    return clock.dated((token,), clock.predicates[token], open_to_future=False)


def days(text: str, word: str, date: str | None = FRIDAY) -> str | None:
    """The days of an act as EDTF."""
    interval = when(text, word, date).interval
    return None if interval is None else interval.edtf


CHRONICLE = (
    "How the mission in Mali ended\n\n"
    "5 June. Rebels attack the airport. The council condemns the raid.\n\n"
    "17 June. Germany withdraws its soldiers.\n\n"
    "2 September. The general resigns.\n\n"
    "Analysts criticised the mission."
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("attack", "2023-06-05"),
        ("condemns", "2023-06-05"),
        ("withdraws", "2023-06-17"),
        ("resigns", "2023-09-02"),
        ("criticised", NEWS),
    ],
)
def test_a_date_that_stands_alone_dates_what_follows_it(word: str, expected: str) -> None:
    """Until the next such head, and no longer than the parts before it lasted."""
    assert days(CHRONICLE, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Feb. 12: Troops seized the port.", "seized", "2024-02-12"),
        ("Feb. 12\n\nTroops seized the port.\n\nThe navy fled.\n\nFeb. 20\n\nPirates returned.", "fled", "2024-02-12"),
        ("Monday, 4 March\n\nThe president dismissed the general.", "dismissed", "2024-03-04"),
        ("2019\n\nMay 6. Police arrested the mayor.", "arrested", "2019-05-06"),
    ],
)
def test_heads_are_lines_sentences_and_openings(text: str, word: str, expected: str) -> None:
    """A head may be a line of its own or open the paragraph; a year above it is its year."""
    assert days(text, word) == expected


def test_a_head_gives_narrative_basis() -> None:
    """The reason tells the head that the date was taken from."""
    dated = when(CHRONICLE, "condemns")
    assert (dated.basis, dated.text) == ("narrative", "5 June")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("On Tuesday the envoy landed in Lima. He met the president.", "met", "2024-03-12"),
        ("On Tuesday the envoy landed in Lima. Soldiers guarded the hotel.", "guarded", "2024-03-12"),
        ("When the envoy landed on Tuesday, crowds cheered. Police arrested two men.", "arrested", "2024-03-12"),
        ("Ministers met on Monday and again on Wednesday. They signed a pact.", "signed", "2024-03-13"),
        ("On Tuesday the envoy landed in Lima.\n\nHe met the president.", "met", NEWS),
        ("In 2015 the envoy led the mission. He met the president.", "met", NEWS),
        ("The envoy, who landed on Tuesday, smiled. He met the president.", "met", NEWS),
        ("Since Tuesday the envoy was in Lima. He met the president.", "met", NEWS),
        ("On Tuesday the envoy landed in Lima. Brazil condemned the trip.", "condemned", NEWS),
        ("On Tuesday the envoy landed in Lima. A guard said he saw a fight.", "said", NEWS),
        ("The envoy said on Tuesday that he was tired. Troops seized a mine.", "seized", NEWS),
        ("The envoy said on Tuesday that he was tired. He left Lima.", "left", "2024-03-12"),
        ("On Tuesday the envoy landed in Lima. Peru has arrested a spy.", "arrested", NEWS),
    ],
)
def test_the_day_told_last_carries_on_in_its_paragraph(text: str, word: str, expected: str) -> None:
    """To main clauses in the past without a time; not over a break, from background, nor to another's word."""
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The leaders quarrelled in June, when the king visited Oslo.", "visited", "2023-06"),
        ("The navy informed Greece when the king visited Oslo on Monday.", "informed", "2024-03-11"),
        ("In June a ferry was attacked while the envoy was trying to mediate in Oslo.", "mediate", "2023-06"),
        ("The ship lay off Tunis on Tuesday, a day after gunmen boarded it.", "boarded", "2024-03-11"),
        ("Kenya on Wednesday left the pact, two years after Uganda joined it.", "joined", "2022-03-13"),
        ("Gunmen boarded the ship on Monday. Kenya left port two days after they boarded it.", "left", "2024-03-13"),
        (
            "The soldiers were paid on Monday. The same day that they were paid, Kenya left the pact.",
            "left",
            "2024-03-11",
        ),
        ("Kenya has freed the ship, six weeks after gunmen boarded it.", "freed", NEWS),
    ],
)
def test_clauses_date_each_other(text: str, word: str, expected: str) -> None:
    """When and while share a time, after and before move it, "the same day that" takes it over."""
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya condemned the killing of a judge last week.", "condemned", NEWS),
        ("Kenya condemned the killing of a judge on Thursday.", "condemned", "2024-03-14"),
        ("Exports rose to 9 million tons from 7 million a year earlier.", "rose", NEWS),
        ("On Friday soldiers shot a miner.", "shot", "2024-03-15"),
        ("In May Kenya closed the border.", "closed", "2023-05"),
        ("In May elections, voters punished the party.", "punished", "2023-05"),
        ("Exports rose to $9 billion from $7 billion a year earlier.", "rose", NEWS),
        ("Rescuers led families from the villages two days ago.", "led", "2024-03-13"),
        ("The minister, who met the king on Tuesday, resigned.", "met", "2024-03-12"),
        ("Ministers met on Monday and again on Wednesday.", "met", "2024-03-11"),
        ("The general, who is visiting Oslo, resigned.", "visiting", NEWS),
        ("Kenya closed the border, although Uganda protested.", "protested", NEWS),
        ("The army has occupied the town since Tuesday.", "occupied", "2024-03-12/.."),
        ("Kenya has fought a movement led by exiles since 2021.", "fought", "2021-01-01/2024-03-15"),
        ("Rebels held the town until Tuesday.", "held", "../2024-03-12"),
        ("Rebels held the town from May to July.", "held", "2023-05/2023-07"),
    ],
)
def test_a_time_dates_the_act_that_it_is_told_for(text: str, word: str, expected: str) -> None:
    """The noun's act, the relative clause's or the verb's."""
    assert days(text, word) == expected


OLD = ("decades ago", "years ago", "several years ago", "two years ago", "in the 1980s", "last century", "long ago")
YOUNG = ("a year ago", "months ago", "last month", "weeks ago")


@pytest.mark.parametrize("told", OLD + YOUNG)
@pytest.mark.parametrize("date", ["2024-01-01", "2024-12-31", "2021-01-01"])
def test_what_ended_over_a_year_ago_is_historical(told: str, date: str) -> None:
    """Times without a number are at least two units back."""
    interval = when(f"Rebels fled {told}.", "fled", date).interval
    assert interval is not None
    assert is_historical(interval, parse(date).start) is (told in OLD)


def test_without_a_report_date_the_thread_still_holds() -> None:
    """A date told in full carries on; nothing else is dated."""
    text = "On 4 March 2021 the envoy landed in Lima. He met the president.\n\nBrazil sent aid."
    assert days(text, "met", None) == "2021-03-04"
    assert days(text, "sent", None) is None
