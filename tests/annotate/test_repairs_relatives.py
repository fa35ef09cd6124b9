"""What somebody calls something is the object of what is done to it."""

import msgspec
from tests.annotate.test_repairs import tokens

from dragoman.annotate.repairs import repaired


def test_thing_that_is_named_is_the_object() -> None:
    """In "Togo condemned what it called a coup" the coup is condemned."""
    table = tokens(
        ("Togo", "Togo", "NNP", "nsubj", 1),
        ("condemned", "condemn", "VBD", "ROOT", 1),
        ("what", "what", "PWP", "dobj", 1),
        ("it", "it", "PRP", "nsubj", 4),
        ("called", "call", "VBD", "ccomp", 1),
        ("a", "a", "DT", "det", 6),
        ("coup", "coup", "NN", "oprd", 4),
    )
    found = repaired(table)
    assert [(found[i].dep, found[i].head) for i in (6, 4, 2)] == [("dobj", 1), ("relcl", 6), ("dobj", 4)]


def test_thing_behind_a_preposition() -> None:
    """In "for what he described as a bribe" the preposition points at the bribe."""
    table = tokens(
        ("Sued", "sue", "VBN", "ROOT", 0),
        ("for", "for", "IN", "prep", 0),
        ("what", "what", "PWP", "dobj", 4),
        ("he", "he", "PRP", "nsubj", 4),
        ("described", "describe", "VBD", "pcomp", 1),
        ("as", "as", "IN", "prep", 4),
        ("a", "a", "DT", "det", 7),
        ("bribe", "bribe", "NN", "pobj", 5),
    )
    marked = tuple(msgspec.structs.replace(t, pos="ADP") if t.dep == "prep" else t for t in table)
    assert [(t.dep, t.head) for t in repaired(marked)][7] == ("pobj", 1)


def test_what_somebody_says_names_nothing() -> None:
    """In "asked what it cost" no thing is named."""
    table = tokens(
        ("Togo", "Togo", "NNP", "nsubj", 1),
        ("asked", "ask", "VBD", "ROOT", 1),
        ("what", "what", "PWP", "dobj", 4),
        ("it", "it", "PRP", "nsubj", 4),
        ("cost", "cost", "VBD", "ccomp", 1),
    )
    assert repaired(table) == table
