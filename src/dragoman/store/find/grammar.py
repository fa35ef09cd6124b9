"""Text of the query language → `Query`; what is not understood is shown with a caret, what is allowed and what is near.

A query is clauses with spaces between them, and all of them hold: `key:value`, or words of the sentence without a key.
Values with commas between them are alternatives, a minus before a clause denies it, quotation marks hold together
what has spaces or marks in it (a quotation mark inside is written twice), and `*` leaves the end of a word open.
"""

import re
from typing import NoReturn

from dragoman.errors import UsageError
from dragoman.store.find.keys import Key, by_any_name, guessed, keys
from dragoman.store.find.query import TEXT, Clause, Query, Value
from dragoman.store.find.raw import Raw, RefusedError, near
from dragoman.store.find.values import value

_KEY = re.compile(r"(?P<key>[^\W\d]\w*):")
_VALUE = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"(?P<star>\*?)|(?P<bare>[^\s,"]+)')
_COMMA = re.compile(r"\s*,\s*")
_SPACE = re.compile(r"\s*")
_MINUS = re.compile("-")
_OPERATOR = re.compile(r"AND|OR|NOT|&&?|\|\|?|!|[()].*|.*[()]")
_COMPARED = re.compile(r"(?P<key>[^\W\d]\w*)(?:[=<>~!]|$)")
_OPERATORS = "conditions all hold; a comma between values means or: type:THREATEN,ACCUSE; a minus denies: -actor:IRN"
_UNHELD = re.compile("[\x00\ud800-\udfff]")
"""Characters that databases cannot hold."""


def parse(text: str) -> Query:
    """The query that a text stands for.

    >>> parse("actor:IRN -type:consult,AGREE oil").clauses[1]
    Clause(key='type', values=(Exact(text='CONSULT'), Exact(text='AGREE')), negated=True)

    Raises:
        UsageError: The text is not understood; the message has the text with a caret below what is wrong.
    """
    return Query(tuple(_Reader(text).clauses()))


class _Reader:
    """A text and how far it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def clauses(self) -> list[Clause]:
        """All clauses of the text."""
        unheld = _UNHELD.search(self.text)
        if unheld is not None:
            self._fail("a character that no text holds", "", unheld.span())
        found = []
        self._skip(_SPACE)
        while self.at < len(self.text):
            found.append(self._clause())
            self._skip(_SPACE)
        return found

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Step over what is next, if it is that."""
        found = pattern.match(self.text, self.at)
        self.at = self.at if found is None else found.end()
        return found is not None

    def _clause(self) -> Clause:
        negated = self._skip(_MINUS)
        key = self._key()
        values = [self._value(key)]
        while self._skip(_COMMA):
            values.append(self._value(key))
        if self.text[self.at : self.at + 1].strip():
            self._fail("something stands against the value before it", "write a space or a comma between them")
        return Clause(key.name, tuple(dict.fromkeys(values)), negated)

    def _key(self) -> Key:
        found = _KEY.match(self.text, self.at)
        if found is None:
            return keys()[TEXT]
        name = found["key"].casefold()
        key = by_any_name().get(name)
        if key is None:
            meant = guessed().get(name)
            hint = near(name, by_any_name()) if meant is None else f", did you mean {meant!r}?"
            allowed = f"keys are {', '.join(keys())}; what has a colon in it is put in quotation marks"
            self._fail(f"unknown key {found['key']!r}{hint}", allowed, found.span("key"))
        self.at = found.end()
        return key

    def _value(self, key: Key) -> Value:
        found = _VALUE.match(self.text, self.at)
        if found is None:
            unclosed = self.text.startswith('"', self.at)
            self._fail(
                "a quotation mark that is not closed" if unclosed else "a value is missing", f"{key.name}: {key.means}"
            )
        if key.name == TEXT and found["bare"] is not None:
            self._refuse_operators(found)
        try:
            made = value(key, _raw(found))
        except RefusedError as error:
            self._fail(str(error), error.allowed, found.span())
        self.at = found.end()
        return made

    def _refuse_operators(self, found: re.Match[str]) -> None:
        """Other languages' operators would silently be looked for as words."""
        if _OPERATOR.fullmatch(found["bare"]) is not None:
            self._fail(f"{found['bare']!r} is not a word of this language", _OPERATORS, found.span())
        compared = _COMPARED.match(found["bare"])
        if compared is not None and compared.end() > compared.end("key"):
            name = compared["key"].casefold()
            meant = guessed().get(name, name)
            if meant in by_any_name():
                self._fail("a key is followed by a colon", f"write {meant}:VALUE", found.span())

    def _fail(self, wrong: str, allowed: str, span: tuple[int, int] | None = None) -> NoReturn:
        start, end = span or (self.at, self.at + 1)
        shown = "".join(one if one.isprintable() else " " for one in self.text)
        caret = " " * start + "^" * max(1, end - start)
        raise UsageError("\n".join(filter(None, (wrong, f"  {shown}", f"  {caret}", allowed and f"  {allowed}"))))


def _raw(found: re.Match[str]) -> Raw:
    if found["bare"] is None:
        return Raw(found["quoted"].replace('""', '"'), quoted=True, star=found["star"] == "*")
    bare = found["bare"]
    return Raw(bare.removesuffix("*"), star=bare.endswith("*") and bare != "*")
