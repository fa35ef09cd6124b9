"""docs/find.md is true: its queries find something in the sample, its Python runs, and its keys are all keys."""

import re
import shlex
from pathlib import Path

import pytest

from dragoman.store.desk.coding import coding
from dragoman.store.desk.open import open_desk
from dragoman.store.find import GROUPS, PERIODS, counts, parse
from dragoman.store.find.reference import listed
from tests.golden import frozen
from tests.store.desk.codings import NOON, RUN

PAGE = (Path(__file__).parents[3] / "docs/find.md").read_text(encoding="utf-8")
QUERY = re.compile(r"`(-?(?:[a-z]+:[^`…]+|\"[^`]+\"))`")
COMMAND = re.compile(r"^dragoman desk find (.+)$", re.MULTILINE)
FIRST = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in a desk under the name that the command line takes by itself."""
    folder = tmp_path_factory.mktemp("docs")
    with open_desk(folder / "dragoman.desk") as made, made.writer() as writer:
        for one in frozen.coded().values():
            writer.add(coding(one, RUN, NOON))
    return folder


def test_the_list_of_keys_is_the_one_that_is_read() -> None:
    """`make fix` writes it anew."""
    assert listed() in PAGE


@pytest.mark.parametrize("query", sorted({*QUERY.findall(PAGE), *FIRST.findall(PAGE)} - {"key:value"}))
def test_every_query_of_the_page_is_understood(query: str) -> None:
    """Those in the text and those in tables."""
    parse(query)


@pytest.mark.parametrize("command", COMMAND.findall(PAGE))
def test_every_command_of_the_page_finds_something(desk: Path, command: str) -> None:
    """In the sample, by the query of the command."""
    query = next(word for word in shlex.split(command) if word != "--")
    with open_desk(desk / "dragoman.desk") as opened, opened.view() as view:
        assert len(counts(view, query).rows) > 0


def test_every_period_and_group_is_named() -> None:
    """In the words that the options take."""
    assert [name for name in (*PERIODS, *GROUPS) if not re.search(rf"\b{name}\b", PAGE)] == []


def test_the_python_of_the_page_runs(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And prints three records and a count."""
    monkeypatch.chdir(desk)
    source = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert source is not None
    names: dict[str, object] = {}
    exec(source[1], names)  # noqa: S102 - our own page
    assert len(capsys.readouterr().out.strip().splitlines()) >= len(("three records", "a", "count"))
    assert getattr(names["table"], "num_rows", 0) > 0
