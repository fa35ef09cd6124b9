"""`words.yaml` → the word lists by which names, titles and pronouns are read."""

from functools import cache
from importlib import resources

import msgspec
import yaml

FILE = "data/actors/words.yaml"


class Doubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that speak against and for reading a name as a state."""

    against: frozenset[str]
    favour: frozenset[str] = msgspec.field(name="for")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `words.yaml`, which says what each is for."""

    place_prepositions: frozenset[str]
    party_prepositions: frozenset[str]
    party_nouns: frozenset[str]
    journeys: frozenset[str]
    movements: frozenset[str]
    place_verbs: frozenset[str]
    not_acting: frozenset[str]
    former: frozenset[str]
    no_holder: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    foreign: frozenset[str]
    ways: frozenset[str]
    place_nouns: frozenset[str]
    meeting_places: frozenset[str]
    abroad: frozenset[str]
    currencies: frozenset[str]
    quantities: frozenset[str]
    acts: frozenset[str]
    owning: frozenset[str]
    joint: frozenset[str]
    epithets: frozenset[str]
    full_only: frozenset[str]
    leading: frozenset[str]
    serving: frozenset[str]
    places_do: frozenset[str]
    american_titles: frozenset[str]
    american_parties: frozenset[str]
    ship_classes: dict[str, str]
    doubtful_ships: frozenset[str]
    ship_prefixes: dict[str, str]
    flagging: frozenset[str]
    saying: frozenset[str]
    things_do: frozenset[str]
    willing: frozenset[str]
    everyday_names: frozenset[str]
    carriers: frozenset[str]
    stances: frozenset[str]
    companions: dict[str, str]
    ambiguous: dict[str, Doubt]


@cache
def words() -> Words:
    """The shipped lists.

    >>> "visit" in words().journeys
    True
    """
    text = (resources.files("dragoman.ontology") / FILE).read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Words)
