"""Persons that no dictionary knows, over a run → a file in the form of `--actors`, those most often met first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman.model.coded import Coded
from dragoman.model.entity import Entity
from dragoman.resolve import candidates
from dragoman.store.replace import replacing

HEAD = """\
# Persons whom no dictionary knows, as their titles told in this run. Read each before you use it:
#   dragoman code … --actors THIS-FILE
# The start of an office is the day of the first report that told it, not the day it began.
"""


@dataclass
class Met:
    """A person met in a run: as first told, in how many articles, on which day first."""

    entity: Entity
    articles: int
    day: dt.date | None


class Candidates:
    """Persons met over a run, by name and country."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str | None], Met] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._met)

    def add(self, item: Coded) -> None:
        """Note those of a coded article."""
        day = item.article.date
        for entity in candidates.candidates(item.resolved):
            met = self._met.setdefault((entity.name, entity.code), Met(entity, 0, day))
            met.articles += 1
            met.day = min((d for d in (met.day, day) if d is not None), default=None)

    def write(self, path: str | Path) -> None:
        """Write them as a file of one's own actors; those of undated reports stand in it as comments."""
        ranked = sorted(self._met.values(), key=lambda met: (-met.articles, met.entity.name, met.entity.code or ""))
        persons = [_person(met.entity, met.day) for met in ranked if met.day is not None]
        body = yaml.safe_dump({"persons": persons}, allow_unicode=True, sort_keys=False)
        with replacing(path) as file:
            file.write((HEAD + body + "".join(_undated(met) for met in ranked)).encode())

    def lines(self, path: str | None) -> Iterator[str]:
        """What the closing summary says of them; nothing where there are none."""
        if len(self) > 0:
            where = "" if path is None else f"; see {path}"
            noun = "person" if len(self) == 1 else "persons"
            yield f"{len(self)} {noun} in no dictionary, coded by title{where}"


def _person(entity: Entity, day: dt.date) -> dict[str, Any]:
    office = {"title": entity.role, "code": entity.code, "sectors": list(entity.sectors), "start": day.isoformat()}
    return {"name": entity.name, "surnames": [entity.name.split()[-1]], "alone": "no", "offices": [office]}


def _undated(met: Met) -> str:
    told = f"{met.entity.role}, {met.entity.code} {' '.join(met.entity.sectors)}".rstrip()
    return f"# no day told: {met.entity.name}, {told}\n" if met.day is None else ""
