"""Which files are read, and in which order."""

from pathlib import Path

import pytest

from tests.read.outcome import PROSE, outcome, put


def names(folder: Path, *sources: str) -> list[str]:
    return [Path(article.path).relative_to(folder).as_posix() for article in outcome(*(sources or (folder,))).articles]


def test_folders_are_read_with_all_below_in_the_order_of_names(tmp_path: Path) -> None:
    """The order does not depend on the disk; hidden files and folders are left out."""
    for name in ("b.txt", "a/z.txt", "a/b/c.md", "c", ".hidden.txt", ".git/x.txt"):
        put(tmp_path, name, PROSE + name)
    assert names(tmp_path) == ["a/b/c.md", "a/z.txt", "b.txt", "c"]


def test_sources_keep_the_order_given(tmp_path: Path) -> None:
    """What the user names first is read first."""
    for name in ("a.txt", "b.txt"):
        put(tmp_path, name, PROSE + name)
    assert names(tmp_path, f"{tmp_path}/b.txt", f"{tmp_path}/a.txt") == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    "pattern, found", [("*.txt", ["a.txt"]), ("**/*.txt", ["a.txt", "b/c.txt"]), ("b*", ["b/c.txt"])]
)
def test_patterns_find_files_and_folders(tmp_path: Path, pattern: str, found: list[str]) -> None:
    """A pattern works also where no shell has expanded it."""
    for name in ("a.txt", "b/c.txt"):
        put(tmp_path, name, PROSE + name)
    assert names(tmp_path, f"{tmp_path}/{pattern}") == found


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    """Brackets in a file name do no harm."""
    put(tmp_path, "a[1].txt", PROSE)
    assert names(tmp_path, f"{tmp_path}/a[1].txt") == ["a[1].txt"]


def test_an_unknown_ending_is_read_only_when_named(tmp_path: Path) -> None:
    """A style sheet beside the articles is reported; a file that the user names is tried as text."""
    path = put(tmp_path, "a.log", PROSE)
    assert (outcome(tmp_path).reasons, outcome(path).texts) == (["unreadable"], [PROSE])


def test_repeats_by_text_and_by_id_are_reported(tmp_path: Path) -> None:
    """The first of several counts: the same text under another name, or another text under the same id."""
    put(tmp_path, "a.jsonl", f'{{"id": "x-1", "text": "{PROSE}"}}\n{{"id": "x-1", "text": "{PROSE} Yes."}}')
    put(tmp_path, "b.txt", PROSE)
    result = outcome(tmp_path)
    assert (result.texts, result.reasons) == ([PROSE], ["repeated", "repeated"])


def test_running_numbers_are_ids_only_inside_their_file(tmp_path: Path) -> None:
    """Two tables that both count their rows from 1 are two sets of articles."""
    for name in ("a.csv", "b.csv"):
        put(tmp_path, name, f"id,text\n1,{PROSE} {name}\n")
    assert len(outcome(tmp_path).articles) == 2


def test_one_path_may_stand_alone(tmp_path: Path) -> None:
    """A single string is a path, not a row of letters."""
    path = put(tmp_path, "a.txt", PROSE)
    assert len(outcome(path).articles) == 1
