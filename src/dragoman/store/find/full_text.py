"""Clauses on words of the sentence → the question that a database's index of full text is asked.

What is indexed is folded text with spaces in it (dragoman.text.folding), and phrases are folded words, so that no
character of a query can be an operator of the index.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, Select, false, literal, literal_column, or_, select, table
from sqlalchemy import column as named

from dragoman.store.desk.tables import record_words
from dragoman.store.find.query import Clause, Phrase

Condition = ColumnElement[bool]

SEARCH = table("record_search", named("rowid"), named("record_search"))
"""SQLite's index (FTS5) over `record_words`."""


def found(clauses: Iterable[Clause], dialect: str) -> Select[tuple[int]]:
    """The numbers of the records that have the words of all clauses, none of which is negated."""
    if dialect == "sqlite":
        asked = " AND ".join(f"({_any(clause, _fts5)})" for clause in clauses)
        return select(SEARCH.c.rowid).where(SEARCH.c.record_search.op("MATCH")(asked))
    asked = " & ".join(f"({_any(clause, _tsquery, ' | ')})" for clause in clauses)
    return select(record_words.c.n).where(_terms().op("@@")(literal(asked).op("::")(literal_column("tsquery"))))


def holds(clause: Clause) -> Condition:
    """The condition on a row of `record_words`: for words that are not sought first, and for what is denied."""
    words = literal(" ") + record_words.c.words + " "
    return or_(false(), *(words.like(_pattern(value)) for value in clause.values if isinstance(value, Phrase)))


def _pattern(phrase: Phrase) -> str:
    return f"% {' '.join(phrase.words)}{'%' if phrase.open else ' %'}"


def _terms() -> ColumnElement[str]:
    return literal_column("record_words.terms")


def _any(clause: Clause, write: Callable[[Phrase], str], mark: str = " OR ") -> str:
    return mark.join(write(value) for value in clause.values if isinstance(value, Phrase))


def _fts5(phrase: Phrase) -> str:
    """A phrase for FTS5; a bare string is a phrase of its words.

    >>> _fts5(Phrase(("oil", "exp"), open=True))
    '"oil exp" *'
    """
    return f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}'


def _tsquery(phrase: Phrase) -> str:
    """A phrase for PostgreSQL, whose text form of a question is read as it stands.

    >>> _tsquery(Phrase(("oil", "exp"), open=True))
    "('oil' <-> 'exp':*)"
    """
    quoted = [f"'{word}'" for word in phrase.words]
    return f"({' <-> '.join(quoted)}{':*' if phrase.open else ''})"
