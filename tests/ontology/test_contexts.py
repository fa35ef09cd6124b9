"""What tells contexts: the table's words stand as written, the longest phrase holds, and a faulty table is told."""

import msgspec
import pytest

from dragoman.ontology import cameo, contexts, plover
from tests.parsing import annotated


def told(text: str) -> list[tuple[str, ...]]:
    """The contexts of each phrase in a sentence."""
    return [hit.contexts for hit in contexts.load().hits(annotated(text).tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They talked about asylum-seekers.", [("asylum",)]),
        ("A trade war hurts.", [("economic",)]),
        ("It was a war of words.", []),
        ("He sells olive oil.", []),
        ("Tourists flood the market.", []),
        ("They rigged the vote.", [("election",)]),
        ("The OPCW wrote.", [("cbrn",)]),
    ],
)
def test_the_longest_phrase_holds_and_a_verb_does_not_stand_for_a_noun(text: str, expected: list[tuple[str]]) -> None:
    """Lemmas, hyphens, look-alikes and names."""
    assert told(text) == expected


def test_the_table_knows_only_contexts_of_plover_and_codes_of_cameo() -> None:
    """Every entry points at something that exists."""
    table = contexts.load()
    assert {name for several in table.codes.values() for name in several} <= set(plover.contexts())
    assert set(table.codes) | table.of_states | table.of_forces <= set(cameo.names())


def test_a_faulty_table_is_told() -> None:
    """An unknown context and an unknown code are both named."""
    empty: dict[str, object] = {
        "none": [],
        "title_heads": [],
        "needs_word": [],
        "repressed": [],
        "codes_of_forces": [],
        "titles": {},
    }
    wrong = {"words": {"weather": ["rain"]}, "names": {}, "codes": {"legal": ["999"]}, "codes_of_states": []}
    table = msgspec.convert({**empty, **wrong}, contexts.Table)
    assert list(contexts.faults(table)) == [
        "contexts.yaml: unknown context 'weather'",
        "contexts.yaml: unknown CAMEO code '999'",
    ]
