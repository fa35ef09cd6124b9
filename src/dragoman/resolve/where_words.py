"""`data/place_words.yaml` → the words beside a name that show it to be a place, read once."""

import functools
import importlib.resources

import msgspec
import yaml


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in small letters.

    Attributes:
        locative: Prepositions of place.
        of_kind: Nouns before "of" and a name of a place.
        after: Nouns after a name of a town.
        county: The last word of a county's name.
        state: Words after the name of a region that has a city of the same name.
        listing: What joins the items of a list.
        dash: What parts a dateline from its report.
        small: Words before a name that make it the name of something else.
    """

    locative: frozenset[str]
    of_kind: frozenset[str]
    after: frozenset[str]
    county: frozenset[str]
    state: frozenset[str]
    listing: frozenset[str]
    dash: frozenset[str]
    small: frozenset[str]


@functools.cache
def words() -> PlaceWords:
    """The words that are shipped."""
    path = importlib.resources.files("dragoman.resolve") / "data" / "place_words.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), PlaceWords)
