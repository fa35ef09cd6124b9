"""An act's PLOVER type → its type in the terms of the typing sets, whose labels come from an older table."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

YIELDING = frozenset({"CONCEDE", "RETREAT"})


def in_terms_of_set(event: str, cameo: str | None, *, announced: bool) -> str:
    """The type that the sets give an act; most types stay.

    Args:
        event: PLOVER type of the act.
        cameo: The act's CAMEO code, if it is known.
        announced: Whether the act is only announced, promised or agreed to.

    >>> in_terms_of_set("SANCTION", "163", announced=False), in_terms_of_set("CONCEDE", None, announced=True)
    ('COERCE', 'AGREE')
    """
    if announced and event in YIELDING:
        return str(_table()["announced_yielding"])
    if announced or cameo is None:
        return event
    return str(_table()["types"].get(cameo, event))


@cache
def _table() -> dict[str, Any]:
    text = resources.files("dragoman.evaluate.tasks").joinpath("data", "crosswalk.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
