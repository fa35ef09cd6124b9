"""Every state has a head in (nearly) every year, and the command that tells so counts rightly."""

from dragoman.evaluate import coverage

LEAST_SHARE = 0.98
LEAST_FOREIGN_MINISTERS = 800


def test_nearly_every_state_has_a_head_in_every_year() -> None:
    figures = coverage.figures(2000, 2026)
    assert isinstance(figures["covered"], int)
    assert isinstance(figures["states_years"], int)
    assert figures["covered"] >= LEAST_SHARE * figures["states_years"]


def test_foreign_ministers_are_many() -> None:
    assert int(str(coverage.figures(2000, 2026)["foreign_ministers"])) >= LEAST_FOREIGN_MINISTERS


def test_gaps_are_years_without_a_head() -> None:
    """San Marino's captains are not known before 2021."""
    assert 2010 in coverage.missing(2009, 2011)["SMR"]
    assert "DEU" not in coverage.missing(1991, 2026)
