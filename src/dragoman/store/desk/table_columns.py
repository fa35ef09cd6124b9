"""Columns that many tables of a desk have, and what the tables are gathered in; `tables` tells what they mean."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, SmallInteger, String

METADATA = MetaData()
Letters = String().with_variant(String(collation="C"), "postgresql")
"""Compared letter by letter, as SQLite and Python do, whatever language the database is set to."""
Number = BigInteger().with_variant(Integer, "sqlite")
"""SQLite makes a whole-number primary key its row number only under this very name."""


def number() -> Column[int]:
    """The number by which other tables name a row."""
    return Column("n", Number, primary_key=True, autoincrement=False)


def of(target: str, name: str = "n", *, key: bool = False) -> Column[int]:
    """A number of another table's row, with which the row goes."""
    tie = ForeignKey(target, ondelete="CASCADE")
    return Column(name, Number, tie, primary_key=key, nullable=False, autoincrement=False)


def counted() -> tuple[Column[str], Column[str], Column[int]]:
    """What counts are grouped by, copied from the facets; empty text where a record has none."""
    return Column("day", Letters, nullable=False), Column("type", Letters, nullable=False), Column("quad", SmallInteger)
