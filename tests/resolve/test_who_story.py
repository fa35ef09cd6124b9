"""A report has a country of its own, by its dateline or by what it is mostly about; a heading has one as well."""

import pytest
from tests.parsing import annotated

from dragoman.resolve.who import mentions


def code(text: str, words: str) -> str | None:
    """The country of the last mention with these words."""
    return [m for m in mentions(annotated(text))[0] if m.span.of(text) == words][-1].entity.code


FAR = "Chad and Niger rejected that. Norway and Peru kept silent. Ghana and Togo waited."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            f"Lusaka, 4 May 2011\n\nZambia sued Angola. {FAR} The high court heard both in Zambia.",
            "The high court",
            "ZMB",
        ),
        (
            f"By our reporter in Antananarivo\n\nMadagascar sued France. Madagascar won. {FAR} Police kept watch.",
            "Police",
            "MDG",
        ),
        (
            f"Kenya buried its poet. Kenya closed its schools. Mourners came to Kenya. {FAR} The parliament rose.",
            "The parliament",
            "KEN",
        ),
        ("Norway.\n\nIceland. Police searched the harbour. The prosecutor was pleased.", "The prosecutor", "ISL"),
    ],
)
def test_bodies_at_home_are_of_the_reports_country(text: str, words: str, expected: str) -> None:
    """Courts, police and parliaments far from any country are of the report's, or of the heading's over them."""
    assert code(text, words) == expected


def test_report_about_two_countries_has_none() -> None:
    """Where two countries are told equally often and no town is, nothing is guessed."""
    text = f"Chile sued Peru. Peru sued Chile. {FAR} Prosecutor Alvar Soto smiled."
    assert code(text, "Prosecutor Alvar Soto") is None


def test_official_without_a_country_is_of_the_datelines() -> None:
    """A minister named among others is one of the country that the report comes from and that acts in its lead."""
    text = (
        "TALLINN, May 3 - Estonia met Russia and Latvia. Estonia and they talked. Interior minister Toomas Kask spoke."
    )
    assert code(text, "Interior minister Toomas Kask") == "EST"


def test_embassy_names_no_home() -> None:
    """An embassy is in another country than its own, so the police around it are not the embassy's."""
    text = "Students marched to the Cuban embassy. The police stopped them."
    assert code(text, "The police") is None


def test_capital_before_a_court_is_no_unknown_body() -> None:
    """What the recogniser takes for a company is the capital whose court it is."""
    text = "The Oslo district court on Monday sentenced a 29-year-old man to eight years in prison."
    assert code(text, "The Oslo district court") == "NOR"


RAIN = "It rained. It snowed. It froze."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Norway summoned the Cuban ambassador. The embassy kept silent.",
            "The embassy",
            "CUB",
        ),
        (
            f"LIMA, May 2 - Peru closed its ports. Peru was tense. {FAR} {RAIN} The foreign secretary resigned.",
            "The foreign secretary",
            "PER",
        ),
        (
            f"OSLO, May 2 - Norway won. Norway hid. {FAR} {RAIN} Cuba lied. Minister Per Lund expelled the Cubans.",
            "Minister Per Lund",
            "NOR",
        ),
    ],
)
def test_what_else_tells_a_home(text: str, words: str, expected: str | None) -> None:
    """An embassy is its ambassador's; "foreign" in an office's name is no foreign country; nobody expels his own."""
    assert code(text, words) == expected


def test_surname_is_not_the_end_of_a_towns_name() -> None:
    """Mr Paz is not meant by La Paz."""
    text = "Minister Jorge Paz resigned on Monday. Crowds filled La Paz."
    assert not [m for m in mentions(annotated(text))[0] if m.entity.name == "Jorge Paz" and m.first > 6]


def test_heading_goes_before_the_countries_near() -> None:
    """Under a country's heading "the ministry" is its own, whoever else the paragraph names."""
    text = "Norway.\n\nIceland. Chad protested. The ministry froze its assets."
    assert code(text, "The ministry") == "ISL"


def test_warship_makes_nobody_its_countryman() -> None:
    """Those whom a frigate stops are not of the frigate's country for that."""
    text = "The Kenyan frigate MAMBA stopped a boat and arrested nine suspects."
    assert code(text, "nine suspects") is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Brussels sued Malta. The Commission asked for a fine.", "The Commission", "EUR"),
        ("The European Union waited. A spokesman for the Commission spoke.", "A spokesman for the Commission", "EUR"),
        ("Kenya closed its schools. The Commission was pleased.", "The Commission", "KEN"),
    ],
)
def test_commission_is_the_unions_only_where_the_union_was_told(text: str, words: str, expected: str) -> None:
    """A commission is that of the European Union in a report of the union, else whose it was before."""
    assert code(text, words) == expected
