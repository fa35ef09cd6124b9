"""Actors are found in a text: one mention for each phrase, tied to who is meant."""

import pytest
from tests.parsing import annotated

from dragoman.model.resolved import ActorMention
from dragoman.resolve.who import mentions


def told(text: str, date: str | None = "2019-12-20") -> list[tuple[str, str]]:
    """Words and entity id of each mention."""
    found, _ = mentions(annotated(text, date))
    return [(m.span.of(text), m.entity.id) for m in found]


def only(text: str, words: str, date: str | None = "2019-12-20") -> ActorMention:
    """The one mention with these words."""
    found, _ = mentions(annotated(text, date))
    [mention] = [m for m in found if m.span.of(text) == words]
    return mention


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Kenya and Somalia signed a pact.", "Somalia", "state:SOM"),
        ("Polish President Andrzej Duda spoke on Monday.", "Polish President Andrzej Duda", "person:andrzej-duda"),
        ("Chancellor Merkel met farmers.", "Chancellor Merkel", "person:angela-merkel"),
        ("Moscow urged Ankara to withdraw.", "Ankara", "state:TUR"),
        ("Talks with Beijing failed.", "Beijing", "state:CHN"),
        ("Lagos lawyers praised Cairo's offer.", "Cairo", "state:EGY"),
        ("The Kremlin denied it.", "The Kremlin", "org:kremlin:RUS"),
        ("Brazilian farmers blocked a road.", "Brazilian farmers", "generic:farmer:BRA"),
        ("Police officials in Peru resigned.", "Police officials", "generic:police-official:PER"),
        ("The president of Ghana arrived.", "The president of Ghana", "person:nana-akufo-addo"),
        ("Kenya's foreign ministry protested.", "Kenya's foreign ministry", "generic:foreign-ministry:KEN"),
        ("A group of Chilean miners marched.", "A group of Chilean miners", "generic:miner:CHL"),
        ("Peruvian copper is cheap.", "Peruvian", "state:PER"),
        ("French-backed forces advanced.", "French", "state:FRA"),
        ("The Hamas movement refused.", "The Hamas movement", "org:hamas"),
    ],
)
def test_names_and_nouns(text: str, words: str, entity: str) -> None:
    """A phrase is one mention with its title, country and quantity."""
    assert (words, entity) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Kabul.",
        "They flew to Nairobi.",
        "A Madrid-based firm won.",
        "The convoy left Baghdad at dawn.",
    ],
)
def test_capitals_as_places_are_no_actors(text: str) -> None:
    """A capital where things happen or people go is left to the map."""
    assert not [entity for _, entity in told(text) if entity.startswith("state:")]


def test_visited_capital_is_the_host() -> None:
    """A journey's goal stands for its government."""
    assert ("Lima", "state:PER") in told("Her visit to Lima was short.")


def test_stranger_is_coded_by_his_title_and_remembered() -> None:
    """A person whom no dictionary knows keeps the country and sector of his title under his surname."""
    text = "Kenyan Interior Minister Otieno Wambua spoke on Monday. Later Wambua left."
    first, later = only(text, "Kenyan Interior Minister Otieno Wambua"), only(text, "Wambua")
    assert (first.entity.code, first.entity.sectors) == ("KEN", ("GOV",))
    assert later.entity == first.entity


def test_stranger_is_coded_by_his_apposition() -> None:
    """What follows a name tells who it is, and is no mention of its own."""
    text = "Otieno Wambua, a spokesman for the Kenyan army, denied the report."
    entity = only(text, "Otieno Wambua").entity
    assert (entity.code, entity.sectors[0]) == ("KEN", "MIL")


@pytest.mark.parametrize(
    ("text", "words", "entities"),
    [
        ("Angela Merkel met Emmanuel Macron. She praised France.", "She", {"person:angela-merkel"}),
        ("Norway said it would send ships.", "it", {"state:NOR"}),
        ("Chile and Peru reopened their border.", "their", {"state:CHL", "state:PER"}),
        ("Chile met Peru in May. The two countries agreed.", "The two countries", {"state:CHL", "state:PER"}),
        ("Oman received Chile's envoy. The Gulf nation paid.", "The Gulf nation", {"state:OMN"}),
        ('"We want peace," Emmanuel Macron said.', "We", {"person:emmanuel-macron"}),
        ("Hezbollah fired rockets. The group gave no reason.", "The group", {"org:hezbollah"}),
    ],
)
def test_references(text: str, words: str, entities: set[str]) -> None:
    """Pronouns and descriptions mean the actors told before."""
    assert {entity for said, entity in told(text) if said == words} == entities


def test_unsure_reference_is_an_issue() -> None:
    """Where nobody fits, nothing is guessed."""
    found, issues = mentions(annotated("He resigned on Monday."))
    assert len(found) == 0
    assert [issue.reason for issue in issues] == ["unresolved-reference"]


def test_two_countries_in_one_word() -> None:
    """Each country of a compound has its own characters."""
    text = "The U.S.-Chinese quarrel went on."
    assert told(text) == [("U.S.", "state:USA"), ("Chinese", "state:CHN")]


def test_namesake_state_is_doubted() -> None:
    """A name that the article uses for something else is left open."""
    found, issues = mentions(annotated("Police in Atlanta, Georgia, and Savannah searched houses."))
    assert "state:GEO" not in [m.entity.id for m in found]
    assert "ambiguous-name" in [issue.reason for issue in issues]


def test_a_hyphen_between_two_states_belongs_to_neither() -> None:
    """In "the Kenya-Uganda accord" each state is named by its own word alone."""
    found = told("The Kenya-Uganda accord was signed; Israel-Hamas negotiations collapsed.")
    assert [said for said, _ in found] == ["Kenya", "Uganda", "Israel", "Hamas"]


def test_brackets_introduce_a_short_form() -> None:
    """A short form in brackets is the body named before it."""
    text = "The Kenyan Tea Board (KTB) met. On Friday KTB raised prices."
    found = [entity for said, entity in told(text) if said == "KTB"]
    assert set(found) == {"article:kenyan-tea-board"}


def test_head_and_span_agree() -> None:
    """The head lies in the phrase, and the phrase is what the span shows."""
    text = "Iraqi and Turkish officials met President Barham Salih of Iraq, and U.S.-led troops left."
    parsed = annotated(text)
    for mention in mentions(parsed)[0]:
        assert mention.first <= mention.head < mention.stop
        assert mention.span.start >= parsed.tokens[mention.first].span.start
        assert mention.span.end <= parsed.tokens[mention.stop - 1].span.end
