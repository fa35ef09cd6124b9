"""Bad input of every kind has its documented outcome, and what comes after it is read."""

import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import InputError
from dragoman.read import decoding, faults, plain
from tests.read.outcome import PROSE, of_bytes, of_stdin, outcome, put

MEGABYTES_50 = 50_000_000
GOOD_LINE = json.dumps({"text": PROSE}).encode()


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


def parquet(columns: dict[str, list[str]]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def spoiled(data: bytes) -> bytes:
    """Data with its middle overwritten."""
    middle = len(data) // 2
    return data[: middle - 4] + b"\xff" * 8 + data[middle + 4 :]


CASES = {
    # name of the case: file name, content, reasons in order, number of articles
    "binary junk": ("a.txt", bytes(range(256)) * 40, ["unreadable"], 0),
    "an image": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), ["unreadable"], 0),
    "a PDF": ("a.txt", b"%PDF-1.7\n" + bytes(range(1, 256)) * 20, ["unreadable"], 0),
    "NULs between words": ("a.txt", PROSE.replace(" ", "\0").encode(), ["unreadable"], 0),
    "an empty file": ("a.txt", b"", ["empty"], 0),
    "only blanks": ("a.txt", b" \r\n\t \n", ["empty"], 0),
    "only numbers and signs": ("a.txt", "123 — 456 😀".encode(), ["empty"], 0),
    "another language": (
        "a.txt",
        "Die Minister trafen sich und sprachen mit der Presse über den Vertrag.",
        ["not-english"],
        0,
    ),
    "right-to-left script": ("a.txt", "اجتمع الوزراء في أوسلو يوم الجمعة", ["not-english"], 0),
    "Cyrillic in an old encoding": (
        "a.txt",
        ("Министры встретились в пятницу. " * 5).encode("cp1251"),
        ["not-english"],
        0,
    ),
    "a line of 50 MB": ("a.txt", b"x" * MEGABYTES_50, ["over-long"], 0),
    "a long text": ("a.txt", b"word and the " * 90_000, ["over-long"], 0),
    "a page of 50 MB": ("a.html", b"<p>" + b"x" * MEGABYTES_50, ["over-long"], 0),
    "a page without text": ("a.html", b"<html><head><title>T</title></head><body></body></html>", ["empty"], 0),
    "a page of junk": ("a.html", bytes(range(256)) * 40, ["unreadable"], 0),
    "an empty page": ("a.html", b"", ["empty"], 0),
    "torn HTML": ("a.html", f"<div><p>{PROSE}<b></div></p><table><tr>", [], 1),
    "a bad JSON line": ("a.jsonl", b"{bad\n" + GOOD_LINE, ["unreadable"], 1),
    "a JSON line that is a list": ("a.jsonl", b"[1]\n" + GOOD_LINE, ["unreadable"], 1),
    "a JSON line without text": ("a.jsonl", b'{"size": 1}\n' + GOOD_LINE, ["no-text-column"], 1),
    "a JSON line with a null text": ("a.jsonl", b'{"text": null}\n' + GOOD_LINE, ["empty"], 1),
    "a JSON line with a list as text": ("a.jsonl", b'{"text": ["a"]}\n' + GOOD_LINE, ["unreadable"], 1),
    "a JSON line of 50 MB": ("a.jsonl", b'{"text": "' + b"x" * MEGABYTES_50 + b'"}\n' + GOOD_LINE, ["over-long"], 1),
    "JSON nested without end": ("a.jsonl", b'{"a":' * 100_000 + b"\n" + GOOD_LINE, ["unreadable"], 1),
    "binary junk among JSON lines": ("a.jsonl", bytes(range(256)) + b"\n" + GOOD_LINE, ["unreadable", "unreadable"], 1),
    "a torn JSON file": ("a.json", b"[" + GOOD_LINE + b', {"tex', ["unreadable"], 1),
    "an empty JSON file": ("a.json", b"", ["empty"], 0),
    "a JSON file with a number": ("a.json", b"42", ["unreadable"], 0),
    "a JSON value of 50 MB": ("a.json", b'{"text": "' + b"x" * MEGABYTES_50, ["over-long"], 0),
    "a table without text column": ("a.csv", b"day,place\n1,Oslo\n", ["no-text-column"], 0),
    "an empty table": ("a.csv", b"", ["unreadable"], 0),
    "a table with a header only": ("a.csv", b"id,text\n", [], 0),
    "a row with too few cells": ("a.csv", f"id,text\n1\n2,{PROSE}\n", ["unreadable"], 1),
    "a row of 50 MB": ("a.csv", b"id,text\n1," + b"x" * MEGABYTES_50 + b"\n", ["over-long"], 0),
    "a table of junk": ("a.csv", bytes(range(256)) * 40, ["unreadable"], 0),
    "broken Parquet": ("a.parquet", parquet({"text": [PROSE]})[:-9], ["unreadable"], 0),
    "an empty Parquet file": ("a.parquet", b"", ["unreadable"], 0),
    "Parquet without text column": ("a.parquet", parquet({"day": ["1"]}), ["no-text-column"], 0),
    "a torn feed": (
        "a.rss",
        f"<rss version='2.0'><channel><item><description>{PROSE}</description></item><it",
        ["unreadable"],
        1,
    ),
    "XML that is no feed": ("a.xml", b"<a><b/></a>", ["unreadable"], 0),
    "an empty feed": ("a.rss", b"<rss version='2.0'><channel><title>T</title></channel></rss>", ["empty"], 0),
    "truncated gzip": ("a.txt.gz", gzip.compress(PROSE.encode())[:-9], ["unreadable"], 0),
    "gzip that is none": ("a.txt.gz", PROSE, ["unreadable"], 0),
    "corrupt gzip": ("a.txt.gz", spoiled(gzip.compress(PROSE.encode())), ["unreadable"], 0),
    "truncated zip": ("a.zip", zipped(a_txt=PROSE.encode())[:60], ["unreadable"], 0),
    "a corrupt member of a zip": ("a.zip", spoiled(zipped(a_txt=PROSE.encode())), ["unreadable"], 0),
    "an archive inside an archive": ("a.zip", zipped(a_zip=zipped(), b_txt=PROSE.encode()), ["unreadable"], 1),
    "an empty zip": ("a.zip", zipped(), [], 0),
    "emoji": ("a.txt", f"😀 {PROSE} 👍🏽", [], 1),
    "a lone surrogate in JSON": ("a.jsonl", b'{"text": "The ministers met \\ud800 and the others left."}', [], 1),
}


@pytest.mark.parametrize(("name", "data", "reasons", "articles"), CASES.values(), ids=CASES)
def test_bad_input_has_its_documented_outcome(
    tmp_path: Path, name: str, data: bytes | str, reasons: list[str], articles: int
) -> None:
    """Each kind of bad input is reported under its reason, and the good rest of the file is read."""
    result = of_bytes(tmp_path, name, data)
    assert (result.reasons, len(result.articles)) == (reasons, articles)


def test_a_bad_file_does_not_stop_the_run(tmp_path: Path) -> None:
    """The file after a broken one is read."""
    bad, good = put(tmp_path, "a.parquet", b"PAR1"), put(tmp_path, "b.txt", PROSE)
    assert outcome(bad, good).texts == [PROSE]


def test_what_is_skipped_is_named_with_its_line(tmp_path: Path) -> None:
    """A bad line is reported as `file#line`, counted from 1."""
    (skip,) = of_bytes(tmp_path, "a.jsonl", GOOD_LINE + b"\n\n{bad\n").skipped
    assert skip.file == f"{tmp_path / 'a.jsonl'}#3"


def test_missing_columns_are_told_with_those_there(tmp_path: Path) -> None:
    """Whoever has other column names sees at once which there are."""
    (skip,) = of_bytes(tmp_path, "a.csv", b"day,place\n1,Oslo\n").skipped
    assert skip.detail == "columns: 'day', 'place'"


def test_a_named_path_that_is_missing_is_not_found(tmp_path: Path) -> None:
    """The run goes on after a path that does not exist."""
    result = outcome(tmp_path / "missing.txt", put(tmp_path, "a.txt", PROSE))
    assert (result.reasons, result.texts) == (["not-found"], [PROSE])


def test_a_pattern_without_match_is_not_found(tmp_path: Path) -> None:
    """A pattern that nothing matches is reported as a missing file is."""
    assert outcome(f"{tmp_path}/*.txt").reasons == ["not-found"]


def test_a_file_that_may_not_be_read_has_its_own_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lack of permission is told apart from broken content."""
    path = put(tmp_path, "a.txt", PROSE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert outcome(path).reasons == ["no-permission"]


def test_a_folder_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked folder is reported, and the next source is read."""
    path = put(tmp_path, "other/a.txt", PROSE)
    (tmp_path / "locked").mkdir()
    listed = os.listdir

    def refuse(folder: Path) -> list[str]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "listdir", refuse)
    result = outcome(tmp_path / "locked", path)
    assert (result.reasons, result.texts) == (["no-permission"], [PROSE])


def test_an_unforeseen_error_is_reported_as_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in one file, the next is read."""
    paths = [put(tmp_path, name, PROSE + name) for name in ("a.txt", "b.txt")]
    whole = decoding.decoded

    def breaks(data: bytes) -> str:
        if data.endswith(b"a.txt"):
            raise ZeroDivisionError("division by zero")
        return whole(data)

    monkeypatch.setattr(plain, "decoded", breaks)
    result = outcome(*paths)
    assert (result.reasons, len(result.articles)) == (["failed"], 1)


def test_a_folder_of_nothing_gives_nothing(tmp_path: Path) -> None:
    """An empty folder is no fault of a file; what to make of it is for the caller."""
    assert outcome(tmp_path) == ((), ())


def test_links_that_go_round_in_a_circle_end(tmp_path: Path) -> None:
    """A link to a folder above is left out; a link to nowhere is reported."""
    put(tmp_path, "a.txt", PROSE)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to("missing")
    result = outcome(tmp_path)
    assert (result.reasons, result.texts) == (["not-found"], [PROSE])


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    """What is no regular file is not opened when a folder is read."""
    os.mkfifo(tmp_path / "pipe")
    assert outcome(tmp_path).reasons == ["unreadable"]


def test_a_broken_sidecar_leaves_its_article(tmp_path: Path) -> None:
    """The article is read without the sidecar, which is reported."""
    path = put(tmp_path, "a.txt", PROSE)
    put(tmp_path, "a.txt.json", "{no")
    result = outcome(path)
    assert (result.reasons, result.texts) == (["unreadable"], [PROSE])


def test_a_locked_member_of_a_zip_is_unreadable() -> None:
    """A password that nobody gave is told as such, not as a failure of the program."""
    assert faults.skipped("a.zip/b.txt", InputError("is encrypted")).reason == "unreadable"


def test_empty_standard_input_is_empty() -> None:
    """Nothing on standard input is an empty text."""
    assert of_stdin(b"").reasons == ["empty"]


def test_a_short_limit_holds(tmp_path: Path) -> None:
    """A row whose decompressed text is over the limit is refused whatever its file's size."""
    path = put(tmp_path, "a.txt.gz", gzip.compress(b"word and the " * 1_000_000))
    assert outcome(path).reasons == ["over-long"]
