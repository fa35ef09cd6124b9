"""Quotations find their speaker: before, behind, between, in the sentence next door and in the next paragraph."""

import pytest

from dragoman.extract.attribution import attributions
from dragoman.model.syntax import Tree
from tests.parsing import annotated


def spoken(text: str) -> dict[str, str]:
    """For each quotation the source it was given."""
    layers = annotated(text)
    told = attributions(layers, Tree(layers.tokens))
    return {
        q.inner.of(text): t.source[0].of(text)
        for q in layers.quotes
        for t in told
        if any(c.meets(q.inner) for c in t.content)
    }


CASES = [
    ('The envoy said: "We will not sign."', {"We will not sign.": "The envoy"}),
    ('"We will not sign this paper," said the envoy.', {"We will not sign this paper,": "the envoy"}),
    (
        '"We will not sign," the envoy said. "They know that very well."',
        {"We will not sign,": "the envoy", "They know that very well.": "the envoy"},
    ),
    (
        '"The talks," the envoy said, "have not failed at all."',
        {"have not failed at all.": "the envoy"},
    ),
    (
        '"We will not sign," the envoy said.\n\n"They know that very well."',
        {"We will not sign,": "the envoy", "They know that very well.": "the envoy"},
    ),
    (
        '"Nobody asked us about it," the mayor said. Rita Gomez added: "I was not there at all."',
        {"Nobody asked us about it,": "the mayor", "I was not there at all.": "Rita Gomez"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_gives_a_quotation_to_its_speaker(text: str, expected: dict[str, str]) -> None:
    """The verb that introduces, closes or interrupts a quotation gives its source; else the one before."""
    found = spoken(text)
    assert {quote: found.get(quote) for quote in expected} == expected
