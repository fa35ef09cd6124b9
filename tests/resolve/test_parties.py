"""Floors under the suite of phrases in short wire reports, and the rules that it asked for, one by one.

The suite's first run, before any rule was mended for it: right .660, wrong .064, open .276.
"""

import pytest
from tests.parsing import annotated
from tests.resolve.parties.scored import judged
from tests.resolve.references.scored import rates

from dragoman.resolve.who import mentions


def codes(text: str, words: str) -> set[str | None]:
    """The countries of the first phrase with these words."""
    found = [m for m in mentions(annotated(text))[0] if m.span.of(text) == words]
    first = min((m.span.start for m in found), default=0)
    return {m.entity.code for m in found if m.span.start == first}


def sectors(text: str, words: str) -> set[str]:
    """The sectors of the last phrase with these words."""
    return set([m for m in mentions(annotated(text))[0] if m.span.of(text) == words][-1].entity.sectors)


def test_most_parties_are_right_and_few_are_wrong() -> None:
    """Who is not sure leaves a phrase open rather than name a wrong country."""
    shares = rates(judged())
    assert len(judged()) >= 150
    assert shares["right"] >= 0.83
    assert shares["wrong"] <= 0.03


def test_parties_nobody_looked_at_are_right_too() -> None:
    """A third of the reports, drawn at random, was held out while the rules were mended."""
    shares = rates(one for one in judged() if one.held_out)
    assert shares["right"] >= 0.72
    assert shares["wrong"] <= 0.07


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Austria, whose central bank opposed the plan, abstained in Rome.", "whose central bank", {"AUT"}),
        (
            "The deputy head of Kenya Railways Corporation, Joseph Otieno, met Uzbekistan's envoy.",
            "Joseph Otieno",
            {"KEN"},
        ),
        ("Chile praised Peru. Hackers working for Ghana's army left.", "Hackers working for Ghana's army", {"GHA"}),
        ("Chile praised Peru. Mediators left the hall.", "Mediators", {None}),
        ("Ghana's ambassador called on the foreign secretary.", "the foreign secretary", {None}),
        ("Peru recalled the ambassador in Quito. Norway waited.", "the ambassador in Quito", {None, "PER"}),
        ("Oman met Yemen's envoys. Fiji praised the sultan.", "the sultan", {"OMN"}),
        ("Fiji waited. The foreign ministry in Quito kept silent.", "The foreign ministry", {"ECU"}),
        ("Hungary and Serbia closed the bridge. A court in Szeged heard them.", "A court", {"HUN"}),
        ("Niger accused the junta of Mali of lying.", "the junta of Mali", {"MLI"}),
        ("Japan and Korea oppose any increase.", "Korea", {"KOR"}),
        ("Chile accused Peru. Each side has moved troops.", "Each side", {"CHL", "PER"}),
        ("Ghana and Togo signed. Both have kept their word.", "Both", {"GHA", "TGO"}),
        ("Ghana and Togo met Benin. The envoys ate. The two left.", "The two", set()),
        ("Bavaria rejected the German plan.", "Bavaria", {"DEU"}),
        ("Bavaria saw heavy rain.", "Bavaria", set()),
        ("Rebels took a town in Mali on Monday.", "Rebels", {"MLI"}),
    ],
)
def test_whose_a_phrase_is(text: str, words: str, expected: set[str | None]) -> None:
    """Countries come from the phrase's own words and places, or stay open."""
    assert codes(text, words) <= expected
    assert None in expected or codes(text, words) == expected


def test_text_of_a_ministry_speaks_for_its_state() -> None:
    """Its "we", labelled or not, and its Minister are the issuer's; who only asks is nobody."""
    text = (
        "Ministry of Defence of Latvia\n\nMR. OZOLS: We condemn the raid. The Minister leaves today.\n\n"
        "QUESTION: We heard that Peru left?"
    )
    found = {m.span.start: m.entity.code for m in mentions(annotated(text))[0]}
    assert found[text.index("We condemn")] == "LVA"
    assert found[text.index("The Minister")] == "LVA"
    assert text.index("We heard") not in found


def test_country_of_another_paragraph_gives_way_to_the_reports_own() -> None:
    """Bodies at home are not those of a state that only comes in beside, a paragraph before."""
    text = (
        "BANGKOK, May 3 - Thailand closed its airports. Thailand's king spoke.\n\n"
        "Chad sent its regrets.\n\nThe army kept the roads open in Thailand."
    )
    assert codes(text, "The army") == {"THA"}


def test_short_form_that_an_article_explains_outweighs_the_tables() -> None:
    """A body of the dictionary with the same letters is not meant."""
    text = "The Kosovo Pension Agency (KPA) sold a mine. The KPA said so."
    assert codes(text, "KPA") == {"KOS"}


def test_officers_beside_police_are_police() -> None:
    """Officers are soldiers only where no police is near."""
    assert sectors("Kenyan police closed the road. Officers fired into the air.", "Officers") == {"COP"}
    assert sectors("Officers fired into the air.", "Officers") == {"MIL"}


def test_body_before_a_name_tells_whose_the_person_is() -> None:
    """An acronym of the dictionary before rank and name gives country and sector."""
    assert codes("BSF DIG R. K. Sharma said his men had left.", "BSF DIG R. K. Sharma") == {"IND"}
