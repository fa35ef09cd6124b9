"""Headline, stated date and dateline at the beginning of a text."""

import datetime as dt

import pytest

from dragoman.read import datelines, opening
from dragoman.read.checks import checked
from dragoman.read.raw import Raw
from dragoman.settings import Settings
from tests.read.outcome import PROSE

DAY = dt.date(2019, 6, 2)


@pytest.mark.parametrize(
    "before, stated",
    [
        (" date 2019-06-02 ", "2019-06-02"),
        ("date 2019-06-02\n", "2019-06-02"),
        ("Date: 2 June 2019\n\n", "2 June 2019"),
        ("Published: Sunday, June 2, 2019 10:30 GMT\n", "Sunday, June 2, 2019"),
        ("This story is from June 2, 2019\n\n", "June 2, 2019"),
        ("2019-06-02\n", "2019-06-02"),
        ("[2019-06-02] ", "2019-06-02"),
        ("2 June 2019 – ", "2 June 2019"),
        ("June 2nd , 2019 , 7 : 35 am\n", "June 2nd , 2019"),
        ("TOKYO, June 2, 2019 (NN) — ", "June 2, 2019"),
        ("New York, 2 June 2019 – ", "2 June 2019"),
        ("Lusaka (June 2, 2019) - ", "June 2, 2019"),
        ("PARIS, 2 June 2019 /NN/. ", "2 June 2019"),
        ("By Anna Writer\nJune 2, 2019\n", "June 2, 2019"),
        ("BAMAKO (NN) - 2 June 2019. ", "2 June 2019"),
        ("PARIS - June 2, 2019 - ", "June 2, 2019"),
        ("NAIROBI, Kenya — 2 June 2019: ", "2 June 2019"),
        ("Valparaiso, Sunday 2 June 2019. ", "Sunday 2 June 2019"),
        ("2 June 2019. ", "2 June 2019"),
        ("By our diplomatic correspondent\nVIENNA, 2 June 2019 - ", "2 June 2019"),
        ("By a staff writer\n\nVIENNA, June 2, 2019 (NN) - ", "June 2, 2019"),
        ("(Adds comment by creditors, bond prices)\nBy Anna Writer\nLONDON, June 2, 2019 (NN) - ", "June 2, 2019"),
        ("Talks on loan end\n\n(Recasts with vote)\n\nROME, June 2, 2019 (NN) - ", "June 2, 2019"),
    ],
)
def test_a_stated_date_is_found_and_the_body_begins_after_it(before: str, stated: str) -> None:
    """A date line, a date before the text and a dateline all tell the day of the report."""
    text = before + PROSE
    seen = opening.found(text)
    assert seen.date == DAY
    assert seen.date_span is not None
    assert (seen.date_span.of(text), text[seen.body :]) == (stated, PROSE)


@pytest.mark.parametrize(
    "before",
    [
        "GENEVA (NN) - ",
        "NAIROBI, Kenya (NN) _\n\n",
        "WASHINGTON — ",
        "SALT LAKE CITY (NN) —",
        "CHICO, Calif. -- ",
        "Washington (NN) ",
        "Lucknow: ",
        "new delhi: ",
        "KABUL (Wire) : ",
        "LONDON/PARIS (Wire) - ",
        "(Wire) - ",
        "Kyiv – ",
        "By Anna Writer\n\n",
        "By ANNA WRITER\nGazette Foreign Writer\nUNITED NATIONS (NN) — ",
        "From our correspondent in Rabat\n\n",
        "By agencies\nRABAT: ",
        "(Updates throughout)\n\n",
    ],
)
def test_a_dateline_without_date_is_no_part_of_the_body(before: str) -> None:
    """Place and agency are no prose; no date comes from them."""
    text = before + (PROSE if before != "new delhi: " else PROSE.lower())
    seen = opening.found(text)
    assert (text[seen.body :].lower(), seen.date, seen.date_span) == (PROSE.lower(), None, None)


def test_a_day_without_year_is_marked_but_gives_no_date() -> None:
    """Which year it was has to be worked out; where day and month stand is told."""
    text = f"HAIFA, Israel, March 5 (NN) - {PROSE}"
    seen = opening.found(text)
    assert seen.date_span is not None
    assert (seen.date, seen.date_span.of(text), text[seen.body :]) == (None, "March 5", PROSE)


@pytest.mark.parametrize(
    "text",
    [
        "The minister - a former general - met the press.",
        "Angela Merkel (CDU) welcomed the talks.",
        "Prime Minister Abe (Liberal) — who met Trump — left.",
        "On 2 June 2019 the ministers met.",
        "In 2019: a year of talks, and what came of them.",
        "SPEAKER: I do not agree with that.",
        "Two things: Peace and trade.",
        "May met Merkel in Berlin.",
        "NATO - the alliance of 30 states - met.",
        "By Friday the talks had ended.",
        "ONE TWO THREE FOUR FIVE - Six people came to the talks.",
    ],
)
def test_prose_begins_at_once(text: str) -> None:
    """Dashes, brackets and dates inside a first sentence are no dateline."""
    assert opening.found(text) == opening.Opening(body=0)


@pytest.mark.parametrize(
    "text, headline, body",
    [
        (f"Talks fail in Oslo\n\n{PROSE}", "Talks fail in Oslo", PROSE),
        (f"Will talks fail?\r\n\r\n{PROSE}", "Will talks fail?", PROSE),
        (f"\n  Talks fail  \n \t\n{PROSE}", "Talks fail", PROSE),
        (f"Talks fail\nJune 2, 2019\n{PROSE}", "Talks fail", PROSE),
        (f"Talks fail\nBy Anna Writer\n{PROSE}", "Talks fail", PROSE),
        (f"Talks fail\nOSLO (NN) - {PROSE}", "Talks fail", PROSE),
        (f"date 2019-06-02\nTalks fail\n\nOSLO - {PROSE}", "Talks fail", PROSE),
    ],
)
def test_a_headline_is_a_short_first_line(text: str, headline: str, body: str) -> None:
    """A short line without full stop is the headline when a blank line, a date, a byline or a dateline follows."""
    seen = opening.found(text)
    assert seen.headline is not None
    assert (seen.headline.of(text), text[seen.body :]) == (headline, body)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE}\n\n{PROSE}",
        f"A first line\n{PROSE}",
        "The only line there is",
        "The only line there is\n\n",
        f"{'word ' * 21}\n\n{PROSE}",
        f"He said:\n\n{PROSE}",
        f"https://example.org/talks\n\n{PROSE}",
    ],
)
def test_other_first_lines_are_no_headline(text: str) -> None:
    """A sentence, a long line, a line with the text right below and an only line are the body."""
    assert opening.found(text) == opening.Opening(body=0)


def test_a_known_title_is_the_headline_whatever_follows() -> None:
    """Where a column gives the title, the same words as first line are the headline."""
    text = f"Talks fail\n{PROSE}"
    seen = opening.found(text, title="Talks fail")
    assert (seen.headline, seen.body) == ((0, 10), 11)


def test_the_headline_becomes_the_title() -> None:
    """An article without a given title has its headline as title, and says that its date is stated."""
    article = checked(Raw(label="a", text=f"Talks fail\n\nOSLO, June 2, 2019 - {PROSE}"), Settings())
    assert (getattr(article, "title", None), getattr(article, "date_basis", None)) == ("Talks fail", "stated")


def test_a_long_beginning_takes_no_time() -> None:
    """Only the first characters are looked at for a dateline."""
    assert datelines.at("A " * 500_000, 0) is None
