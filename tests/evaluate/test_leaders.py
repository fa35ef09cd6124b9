"""The list of leaders of 2021–22: all are coded to their country and government, and nobody stays after his end."""

from pathlib import Path

import pytest

from dragoman.evaluate import leaders
from dragoman.evaluate.leaders import Holder

LIST = Path(__file__).parents[3] / "shared" / "reference" / "world-leaders-2021-22.csv"
ROWS = 423
"""The list has 424 rows; one of them has an identifier in place of the name."""


@pytest.mark.skipif(not LIST.exists(), reason="the list of world leaders is not beside the project")
def test_every_leader_of_the_list_is_in_office_in_his_year_and_out_after_it() -> None:
    found = leaders.figures(LIST)
    assert (found["rows"], found["wrong"]) == (ROWS, [])


def test_a_leader_is_asked_in_a_full_year_and_after_a_known_end() -> None:
    """No question where the list does not tell of a full year, or of an end."""
    long, short = Holder("Finland", "Sauli Niinistö", 2012, None), Holder("Peru", "Nobody At All", 2021, 2022)
    assert leaders.inside(long) == leaders.Asked("Sauli Niinistö (Finland) 2013-07-01", right=True)
    assert leaders.inside(short) is None
    assert leaders.after(long, (long,)) is None
    assert leaders.after(short, (short,)) == leaders.Asked("Nobody At All (Peru) 2024-07-01", right=True)


def test_one_whom_nobody_knows_is_wrong() -> None:
    assert leaders.known(Holder("Peru", "Nobody At All", 2021, 2022)).right is False


@pytest.mark.parametrize(
    ("country", "code"),
    [("The Gambia", "GMB"), ("Republic of Ireland", "IRL"), ("Transnistria", "MDA"), ("Atlantis", None)],
)
def test_countries_as_the_list_names_them(country: str, code: str | None) -> None:
    assert leaders.code(country) == code
