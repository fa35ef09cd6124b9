"""A name that a person types is answered with whom it means, the line that says so, or names spelt like it."""

import datetime as dt

import pytest

from dragoman.ontology.lookup import line, look, named

DAY = dt.date(2005, 6, 1)


def test_an_answer_quotes_the_line_of_the_data_file() -> None:
    """File, number, basis and the line itself."""
    (meaning,) = look("Junichiro Koizumi", DAY).meanings
    assert meaning.standing.role == "Prime Minister"
    assert meaning.line is not None
    assert meaning.line.file == "offices.csv"
    assert meaning.line.text.startswith("Junichiro Koizumi,Prime Minister,JPN,GOV,2001")
    assert meaning.line.basis == "recalled"


def test_an_ambiguous_name_gets_every_reading() -> None:
    """Nothing is guessed where several bear the name."""
    assert {meaning.entity.name for meaning in look("Bush", DAY).meanings} == {"George H. W. Bush", "George W. Bush"}
    assert named("Bush") is None


def test_an_unknown_name_gets_names_spelt_like_it() -> None:
    """The closest first; nothing where nothing is close."""
    assert look("Junichiro Koisumi", DAY).close[0] == "Junichiro Koizumi"
    assert look("Xqzzt Wvvrk", DAY) == ((), ())


@pytest.mark.parametrize("name", ["angela merkel", "ANGELA MERKEL", "Chancellor Angela Merkel", " Angela Merkel "])
def test_capitals_and_titles_do_not_matter(name: str) -> None:
    """A name is known however it is typed."""
    entity = named(name)
    assert entity is not None
    assert entity.id == "person:angela-merkel"


def test_offices_beside_another_are_told_too() -> None:
    """The crown's realms are listed and never outweigh the crown."""
    (meaning,) = look("Elizabeth II", DAY).meanings
    assert meaning.standing.code == "GBR"
    assert "Queen (CAN)" in [words for words, _ in meaning.beside]


def test_what_comes_from_no_file_has_no_line() -> None:
    """Strangers of an article."""
    assert line("text") is None
