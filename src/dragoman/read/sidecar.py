"""A JSON file beside a report (`NAME.txt.json` or `NAME.json`) → the report with the date and more that it gives."""

import dataclasses
from collections.abc import Callable, Iterator

from dragoman.errors import InputError
from dragoman.read import columns
from dragoman.read.formats import SINGLE, ending
from dragoman.read.json_lines import value
from dragoman.read.raw import Raw, Source, read_up_to
from dragoman.settings import Settings

ENDING = ".json"
PACKED = ".gz"
MOST = 1_048_576
"""Bytes of a sidecar that are read: it holds a few columns."""


def names(report: str) -> Iterator[str]:
    """Names that the sidecar of a report may have, the most exact first.

    >>> list(names("visit.txt"))
    ['visit.txt.json', 'visit.json']
    """
    yield report + ENDING
    if report.endswith(PACKED):
        report = report.removesuffix(PACKED)
        yield report + ENDING
    if ending(report) in SINGLE and ending(report) != "":
        yield report[: -len(ending(report))] + ENDING


def is_one(name: str, has: Callable[[str], bool]) -> bool:
    """Whether a file is the sidecar of a report that lies beside it.

    >>> is_one("visit.json", {"visit.json", "visit.txt"}.__contains__)
    True
    """
    if not name.endswith(ENDING):
        return False
    stem = name.removesuffix(ENDING)
    own = [stem] if ending(stem.removesuffix(PACKED)) in SINGLE else []
    reports = own + [stem + known for known in SINGLE if known != ""]
    return any(has(report) or has(report + PACKED) for report in reports)


def applied(source: Source, raw: Raw, settings: Settings) -> Raw:
    """A report with what its sidecar says; that goes before what the report says itself.

    Raises:
        InputError: The sidecar is no JSON object.
    """
    with source.open() as stream:
        data = read_up_to(stream, MOST)
    try:
        row = value(data)
    except ValueError as error:
        raise InputError(f"no JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError(f"no JSON object but {type(row).__name__}")
    said = columns.fields(row, columns.chosen(tuple(row), settings))
    return dataclasses.replace(raw, **{field: given for field, given in said.items() if given is not None})
