"""What every desk does, in memory, in SQLite and in PostgreSQL."""

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.errors import DataError, UsageError
from dragoman.model.ids import ArticleId, RecordId
from dragoman.model.span import Span
from dragoman.store.desk.base import Desk, Writer
from dragoman.store.desk.coding import withheld
from dragoman.store.desk.dump import restore
from dragoman.store.desk.ids import DerivedId
from dragoman.store.desk.memory import MemoryDesk
from dragoman.store.desk.open import open_desk
from dragoman.store.desk.passages import within
from dragoman.store.desk.values import Derived, Edit, Judgement, judged
from dragoman.store.lines import line
from tests.store.desk import codings
from tests.store.desk.codings import MERKEL, NOON, VISIT, add, coding, dump, faults, recoded


@pytest.fixture
def desk(place: str) -> Iterator[Desk]:
    """An empty desk."""
    with open_desk(place) as opened:
        yield opened


def judgement(name: str = "a", verdict: str = "wrong", hour: int = 9) -> Judgement:
    return judged(coding(name).records[0], kind="record", verdict=verdict, by="Ann", at=NOON.replace(hour=hour))


def happening(name: str, *members: RecordId) -> Derived:
    return Derived(kind="happening", id=DerivedId(name), members=members, body="{}", day=dt.date(2019, 12, 20))


def test_an_empty_desk_holds_nothing(desk: Desk) -> None:
    """And nothing is wrong with it."""
    with desk.view() as view:
        assert (*view.records(), *view.articles(), *view.dump(), *view.lines(), *view.issues()) == ()
        assert view.record(RecordId("none")) is None
        assert (*view.revisions(ArticleId("none")), *view.judgements(), *view.runs()) == ()
    assert faults(desk) == []


def test_what_is_added_comes_back_as_it_was(desk: Desk) -> None:
    """Article, records, issues, and the very lines that the coder wrote."""
    made = coding("a")
    assert add(desk, made) == ["new"]
    with desk.view() as view:
        assert list(view.codings()) == [made]
        assert view.revisions(ArticleId("a"))[0].stored == made.stored
        assert sorted(view.records(ArticleId("a")), key=lambda one: one.event_span) == list(made.records)
        assert sorted(view.lines()) == sorted(line(one) for one in made.records)
        assert [view.record(one.id) for one in made.records] == list(made.records)
        assert list(view.issues()) == [("a", codings.revision(made), made.issues[0])]
        assert view.runs() == (codings.RUN,)
    assert faults(desk) == []


def test_articles_of_one_text_are_told(desk: Desk) -> None:
    """Under several ids, by their current texts, also where the text is not kept."""
    add(desk, coding("b"), coding("c", MERKEL), coding("a"), withheld(coding("d", MERKEL)), coding("e", hour=1))
    add(desk, codings.of(coding("e"), VISIT + " No.", 13), coding("f", VISIT + " Yes."))
    with desk.view() as view:
        assert view.copies() == (("a", "b"), ("c", "d"))


def test_the_same_article_again_changes_nothing(desk: Desk) -> None:
    """Also when it comes from a later file, or from another run."""
    add(desk, coding("a"))
    before = dump(desk)
    again = [coding("a"), coding("a", hour=15), recoded(coding("a", hour=3), mode=())]
    assert add(desk, *again) == ["same"] * 3
    assert dump(desk) == before


def test_what_was_seen_first_is_kept_whatever_comes_first(desk: Desk) -> None:
    """Two copies of a text that say different things of themselves: the older one counts."""
    younger = coding("a")
    older = replace(younger, stored=replace(younger.stored, seen=NOON.replace(hour=2)), issues=())
    add(desk, younger, older)
    with desk.view() as view:
        assert list(view.codings()) == [older]
    assert faults(desk) == []


def test_a_new_revision_is_kept_beside_the_old_one(desk: Desk) -> None:
    """With what it changed; its records are found, those of the old one are still there by their ids."""
    old = coding("a")
    new = codings.of(old, VISIT.replace("on Friday", "on Saturday"), 13)
    assert add(desk, old, new) == ["new", "revision"]
    with desk.view() as view:
        first, second = view.revisions(ArticleId("a"))
        assert (first.current, second.current, second.before) == (False, True, first.stored.article.revision)
        assert second.edits == (Edit(before=Span(0, 36), after=Span(0, 38)),)
        assert {one.id for one in view.records()} == {one.id for one in new.records}
        assert view.record(old.records[0].id) == old.records[0]
        assert (view.standing().records, view.standing().superseded) == (2, 2)
    assert faults(desk) == []


def test_the_newest_revision_is_current_whatever_comes_first(desk: Desk) -> None:
    """An archive that is loaded after the live feed does not supersede it."""
    new, old = coding("a", hour=13), coding("a", MERKEL, hour=2)
    add(desk, new, old)
    with desk.view() as view:
        assert [one.stored for one in view.revisions(ArticleId("a"))] == [old.stored, new.stored]
        assert {one.id for one in view.records()} == {one.id for one in new.records}
    assert faults(desk) == []


def test_coding_again_tells_what_changed(desk: Desk) -> None:
    """The records of the better coder take the place of the old ones."""
    made = coding("a")
    add(desk, made)
    better = recoded(replace(made, records=made.records[:1]), mode=("meet",))
    with desk.writer() as writer:
        change = writer.recode(better)
    assert change.changed == (made.records[0].id,)
    assert change.removed == (made.records[1].id,)
    assert (change.added, change.kept) == ((), 0)
    with desk.view() as view:
        assert list(view.records()) == list(better.records)
        assert view.runs() == (codings.BETTER,)
    assert faults(desk) == []


def test_coding_again_with_the_same_result_keeps_all(desk: Desk) -> None:
    """And an article that was not there is added."""
    add(desk, coding("a"))
    with desk.writer() as writer:
        assert writer.recode(coding("a", hour=20)).kept == 2
        assert len(writer.recode(coding("b")).added) == 2
    with desk.view() as view:
        assert [one.stored.seen for one in view.articles()] == [NOON, NOON]


def test_judgements_survive_coding_again(desk: Desk) -> None:
    """Also when the record that they are on is gone."""
    made = coding("a")
    add(desk, made)
    with desk.writer() as writer:
        writer.judge(judgement())
        writer.recode(replace(recoded(made), records=made.records[1:]))
    with desk.view() as view:
        assert view.judgements(made.records[0].id) == (judgement(),)
        assert view.judgements(made.records[1].id) == ()
        assert view.record(made.records[0].id) is None
    assert faults(desk) == []


def test_judgements_are_kept_once_in_the_order_of_time(desk: Desk) -> None:
    """A later one stands beside an earlier one."""
    with desk.writer() as writer:
        for one in (judgement(hour=10, verdict="right"), judgement(), judgement()):
            writer.judge(one)
    with desk.view() as view:
        assert [one.verdict for one in view.judgements()] == ["wrong", "right"]


def test_derived_entries_are_replaced_by_kind(desk: Desk) -> None:
    """Making them again leaves none of the old ones, and no other kind is touched."""
    ledger = replace(happening("s"), kind="sanctions")
    gone = happening("h4", RecordId("gone"))
    with desk.writer() as writer:
        writer.derive("happening", [happening("h1"), happening("h2")])
        writer.derive("sanctions", [ledger])
        writer.derive("happening", [happening("h3"), gone])
    with desk.view() as view:
        assert list(view.derived("happening")) == [happening("h3"), replace(gone, stale=True)]
        assert list(view.derived("sanctions")) == [ledger]


@pytest.mark.parametrize("step", ["recode", "revision", "remove"])
def test_derived_entries_are_stale_when_a_member_changes(desk: Desk, step: str) -> None:
    """Coded otherwise, superseded or removed: what rests on it has to be made again."""
    made, other = coding("a"), coding("b", MERKEL)
    add(desk, made, other)
    members = made.records[0].id, other.records[0].id
    with desk.writer() as writer:
        writer.derive("happening", [happening("h", *members), happening("other", members[1])])
        if step == "recode":
            writer.recode(recoded(made, mode=()))
        elif step == "revision":
            writer.add(codings.of(made, MERKEL, 18))
        else:
            writer.remove(ArticleId("a"))
    kept = members[1:] if step == "remove" else members
    with desk.view() as view:
        assert list(view.derived("happening")) == [
            replace(happening("h", *kept), stale=True),
            happening("other", members[1]),
        ]
    assert faults(desk) == []


def test_removing_takes_what_rested_on_the_article_alone(desk: Desk) -> None:
    """Its revisions, records, judgements and derived entries go; what is on other articles too stays."""
    made, other = coding("a"), coding("b", MERKEL)
    both = judged(made.records[0], other.records[0], kind="same", verdict="yes", by="Ann", at=NOON)
    with desk.writer() as writer:
        for one in (made, codings.of(made, MERKEL, 14), other):
            writer.add(one)
        for told in (judgement(), both):
            writer.judge(told)
        writer.derive("happening", [happening("h", made.records[0].id)])
        removed = writer.remove(ArticleId("a"))
    assert (removed.revisions, removed.records, removed.judgements, removed.derived) == (2, 4, 1, 1)
    alone = MemoryDesk()
    with alone.writer() as writer:
        writer.add(other)
        writer.judge(both)
    assert dump(desk) == dump(alone)
    assert faults(desk) == []


def test_a_removed_article_can_come_again(desk: Desk) -> None:
    """As if it had never been there."""
    add(desk, coding("a"))
    before = dump(desk)
    with desk.writer() as writer:
        assert writer.remove(ArticleId("a")).records == 2
        assert writer.remove(ArticleId("a")).records == 0
        assert writer.add(coding("a")) == "new"
    assert dump(desk) == before


def test_an_error_keeps_what_was_committed_and_nothing_else(desk: Desk) -> None:
    """The journal goes with the step that it tells of."""

    def work(writer: Writer) -> None:
        writer.add(coding("a"))
        writer.mark("input", "a")
        writer.commit()
        writer.add(coding("b", MERKEL))
        writer.mark("input", "b")
        raise KeyError

    with pytest.raises(KeyError), desk.writer() as writer:
        work(writer)
    with desk.view() as view:
        assert {one.article.id for one in view.records()} == {"a"}
        assert view.marked("input") == "a"
        assert view.marked("other") is None
    assert faults(desk) == []


def test_where_no_text_may_be_kept_none_is(desk: Desk) -> None:
    """No line of the dump holds words of it, and whoever has the text gets the records back."""
    made = coding("a")
    add(desk, withheld(made))
    kept = b"".join(dump(desk))
    assert [word for word in ("met", "Friday", "He", "talks") if word.encode() in kept] == []
    with desk.view() as view:
        found = tuple(within(record, VISIT) for record in sorted(view.records(), key=lambda one: one.event_span))
    assert found == made.records
    assert faults(desk) == []


@pytest.mark.parametrize(
    "odd", ["half \ud83d pair", "nul \x00 inside", '"quoted"', "'; DROP TABLE records", "Ünï ✓ 漢字"]
)
def test_any_character_is_kept(desk: Desk, odd: str) -> None:
    """In texts, ids, publishers and the journal's values, whatever a database thinks of it."""
    text = f"Rouhani met Abe {odd} on Friday. He said talks would go on."
    made = coding(f"id {odd}", text)
    made = replace(made, stored=replace(made.stored, article=replace(made.stored.article, publisher=odd)))
    first = replace(made.records[0], article=replace(made.records[0].article, publisher=odd))
    made = replace(made, records=(first, *made.records[1:]))
    add(desk, made)
    assert add(desk, made) == ["same"]
    with desk.view() as view:
        assert list(view.codings()) == [made]
        assert view.revisions(made.stored.article.id)[0].stored == made.stored
    assert faults(desk) == []


def test_ids_are_ordered_by_their_letters(desk: Desk) -> None:
    """The same in every database, whatever its language."""
    names = ["b", "A", "a", "Z", "é", "10", "9", "a b", "-"]
    add(desk, *(coding(name) for name in names))
    with desk.view() as view:
        assert [one.stored.article.id for one in view.articles()] == sorted(names)


def test_what_articles_tell_of_days_is_asked_by_key(desk: Desk) -> None:
    """Of current revisions only, each once, by day."""
    add(desk, coding("a"), coding("b", MERKEL), coding("b", VISIT, hour=13))
    key = coding("a").told[0].key
    with desk.view() as view:
        assert view.told([key, "none"], 5) == coding("a").told
        assert view.told([key], 0) == view.told([], 5) == ()
        assert view.told_days(key) == ((dt.date(2019, 12, 20), 2),)
        assert view.told_days(key, 0) == ()


def test_articles_read_without_a_date_are_found(desk: Desk) -> None:
    """Also when a date was worked out since."""
    made = coding("a")
    inferred = replace(made.stored, article=replace(made.stored.article, date_basis="inferred"))
    add(desk, replace(made, stored=inferred), coding("b", MERKEL))
    with desk.view() as view:
        assert [one.stored for one in view.undated()] == [inferred]


def test_two_records_with_one_id_are_refused(desk: Desk) -> None:
    """Nothing of the article is kept."""
    made = coding("a")
    with pytest.raises(DataError, match="occurs twice"):
        add(desk, replace(made, records=made.records * 2))
    assert dump(desk) == []


def test_a_view_shows_what_was_there_when_it_was_opened(desk: Desk) -> None:
    """It neither waits for a writer nor makes one wait."""
    add(desk, coding("a"))
    with desk.view() as view, desk.writer() as writer:
        writer.add(coding("b", MERKEL))
        assert view.standing().articles == 1
        writer.commit()
        assert view.standing().articles == len(list(view.codings())) == 1
        with desk.view() as later:
            assert later.standing().articles == 2


def test_writers_take_turns(desk: Desk) -> None:
    """The second one begins when the first one is done, and both find a place."""
    started, done = threading.Event(), []

    def second() -> None:
        with desk.writer() as writer:
            started.set()
            writer.add(coding("b", MERKEL))
            done.append("second")

    with desk.writer() as writer:
        writer.add(coding("a"))
        other = threading.Thread(target=second)
        other.start()
        started.wait(0.2)
        other.join(0.2)
        done.append("first")
    other.join()
    assert done == ["first", "second"]
    assert len(dump(desk)) == 2
    assert faults(desk) == []


def test_a_dump_makes_the_same_desk_elsewhere(desk: Desk) -> None:
    """With all revisions, judgements and derived entries."""
    made = coding("a")
    with desk.writer() as writer:
        for one in (made, codings.of(made, MERKEL, 14), withheld(coding("b"))):
            writer.add(one)
        writer.judge(judgement())
        writer.derive("happening", [happening("h", made.records[0].id)])
    elsewhere = MemoryDesk()
    assert restore(elsewhere, dump(desk)) == 5
    assert dump(elsewhere) == dump(desk)
    assert restore(desk, dump(elsewhere)) == 5
    assert dump(elsewhere) == dump(desk)


def test_a_backup_is_the_desk_or_is_refused(desk: Desk, place: str, tmp_path: Path) -> None:
    """A file of SQLite gives one; for others the error says what to do."""
    add(desk, coding("a"))
    copy = tmp_path / "copy.sqlite"
    if not place.endswith(".sqlite"):
        with pytest.raises(UsageError, match="dump"):
            desk.backup(copy)
        return
    desk.backup(copy)
    desk.backup(copy)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("copy", "."))] == ["copy.sqlite"]
    with open_desk(copy) as copied:
        assert dump(copied) == dump(desk)
        assert faults(copied) == []
