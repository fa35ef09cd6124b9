"""Subjects that the parser gave to the phrase before the verb."""

import pytest

from dragoman.extract import arguments
from dragoman.model.syntax import Tree
from tests.parsing import annotated


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("After five days of talks in Maputo Zambia agreed to sell power to Malawi.", "agreed", ["Zambia"]),
        ("Before leaving Tunis the African Union's chairman insisted on a truce.", "insisted", ["chairman"]),
        ("At a meeting in Brussels EU ministers banned imports of rice from Burma.", "banned", ["ministers"]),
        ("In a telex to Seoul on Friday North Korea accepted the offer.", "accepted", ["Korea"]),
        ("The minister left, and the palace in Damascus said nothing.", "said", ["palace"]),
        ("The envoy arrived in Oslo on Monday.", "arrived", ["envoy"]),
        ("Troops left the town, said the mayor.", "said", ["mayor"]),
    ],
)
def test_a_verb_finds_its_subject(text: str, verb: str, subjects: list[str]) -> None:
    """The noun that ends right before a finite verb without a subject does what the verb tells."""
    tokens = annotated(text).tokens
    found = next(arguments.subjects(Tree(tokens), token.i) for token in tokens if token.text == verb)
    assert [tokens[i].text for i in found] == subjects
