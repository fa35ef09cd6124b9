"""Speakers before a colon, verbs that only a quotation makes verbs of saying, and what is told of a source."""

import pytest

from dragoman.extract.attribution import Told, attributions, rows
from dragoman.extract.chains import chained
from dragoman.model.syntax import Tree
from tests.parsing import annotated


def told(text: str, *, every: bool = False) -> tuple[Told, ...]:
    layers = annotated(text)
    return attributions(layers, Tree(layers.tokens), every=every)


def shown(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each claim."""
    return [(t.source[0].of(text), t.cue.of(text), " / ".join(c.of(text) for c in t.content)) for t in told(text)]


COLONS = [
    ("Macron: Europe must arm itself", [("Macron", ":", "Europe must arm itself")]),
    ("Nine miners freed from flooded shaft: ministry", [("ministry", ":", "Nine miners freed from flooded shaft")]),
    (
        "Q: When did the shooting start? We heard two stories.",
        [("Q", ":", "When did the shooting start? We heard two stories")],
    ),
    ('Rosa Vidal: "Nobody warned the fishermen."', [("Rosa Vidal", ":", '"Nobody warned the fishermen."')]),
    ("The result: ministers will meet again in May.", []),
    ("Photo: the dam at dawn", []),
]


@pytest.mark.parametrize(("text", "expected"), COLONS, ids=[text[:20] for text, _ in COLONS])
def test_a_speaker_and_a_colon(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Headlines and interviews name who speaks before or behind a colon; other words there are no speakers."""
    assert shown(text) == expected


QUOTES = [
    ('"We are leaving the island tonight," the captain shrugged.', "the captain"),
    ('The captain laid the blame on the owners: "They never paid for repairs."', "The captain"),
    (
        '"The valves were old and rusty." The crew had asked for new ones twice, the captain said.',
        "the captain",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTES, ids=[speaker for _, speaker in QUOTES])
def test_a_quotation_without_a_verb_of_saying(text: str, speaker: str) -> None:
    """Any verb or sentence that leads up to a quotation, or the speaker named behind, gives its source."""
    quote = annotated(text).quotes[0].inner
    assert [t.source[0].of(text) for t in told(text) if any(c.meets(quote) for c in t.content)] == [speaker]


def test_what_stands_before_a_colon_is_not_said() -> None:
    """A quotation set off by a colon does not draw the narrator's words into the claim."""
    text = 'The envoy left without a word for the press: "I am tired of it," he said later.'
    assert [c.of(text) for t in told(text) for c in t.content] == ['"I am tired of it,"']


def test_evaluation_rows_leave_out_claims_within_claims() -> None:
    """The evaluation set marks the outermost claim alone; records keep both."""
    text = "The paper said the general believed that the war was lost."
    assert len(told(text)) == 2
    assert [row.cue[0].of(text) for row in rows(told(text))] == ["said"]


def test_a_claim_within_claims_came_through_all_of_them() -> None:
    """Chains go to any depth, from the source outwards."""
    text = "The paper said the envoy claimed that the general believed that the war was lost."
    inner = chained(told(text))[-1]
    assert [inner.source[0].of(text), *(via.span.of(text) for via in inner.via)] == [
        "the general",
        "the envoy",
        "The paper",
    ]


def test_the_cited_is_the_source_by_the_word_that_cites() -> None:
    """Who cites passed the claim on, each by his own word."""
    text = "Two hostages were freed, the agency said, citing a tribal elder."
    (one,) = told(text)
    assert one.cue.of(text) == "citing"
    assert [via.cue.of(text) for via in one.via if via.cue is not None] == ["said"]


QUALITIES = [
    ("A senior aide said the fleet had sailed.", ["senior"]),
    ("Two envoys said, on condition of anonymity, that the fleet had sailed.", ["on condition of anonymity"]),
    ("A banker with three children said the fleet had sailed.", []),
    ("The aide, who spoke of his childhood, said the fleet had sailed.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUALITIES, ids=[text[:24] for text, _ in QUALITIES])
def test_what_is_told_of_a_source(text: str, expected: list[str]) -> None:
    """Rank, nearness and wish for anonymity; nothing else that stands beside a source."""
    assert [[q.of(text) for q in t.qualities] for t in told(text) if t.cue.of(text) == "said"] == [expected]
