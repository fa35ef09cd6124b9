"""A name as a person types it → whom the dictionary knows by it, what each was on a day, and which line says so."""

import datetime as dt
import difflib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.model.entity import Entity, Standing
from dragoman.ontology import actor_own, offices
from dragoman.ontology.actor_rows import shipped
from dragoman.ontology.actor_spellings import plain
from dragoman.ontology.actors import Alias, dictionary

CLOSE = 0.78
"""Share of letters in common from which a spelling is suggested: "Rouhany" (.86) for "Rouhani"; chosen by trying."""
MOST = 5
"""Suggestions shown."""


class Line(NamedTuple):
    """A line of a data file: where it stands, its basis, and its text."""

    file: str
    number: int
    basis: str
    text: str


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """One actor that a name may stand for, what it was on the day, and the lines that say so.

    Attributes:
        entity: The actor.
        standing: Code, sectors and role on the day.
        line: The line that the standing comes from.
        beside: Further offices held that day, in words, with their lines.
    """

    entity: Entity
    standing: Standing
    line: Line | None
    beside: tuple[tuple[str, Line], ...]


class Answer(NamedTuple):
    """What a name stands for: nobody, one actor, or several; and known names spelt like it, where there is nobody."""

    meanings: tuple[Meaning, ...]
    close: tuple[str, ...]


def look(name: str, day: dt.date | None) -> Answer:
    """Everybody that a name may stand for, on a day or without one.

    >>> [m.standing.role for m in look("Hassan Rouhani", dt.date(2019, 12, 20)).meanings]
    ['President']
    >>> look("Hasan Ruhani", None).meanings, "Hassan Rouhani" in look("Hassan Rouhany", None).close
    ((), True)
    """
    entities = found(name)
    if len(entities) == 0:
        return Answer((), _close(name))
    return Answer(tuple(_meaning(entity, day) for entity in entities), ())


def named(name: str) -> Entity | None:
    """The one actor that a name stands for; None for nobody and for several.

    >>> named("Shinzo Abe").id, named("Nobody At All")
    ('person:shinzo-abe', None)
    """
    entities = found(name)
    return entities[0] if len(entities) == 1 else None


def found(name: str) -> tuple[Entity, ...]:
    """Actors by a name: those of that full name before all else, then by any name, by spelling, by a name inside it."""
    for form in dict.fromkeys((name.strip(), plain(name.strip()))):
        readings = dictionary().aliases.get(form, [])
        if len(readings) > 0:
            return _entities([r for r in readings if r.kind == "person"]) or _entities(readings)
    spelt = _spelt(actor_own.current()).get(_key(name), ())
    readings = [reading for form in spelt for reading in dictionary().aliases.get(form, [])]
    return _entities(readings) or _inside(name)


def _inside(name: str) -> tuple[Entity, ...]:
    """The persons named inside a longer phrase ("President Barack Obama")."""
    return _entities([r for hit in dictionary().find(name) for r in hit.readings if r.kind == "person"])


def _entities(readings: list[Alias]) -> tuple[Entity, ...]:
    return tuple({reading.entity.id: reading.entity for reading in readings}.values())


def _key(name: str) -> str:
    return plain(name).casefold().replace("-", " ").replace("’", "'").strip()


@cache
def _spelt(_own: actor_own.Files) -> dict[str, tuple[str, ...]]:
    """Names by what they are without accents, hyphens and capitals."""
    keyed: dict[str, list[str]] = defaultdict(list)
    for alias in dictionary().aliases:
        keyed[_key(alias)].append(alias)
    return {key: tuple(forms) for key, forms in keyed.items()}


def _close(name: str) -> tuple[str, ...]:
    keyed = _spelt(actor_own.current())
    keys = difflib.get_close_matches(_key(name), keyed, n=MOST * 2, cutoff=CLOSE)
    suggested = {_entities(dictionary().aliases[keyed[key][0]])[0].name: None for key in keys}
    return tuple(suggested)[:MOST]


def _meaning(entity: Entity, day: dt.date | None) -> Meaning:
    standing = offices.standing(entity, day)
    held = () if day is None else offices.held_by(entity.id, day)
    return Meaning(
        entity=entity,
        standing=standing,
        line=line(standing.source),
        beside=tuple(
            (f"{o.title} ({o.code})", told)
            for o in held
            if o.source != standing.source and (told := line(o.source)) is not None
        ),
    )


def line(source: str) -> Line | None:
    """The line of a data file that a source such as "offices.csv:17" names; None where it names none.

    >>> line("countries.csv:2").text[:15]
    'AFG,Afghanistan'
    """
    file, _, number = source.rpartition(":")
    if not number.isdigit():
        return None
    text = _lines(file, actor_own.current())[int(number) - 1]
    own = any(Path(path).name == file for path in actor_own.current())
    return Line(file, int(number), f"file:{file}" if own else text.rpartition(",")[2], text.strip())


@cache
def _lines(file: str, own: actor_own.Files) -> list[str]:
    path = next((path for path in own if Path(path).name == file), None)
    return (shipped(file) if path is None else Path(path).read_text(encoding="utf-8")).splitlines()
