"""Participants of a verb under control, coordination, passives and relative clauses."""

import pytest

from dragoman.extract import arguments
from dragoman.extract.obliques import obliques
from dragoman.model.syntax import Tree
from tests.parsing import annotated


def words(text: str, verb: str) -> tuple[list[str], list[str]]:
    """The subjects and objects of a verb of a sentence, as words."""
    tree = Tree(annotated(text).tokens)
    token = next(t.i for t in tree.tokens if t.text == verb)
    subjects, objects = arguments.subjects(tree, token), arguments.objects(tree, token)
    return [tree.tokens[i].text for i in subjects], [tree.tokens[i].text for i in objects]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Kenya accused Somalia of theft.", "accused", ["Kenya"], ["Somalia"]),
        ("Kenya and Uganda accused Somalia.", "accused", ["Kenya", "Uganda"], ["Somalia"]),
        ("Somalia was accused by Kenya.", "accused", ["Kenya"], ["Somalia"]),
        ("Peru urged Chile to release the fishermen.", "release", ["Chile"], ["fishermen"]),
        ("Peru promised Chile to release the fishermen.", "release", ["Peru"], ["fishermen"]),
        ("Peru threatened to close the border.", "close", ["Peru"], ["border"]),
        ("Mali expelled the envoy and recalled its own.", "recalled", ["Mali"], ["own"]),
        ("The general, who ordered the attack, fled.", "ordered", ["general"], ["attack"]),
        ("Rebels holding the town freed ten men.", "holding", ["Rebels"], ["town"]),
        ("The tariffs imposed by Canada hurt farmers.", "imposed", ["Canada"], ["tariffs"]),
        ("Norway met Sweden, urging restraint.", "urging", ["Norway"], ["restraint"]),
        ("Chad left after signing the treaty.", "signing", ["Chad"], ["treaty"]),
        ("The minister is expected to visit Oslo.", "visit", ["minister"], ["Oslo"]),
        ("It froze accounts of three men it accused of funding rebels.", "accused", ["it"], ["men"]),
        ("It froze accounts of three men it accused of arming the rebels.", "arming", ["men"], ["rebels"]),
        ("Sudan expelled an envoy whom it accused of bias.", "accused", ["it"], ["envoy"]),
        ("Visiting Chilean President Ana Soto met farmers.", "met", ["Soto"], ["farmers"]),
    ],
)
def test_participants_follow_the_construction(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    """Control, coordination, passives, participles and relative clauses give the right doer and undergoer."""
    assert words(text, verb) == (subjects, objects)


def test_obliques_of_a_verb_name_their_preposition() -> None:
    """A participant behind a preposition is given with it, coordinated ones each on their own."""
    tree = Tree(annotated("Ghana signed a pact with Togo and Benin.").tokens)
    signed = next(t.i for t in tree.tokens if t.text == "signed")
    pact = next(t.i for t in tree.tokens if t.text == "pact")
    found = obliques(tree, signed) + obliques(tree, pact)
    assert [(o.preposition, tree.tokens[o.head].text) for o in found] == [("with", "Togo"), ("with", "Benin")]
