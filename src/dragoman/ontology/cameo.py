"""CAMEO's codes with their names from `data/cameo.csv`, and which of them says best what a PLOVER type and mode say."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml


def code(event: str, mode: str | None = None, hint: str | None = None) -> str | None:
    """The best CAMEO code for a type and mode, as text; None where CAMEO has none.

    Args:
        event: PLOVER type.
        mode: PLOVER mode, if there is one.
        hint: A more exact code, from a frame of the lexicon; it wins if CAMEO knows it.

    >>> code("CONSULT", "visit"), code("CONSULT", "phone"), code("AGREE", hint="036")
    ('042', '041', '036')
    >>> code("COERCE", "misinformation") is None
    True
    """
    if hint is not None and hint in names():
        return hint
    return _best().get(event, {}).get(mode or "")


@cache
def names() -> Mapping[str, str]:
    """All codes with what they mean, in our words.

    >>> names()["042"]
    'makes a visit'
    """
    text = _data("cameo.csv")
    return MappingProxyType({row["code"]: row["name"] for row in csv.DictReader(text.splitlines())})


@cache
def _best() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = yaml.safe_load(_data("cameo.yaml"))
    return table


def _data(name: str) -> str:
    return resources.files("dragoman.ontology").joinpath("data", name).read_text(encoding="utf-8")
