"""Names of places are found in a text and tied to the place that the article means."""

import pytest
from tests.parsing import annotated

from dragoman.model.resolved import PlaceMention
from dragoman.resolve import where


def mentions(text: str) -> dict[str, PlaceMention]:
    found, _ = where.places(annotated(text))
    return {m.span.of(text): m for m in found}


def country(text: str, name: str) -> str | None:
    return mentions(text)[name].place.country


@pytest.mark.parametrize(
    "text, name, place",
    [
        ("Protesters gathered in Nairobi on Monday.", "Nairobi", "KEN"),
        ("A boat sank in the Gulf of Aden.", "Gulf of Aden", None),
        ("The delegation flew from Lima to Bogotá.", "Bogotá", "COL"),
        ("Kenya and the U.K. signed a treaty.", "U.K.", "GBR"),
        ("NAIROBI — Talks failed on Monday.", "NAIROBI", "KEN"),
        ("Rebels advanced across North Kivu.", "North Kivu", "COD"),
    ],
)
def test_names_are_found(text: str, name: str, place: str | None) -> None:
    """Cities, seas, countries and regions are found, in capitals and short forms too."""
    assert country(text, name) == place


def test_a_region_named_after_it_decides() -> None:
    """The form "City, Region" tells which city is meant, for all mentions of the name."""
    text = "A bridge collapsed in Cambridge, Ontario. Officials closed the centre of Cambridge."
    found, _ = where.places(annotated(text))
    assert {m.place.admin1 for m in found if m.place.feature == "city"} == {"Ontario"}


def test_the_country_of_the_article_decides() -> None:
    """Among cities of one name the one in the country that the article tells of is meant."""
    text = "Chile sent aid to the earthquake zone. Chile's president flew to Santiago, and Chile mourned in Valdivia."
    assert country(text, "Santiago") == "CHL"


def test_without_a_hint_the_largest_is_meant() -> None:
    """A well-known city wins over its namesakes."""
    assert country("The film opens in Athens next week.", "Athens") == "GRC"


def test_countries_in_a_list_are_countries() -> None:
    """A country before another one in a list is not a town inside it."""
    text = "Ministers from Cuba, Mexico, Peru and Chile met."
    assert {m.place.feature for m in mentions(text).values()} == {"country"}


def test_given_names_are_not_places() -> None:
    """Somebody's given name is nobody's country."""
    text = "Chad Miller won the race. Later Chad Miller thanked his team."
    assert "Chad" not in mentions(text)


def test_common_words_are_not_towns() -> None:
    """Months and generic words stay words even where a village bears the name."""
    assert mentions("The talks in March failed.") == {}


def test_demonyms_are_names_only_for_evaluation() -> None:
    """A demonym is no place of an act, but evaluation sets count it."""
    text = "The Kenyan army withdrew."
    assert mentions(text) == {}
    assert [(row["country"], row["rule"]) for row in where.rows(annotated(text))] == [("KEN", "demonym")]


def test_an_unknown_place_is_left_open() -> None:
    """What the recogniser takes for a place and no table knows is an issue, not a guess."""
    found, issues = where.places(annotated("They met in Zubrovkagrad on Friday."))
    assert found == ()
    assert {i.reason for i in issues} <= {"unknown-place"}


def test_an_undecided_place_is_left_open() -> None:
    """Several small towns of one name and no hint: the name is an issue."""
    text = "The mayor spoke in Springfield."
    found, issues = where.places(annotated(text))
    assert found == ()
    assert [(i.reason, i.span.of(text)) for i in issues if i.span is not None] == [("ambiguous-place", "Springfield")]


@pytest.mark.parametrize(
    "text, name, rule, admin1",
    [
        ("The mill in Ogallala, Nebraska, was sold.", "Ogallala", "enclosed", "Nebraska"),
        ("A storm hit Moab, UT on Sunday.", "Moab", "enclosed", "Utah"),
        ("Sheriffs of Garfield County met the mayor of Panguitch, Utah.", "Garfield County", "county", "Utah"),
        ("BEMIDJI — Two boats sank on Monday.", "BEMIDJI", "dateline", "Minnesota"),
        ("Hyderabad police detained four men near Karachi, Pakistan.", "Hyderabad", "described", "Sindh"),
        ("They drove from Townsville to Mackay or Ingham in Queensland.", "Ingham", "listed", "Queensland"),
    ],
)
def test_neighbours_show_a_small_town(text: str, name: str, rule: str, admin1: str) -> None:
    """A state behind it, a dateline, "County", "the town of", "police" and a list show a place, and which one."""
    found = mentions(text)[name]
    assert (found.place.admin1, found.because.rule) == (admin1, rule)


def test_a_namesake_next_to_another_place_is_meant() -> None:
    """A town so near to a county of the article is meant; but a government's capital draws no namesake to it."""
    assert country("LAMAR COUNTY, Texas - A man was hurt. He lives in Paris.", "Paris") == "USA"
    assert country("Talks between Washington and Tehran resumed in Vienna.", "Vienna") == "AUT"


def test_a_name_in_capitals_is_the_same_name() -> None:
    """What a dateline tells of a name holds for the whole article."""
    text = "ATHENS, Ohio - The fair opened. Police in Athens closed two roads."
    assert {m.place.admin1 for m in mentions(text).values()} == {"Ohio"}


def test_borrowed_names_are_not_the_country() -> None:
    """A quarter named after a country is not in that country."""
    assert "Portugal" not in mentions("A shop in Little Portugal burned.")


@pytest.mark.parametrize(
    "text, feature",
    [
        ("Markets opened in New York on Monday.", "city"),
        ("New York Governor Kathy Hochul signed it.", "admin1"),
        ("A barn burned in Ithaca, New York, on Monday.", "admin1"),
    ],
)
def test_the_city_or_its_state(text: str, feature: str) -> None:
    """New York is the city unless a governor or a town before it shows that the state is meant."""
    assert mentions(text)["New York"].place.feature == feature


def test_a_world_city_in_its_named_country() -> None:
    """A world city whose country the article names is meant, whatever namesake lies near another place of it."""
    text = "GEORGETOWN, Ky. - A teacher flew to France. She was in Paris when the bomb went off."
    assert country(text, "Paris") == "FRA"


def test_counties_are_no_surnames() -> None:
    """Counties of Britain and Ireland are found, but somebody's surname is none."""
    assert country("Police in Kent found a boat.", "Kent") == "GBR"
    assert mentions("Clara Kent resigned. Kent gave no reason.") == {}


def test_demonyms_of_two_words() -> None:
    """Demonyms may have more than one word."""
    assert [row["country"] for row in where.rows(annotated("A South African envoy spoke."))] == ["ZAF"]


def test_spans_and_tokens_agree() -> None:
    """A mention's characters are those of its tokens, and it tells why."""
    text = "Fighting near the Golan Heights spread to Damascus, Syria said."
    layers = annotated(text)
    for mention in where.places(layers)[0]:
        tokens = layers.tokens[mention.first : mention.stop]
        assert mention.span == (tokens[0].span.start, tokens[-1].span.end)
        assert mention.first <= mention.head < mention.stop
        assert mention.because.detail
