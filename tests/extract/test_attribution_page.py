"""The examples of docs/attribution.md are answered as they stand there."""

from pathlib import Path

import pytest

from dragoman.extract.attribution import attributions
from dragoman.model.syntax import Tree
from tests.parsing import annotated

PAGE = Path(__file__).parents[2] / "docs" / "attribution.md"
COLUMNS = 5


def examples() -> list[tuple[str, ...]]:
    """Rows of the page's table: construction, text, source, cue, content."""
    lines = (line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    rows = [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in lines]
    return [row for row in rows[2:] if len(row) == COLUMNS]


@pytest.mark.parametrize("row", examples(), ids=lambda row: row[0])
def test_an_example_is_answered_as_told(row: tuple[str, ...]) -> None:
    """Source, cue and content are among what is found."""
    _, text, *wanted = row
    layers = annotated(text)
    told = attributions(layers, Tree(layers.tokens))
    assert wanted in [
        [one.source[0].of(text), one.cue.of(text), " / ".join(piece.of(text) for piece in one.content)] for one in told
    ]


def test_the_page_has_its_examples() -> None:
    """The table is read at all."""
    assert len(examples()) > 10
