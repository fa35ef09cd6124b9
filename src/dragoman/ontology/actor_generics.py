"""`generics.csv` → common nouns for actors ("official", "police", "newspaper"): sectors, sort, use as a title."""

from functools import cache

import msgspec

from dragoman.ontology.actor_rows import Table

FILE = "generics.csv"
COLUMNS = ("noun", "variants", "sectors", "sort", "title", "basis")
SORTS = (
    "person",  # one or more people by trade, rank or role
    "people",  # a plural noun for a body of people
    "body",  # an institution
    "outlet",  # a newspaper, agency or station
    "weapon",  # a weapon that stands for its owner
    "source",  # someone who tells the press something
    "state",  # "the country"
    "alliance",  # "the bloc"
    "group",  # "the group"
    "side",  # "both sides"
    "power",  # "world powers"
    "relation",  # "his predecessor"
    "courtesy",  # "Mr."
    "weak",  # an actor only when a country or an actor stands with it
)


class Generic(msgspec.Struct, frozen=True, kw_only=True):
    """A common noun, of one or more words, that stands for an actor.

    Attributes:
        noun: In the singular and lower case.
        sectors: PLOVER sector codes, the first one primary.
        sort: One of SORTS.
        title: Whether it may stand before a name.
        source: File and line.
    """

    noun: str
    sectors: tuple[str, ...]
    sort: str
    title: bool
    source: str


@cache
def generics() -> dict[str, Generic]:
    """All nouns and their variants.

    >>> generics()["police"].sectors, generics()["defence minister"].noun
    (('COP',), 'defense minister')
    """
    return load(None)


@cache
def longest() -> int:
    """How many words the longest noun has."""
    return max(len(noun.split()) for noun in generics())


def load(text: str | None) -> dict[str, Generic]:
    """Nouns from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[str, Generic] = {}
    for row in table.rows:
        if row.one("sort") not in SORTS:
            table.fault(row, f"sort {row.one('sort')!r} is not one of {', '.join(SORTS)}")
        generic = Generic(
            noun=row.one("noun"),
            sectors=table.sectors(row),
            sort=row.one("sort"),
            title=row.one("title") == "yes",
            source=row.source,
        )
        for form in (generic.noun, *row.several("variants")):
            if form in found:
                table.fault(row, f"{form!r} stands twice")
            found[form] = generic
    table.close()
    return found
