"""Points written from memory, each held against a point computed from maps or towns, so that a slip is found.

A table has the columns of its keys, `lat`, `lon` and `apart`: why this point lies further from the computed one than
is allowed; empty for all others. Stands apart from the build because the same check serves countries and regions.
"""

import csv
import sys
from collections.abc import Mapping
from math import acos, cos, radians, sin
from pathlib import Path
from typing import NamedTuple

EARTH = 6371.0
"""Mean radius in kilometres (IUGG)."""
Row = dict[str, str]


class Point(NamedTuple):
    """A point with its origin."""

    lat: float
    lon: float
    basis: str

    def cells(self) -> Row:
        """The columns that tell it."""
        return {"lat": f"{self.lat:.2f}", "lon": f"{self.lon:.2f}", "basis": self.basis}


class Recalled:
    """A table of such points; gathers what is wrong with it while it is asked."""

    def __init__(self, path: Path, keys: tuple[str, ...], basis: str, kilometres: float) -> None:
        with path.open(encoding="utf-8") as lines:
            self._rows = {tuple(row[key] for key in keys): row for row in csv.DictReader(lines)}
        self._basis = basis
        self._kilometres = kilometres
        self._unasked = set(self._rows)
        self._faults: list[str] = []

    def point(self, *keys: str, computed: Point | None) -> Point | None:
        """The point from memory, else the computed one."""
        row = self._rows.get(keys)
        if row is None:
            return computed
        self._unasked.discard(keys)
        point = Point(float(row["lat"]), float(row["lon"]), self._basis)
        if computed is not None:
            self._compare(row, distance(point, computed), " ".join(keys))
        return point

    def knows(self, *keys: str) -> bool:
        """Whether the table has a point for these keys."""
        return keys in self._rows

    def faults(self) -> list[str]:
        """Points too far off, exceptions that are none, and lines that stand for nothing."""
        return self._faults + [f"no such place: {' '.join(keys)}" for keys in sorted(self._unasked)]

    def _compare(self, row: Row, kilometres: float, name: str) -> None:
        if (kilometres > self._kilometres) != bool(row["apart"]):
            told = f"told apart ({row['apart']})" if row["apart"] else "not told apart"
            self._faults.append(f"{name}: {kilometres:.0f} km from the computed point, {told}")


class Tables:
    """Several tables of the same keys and none of the same places, asked as one."""

    def __init__(self, files: Mapping[Path, str], keys: tuple[str, ...], kilometres: float) -> None:
        self._tables = [Recalled(path, keys, basis, kilometres) for path, basis in files.items()]

    def point(self, *keys: str, computed: Point | None) -> Point | None:
        """The point from memory, else the computed one."""
        points = [table.point(*keys, computed=computed) for table in self._tables if table.knows(*keys)]
        return points[0] if points else computed

    def stop_at_faults(self) -> None:
        """End the program if something is wrong with one of the tables."""
        if faults := [fault for table in self._tables for fault in table.faults()]:
            sys.exit("\n".join(faults))


def distance(a: Point, b: Point) -> float:
    """Kilometres along the great circle."""
    (south, north), across = (radians(a.lat), radians(b.lat)), radians(a.lon - b.lon)
    return EARTH * acos(max(-1.0, min(1.0, sin(south) * sin(north) + cos(south) * cos(north) * cos(across))))
