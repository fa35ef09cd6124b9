"""PLOVER's facts from `data/plover.yaml` → typed values: event types with modes, quads and scores, sectors, contexts.

Nothing here decides how a sentence is coded; this module only knows what codes exist and what they mean.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

import msgspec
import yaml

Quad = Literal[1, 2, 3, 4]
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """A mode of an event type: its score, what it covers, and its short name for a legend."""

    name: str
    score: float
    means: str
    label: str


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """One of PLOVER's sixteen event types.

    Attributes:
        name: As PLOVER writes it ("CONSULT").
        quad: Quad code.
        score: Scale value where no mode is known.
        recipient_required: Whether the codebook wants a recipient.
        means: What it covers, in words.
        excludes: What it does not cover and where that goes instead, or "".
        label: Short name for a legend.
        modes: Its modes by name, empty for some types.
    """

    name: str
    quad: Quad
    score: float
    recipient_required: bool
    means: str
    excludes: str
    label: str
    modes: Mapping[str, Mode]


@cache
def types() -> Mapping[str, EventType]:
    """The sixteen event types by name, in the codebook's order.

    >>> types()["CONSULT"].modes["visit"].score
    4.0
    """
    table = _table()
    return MappingProxyType({name: _event_type(name, raw, table) for name, raw in table["types"].items()})


def scale(event: str, modes: Iterable[str] = ()) -> float:
    """The score of an event: that of its mode, else of its type; of several modes the largest magnitude.

    >>> scale("CONSULT"), scale("CONSULT", ["visit"]), scale("ASSAULT", ["beat", "firearms"])
    (2.5, 4.0, -9.0)
    """
    kind = types()[event]
    return max((kind.modes[mode].score for mode in modes), key=abs, default=kind.score)


def quad(event: str) -> Quad:
    """Quad code of an event type.

    >>> quad("SANCTION")
    4
    """
    return types()[event].quad


def label(event: str, modes: Iterable[str] = ()) -> str:
    """Short name of a type, or of its modes, for legends and tables; a code that PLOVER does not have names itself.

    >>> label("CONSULT"), label("CONSULT", ["visit"]), label("FIGHT")
    ('meeting or talks', 'visit', 'FIGHT')
    """
    kind = types().get(event)
    if kind is None:
        return event
    return ", ".join(kind.modes[mode].label if mode in kind.modes else mode for mode in modes) or kind.label


def quads() -> Mapping[int, str]:
    """Names of the four quad codes."""
    return MappingProxyType(_table()["quads"])


def country_like() -> Mapping[str, str]:
    """Codes that stand where a country's would: international organisations, movements, companies.

    >>> country_like()["UNO"]
    'United Nations'
    """
    return MappingProxyType(_table()["country_like_codes"])


def sectors() -> Mapping[str, str]:
    """Sector codes with their names.

    >>> sectors()["LEG"]
    'legislature'
    """
    return MappingProxyType(_table()["sectors"])


def contexts() -> tuple[str, ...]:
    """PLOVER's contexts, in the codebook's order."""
    return tuple(_table()["contexts"])


def auxiliary_modes() -> tuple[str, ...]:
    """The four auxiliary modes."""
    return tuple(_table()["auxiliary_modes"])


@cache
def _table() -> dict[str, Any]:
    text = resources.files("dragoman.ontology").joinpath("data/plover.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


def _event_type(name: str, raw: dict[str, Any], table: dict[str, Any]) -> EventType:
    labels, means = table["labels"][name], table["mode_meanings"].get(name, {})
    modes = {m: Mode(name=m, score=score, means=means[m], label=labels[m]) for m, score in raw["modes"].items()}
    return EventType(
        name=name,
        quad=raw["quad"],
        score=raw["score"],
        recipient_required=raw["recipient_required"],
        means=raw["means"],
        excludes=raw.get("not", ""),
        label=labels[""],
        modes=MappingProxyType(modes),
    )
