"""Verbs that a parser took for nouns or participles become verbs again, with their subjects."""

from tests.annotate.test_repairs import tokens

from dragoman.annotate.repairs import repaired


def test_main_verb_behind_a_relative_clause() -> None:
    """In "Togo, which has ports, called on Benin" what looks like a participle of Togo is what Togo did."""
    table = tokens(
        ("Togo", "Togo", "NNP", "ROOT", 0),
        (",", ",", ":", "punct", 0),
        ("which", "which", "PRP", "nsubj", 3),
        ("has", "have", "VBZ", "relcl", 0),
        ("ports", "port", "NNS", "dobj", 3),
        (",", ",", ":", "punct", 0),
        ("called", "call", "VBD", "acl", 0),
        ("on", "on", "IN", "prep", 6),
        ("Benin", "Benin", "NNP", "pobj", 7),
    )
    found = repaired(table)
    assert (found[6].head, found[6].dep) == (6, "ROOT")
    assert (found[0].head, found[0].dep) == (6, "nsubj")


def test_infinitive_taken_for_a_noun() -> None:
    """What stands behind "to" as its auxiliary is a verb."""
    table = tokens(
        ("Oman", "Oman", "NNP", "nsubj", 1),
        ("agreed", "agree", "VBD", "ROOT", 1),
        ("to", "to", "TO", "aux", 3),
        ("host", "host", "NN", "xcomp", 1),
        ("talks", "talk", "NNS", "dobj", 3),
    )
    found = repaired(table)[3]
    assert (found.tag, found.pos) == ("VB", "VERB")


def test_verb_taken_for_a_plural() -> None:
    """In "Togo demands that Benin pay" the demands are what Togo does, but in "Togo demands" they are a noun."""
    table = tokens(
        ("Togo", "Togo", "NNP", "compound", 1),
        ("demands", "demand", "NNS", "ROOT", 1),
        ("that", "that", "IN", "mark", 4),
        ("Benin", "Benin", "NNP", "nsubj", 4),
        ("pay", "pay", "VB", "relcl", 1),
    )
    found = repaired(table)
    assert [(t.tag, t.dep, t.head) for t in (found[0], found[1], found[4])] == [
        ("NNP", "nsubj", 1),
        ("VBZ", "ROOT", 1),
        ("VB", "ccomp", 1),
    ]
    assert repaired(table[:2])[1].tag == "NNS"


def test_subject_taken_for_an_adverbial() -> None:
    """A name that opens a clause right before its verb is the subject, unless it is a day."""
    table = tokens(
        ("Benin", "Benin", "NNP", "npadvmod", 1),
        ("funded", "fund", "VBN", "ROOT", 1),
        ("wells", "well", "NNS", "dobj", 1),
    )
    found = repaired(table)
    assert (found[0].dep, found[1].tag) == ("nsubj", "VBD")


def test_saying_behind_what_was_said() -> None:
    """In "Togo will wait, added minister Koffi" the minister speaks and is not waited for."""
    table = tokens(
        ("Togo", "Togo", "NNP", "nsubj", 2),
        ("will", "will", "MD", "aux", 2),
        ("wait", "wait", "VB", "ROOT", 2),
        (",", ",", ":", "punct", 2),
        ("added", "add", "VBN", "amod", 5),
        ("minister", "minister", "NN", "compound", 6),
        ("Koffi", "Koffi", "NNP", "dobj", 2),
    )
    found = repaired(table)
    assert [(t.dep, t.head) for t in (found[2], found[4], found[6])] == [("ccomp", 4), ("ROOT", 4), ("nsubj", 4)]
