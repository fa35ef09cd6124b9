"""The user's own files of actors (YAML) → lines for the tables, names to join and to forget, faults, replacements.

One set of files is in use at a time (`use`); every table that is loaded from them is kept by that set, so that two
coders with different files in one process do not disturb each other: each calls `use` before it codes an article.
"""

from collections.abc import Iterator
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from dragoman.errors import DataError
from dragoman.ontology.actor_line import Row
from dragoman.ontology.own_yaml import Item, Items, document

Files = tuple[str, ...]
"""Paths of the user's files, the later ones winning."""

PERSON = {"name": False, "surnames": True, "aliases": True, "gender": False, "alone": False, "offices": True}
OFFICE = {"title": False, "code": False, "sectors": True, "start": False, "end": False}
ORGANISATION = {"name": False, "aliases": True, "code": False, "sectors": True, "kind": False}
MERGE = {"name": False, "into": False}
FORGET = {"name": False}
"""Fields of each kind of item, and whether they hold lists."""
SECTIONS = {"persons": PERSON, "organisations": ORGANISATION, "merge": MERGE, "forget": FORGET}


class Told(NamedTuple):
    """A word of the user's about a name, and the file and line it stands at."""

    name: str
    source: str


class Book:
    """What a set of files says.

    Attributes:
        rows: Lines for the tables.
        merges: Name by the name that it is to be joined to.
        told: The same names and those to forget, with their lines.
        forgets: Names that shall stand for nobody.
        faults: What is wrong, each with file and line.
        replaced: What the files put in place of something else, each with both lines.
    """

    def __init__(self, files: Files) -> None:
        self.rows: list[Row] = []
        self.merges: dict[str, str] = {}
        self.told: list[Told] = []
        self.forgets: list[Told] = []
        self.faults: list[str] = []
        self.replaced: list[str] = []
        for file in files:
            self._read(Path(file))

    def _read(self, path: Path) -> None:
        try:
            sections = document(path.read_text(encoding="utf-8"), path.name)
        except OSError as error:
            self.faults.append(f"{path.name}:1: cannot be read: {error.strerror}")
            return
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            self.faults.append(f"{path.name}:{mark.line + 1 if mark else 1}: no YAML: {_short(error)}")
            return
        self.faults.extend(sections.faults)
        for name, items in sections.items.items():
            self._section(name, items)

    def _section(self, name: str, items: Items) -> None:
        if name not in SECTIONS:
            self.faults.append(f"{items.source}: {name!r} is not one of {', '.join(SECTIONS)}")
            return
        for item in items.items:
            self.faults.extend(item.unlike(SECTIONS[name]))
            if item.one("name") == "":
                self.faults.append(f"{item.source}: no name")
            else:
                self._item(name, item)

    def _item(self, section: str, item: Item) -> None:
        told = Told(item.one("name"), item.source)
        if section == "persons":
            self.rows.append(_row(item, "persons.csv", ("name", "surnames", "aliases", "gender", "alone")))
            self.rows.extend(self._offices(item))
        elif section == "organisations":
            self.rows.append(_row(item, "organisations.csv", ("name", "aliases", "code", "sectors", "kind")))
        elif section == "merge":
            self.merges[told.name] = item.one("into")
            self.told.append(told)
            self.told.append(Told(item.one("into"), item.source))
        else:
            self.forgets.append(told)

    def _offices(self, person: Item) -> Iterator[Row]:
        for office in person.inner("offices"):
            self.faults.extend(office.unlike(OFFICE))
            row = _row(office, "offices.csv", ("title", "code", "sectors", "start", "end"))
            yield row._replace(fields={**row.fields, "person": person.one("name")})


def _row(item: Item, table: str, columns: tuple[str, ...]) -> Row:
    fields = {column: ";".join(item.several(column)) for column in columns}
    return Row(item.file, item.line, {**fields, "basis": f"file:{item.file.replace(' ', '_')}"}, table)


def _short(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]


_files: ContextVar[Files] = ContextVar("own_actor_files", default=())


def use(files: Files) -> None:
    """Take a set of files for what is asked from now on; the empty one leaves the shipped tables alone."""
    _files.set(files)


def current() -> Files:
    """The set of files in use, by which tables are kept."""
    return _files.get()


def book() -> Book:
    """What the files in use say."""
    return _book(current())


@cache
def _book(files: Files) -> Book:
    return Book(files)


def replaced(source: str, what: str, old: str) -> None:
    """Note that a line of the user's stands in place of another line."""
    book().replaced.append(f"{source}: {what} replaces {old}")


def check() -> None:
    """Raise all faults of the files in use together.

    Raises:
        DataError: There are some.
    """
    if len(book().faults) > 0:
        raise DataError(tuple(sorted(dict.fromkeys(book().faults), key=_place)))


def _place(fault: str) -> tuple[str, int]:
    file, line, _ = fault.split(":", 2)
    return file, int(line)
