"""What the page on reading must name."""

from pathlib import Path
from typing import get_args

import pytest

from dragoman.model.article import SkipReason
from dragoman.read.columns import synonyms
from dragoman.read.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
NAMES = [*get_args(SkipReason), *synonyms(), *filter(None, FORMATS), ".gz", ".zip"]


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_documented(name: str) -> None:
    """Each ending, column and reason has its place on the page."""
    assert f"`{name}`" in PAGE
