"""What this program wrote itself is not read as reports."""

import json
from importlib import resources
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.model.event import EventRecord
from dragoman.read import own
from dragoman.store.columns import COLUMNS
from tests.read.outcome import PROSE, of_bytes, of_stdin, put

RECORD = json.dumps({"schema_version": 1, "record": "event", "event_span": [0, 3], "text": PROSE})
TABLE = f"schema_version,record,event_span,text\n1,event,0-3,{PROSE}\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("events.jsonl", f"{RECORD}\n{RECORD}\n"),
        ("events", f"{RECORD}\n{RECORD}\n"),
        ("events.json", f"[{RECORD}, {RECORD}]"),
        ("events.csv", TABLE),
        ("events.tsv", TABLE.replace(",", "\t")),
        ("events.issues.jsonl", ""),
        ("events.issues.jsonl", '{"file": "a", "reason": "empty", "detail": ""}\n'),
        ("index.html", f'<html><head><meta name="generator" content="Dragoman 1"></head><p>{PROSE}</p></html>'),
    ],
)  # fmt: skip
def test_own_files_are_passed_over_once(tmp_path: Path, name: str, content: str) -> None:
    """Records in each format, lists of skipped inputs and the page are reported with one line a file."""
    result = of_bytes(tmp_path, name, content)
    assert (result.texts, result.reasons) == ([], ["own-output"])
    assert result.skipped[0].file == str(tmp_path / name)


def test_own_parquet_is_passed_over(tmp_path: Path) -> None:
    """A Parquet table of records is told by its columns."""
    path = put(tmp_path, "events.parquet", b"")
    pq.write_table(pa.table({"schema_version": [1], "record": ["event"], "event_span": ["0-3"], "text": [PROSE]}), path)
    assert of_bytes(tmp_path, "events.parquet", path.read_bytes()).reasons == ["own-output"]


def test_own_records_on_standard_input_are_passed_over() -> None:
    """Records piped in are told by their first line."""
    assert of_stdin(f"{RECORD}\n".encode()).reasons == ["own-output"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps({"record": "7", "text": PROSE})),
        ("a.csv", f"record,text\n7,{PROSE}\n"),
        ("issues.jsonl", json.dumps({"text": PROSE})),
        ("index.html", f"<html><head><title>Dragoman</title></head><body><p>The Dragoman. {PROSE}</p></body></html>"),
    ],
)
def test_reports_that_look_a_little_like_them_are_read(tmp_path: Path, name: str, content: str) -> None:
    """One column or word in common is not enough."""
    assert len(of_bytes(tmp_path, name, content).articles) == 1


def test_the_signs_are_those_that_are_written() -> None:
    """Names of columns and keys, and the page's mark, are the ones of the parts that write them."""
    assert {column.name for column in COLUMNS} >= own.OF_TABLES
    assert {EventRecord.__struct_config__.tag_field, *EventRecord.__struct_fields__} >= own.OF_OBJECTS
    page = resources.files("dragoman.pages").joinpath("templates/page.html.jinja").read_text("utf-8")
    assert own.is_page(page)
