"""A CSV table of the actor dictionary → checked rows; all faults of a file are gathered, each with file and line."""

import csv
import re
import unicodedata
from importlib import resources

from dragoman.errors import DataError
from dragoman.ontology import actor_own, plover
from dragoman.ontology.actor_line import Row

__all__ = ["RECALLED", "Row", "Table", "shipped", "slug"]

FOLDER = "data/actors"
RECALLED = "recalled"
_FILE_BASIS = re.compile(r"file:\S+")


class Table:
    """The rows of one table and the faults found in them so far."""

    def __init__(self, file: str, columns: tuple[str, ...], text: str | None = None) -> None:
        self.file = file
        self.faults: list[str] = []
        self.rows = self._read(columns, shipped(file) if text is None else text)
        if text is None:
            self.rows += tuple(row for row in actor_own.book().rows if row.table == file)

    def _read(self, columns: tuple[str, ...], text: str) -> tuple[Row, ...]:
        lines = csv.reader(text.splitlines())
        head = tuple(next(lines, ()))
        if head != columns:
            self.faults.append(f"{self.file}:1: columns are {','.join(head)!r}, must be {','.join(columns)!r}")
            return ()
        return tuple(row for n, cells in enumerate(lines, start=2) if (row := self._row(columns, n, cells)) is not None)

    def _row(self, columns: tuple[str, ...], line: int, cells: list[str]) -> Row | None:
        if len(cells) != len(columns):
            self.faults.append(f"{self.file}:{line}: {len(cells)} fields, must be {len(columns)}")
            return None
        row = Row(self.file, line, dict(zip(columns, cells, strict=True)))
        if row.one(columns[0]).strip() == "":
            self.fault(row, f"empty {columns[0]}")
        basis = row.fields.get("basis", RECALLED)
        if basis != RECALLED and _FILE_BASIS.fullmatch(basis) is None:
            self.fault(row, f"basis {basis!r} is neither {RECALLED!r} nor 'file:NAME'")
        return row

    def fault(self, row: Row, what: str) -> None:
        """Note a fault of a row; those of the user's files are gathered with what else is wrong in them."""
        (actor_own.book().faults if row.own else self.faults).append(f"{row.source}: {what}")

    def sectors(self, row: Row, column: str = "sectors") -> tuple[str, ...]:
        """The sector codes of a row; unknown ones are faults."""
        codes = row.several(column)
        for code in codes:
            if code not in plover.sectors():
                self.fault(row, f"unknown sector {code!r}")
        return codes

    def close(self) -> None:
        """Raise all faults together, if there are any.

        Raises:
            DataError: The table has faults.
        """
        if len(self.faults) > 0:
            raise DataError(tuple(sorted(self.faults, key=_line)))


def _line(fault: str) -> int:
    return int(fault.split(":")[1])


def shipped(file: str) -> str:
    """The text of a table of the package."""
    return (resources.files("dragoman.ontology") / FOLDER / file).read_text(encoding="utf-8")


def slug(name: str) -> str:
    """A name as the readable part of an id.

    >>> slug("Luiz Inácio Lula da Silva"), slug("J. D. Vance")
    ('luiz-inacio-lula-da-silva', 'j-d-vance')
    """
    whole = name.replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "-".join(f"{ord(c):x}" for c in name)
