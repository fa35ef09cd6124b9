"""A full name that no dictionary writes so → the one person whose name has the same consonants ("Vladmir Putin").

Vowels, doubled letters, accents and the breath in "kh", "gh", "th" differ between ways of writing a name in Latin
letters, and between typing errors; the order of the other consonants hardly does.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_persons import persons
from dragoman.ontology.actors import dictionary

SAME = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v", "y": "i", "j": "i"})
SMALL = frozenset({"al", "el", "bin", "ben", "ibn", "van", "von", "de", "der", "den", "abu"})
VOWELS = frozenset("aeiou")
STEP = 4
"""Letters of a word for each that may differ, and one in any word; our own misspelt names need no more."""
LEAST = 5
"""Consonants that a whole name must have; with fewer, strangers are too likely to share them."""
_INITIAL = re.compile(r"(?<=\w) [a-z]\. ?(?=\w)")
"""An initial between first name and surname ("Janet L. Yellen")."""
_CLUSTERS = (("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("dj", "i"))


@cache
def _by_consonants() -> dict[str, tuple[EntityId, ...]]:
    """Plain full names of the dictionary by their consonants."""
    found: dict[str, dict[EntityId, None]] = defaultdict(dict)
    for person in persons().values():
        for name in (person.name, *person.aliases):
            found[consonants(name)][person.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def consonants(name: str) -> str:
    """The letters that a name keeps however it is written.

    >>> consonants("Moammar Gadhafi") == consonants("Muammar Gaddafi")
    True
    """
    return " ".join(_kept(word) for word in _plain(name).split() if word not in SMALL)


def _plain(name: str) -> str:
    """Small letters without accents, hyphens and dots."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return re.sub(r"[^a-z ]", "", re.sub(r"[-–]", " ", _INITIAL.sub(" ", letters)))


def _kept(word: str) -> str:
    """First letter and consonants of a word, each of a doubled one once."""
    for written, meant in _CLUSTERS:
        word = word.replace(written, meant)
    word = re.sub(r"(?<=[bcdfgklpqrstvz])h", "", word).translate(SAME)
    first, rest = word[:1], re.sub(r"[aeiou]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest).removesuffix("h")


def near_spelling(name: str) -> Entity | None:
    """The only person of the dictionary who may be meant by a full name written otherwise.

    >>> near_spelling("Vladmir Putin").id
    'person:vladimir-putin'
    """
    key = consonants(name)
    found = _by_consonants().get(key, ())
    if " " not in key or len(key) <= LEAST or len(found) != 1:
        return None
    known = persons()[found[0]]
    if not any(_alike(_plain(name), _plain(told)) for told in (known.name, *known.aliases)):
        return None
    return dictionary().entities[found[0]]


def _alike(one: str, other: str) -> bool:
    """Whether each word is written nearly as its fellow, and none has an ending of its own ("Dehghan", "Dehghani")."""
    ours, theirs = ([word for word in name.split() if word not in SMALL] for name in (one, other))
    return len(ours) == len(theirs) and all(_near(*pair) for pair in zip(ours, theirs, strict=True))


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) > len(shorter) and longer.startswith(shorter) and longer[-1] in VOWELS:
        return False
    return _distance(one, other) <= max(1, len(longer) // STEP)


def _distance(one: str, other: str) -> int:
    """Letters to change, add or leave out."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, met in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != met))
    return row[-1]
