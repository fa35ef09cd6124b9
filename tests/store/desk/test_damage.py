"""What `verify` finds in a database that somebody changed by hand, and what the database itself forbids."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from dragoman.model.ids import ArticleId
from dragoman.store.desk.ids import DerivedId
from dragoman.store.desk.open import open_desk
from dragoman.store.desk.sql_desk import SqlDesk
from dragoman.store.desk.values import Derived, judged
from tests.store.desk.codings import MERKEL, NOON, coding, faults, of


@pytest.fixture
def desk(database: str) -> Iterator[SqlDesk]:
    """A desk with two articles, one of them revised, a judgement and a happening."""
    with open_desk(database) as opened:
        assert isinstance(opened, SqlDesk)
        fill(opened)
        yield opened


def fill(opened: SqlDesk) -> None:
    first, second = coding("a"), coding("b", MERKEL)
    with opened.writer() as writer:
        for one in (first, second, of(second, f"{MERKEL} Later more.", 18)):
            writer.add(one)
        writer.judge(judged(*first.records, kind="record", verdict="right", by="Ann", at=NOON))
        members = (first.records[0].id,)
        writer.derive("happening", [Derived(kind="happening", id=DerivedId("h"), members=members, body="{}")])


def by_hand(desk: SqlDesk, *statements: str) -> None:
    with desk.dialect.writing(desk.engine) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()


DAMAGE = {
    "body cut": ("UPDATE records SET body = '{'", "cannot be read in records"),
    "body of another kind": ("UPDATE revisions SET body = '[]'", "cannot be read in revisions"),
    "text": ("UPDATE revisions SET body = replace(body, 'met Abe', 'saw Abe')", "text: a"),
    "sentence": ("UPDATE records SET body = replace(body, 'met Abe', 'saw Abe')", "passage: "),
    "span": (
        "UPDATE records SET body = replace(body, '\"text_span\":[0,', '\"text_span\":[900,')",
        "lies outside the text",
    ),
    "id": ("UPDATE records SET id = 'ffff' || n", "stands in the row of"),
    "facets": ("UPDATE facets SET type = 'PROTEST'", "has other rows in facets"),
    "facets gone": ("DELETE FROM facets", "has other rows in facets"),
    "party": ("UPDATE record_parties SET code = 'FRA'", "has other rows in record_parties"),
    "pair": ("DELETE FROM record_pairs", "has other rows in record_pairs"),
    "mark": ("DELETE FROM record_marks WHERE field = 'mode'", "has other rows in record_marks"),
    "words": ("UPDATE record_words SET words = 'others'", "search: record_words"),
    "count": ("UPDATE day_tallies SET number = number + 1", "count: day_tallies"),
    "count gone": ("DELETE FROM pair_tallies", "count: pair_tallies"),
    "count of nothing": (
        "INSERT INTO month_tallies VALUES ('told', 'U', '2019-05', '', 0, 3)",
        "count: month_tallies",
    ),
    "current": ("UPDATE revisions SET current = NOT current", "its columns say otherwise"),
    "name gone": ("DELETE FROM entities", "has no name in entities"),
    "name of nothing": ("INSERT INTO entities VALUES ('x', 'x')", "stands in entities and in no record"),
    "judgement": ("DELETE FROM judgement_records", "is tied to other records than it names"),
    "member": ("UPDATE derived_members SET record = 'gone'", "rests on gone, which is not current"),
    "issue": ("DELETE FROM articles WHERE id = 'a'", "derived: happening h"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(desk: SqlDesk, damage: str) -> None:
    """Each kind by what it is."""
    statement, told = DAMAGE[damage]
    assert faults(desk) == []
    by_hand(desk, statement)
    assert [fault for fault in faults(desk) if told in fault] != []


@pytest.mark.parametrize("statement", ["UPDATE judgements SET verdict = 'wrong'", "DELETE FROM judgements"])
def test_the_database_lets_no_judgement_change(desk: SqlDesk, statement: str) -> None:
    """Not even by hand."""
    with pytest.raises(DBAPIError, match="judgements"):
        by_hand(desk, statement)
    assert faults(desk) == []


def test_nothing_is_left_of_a_removed_article(desk: SqlDesk) -> None:
    """Only the record of the migrations is there, and how large the desk was when it was looked at."""
    with desk.writer() as writer:
        for name in "ab":
            writer.remove(ArticleId(name))
    with desk.view() as view:
        tables = set(sa.inspect(desk.engine).get_table_names())
        rows = {name: view.connection.scalar(sa.text(f'SELECT count(*) FROM "{name}"')) for name in tables}  # noqa: S608
    kept = {name for name, number in rows.items() if number and not name.startswith(("record_search_", "sqlite_"))}
    assert kept == {"migrations", "journal"}
