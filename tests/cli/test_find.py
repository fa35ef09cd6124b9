"""`dragoman desk find`: a table, a file, numbers, and how it ends."""

import json
from pathlib import Path

import pytest

from dragoman.store.desk.coding import coding
from dragoman.store.desk.open import open_desk
from tests import factory
from tests.cli.conftest import Run
from tests.store.desk.codings import NOON, RUN


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A desk with one report."""
    with open_desk(tmp_path / "a.desk") as desk, desk.writer() as writer:
        writer.add(coding(factory.visit(), RUN, NOON))
    return str(tmp_path / "a.desk")


def test_found_records_are_shown_with_their_sentence(run: Run, place: str) -> None:
    """Who, what, when, whether, and the words."""
    shown = run("desk", "find", "actor:IRN type:CONSULT", "-d", place)
    assert shown.exit_code == 0
    assert "visit" in shown.output
    told = " ".join(shown.output.split())
    assert "in Tokyo on Friday" in told
    assert f"article {factory.visit().article.id}" in told


def test_records_are_written_as_lines(run: Run, place: str, tmp_path: Path) -> None:
    """All that are found."""
    output = tmp_path / "found.jsonl"
    assert run("desk", "find", "record:event", "-d", place, "-o", str(output)).exit_code == 0
    assert {json.loads(line)["record"] for line in output.read_text().splitlines()} == {"event"}


def test_numbers_are_told_by_period(run: Run, place: str) -> None:
    """With what has no day apart."""
    shown = run("desk", "find", "-d", place, "--count", "month", "--by", "type").output
    assert "2019-12" in shown
    assert "undated" in shown


@pytest.mark.parametrize(("query", "code"), [("actor:FRA", 1), ("typ:CONSULT", 2), ("type:TALK", 2)])
def test_it_ends_as_other_commands_do(run: Run, place: str, query: str, code: int) -> None:
    """1 without a record, 2 for what is not understood."""
    assert run("desk", "find", query, "-d", place).exit_code == code
