"""An output's name → the format that it is written in."""

from pathlib import Path
from typing import Literal, get_args

from dragoman.errors import UsageError

Format = Literal["jsonl", "csv", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
STANDARD_OUTPUT = "-"
_SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
}


def format_of(output: str, named: str | None = None) -> Format:
    """The format of an output: the one named, else the one its suffix tells.

    Args:
        output: Path of a file, or "-" for standard output; that and devices get JSON lines unless a format is named.
        named: A format by name, which wins over the suffix.

    Raises:
        UsageError: Neither tells a format.

    >>> format_of("events.csv"), format_of("-"), format_of("events.txt", "parquet")
    ('csv', 'jsonl', 'parquet')
    """
    if named is not None:
        return _known(named)
    if output == STANDARD_OUTPUT or special(Path(output)):
        return "jsonl"
    suffix = Path(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(f"{output!r}: the suffix {suffix!r} tells no format; name one of {_listed()} with --format")
    return _SUFFIXES[suffix]


def special(path: Path) -> bool:
    """Whether a path is there and no file that could be replaced: a device, a named pipe, also a folder."""
    return path.exists() and not path.is_file()


def _known(named: str) -> Format:
    for known in FORMATS:
        if named == known:
            return known
    raise UsageError(f"format {named!r} is not known; there are {_listed()}")


def _listed() -> str:
    return ", ".join(FORMATS)
