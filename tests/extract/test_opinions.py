"""Lexicon and learned typer: which of both prevails, and that the coder runs without the typer."""

import pytest

from dragoman import extract, resolve
from dragoman.extract.learned.typer import Vote
from dragoman.extract.opinions import DIFFER, LEARNED, REMOVED, SAME, Opinions, decided
from dragoman.ontology.frames import Frame
from tests.parsing import annotated

TEXT = "France condemned Mali on Monday. Erik Hanell went home."


def frame(event: str, source: str = "accuse.yaml:1") -> Frame:
    return Frame(kind="verb", lemma="slam", event=event, actor=("subject",), weight=1, source=source)


def vote(**types: float) -> Vote:
    told = sorted(((name, p) for name, p in types.items()), key=lambda pair: -pair[1])
    return Vote(types=tuple(told), modes={"REJECT": "assist"})


@pytest.mark.parametrize(
    ("told", "event", "rule"),
    [
        (vote(ACCUSE=0.9, REJECT=0.1), "ACCUSE", SAME),
        (vote(REJECT=0.9, ACCUSE=0.1), "ACCUSE", DIFFER),
        (vote(REJECT=0.999, ACCUSE=0.001), "REJECT", DIFFER),
    ],
)
def test_the_typer_must_be_very_sure_to_overrule_the_lexicon(told: Vote, event: str, rule: str) -> None:
    """Some 400 times as probable; both votes stand in the reason."""
    decision = decided(frame("ACCUSE"), told, ())
    (because,) = decision.reasons
    assert (decision.event, because.rule) == (event, rule)
    assert "lexicon ACCUSE" in because.detail


@pytest.mark.parametrize(("told", "event"), [(vote(REJECT=0.95), "REJECT"), (vote(REJECT=0.8), None)])
def test_an_unknown_word_is_an_act_only_where_the_typer_is_sure(told: Vote, event: str | None) -> None:
    assert decided(frame("NONE", LEARNED), told, ()).event == event


def test_what_the_typer_was_not_asked_stays() -> None:
    """No vote, no reason."""
    assert decided(frame("ACCUSE"), None, ()).reasons == ()


def test_an_act_that_the_typer_removes_is_left_as_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both votes; it gives no record."""
    none = Vote(types=((None, 0.9999), ("ACCUSE", 0.0001)), modes={})
    monkeypatch.setattr(Opinions, "vote", lambda *_, **__: none)
    article = next(resolve.articles([annotated(TEXT, "2019-07-20")]))
    (coded,) = extract.records([article])
    (issue,) = (one for one in coded.issues if one.reason == REMOVED)
    assert coded.events == ()
    assert issue.span is not None
    assert issue.span.of(TEXT) == "condemned"
    assert "lexicon ACCUSE" in issue.detail
    assert "learned typer no act 1.00, ACCUSE 0.00; the typer prevails" in issue.detail


def test_the_coder_runs_without_the_typer() -> None:
    """Then no reason tells of votes."""
    article = next(resolve.articles([annotated(TEXT, "2019-07-20")]))
    (alone,) = extract.records([article], model=False)
    (both,) = extract.records([article])
    rules = {reason.rule for reasons in alone.reasons.values() for reason in reasons}
    assert rules.isdisjoint({SAME, DIFFER})
    assert [event.event for event in alone.events] == [("ACCUSE",)]
    assert {SAME, DIFFER} & {reason.rule for reasons in both.reasons.values() for reason in reasons}
