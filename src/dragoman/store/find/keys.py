"""`data/keys.yaml` and the types of records → the keys of the query language, and the terms that some of them have."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

import msgspec
import yaml

from dragoman.model.event import Auxiliary, Factuality, Phase, SourceKind
from dragoman.ontology import plover
from dragoman.store.status import STATUSES

Form = Literal["party", "pair", "place", "list", "name", "id", "days", "number", "words"]
RECORDS = ("event", "statement", "figure")


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A key: its name, how its values are read, what it asks for, shorter names, and what others call it."""

    name: str
    form: Form
    means: str
    also: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()


@cache
def keys() -> Mapping[str, Key]:
    """All keys by name, in the order of the documentation.

    >>> keys()["auxiliary"].also
    ('aux',)
    """
    table: dict[str, dict[str, Any]] = _data("keys")
    return {name: msgspec.convert({"name": name, **row}, Key) for name, row in table.items()}


@cache
def by_any_name() -> Mapping[str, Key]:
    """All keys by name and shorter name."""
    return {name: key for key in keys().values() for name in (key.name, *key.also)}


@cache
def guessed() -> Mapping[str, str]:
    """What others call a key → its name."""
    return {guess: key.name for key in keys().values() for guess in key.guesses}


def meant(key: str) -> Mapping[str, str]:
    """What people write as a value of a key → the term that they mean.

    >>> meant("context")["nuclear"]
    'cbrn'
    """
    return _guesses().get(key, {})


@cache
def _guesses() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = _data("guesses")
    return table


def _data(name: str) -> Any:  # noqa: ANN401 - what YAML gives
    text = resources.files("dragoman.store.find").joinpath(f"data/{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


_LISTS: dict[str, Callable[[], tuple[str, ...]]] = {
    "type": lambda: tuple(plover.types()),
    "mode": lambda: tuple(dict.fromkeys(mode for kind in plover.types().values() for mode in kind.modes)),
    "quad": lambda: tuple(str(quad) for quad in plover.quads()),
    "context": plover.contexts,
    "auxiliary": lambda: get_args(Auxiliary),
    "factuality": lambda: get_args(Factuality),
    "told": lambda: get_args(Factuality),
    "status": lambda: STATUSES,
    "phase": lambda: get_args(Phase),
    "source": lambda: get_args(SourceKind),
    "record": lambda: RECORDS,
}


@cache
def terms(key: str) -> Mapping[str, str]:
    """Terms of a key with a fixed list, by the spelling in which they are compared.

    >>> terms("status")["called-off"], terms("factuality")["ct-"]
    ('called off', 'CT-')
    """
    return {spelled(term): term for term in _LISTS[key]()}


def spelled(term: str) -> str:
    """A term without regard to case, kinds of dashes, and what joins its words."""
    return term.casefold().replace("\N{MINUS SIGN}", "-").replace("_", "-").replace(" ", "-")
