"""Progress: counted in bytes of the files given, or in articles where their number is limited."""

from pathlib import Path

from dragoman.cli.progress import Work, following
from tests import factory


def test_files_behind_count_whole_and_the_present_one_as_far_as_its_articles_tell() -> None:
    """A table moves on with each of its articles, and never beyond its size."""
    work = Work({"a.jsonl": 30, "b.txt": 10}, limit=None)
    done = []
    for path, text in (("a.jsonl#1", "x" * 20), ("a.jsonl#2", "x" * 20), ("b.txt", "x" * 4)):
        work.add(factory.article(text, path=path))
        done.append(work.done)
    assert (work.total, done) == (40, [20, 30, 34])


def test_a_limit_counts_articles() -> None:
    """So many of so many."""
    work = Work({}, limit=3)
    work.add(factory.article("x"))
    assert (work.total, work.done) == (3, 1)


def test_nothing_is_drawn_elsewhere(tmp_path: Path) -> None:
    """Without a terminal the follower does nothing."""
    with following([str(tmp_path)], None, quiet=False) as seen:
        seen(factory.article("x"))
