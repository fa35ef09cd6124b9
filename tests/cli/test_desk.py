"""The verbs of a desk at the command line, on reports that a stub codes; what they tell, and how they end."""

import json
from pathlib import Path

import pytest

from dragoman import pipeline
from tests.cli.conftest import Run
from tests.desk import stub

NEWS = (
    {"id": "one", "date": "2019-06-13", "text": "Abe met Rouhani in Tehran."},
    {"id": "two", "date": "2019-12-20", "text": "It rained in Tokyo."},
    {"id": "bad", "date": "2019-12-21", "text": "BROKEN, they met."},
)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three reports, one of which the coder fails on; work goes on in their folder."""
    monkeypatch.setattr(pipeline, "flow", stub.flow)
    monkeypatch.setattr(pipeline, "in_time", stub.in_time)
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in NEWS), encoding="utf-8")
    return file


@pytest.fixture
def filled(news: Path, run: Run) -> Path:
    """The reports, added to a desk in their folder."""
    assert run("desk", "init").exit_code == 0
    assert run("desk", "add", str(news)).exit_code == 0
    return news


@pytest.mark.parametrize(
    "verb", [("add", "."), ("status",), ("verify",), ("backup", "copy"), ("export", "--to", "ftm")]
)
def test_without_a_desk_nothing_is_made(news: Path, run: Run, verb: tuple[str, ...]) -> None:
    """The message tells how to make one."""
    ended = run("desk", *verb)
    assert (ended.exit_code, "dragoman desk init" in ended.stderr) == (1, True)
    assert [one.name for one in news.parent.iterdir()] == [news.name]


def test_adding_tells_what_came_and_what_did_not(news: Path, run: Run) -> None:
    """And passes over what is there when it is done again."""
    run("desk", "init")
    first, second = (run("desk", "add", str(news)).stderr for _ in range(2))
    assert "2 new articles, 0 revisions, 0 passed over" in first
    assert "1 record in what was coded: 1 event" in first
    assert "1 input skipped: 1 failed" in first
    assert "0 new articles, 0 revisions, 2 passed over" in second


def test_inputs_without_an_article_are_listed(filled: Path, run: Run) -> None:
    """One line of JSON each."""
    run("desk", "add", str(filled), "--issues", "issues.jsonl")
    (line,) = (filled.parent / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["reason"] == "failed"


def test_nothing_read_is_an_error(filled: Path, run: Run) -> None:
    """As with `dragoman code`."""
    ended = run("desk", "add", str(filled.parent / "nowhere"))
    assert (ended.exit_code, "nothing could be read" in ended.stderr) == (1, True)


def test_an_interruption_tells_what_is_kept(news: Path, run: Run) -> None:
    """Exit code 130, and the same command goes on."""
    with news.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "stop", "date": "2019-12-22", "text": "STOP"}) + "\n")
    run("desk", "init")
    ended = run("desk", "add", str(news))
    assert ended.exit_code == 130
    assert "2 articles of this run are kept; the same command goes on" in ended.stderr
    assert "2 articles" in run("desk", "status").stdout


def test_the_status_in_words_and_as_json(filled: Path, run: Run) -> None:
    """Articles, their days, records, who coded them."""
    told = run("desk", "status").stdout
    assert "2 articles, 2019-06-13 to 2019-12-20" in told
    assert "1 record: 1 event" in told
    assert "coded by dragoman" in told
    found = json.loads(run("desk", "status", "--json").stdout)
    assert (found["standing"]["articles"], found["records"], found["waiting"]) == (2, {"event": 1}, 0)
    assert found["bytes"] == (filled.parent / "dragoman.desk").stat().st_size


def test_a_text_under_two_ids_is_told(filled: Path, run: Run) -> None:
    """Both articles are kept, and the status says that they are one text."""
    copy = filled.parent / "copy.jsonl"
    copy.write_text(json.dumps(NEWS[0] | {"id": "other"}) + "\n", encoding="utf-8")
    assert "under several ids" not in run("desk", "status").stdout
    assert run("desk", "add", str(copy)).exit_code == 0
    assert "1 text kept under several ids, with records for each:\n  one = other\n" in run("desk", "status").stdout
    assert json.loads(run("desk", "status", "--json").stdout)["copies"] == [["one", "other"]]


def test_a_desk_is_verified(filled: Path, run: Run) -> None:
    """Nothing is wrong."""
    del filled
    ended = run("desk", "verify")
    assert (ended.exit_code, ended.stdout) == (0, "2 articles, 1 record: nothing is wrong\n")


def test_a_copy_holds_the_same(filled: Path, run: Run) -> None:
    """It is a desk, with the permissions of a file of one's own."""
    assert run("desk", "backup", "copy.desk").exit_code == 0
    told = [run("desk", "status", "--json", "--desk", name).stdout for name in ("dragoman.desk", "copy.desk")]
    one, two = (json.loads(line) for line in told)
    assert {**one, "desk": "", "bytes": 0} == {**two, "desk": "", "bytes": 0}
    files = [filled.parent / name for name in ("dragoman.desk", "copy.desk")]
    assert files[0].stat().st_mode == files[1].stat().st_mode


def test_the_desk_is_named_by_option_or_environment(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option wins."""
    filled.parent.joinpath("dragoman.desk").rename("other.desk")
    assert run("desk", "status").exit_code == 1
    assert run("desk", "status", "-d", "other.desk").exit_code == 0
    monkeypatch.setenv("DRAGOMAN_DESK", "other.desk")
    assert run("desk", "status").exit_code == 0


def test_records_are_exported(filled: Path, run: Run) -> None:
    """What is written and left out is told."""
    ended = run("desk", "export", "--to", "plover", "-o", "out.jsonl")
    assert (ended.exit_code, "plover: 1 of 1 records" in ended.stderr) == (0, True)
    assert len((filled.parent / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_query_chooses_what_is_exported(filled: Path, run: Run) -> None:
    """In the language of `desk find`."""
    del filled
    assert "0 of 0 records" in run("desk", "export", "--to", "plover", "-o", "out.jsonl", "type:ASSAULT").stderr


def test_articles_are_removed_all_or_none(filled: Path, run: Run) -> None:
    """A wrong id removes nothing."""
    del filled
    ended = run("desk", "remove", "one", "nobody")
    assert (ended.exit_code, "no article 'nobody'" in ended.stderr) == (2, True)
    assert run("desk", "remove", "one").stdout == "one: 1 revision, 1 record, 0 judgements, 0 derived\n"
    assert "1 article, 2019-12-20" in run("desk", "status").stdout


def test_what_another_coder_changes_is_shown_before_it_is_written(filled: Path, run: Run) -> None:
    """Each record with its fields, then the counts."""
    del filled
    dry = run("recode", "--diff", "--dry-run", "--lead", "1")
    assert 'mode: none → ["visit"]' in dry.stdout
    assert "0 records came, 0 went, 1 changed" in dry.stderr
    assert "nothing was written" in dry.stderr
    assert run("recode", "--diff", "--lead", "1").stdout == dry.stdout
    assert "0 articles coded" in run("recode", "--lead", "1").stderr
