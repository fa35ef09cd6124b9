"""An actor → a FollowTheMoney entity; and what all its entities are made of: ids, properties as lists of text."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from dragoman.model.event import ActorRef, ArticleRef
from dragoman.ontology import plover
from dragoman.store.export.telling import one_line

DATASET = "dragoman"
DIGITS = 40
"""Of an id: as long as FollowTheMoney's own, which are SHA-1."""

Values = Iterable[str | None]
Properties = Mapping[str, Values]


class Entity(msgspec.Struct, frozen=True):
    """One line of the output."""

    id: str
    schema: str
    datasets: tuple[str, ...]
    properties: Mapping[str, tuple[str, ...]]


BODY = "PublicBody"

_SCHEMATA = {"state": BODY, "person": "Person", "org": "Organization"}
"""By the kind of entity id; what is known by a common noun, or from one article only, is a LegalEntity; so is a
ship, because FollowTheMoney lets only such take part in an event."""
_STATE_SECTORS = frozenset({"GOV", "MIL", "JUD", "LEG", "SPY", "COP"})
"""Sectors whose bodies belong to a state."""
_LOCAL = frozenset({"article", "generic"})
"""Kinds of ids that mean the same actor only within one article."""
_BEYOND_ISO = {"KOS": "xk", "EUR": "eu", "UNO": "un"}
"""PLOVER's codes that FollowTheMoney has a country for, and ISO 3166 has not."""


def actor(one: ActorRef, article: ArticleRef) -> Entity:
    """An actor or recipient as the entity that its id tells."""
    schema = _schema(one)
    return entity(
        actor_id(one, article),
        schema,
        {
            "name": [one.entity_name],
            "position": [one.role if schema == "Person" else None],
            "country": [alpha_2(one.code)],
            "sector": [plover.sectors().get(code or "") for code in (one.sector_code, *one.other_sector_codes)],
            "wikidataId": [one.wikidata_id],
            "description": [one.wiki_description],
        },
    )


def actor_id(one: ActorRef, article: ArticleRef) -> str:
    """The same wherever the actor is surely the same.

    "A Japanese official" of two articles need not be one, nor two of a name that no dictionary has: they get an id for
    each article.
    """
    kind = one.entity_id.partition(":")[0]
    return key("actor", one.entity_id, *([article.id] if kind in _LOCAL else []))


def key(kind: str, *parts: str) -> str:
    """An id from its parts, unambiguously joined."""
    joined = json.dumps(parts).encode()
    return f"{kind}-{hashlib.sha256(joined).hexdigest()[:DIGITS]}"


def entity(name: str, schema: str, properties: Properties) -> Entity:
    """An entity with those properties that have values, each value once and in one line."""
    told = {prop: tuple(dict.fromkeys(filter(None, map(one_line, values)))) for prop, values in properties.items()}
    told = {prop: values for prop, values in told.items() if len(values) > 0}
    return Entity(name, schema, (DATASET,), {"name": (name,)} | told)


def merged(one: Entity, other: Entity) -> Entity:
    """Two tellings of an entity as one; a body that was once seen as a state's is one."""
    props = dict.fromkeys((*one.properties, *other.properties))
    both = {prop: (*one.properties.get(prop, ()), *other.properties.get(prop, ())) for prop in props}
    return entity(one.id, other.schema if other.schema == BODY else one.schema, both)


def _schema(one: ActorRef) -> str:
    schema = _SCHEMATA.get(one.entity_id.partition(":")[0], "LegalEntity")
    return BODY if schema == "Organization" and one.sector_code in _STATE_SECTORS else schema


@cache
def alpha_2(code: str | None) -> str | None:
    """FollowTheMoney's code of a country; None for what is none.

    >>> alpha_2("IRN"), alpha_2("KOS"), alpha_2("NGO")
    ('ir', 'xk', None)
    """
    import pycountry  # noqa: PLC0415 - its tables are read only when this layout is asked for

    if code in _BEYOND_ISO:
        return _BEYOND_ISO[code]
    found = pycountry.countries.get(alpha_3=code or "")
    return None if found is None else str(found.alpha_2).lower()
