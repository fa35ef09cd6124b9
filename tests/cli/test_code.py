"""`dragoman code`: output, issues, summary and exit codes."""

import json
from pathlib import Path

import pytest

from dragoman.model.article import Skipped
from dragoman.model.coded import Coded
from tests import factory
from tests.cli.conftest import Run

Prepared = list[Coded | Skipped]
BROKEN = Skipped(file="broken.html", reason="unreadable", detail="no text in it")


def test_records_issues_and_summary(run: Run, prepared: Prepared, tmp_path: Path) -> None:
    """Records go to the file, skipped inputs beside it, and the summary tells both in words."""
    prepared.append(BROKEN)
    result = run("code", "reports", "-o", str(tmp_path / "events.jsonl"))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert len((tmp_path / "events.jsonl").read_bytes().splitlines()) == 4
    assert json.loads((tmp_path / "events.issues.jsonl").read_text())["reason"] == "unreadable"
    assert "1 article in" in result.stderr
    assert "4 records: 3 events, 1 statement, 0 figures" in result.stderr
    assert "1  CONSULT    meeting or talks" in result.stderr
    assert "1 sentence with two actors and no record" in result.stderr
    assert "1 input skipped: 1 unreadable; see " in result.stderr


@pytest.mark.usefixtures("prepared")
def test_standard_output_gets_nothing_but_records(run: Run) -> None:
    """Without -o the records are printed as JSON lines, the summary goes to standard error."""
    result = run("code", "reports")
    assert [json.loads(line)["record"] for line in result.stdout.splitlines()] == ["event"] * 3 + ["statement"]
    assert "1 article" in result.stderr


@pytest.mark.usefixtures("prepared")
def test_quiet_says_nothing(run: Run, tmp_path: Path) -> None:
    """No bar and no summary."""
    result = run("code", "reports", "-q", "-o", str(tmp_path / "events.jsonl"))
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("name, start", [("e.csv", b'"event_id"'), ("e.parquet", b"PAR1"), ("e.jsonl", b'{"record"')])
def test_the_suffix_tells_the_format(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    """CSV, Parquet or JSON lines."""
    assert run("code", "reports", "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.usefixtures("prepared")
def test_format_wins_over_the_suffix_and_dyads_are_rows(run: Run) -> None:
    """CSV to standard output, one row for each pair."""
    result = run("code", "reports", "--format", "csv", "--dyads")
    assert len(result.stdout.splitlines()) == 1 + 3


def test_nothing_read_is_an_error_and_keeps_the_old_file(run: Run, prepared: Prepared, tmp_path: Path) -> None:
    """Exit code 1, one line, the old output untouched, the reasons in the issues file."""
    prepared[:] = [BROKEN]
    (tmp_path / "events.jsonl").write_text("old")
    result = run("code", "reports", "-o", str(tmp_path / "events.jsonl"))
    assert result.exit_code == 1
    assert result.stderr == "dragoman: nothing could be read: 'broken.html': unreadable (no text in it)\n"
    assert (tmp_path / "events.jsonl").read_text() == "old"
    assert "broken.html" in (tmp_path / "events.issues.jsonl").read_text()


def test_an_article_without_records_is_no_error(run: Run, prepared: Prepared, tmp_path: Path) -> None:
    """An empty file says that nothing was found."""
    prepared[:] = [factory.coded(factory.article("Rain."))]
    assert run("code", "reports", "-o", str(tmp_path / "events.jsonl")).exit_code == 0
    assert (tmp_path / "events.jsonl").read_bytes() == b""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one old output."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.jsonl").write_text("old")
    return tmp_path


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize(
    "arguments, code, message",
    [
        (("reports", "-o", "events.doc"), 2, "--format"),
        (("reports", "--format", "xml"), 2, "'xml'"),
        (("reports", "--dyads"), 2, "--dyads"),
        (("reports", "--column", "Story"), 2, "FIELD=NAME"),
        (("reports", "--limit", "0"), 2, "--limit"),
        (("reports", "--wrong"), 2, "--wrong"),
        ((), 2, "PATHS"),
        (("reports", "-o", "missing/events.jsonl"), 3, "missing"),
        (("reports", "-o", "."), 3, "folder"),
        (("reports", "-o", "there.jsonl", "--no-clobber"), 3, "--no-clobber"),
    ],
)
def test_errors_have_codes_and_one_line(
    run: Run, elsewhere: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """2 for a call that makes no sense, 3 for an output that cannot be written; never a traceback."""
    result = run("code", *arguments)
    assert (result.exit_code, message in result.stderr, "Traceback" in result.output) == (code, True, False)
    assert (elsewhere / "there.jsonl").read_text() == "old"
