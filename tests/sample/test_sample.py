"""The sample is large enough, varied in how it is dated, and ours word for word."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import sample

LEAST_ARTICLES = 16
WORDS = range(120, 281)
RUN = 8
"""So many words in a row that stand elsewhere too would be somebody else's sentence."""


def sidecar(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def shared_folder() -> Path | None:
    """The folder of development data that stands beside the project, if it does."""
    here = Path(__file__).resolve()
    return next((p.parent / "shared" for p in here.parents if (p.parent / "shared" / "seeds").is_dir()), None)


def foreign_texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((shared / "gold").glob("*.input.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (str(json.loads(line).get("text", "")) for line in lines)


def test_there_are_enough_articles() -> None:
    """A story needs many reports."""
    assert len(sample.paths()) >= LEAST_ARTICLES


@pytest.mark.parametrize("path", sample.paths(), ids=lambda p: p.stem)
def test_each_is_short(path: Path) -> None:
    """Every report has the length of a short news item."""
    assert len(path.read_text(encoding="utf-8").split()) in WORDS


def test_exactly_one_has_no_date() -> None:
    """One report must be dated from the others: it names no year and has no sidecar."""
    undated = [
        p.name for p in sample.paths() if "2019" not in p.read_text(encoding="utf-8") and not sidecar(p).is_file()
    ]
    assert undated == ["08-strike-called-off.txt"]


def test_sidecars_tell_date_publisher_and_title() -> None:
    """A sidecar has the three fields that a reader looks for, and a text beside it."""
    found = [sidecar(p) for p in sample.paths() if sidecar(p).is_file()]
    assert len(found) >= 3
    for path in found:
        assert json.loads(path.read_text(encoding="utf-8")).keys() == {"date", "publisher", "title"}


@pytest.mark.gold
def test_no_sentence_is_borrowed() -> None:
    """No run of eight words stands in the reports and sets that were read while building this."""
    shared = shared_folder()
    if shared is None:
        pytest.skip("the development data is not beside the project")
    ours = set().union(*(runs(p.read_text(encoding="utf-8")) for p in sample.paths()))
    taken = set().union(*(ours & runs(text) for text in foreign_texts(shared)))
    assert taken == set()
