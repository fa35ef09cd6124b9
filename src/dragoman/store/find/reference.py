"""The keys of the query language → the table of them that stands in the documentation; `make fix` writes it anew."""

from dragoman.store.find.keys import Key, keys, terms

_MANY = 12
"""A longer list of terms is told by its number: the error for a wrong one names them all."""


def listed() -> str:
    """The keys with what they mean and the values that they take, as a table in Markdown."""
    rows = [f"| {_names(key)} | {key.means} | {_values(key)} |" for key in keys().values()]
    return "\n".join(["| key | asks for | values |", "|---|---|---|", *rows])


def _names(key: Key) -> str:
    return ", ".join(f"`{name}`" for name in (key.name, *key.also))


def _values(key: Key) -> str:
    if key.form != "list":
        return _FORMS[key.form]
    known = tuple(terms(key.name).values())
    if len(known) > _MANY:
        return f"one of {len(known)}: {', '.join(known[:3])} …"
    return ", ".join(known)


_FORMS = {
    "party": "a code, a country, a sector, words of a name, an id",
    "pair": "two countries",
    "place": "a country, words of a name",
    "name": "words of it",
    "id": "it, or its beginning with `*`",
    "days": "days",
    "number": "a number or range",
    "words": "words",
}
