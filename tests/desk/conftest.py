"""Desks in memory with the stub of a coder, and reports in files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.model.event import EventRecord
from dragoman.store.desk.base import Desk
from dragoman.store.desk.open import open_desk
from tests.desk import stub

Reports = Callable[..., Path]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty desk; what is added is coded by the stub."""
    monkeypatch.setattr(pipeline, "flow", stub.flow)
    monkeypatch.setattr(pipeline, "in_time", stub.in_time)
    return open_desk("memory:")


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    """Write reports as a file of JSON lines: (id, date, text) each."""

    def write(name: str, *rows: tuple[str | int, str | None, str]) -> Path:
        path = tmp_path / f"{name}.jsonl"
        lines = ({"id": key, "date": day, "text": text} for key, day, text in rows)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write


def dump(desk: Desk) -> bytes:
    """All that a desk holds."""
    with desk.view() as view:
        return b"".join(view.dump())


def modes(desk: Desk) -> list[tuple[str, ...]]:
    """The modes of its events, which tell the stub's two coders apart."""
    with desk.view() as view:
        return [record.mode for record in view.records() if isinstance(record, EventRecord)]
