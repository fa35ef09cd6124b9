"""`references.yaml` → the words by which descriptions point back at actors, and names that several states share."""

from functools import cache
from importlib import resources

import msgspec
import yaml

FILE = "data/actors/references.yaml"


class ReferenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `references.yaml`, which says what each is for."""

    bodies: dict[str, frozenset[str]]
    union_bodies: dict[str, str]
    beside: frozenset[str]
    apart: frozenset[str]
    kinds_of_sectors: dict[str, str]
    kinds_of_names: dict[str, str]
    telling_names: dict[str, frozenset[str]]
    roaming: frozenset[str]
    charging: frozenset[str]
    bands: frozenset[str]
    crowned: frozenset[str]
    armed: frozenset[str]
    relations: frozenset[str]
    pairs: frozenset[str]
    sides: frozenset[str]
    joined_only: frozenset[str]
    numbers: dict[str, int]
    descriptions: dict[str, frozenset[str]]
    part_of_world: frozenset[str]
    world_adjectives: frozenset[str]
    joining: frozenset[str]
    combining: dict[str, str]
    regions_leading: frozenset[str]
    namesakes: dict[str, dict[str, frozenset[str]]]
    halves: dict[str, dict[str, frozenset[str]]]
    done_to_actors: frozenset[str]
    sending: frozenset[str]
    citing: frozenset[str]
    town_things: frozenset[str]
    any_ship: frozenset[str]
    missions: frozenset[str]
    stationed: frozenset[str]
    called: dict[str, tuple[str, ...]]
    short_names: frozenset[str]
    issuers: frozenset[str]
    asking: frozenset[str]
    envoys: tuple[str, ...]


@cache
def reference_words() -> ReferenceWords:
    """The shipped lists.

    >>> sorted(reference_words().bodies["agency"])
    ['body', 'igo', 'office', 'outlet']
    """
    text = (resources.files("dragoman.ontology") / FILE).read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), ReferenceWords)
