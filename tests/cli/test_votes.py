"""Options about lexicon and learned typer: what is kept back, what is listed, what `explain` shows beside."""

from pathlib import Path

from msgspec.structs import replace

from dragoman.extract.opinions import DIFFER, removed
from dragoman.model.article import Skipped
from dragoman.model.because import Because, Issue
from dragoman.model.coded import Coded
from tests import factory
from tests.cli.conftest import Run


def differing() -> Coded:
    """An article over whose first act the votes differ."""
    item = factory.visit()
    record = item.events[0]
    reason = Because(
        field="event", rule=DIFFER, detail="lexicon CONSULT; learned typer AGREE", spans=(record.event_span,)
    )
    return replace(item, reasons={record.id: (reason,)})


def test_unsure_events_are_kept_back_and_counted(run: Run, prepared: list[Coded | Skipped], tmp_path: Path) -> None:
    """What is less probably right than asked for is not written, and the summary says how many."""
    item = factory.visit()
    prepared[:] = [replace(item, events=tuple(replace(event, confidence=0.4) for event in item.events))]
    all_of, sure = tmp_path / "all.jsonl", tmp_path / "sure.jsonl"
    run("code", "visit.txt", "-o", str(all_of))
    told = run("code", "visit.txt", "-o", str(sure), "--min-confidence", "0.5")
    assert "kept back, of a confidence under 0.5" in told.stderr
    kept_back = len(all_of.read_text().splitlines()) - len(sure.read_text().splitlines())
    assert kept_back == len(item.events)


def test_differing_votes_are_listed(run: Run, prepared: list[Coded | Skipped], tmp_path: Path) -> None:
    """One line an act: where, its words, the type in the end, both votes, the sentence."""
    prepared[:] = [differing()]
    table = tmp_path / "votes.tsv"
    told = run("code", "visit.txt", "-o", str(tmp_path / "x.jsonl"), "--disagreements", str(table))
    head, row = (line.split("\t") for line in table.read_text().splitlines())
    assert head == ["article", "words", "event", "votes", "sentence"]
    assert row[1:4] == ["met", "CONSULT", "lexicon CONSULT; learned typer AGREE"]
    assert "1 act that lexicon and learned typer name differently" in told.stderr


def test_acts_that_the_typer_removed_are_listed_too(run: Run, prepared: list[Coded | Skipped], tmp_path: Path) -> None:
    """Without a type, in the order of the text; the summary counts them apart."""
    item = differing()
    spoke = removed(Because(field="event", rule=DIFFER, detail="no act", spans=(factory.span(item.article, "spoke"),)))
    prepared[:] = [replace(item, issues=(spoke, Issue(stage="resolve", reason="undated")))]
    table = tmp_path / "votes.tsv"
    told = run("code", "visit.txt", "-o", str(tmp_path / "x.jsonl"), "--disagreements", str(table))
    rows = [line.split("\t")[1:4] for line in table.read_text().splitlines()[1:]]
    assert rows == [["met", "CONSULT", "lexicon CONSULT; learned typer AGREE"], ["spoke", "", "no act"]]
    assert "2 acts that lexicon and learned typer name differently; 1 without a record" in told.stderr


def test_explain_shows_training_sentences_where_the_typer_was_asked(run: Run, prepared: list[Coded | Skipped]) -> None:
    """And only there."""
    record = factory.visit().events[0]
    assert "training sentences most like it" not in run("explain", record.id, "visit.txt").stdout
    prepared[:] = [differing()]
    assert "training sentences most like it" in run("explain", record.id, "visit.txt").stdout
