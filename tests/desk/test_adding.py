"""What is added once is kept, what is added again changes nothing, and what is broken off goes on."""

import itertools
import os
from pathlib import Path

import pytest

from dragoman.desk import Adding, Options, add, held
from dragoman.model.ids import ArticleId
from dragoman.settings import Settings
from dragoman.store.desk.base import Desk
from dragoman.store.desk.memory import MemoryDesk
from tests.desk.conftest import Reports, dump, modes

ONE, TWO = ("one", "2019-06-13", "Abe met Rouhani in Tehran."), ("two", "2019-12-20", "Rouhani met Abe in Tokyo.")
LOST = ("lost", None, "Abe met Trump, and nobody says when.")


def test_what_is_there_is_passed_over(desk: Desk, reports: Reports) -> None:
    """The same articles again change nothing, and are counted."""
    file = reports("news", ONE, TWO)
    assert add(desk, [file]).ways == {"new": 2}
    before = dump(desk)
    assert add(desk, [file]).ways == {"same": 2}
    assert dump(desk) == before


def test_only_what_is_new_is_coded(desk: Desk, reports: Reports) -> None:
    """Records are counted for what was coded; the limit counts that too."""
    add(desk, [reports("news", ONE)])
    tally = add(desk, [reports("news", ONE, TWO, ("three", "2020-01-02", "They met."))], Settings(limit=1))
    assert (tally.ways, tally.kinds) == ({"same": 1, "new": 1}, {"event": 1})


def test_a_revision_is_kept_beside_the_old_text(desk: Desk, reports: Reports) -> None:
    """The same id with another text; what is newer is what is found."""
    old, new = reports("old", ONE), reports("new", (ONE[0], ONE[1], "Abe met Khamenei."))
    os.utime(old, (0, 0))
    assert (add(desk, [old]).ways, add(desk, [new]).ways) == ({"new": 1}, {"revision": 1})
    with desk.view() as view:
        assert [one.stored.article.text for one in view.revisions(ArticleId(ONE[0]))] == [ONE[2], "Abe met Khamenei."]
        assert [record.text for record in view.records()] == ["Abe met Khamenei."]


@pytest.mark.parametrize("other", [(ONE[0], ONE[1], "Abe met Khamenei."), ("copy", ONE[1], ONE[2])])
def test_one_command_keeps_what_two_would_keep(desk: Desk, reports: Reports, other: tuple[str, str, str]) -> None:
    """A revision, or the same text under another id, in either order."""
    files = [reports("old", ONE), reports("new", other, other)]
    os.utime(files[0], (0, 0))
    for file in files:
        add(desk, [file])
    with MemoryDesk() as together, MemoryDesk() as turned:
        tally = add(together, files)
        add(turned, files[::-1])
        assert dump(together) == dump(turned) == dump(desk)
    assert (tally.ways.total(), [one.detail for one in tally.skipped]) == (
        2,
        ["same id and text as an earlier article"],
    )


def test_another_coder_codes_again(desk: Desk, reports: Reports) -> None:
    """What it makes differently is put in the place of the old records; what it makes alike is no change."""
    file = reports("news", ONE, ("none", "2019-06-14", "It rained."))
    add(desk, [file])
    assert add(desk, [file], Settings(lead=1)).ways == {"again": 1, "unchanged": 1}
    assert modes(desk) == [("visit",)]
    assert len(held(desk).runs) == 1


def test_bare_numbers_are_no_names(desk: Desk, reports: Reports) -> None:
    """Article 1 of two files is two articles, found again under ids of their own."""
    files = [reports("may", (1, ONE[1], ONE[2])), reports("june", (1, TWO[1], TWO[2]))]
    assert add(desk, files).ways == {"new": 2}
    assert add(desk, reversed(files)).ways == {"same": 2}


@pytest.mark.parametrize("keep_text", [True, False])
def test_a_text_is_kept_or_not(desk: Desk, reports: Reports, *, keep_text: bool) -> None:
    """Where it may not be kept no sentence of it is there; it is known again all the same."""
    file = reports("news", ONE)
    add(desk, [file], options=Options(keep_text=keep_text))
    assert (b"met Rouhani" in dump(desk)) == keep_text
    assert add(desk, [file], options=Options(keep_text=keep_text)).ways == {"same": 1}


def test_what_is_told_otherwise_is_counted_and_taken_on_demand(desk: Desk, reports: Reports) -> None:
    """A date that was mended is not taken silently, and not lost silently."""
    add(desk, [reports("news", ONE)])
    mended = reports("news", (ONE[0], "2019-06-14", ONE[2]))
    assert add(desk, [mended]).otherwise == 1
    assert add(desk, [mended], options=Options(again=True)).ways == {"again": 1}
    assert add(desk, [mended]).otherwise == 0


def test_a_broken_article_is_reported_and_the_rest_is_kept(desk: Desk, reports: Reports) -> None:
    """It is tried again with the next add."""
    file = reports("news", ("bad", "2019-06-14", "BROKEN met."), ONE)
    for ways in ({"new": 1}, {"same": 1}):
        tally = add(desk, [file])
        assert (tally.ways, [one.reason for one in tally.skipped]) == (ways, ["failed"])


def test_an_interruption_keeps_what_was_coded(desk: Desk, reports: Reports) -> None:
    """Also the part of a step; the same command goes on."""
    file = reports("news", ONE, ("stop", "2019-06-14", "STOP"), TWO)
    adding = Adding(desk, Settings(), Options())
    with pytest.raises(KeyboardInterrupt):
        adding.add([file])
    assert adding.tally.ways == {"new": 1}
    assert add(desk, [reports("news", ONE, TWO)]).ways == {"same": 1, "new": 1}


def test_another_error_keeps_whole_steps_only(desk: Desk, reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a step whose coding failed in a way that nobody foresaw."""
    monkeypatch.setattr("tests.desk.stub.coded", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add(desk, [reports("news", ONE)])
    assert dump(desk) == b""


def test_undated_articles_are_dated_by_the_whole_desk(desk: Desk, reports: Reports) -> None:
    """Also by what came before or comes later."""
    files = [reports(row[0], row) for row in (ONE, LOST, TWO)]
    dumps = set()
    for order in itertools.permutations(files):
        for file in order:
            add(desk, [file])
        dumps.add(dump(desk))
        with desk.writer() as writer:
            for row in (ONE, LOST, TWO):
                writer.remove(ArticleId(row[0]))
    assert len(dumps) == 1
    assert b"2019-12-16" in dumps.pop()


def test_dates_can_be_kept_as_they_are(desk: Desk, reports: Reports) -> None:
    """Then the status tells that they are behind, and the next add mends it."""
    add(desk, [reports("early", ONE, LOST)])
    assert add(desk, [reports("late", TWO)], options=Options(redate=False)).redated == 0
    assert held(desk).waiting == 1
    assert add(desk, [reports("late", TWO)]).redated == 1
    assert held(desk).waiting == 0


def test_a_file_of_reports_is_seen_when_it_was_written(desk: Desk, reports: Reports, tmp_path: Path) -> None:
    """Its time, and no other, stands beside its articles."""
    file = reports("news", ONE)
    os.utime(file, (1_000_000, 1_000_000))
    add(desk, [tmp_path])
    with desk.view() as view:
        assert [one.stored.seen.timestamp() for one in view.articles()] == [1_000_000]
