"""Whether readers take an act as having happened by now: by tense, ground and the clause above it."""

import pytest

from dragoman.extract.factuality_happened import happened
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty, happening
from tests.parsing import annotated

DONE, OPEN = 0.6, 0.4


def _value(text: str, word: str) -> float:
    tree = Tree(annotated(text).tokens)
    return happened(tree, next(token.i for token in tree.tokens if token.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The plumber fixed our sink within an hour.", "fixed"),
        ("My aunt owns two bakeries in Lyon.", "owns"),
        ("I would recommend this garage to my neighbours.", "recommend"),
        ("They have painted the fence.", "painted"),
        ("Thank you for the lovely cake.", "Thank"),
        ("The waiter managed to open the bottle.", "open"),
    ],
)
def test_what_is_told_as_done_has_happened(text: str, word: str) -> None:
    assert _value(text, word) > DONE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The plumber will fix our sink on Monday.", "fix"),
        ("I think the plumber will fix our sink.", "fix"),
        ("Bring a warm coat.", "Bring"),
        ("Anna is going to sell her boat.", "going"),
        ("She wants to open a bakery.", "open"),
        ("Can you lend me a ladder?", "lend"),
        ("If it rains, we will cancel the picnic and stay at home.", "stay"),
    ],
)
def test_what_lies_ahead_or_is_only_wished_has_not(text: str, word: str) -> None:
    assert _value(text, word) < -OPEN


@pytest.mark.parametrize(
    ("likelier", "other", "word"),
    [
        ("She wanted to open a bakery.", "She wants to open a bakery.", "open"),
        ("My aunt sells bread.", "You sell bread, and people come back.", "sell"),
        ("He left, using the back door.", "He will leave, using the back door.", "using"),
        ("He drove to the port to meet her.", "He will drive to the port to meet her.", "meet"),
    ],
)
def test_the_clause_above_and_the_subject_tell_how_likely_it_is(likelier: str, other: str, word: str) -> None:
    first = word if word in likelier.split() else f"{word}s"
    assert _value(likelier, first) > _value(other, word)


def test_every_ground_that_is_not_told_as_done_has_values() -> None:
    """A ground that only factuality.yaml knew would be read as done."""
    told = {"plain", "known", "probable", "alleged"}
    assert set(happening.readings().untold) == set(certainty.words().grounds) - told
