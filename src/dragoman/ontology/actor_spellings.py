"""A person's name → the spellings of it that the press uses: accents, initials, articles, `spellings.csv`."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from dragoman.ontology.actor_rows import Table

FILE = "spellings.csv"
COLUMNS = ("part", "others", "basis")
_UNJOINED = str.maketrans({"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "\u0131": "i", "\u02bb": "'"})
"""Letters that Unicode does not take apart into letter and mark; the last two are a Turkish i, a Polynesian stop."""
_INITIALS = re.compile(r"\b([A-Z])\. ?(?=[A-Z]\b\.)")
_ARTICLE = re.compile(r"\b[aAeE]l-(?=\w)")


@cache
def interchangeable() -> dict[str, tuple[str, ...]]:
    """Parts of names by each of their spellings.

    >>> "Mohamed" in interchangeable()["Muhammad"]
    True
    """
    return load(None)


def load(text: str | None) -> dict[str, tuple[str, ...]]:
    """Sets of spellings from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[str, tuple[str, ...]] = {}
    for row in table.rows:
        spelt = (row.one("part"), *row.several("others"))
        for one in spelt:
            if one in found:
                table.fault(row, f"{one!r} stands twice")
            found[one] = spelt
    table.close()
    return found


def plain(name: str) -> str:
    """A name without marks on its letters.

    >>> plain("Radosław Sikorski"), plain("Andrés Muñoz")
    ('Radoslaw Sikorski', 'Andres Munoz')
    """
    parted = unicodedata.normalize("NFKD", name.translate(_UNJOINED))
    return "".join(c for c in parted if not unicodedata.combining(c))


class _Letters(dict[int, str]):
    """Each letter without its marks, if that is one letter; filled as letters are met."""

    def __missing__(self, key: int) -> str:
        bare = plain(chr(key))
        self[key] = bare if len(bare) == 1 else chr(key)
        return self[key]


_letters = _Letters()


def level(text: str) -> str:
    """A text of the same length without marks on its letters, in which names can be sought as tables write them.

    >>> level("Đukanović met Orbán’s envoy")
    'Dukanovic met Orban’s envoy'
    """
    return text.translate(_letters)


def of_person(name: str) -> tuple[str, ...]:
    """A full name and its other spellings: one part exchanged at a time.

    >>> of_person("J. D. Vance"), of_person("Mustafa el-Badry")[:3]
    (('J. D. Vance', 'J.D. Vance', 'JD Vance'), ('Mustafa el-Badry', 'Mustafa El-Badry', 'Mustafa el Badry'))
    """
    return tuple(dict.fromkeys(form for spelt in _exchanged(name) for form in _written(spelt)))


def of_surname(name: str) -> tuple[str, ...]:
    """A surname as it stands, without marks, and with its Arabic article written large.

    >>> of_surname("al-Sudani"), of_surname("Orbán")
    (('al-Sudani', 'Al-Sudani'), ('Orbán', 'Orban'))
    """
    large = _ARTICLE.sub(lambda m: m.group().capitalize(), name)
    return tuple(dict.fromkeys((name, plain(name), large, plain(large))))


def _exchanged(name: str) -> Iterator[str]:
    yield name
    parts = name.split(" ")
    for i, part in enumerate(parts[:-1]):
        for other in interchangeable().get(part, ()):
            yield " ".join((*parts[:i], other, *parts[i + 1 :]))


def _written(name: str) -> Iterator[str]:
    yield name
    yield plain(name)
    if ". " in name:
        dotted = _INITIALS.sub(r"\1.", name)
        yield dotted
        yield re.sub(r"\b([A-Z])\.(?=[A-Z]\b|\s)", r"\1", dotted) if dotted != name else name
    if _ARTICLE.search(name) is not None:
        yield _ARTICLE.sub(lambda m: m.group().capitalize(), name)
        yield _ARTICLE.sub(lambda m: m.group()[:-1] + " ", name)
        yield _ARTICLE.sub("", name)
