"""Records are read back from the lines in which they were written; what is no record is told with its line."""

import io
import sys
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.store import reading
from dragoman.store.lines import line
from tests import factory

RECORDS = factory.visit().records


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"\n".join([*(line(one) for one in RECORDS), b" \n"]))
    assert tuple(reading.records(path)) == tuple(RECORDS)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(line(RECORDS[0])))
    monkeypatch.setattr(sys, "stdin", given)
    assert list(reading.records("-")) == [RECORDS[0]]


@pytest.mark.parametrize("text", ["event_id,record\n1,event\n", '{"id": "a"}\n', "[]", "\xff"])
def test_what_is_no_record_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(line(RECORDS[0]) + text.encode("latin-1"))
    with pytest.raises(InputError, match=r"events\.jsonl:2: no record"):
        list(reading.records(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        list(reading.records(tmp_path / "nothing"))
