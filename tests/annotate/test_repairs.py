"""Verbs of saying that a parser hung on the wrong word go back to their speaker."""

import pytest

from dragoman.annotate.repairs import repaired
from dragoman.model.annotated import Token
from dragoman.model.span import Span

Row = tuple[str, str, str, str, int]
"""Text, lemma, tag, dependency label, head."""


def tokens(*rows: Row) -> tuple[Token, ...]:
    """A token table as a parser might give it."""
    pos = {
        "V": "VERB",
        "M": "AUX",
        "T": "PART",
        "N": "NOUN",
        "P": "PRON",
        "D": "DET",
        "C": "CCONJ",
        "I": "SCONJ",
        ":": "PUNCT",
    }
    return tuple(
        Token(
            i=i,
            span=Span(i * 20, i * 20 + len(text)),
            text=text,
            lemma=lemma,
            pos=pos[tag[0]],
            tag=tag,
            dep=dep,
            head=head,
            entity="",
            sentence=0,
        )
        for i, (text, lemma, tag, dep, head) in enumerate(rows)
    )


def told(subject: Row) -> tuple[Token, ...]:
    """The words "Envoys said SUBJECT failed and stressed that it mattered", with "stressed" hung on "failed"."""
    return tokens(
        ("Envoys", "envoy", "NNS", "nsubj", 1),
        ("said", "say", "VBD", "ROOT", 1),
        subject,
        ("failed", "fail", "VBD", "ccomp", 1),
        ("and", "and", "CC", "cc", 3),
        ("stressed", "stress", "VBD", "conj", 3),
        ("that", "that", "IN", "mark", 8),
        ("it", "it", "PRP", "nsubj", 8),
        ("mattered", "matter", "VBD", "ccomp", 5),
    )


@pytest.mark.parametrize(
    ("subject", "head"),
    [(("talks", "talk", "NNS", "nsubj", 3), 1), (("they", "they", "PRP", "nsubj", 3), 3)],
    ids=["talks say nothing", "they may have said it"],
)
def test_a_second_verb_of_saying_goes_with_the_first(subject: Row, head: int) -> None:
    """Unless who is told of may have said it himself."""
    assert repaired(told(subject))[5].head == head


def test_each_of_two_subjects_has_a_verb() -> None:
    """In "It may leave, papers reported; offices waited": the clause goes with the papers' verb."""
    table = tokens(
        ("Ships", "ship", "NNS", "nsubj", 1),
        ("leave", "leave", "VBP", "ccomp", 6),
        ("papers", "paper", "NNS", "nsubj", 6),
        ("reported", "report", "VBN", "acl", 2),
        (";", ";", ":", "punct", 6),
        ("offices", "office", "NNS", "nsubj", 6),
        ("waited", "wait", "VBD", "ROOT", 6),
    )
    fixed = repaired(table)
    assert [(fixed[i].head, fixed[i].dep) for i in (1, 2, 3)] == [(3, "ccomp"), (3, "nsubj"), (6, "ccomp")]
