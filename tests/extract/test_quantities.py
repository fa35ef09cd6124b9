"""Numbers are read with what they count, and people harmed or held are summed up for an act."""

import pytest

from dragoman.extract.harm import size
from dragoman.extract.quantities import quantities
from dragoman.model.event import Size
from dragoman.model.syntax import Tree
from tests.parsing import annotated

CASES = [
    ("Chad is sending 1,500 extra troops to the border.", [(1500, "person", "troops", False, "1,500 extra troops")]),
    ("Hundreds of refugees crossed the river.", [(200, "person", "refugees", True, "Hundreds of refugees")]),
    ("The army bought a dozen tanks.", [(12, "weapon", "tanks", False, "a dozen tanks")]),
    ("Several hundred advisers arrived.", [(300, "person", "advisers", True, "Several hundred advisers")]),
    ("The port exports 4,000 barrels a day.", [(4000, "barrel per day", None, False, "4,000 barrels a day")]),
    ("The camp lies about 40 km from the city.", [(40, "kilometre", None, True, "about 40 km")]),
    ("Oil made up 5.3 percent of all imports.", [(5.3, "percent", "all imports", False, "5.3 percent")]),
    ("Donors pledged $2.5 billion in aid.", [(2.5e9, "USD", "aid", False, "$2.5 billion")]),
    ("Rules changed under Article 5 of the 2015 deal.", []),
    ("The 41st meeting lasted two days.", [(2, "day", "meeting", False, "two days")]),
    ("The ministers met two days earlier.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_reads_numbers_with_what_they_count(
    text: str, expected: list[tuple[float, str, str | None, bool, str]]
) -> None:
    """Value, unit, noun and vagueness of each quantity; mere times, years and ordinals are none."""
    tree = Tree(annotated(text).tokens)
    found = quantities(tree, 0, len(tree.tokens))
    assert [(q.value, q.unit, q.of, q.approximate, q.raw_text) for q in found] == expected
    assert all(q.span.of(text) == q.raw_text for q in found)


SIZES = [
    ("The blast killed 12 people and wounded at least 30 others.", "blast", Size(dead=12, injured=30)),
    ("Twelve people were killed and 30 wounded in the attack.", "killed", Size(dead=12, injured=30)),
    ("Police arrested 45 protesters, injuring two.", "arrested", Size(injured=2, arrested=45)),
    ("The bombing, which killed 12 people, shocked the town.", "bombing", Size(dead=12)),
    ("The raid left three soldiers dead and 12 wounded.", "raid", Size(dead=3, injured=12)),
    ("More than 200 civilians died in the shelling.", "died", Size(dead=200)),
    ("The blast killed dozens of people.", "blast", Size()),
    ("The ministers met in Oslo.", "met", Size()),
]


@pytest.mark.parametrize(("text", "word", "expected"), SIZES, ids=[text for text, _, _ in SIZES])
def test_counts_people_harmed_or_held(text: str, word: str, expected: Size) -> None:
    """The numbers of dead, injured and arrested that the clause tells; vague plurals give none."""
    tree = Tree(annotated(text).tokens)
    assert size(tree, next(t.i for t in tree.tokens if t.text == word)) == expected
