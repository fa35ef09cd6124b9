"""What is told before a denial that has an object of its own is no part of what is denied."""

import pytest
from tests.annotate.test_repairs import tokens

from dragoman.annotate.repairs import repaired


def test_clause_before_a_denied_charge_stands_on_its_own() -> None:
    """In "Oman sued Yemen, a charge Yemen denies" the suing is not what is denied."""
    table = tokens(
        ("Oman", "Oman", "NNP", "nsubj", 1),
        ("sued", "sue", "VBD", "ccomp", 7),
        ("Yemen", "Yemen", "NNP", "dobj", 1),
        (",", ",", ":", "punct", 7),
        ("a", "a", "DT", "det", 5),
        ("charge", "charge", "NN", "dobj", 7),
        ("Yemen", "Yemen", "NNP", "nsubj", 7),
        ("denies", "deny", "VBZ", "ROOT", 7),
    )
    found = repaired(table)
    assert (found[1].head, found[1].dep) == (1, "ROOT")
    assert (found[7].head, found[7].dep) == (1, "parataxis")


@pytest.mark.parametrize("lemma", ["deny", "say"])
def test_what_is_said_before_its_verb_stays_said(lemma: str) -> None:
    """In "Oman sued, Yemen denied" nothing but the clause can be what is denied."""
    table = tokens(
        ("Oman", "Oman", "NNP", "nsubj", 1),
        ("sued", "sue", "VBD", "ccomp", 4),
        (",", ",", ":", "punct", 4),
        ("Yemen", "Yemen", "NNP", "nsubj", 4),
        ("spoke", lemma, "VBD", "ROOT", 4),
    )
    assert repaired(table) == table
