"""Finding and counting: every database answers as the look at each single record does."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.event import EventRecord, Record
from dragoman.store.columns import Row, dyads
from dragoman.store.desk.base import View
from dragoman.store.desk.memory import MemoryDesk
from dragoman.store.desk.open import open_desk
from dragoman.store.find import GROUPS, PERIODS, Query, counts, frame, records, written
from dragoman.store.find import sql as paging
from dragoman.store.find.periods import By, Per
from dragoman.store.pairs import reciprocal
from tests.store.conftest import DATABASES, place_of
from tests.store.find.filled import ARTICLES, RECORDS, fill
from tests.store.find.strategies import queries

TOGETHER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def looked_at() -> View:
    """A desk in memory, where each record is looked at."""
    desk = MemoryDesk()
    fill(desk)
    return desk.view()


@pytest.fixture(scope="module", params=DATABASES)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The same desk in a database."""
    with open_desk(place_of(request.param, request, tmp_path_factory.mktemp("desk"))) as desk:
        fill(desk)
        with desk.view() as view:
            yield view


def ids(found: Iterator[Record]) -> list[str]:
    return [record.id for record in found]


@TOGETHER
@given(query=queries)
def test_a_database_finds_what_the_look_at_each_record_finds(looked_at: View, asked: View, query: Query) -> None:
    """The same records in the same order."""
    assert ids(records(asked, query)) == ids(records(looked_at, query)), written(query)


@TOGETHER
@given(query=queries, per=st.sampled_from((None, *PERIODS)), by=st.sampled_from((None, *GROUPS)))
def test_a_database_counts_what_the_look_at_each_record_counts(
    looked_at: View, asked: View, query: Query, per: Per | None, by: By | None
) -> None:
    """The same numbers for the same periods and values."""
    assert counts(asked, query, per, by) == counts(looked_at, query, per, by), written(query)


def test_pairs_are_counted_as_rows_of_pairs_give_them(asked: View) -> None:
    """Whoever meet count both ways, in counts by pair and in frames with a row for each pair."""
    found = list(records(asked, "record:event"))
    told = Counter(pair for record in found for pair in {_codes(row) for row in dyads(record)} if "" not in pair)
    assert any(reciprocal(record) for record in found if isinstance(record, EventRecord))
    counted = {tuple(row.value.split(">")): row.number for row in counts(asked, "record:event", by="pair").rows}
    assert counted == told


def _codes(row: Row) -> tuple[str, str]:
    """Codes of one who acts and one acted upon."""
    one, other = (next((party.code for party in side), None) or "" for side in (row.actors, row.recipients))
    return one, other


@pytest.mark.parametrize("page", [1, 2, 7, 10_000])
@pytest.mark.parametrize("query", ["", "actor:IRN", "date:2019-05", "oil,envoy -type:CONSULT", "date:none"])
def test_the_size_of_a_page_changes_nothing(
    looked_at: View, asked: View, monkeypatch: pytest.MonkeyPatch, query: str, page: int
) -> None:
    """Every record comes once, in order, however many are fetched together."""
    monkeypatch.setattr(paging, "PAGE", page)
    assert ids(records(asked, query)) == ids(records(looked_at, query))


def test_a_limit_takes_the_first_ones(asked: View) -> None:
    """And no more are handed out."""
    assert ids(records(asked, "actor:IRN", limit=5)) == ids(records(asked, "actor:IRN"))[:5]


def test_without_a_query_all_records_of_current_revisions_come(asked: View) -> None:
    """Those of an older revision do not."""
    assert sorted(ids(records(asked))) == sorted(ids(asked.records()))
    assert len(ids(records(asked))) == ARTICLES * RECORDS


def test_records_come_by_day_and_id_those_without_a_day_last(asked: View) -> None:
    """The order does not depend on what was added first."""
    found = [(record.date is None, str(record.date), record.id) for record in records(asked, "record:event")]
    assert found == sorted(found)


def test_every_record_is_in_one_period_alone(asked: View) -> None:
    """Counts by period add up to all records."""
    for per in PERIODS:
        assert sum(row.number for row in counts(asked, "", per).rows) == ARTICLES * RECORDS


def test_a_frame_has_a_row_for_each_record_in_their_order(asked: View) -> None:
    """The columns are those of the CSV."""
    table = frame(asked, "type:CONSULT,ACCUSE")
    assert table.column("event_id").to_pylist() == ids(records(asked, "type:CONSULT,ACCUSE"))
    assert set(table.column("event_type").to_pylist()) == {"CONSULT", "ACCUSE"}
