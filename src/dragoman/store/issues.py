"""Skipped inputs → the issues file beside the output: JSON lines of file, reason, detail; empty when all went well."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.model.article import Skipped
from dragoman.store.lines import line
from dragoman.store.replace import replacing


def issues_path(output: str | Path) -> Path:
    """Where the issues of an output stand.

    >>> issues_path("out/events.csv").as_posix()
    'out/events.issues.jsonl'
    """
    path = Path(output)
    return path.with_name(f"{path.stem}.issues.jsonl")


def write_issues(output: str | Path, skipped: Iterable[Skipped]) -> Path:
    """Write the issues file of an output, also when there are none, so that their absence can be seen.

    Returns:
        Where it was written.
    """
    path = issues_path(output)
    list_issues(path, skipped)
    return path


def list_issues(path: str | Path, skipped: Iterable[Skipped]) -> None:
    """Write skipped inputs to a file of this very name."""
    with replacing(path) as file:
        file.writelines(line(one) for one in skipped)
