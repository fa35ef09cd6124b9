"""A row, JSON object or sidecar with named columns → one report; the names in use are known from a data file."""

import dataclasses
import functools
import importlib.resources
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from dragoman.errors import UsageError
from dragoman.model.article import Skipped
from dragoman.read import dates
from dragoman.read.raw import Raw
from dragoman.settings import Settings

Row = Mapping[str, object]
Chosen = Mapping[str, str]
"""For each field of ours the column that holds it."""


@functools.cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """For each field the column names in use, the preferred one first."""
    data = yaml.safe_load(importlib.resources.files("dragoman.read").joinpath("data/columns.yaml").read_text("utf-8"))
    return {field: tuple(names) for field, names in data.items()}


def check(settings: Settings) -> None:
    """Refuse column settings that name no field of ours.

    Raises:
        UsageError: A field is unknown; all unknown ones are named.
    """
    unknown = [field for field, _ in settings.columns if field not in synonyms()]
    if len(unknown) > 0:
        raise UsageError(f"unknown fields in columns: {unknown!r}; allowed are {', '.join(synonyms())}")


@functools.lru_cache(maxsize=256)
def chosen(names: tuple[str, ...], settings: Settings) -> Chosen:
    """Which of the columns there are hold which field; what the user says goes before what we know.

    >>> chosen(("Pub Date", "event_text"), Settings())
    {'text': 'event_text', 'date': 'Pub Date'}
    """
    known = {_plain(name): name for name in reversed(names)}
    picked = {field: known.get(_first(words, known)) for field, words in synonyms().items()}
    picked |= {field: name for field, name in settings.columns if name in names}
    return {field: name for field, name in picked.items() if name is not None}


def _first(words: Iterable[str], known: Mapping[str, str]) -> str:
    return next((word for word in words if word in known), "")


def _plain(name: str) -> str:
    return "_".join(name.replace("\ufeff", "").replace("-", " ").replace(".", " ").replace("_", " ").split()).lower()


def missing_text(label: str, names: Iterable[str]) -> Skipped:
    """What is reported of a table or object in which no column holds the text."""
    there = ", ".join(repr(name) for name in names)
    return Skipped(file=label, reason="no-text-column", detail=f"columns: {there or 'none'}")


def report(label: str, row: Row, settings: Settings) -> Raw | Skipped:
    """One row as a report."""
    picked = chosen(tuple(row), settings)
    if "text" not in picked:
        return missing_text(label, row)
    text = row[picked["text"]]
    if text is not None and not isinstance(text, str):
        return Skipped(file=label, reason="unreadable", detail=f"the text is no string but {type(text).__name__}")
    return dataclasses.replace(Raw(label=label, text=whole(text or "")), **fields(row, picked))


def fields(row: Row, picked: Chosen) -> dict[str, Any]:
    """What a row says beside the text, by field."""
    said: dict[str, Any] = {field: _written(row[name]) for field, name in picked.items() if field != "text"}
    if "date" in picked:
        said["date"] = dates.parsed(row[picked["date"]])
    return said


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which nothing can write, marked as broken."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _written(value: object) -> str | None:
    """A value as text; of an object its name (news services give a publisher as id and name)."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or isinstance(value, Mapping | list):
        return None
    return whole(str(value)).strip() or None
