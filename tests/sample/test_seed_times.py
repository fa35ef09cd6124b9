"""The time words of the two reports in which the project began are read as we read them; skipped where they are not."""

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import extract, resolve
from dragoman.model.coded import Coded
from tests.parsing import annotated

FILE = Path(__file__).with_name("seed_times.yaml")


@functools.cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return found


def _rows(kind: str) -> list[list[Any]]:
    rows: list[list[Any]] = _file()[kind]
    return rows


def _text(name: str) -> str:
    folders = (p.parent / "shared" / "seeds" for p in Path(__file__).resolve().parents)
    path = next((f / name for f in folders if (f / name).is_file()), None)
    if path is None:
        pytest.skip("the two first reports do not lie beside the project (../shared/seeds)")
    return path.read_bytes().decode("utf-8")


@functools.cache
def _coded(name: str) -> Coded:
    text = _text(name)
    return next(extract.records(resolve.articles([annotated(text, _file()["dates"][name])])))


@pytest.mark.parametrize("row", _rows("times"), ids=lambda row: f"{row[0][:3]}-{row[1][0]}")
def test_a_time_word_is_read_as_we_read_it(row: list[Any]) -> None:
    """Characters, type, value and days."""
    name, (start, end), kind, value, days = row
    found = {(t.span.start, t.span.end): t for t in _coded(name).resolved.times}
    time = found[int(start), int(end)]
    got = None if time.interval is None else time.interval.edtf
    assert (time.type, time.value, got) == (kind, value, None if days == "null" else days)


def test_nothing_else_is_taken_for_a_time() -> None:
    """The two reports hold no other time words but the date line."""
    for name in _file()["dates"]:
        told = {(int(r[1][0]), int(r[1][1])) for r in _rows("times") if r[0] == name}
        found = {(t.span.start, t.span.end) for t in _coded(name).resolved.times}
        line = (6, 16) if name.startswith("000") else (0, 0)
        assert found - told <= {line}


@pytest.mark.parametrize("row", _rows("derived"), ids=lambda row: f"{row[0][:3]}-{row[1][0]}")
def test_what_follows_from_the_words_is_a_statement(row: list[Any]) -> None:
    """An anniversary, a first since, a numbered step: dated by arithmetic."""
    name, (start, _), days = row
    found = [s for s in _coded(name).statements if s.date_basis == "derived"]
    assert [s.edtf for s in found if s.event_span.start == int(start)] == [days]
