"""Acts → the learned typer's word on them, and which of lexicon and typer prevails.

The two are combined openly: for each type the logarithm of the typer's probability, plus what the lexicon's word is
worth where it names that type; the largest sum wins. The worth was fitted on rows of the corpus that were held out
(`training/MODEL-CARD.md`), never on a development set.
"""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from dragoman.extract.cast import Part
from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate, Vote
from dragoman.extract.roles import Roles
from dragoman.extract.typing import Match
from dragoman.model.annotated import Annotated
from dragoman.model.because import Because, Issue
from dragoman.model.predication import Predication
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology.frames import NOTHING, Frame

if TYPE_CHECKING:
    from dragoman.extract.learned.network import Encoded

BOTH, ONE = 6.0, 2.5
"""Nats that the lexicon's word is worth: where its act fits the parties, one of them at least in its role, and else.

Of the pairs whose macro-F1 lies within a standard error of the best on the rows held out, the pair that trusts the
lexicon most: its word can be read and mended.
"""
LEARNED = "learned typer"
"""Source of a frame that stands for a verb unknown to the lexicon."""
SAME, DIFFER = "votes", "votes-differ"
"""Rules of the reasons that tell of two votes."""
REMOVED = "no-act"
"""Reason of the issues that tell of acts of the lexicon over which the typer's "no act" prevailed."""
RECIPIENTS = ("object", "dative", "against", "on", "with", "to", "object.possessor", "object.of", "object.against")
"""Where the recipient of an act may stand that only the typer knows, in order of preference."""
SURE = 0.9
"""Probability from which on the typer may tell an act that the lexicon does not know; set by hand."""
SHOWN = 3
TINY = 1e-4
"""Least probability: what the typer gives four places of."""


class Decision(NamedTuple):
    """What an act is, in the end.

    Attributes:
        event: PLOVER type; None where there is no act.
        mode: Mode of the type.
        reasons: Both votes and which prevailed; nothing where the typer was not asked.
        backing: The probability of the type by both votes together, if the typer was asked.
    """

    event: str | None
    mode: str | None
    reasons: tuple[Because, ...] = ()
    backing: float | None = None


class Opinions:
    """Asks the learned typer about the acts of one article."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self._annotated = annotated
        self._tree = tree
        self._read: dict[int, Encoded] = {}

    def vote(self, token: int, roles: Roles, *, mutual: bool) -> Vote:
        """The typer's word on the act that a token tells; of a mutual act the first party counts as its actor."""
        index = self._tree.tokens[token].sentence
        sentence = self._annotated.sentences[index].span
        if index not in self._read:
            self._read[index] = typer.load().encoded(sentence.of(self._annotated.article.text))
        actors, recipients = (roles.actor[:1], roles.actor[1:]) if mutual else roles
        candidate = Candidate(
            trigger=_inside(self._tree.tokens[token].span, sentence),
            actor=tuple(_spans(actors, sentence)),
            recipient=tuple(_spans(recipients, sentence)),
        )
        return typer.load().votes(self._read[index], [candidate])[0]


def weighed(vote: Vote, event: str | None, worth: float) -> dict[str | None, float]:
    """The probability of each type once the lexicon's word for one of them is counted in.

    >>> vote = Vote(types=(("ACCUSE", 0.6), ("REJECT", 0.4)), modes={})
    >>> max(weighed(vote, "REJECT", 3.0).items(), key=lambda item: item[1])[0]
    'REJECT'
    """
    scores = {name: max(p, TINY) * math.exp(worth * (name == event)) for name, p in vote.types}
    total = sum(scores.values())
    return {name: score / total for name, score in scores.items()}


def decided(frame: Frame, vote: Vote | None, spans: tuple[Span, ...]) -> Decision:
    """Whether the lexicon's type stands, or the typer's takes its place."""
    if frame.source == LEARNED:
        return told_alone(vote, spans)
    if vote is None:
        return Decision(frame.event, frame.mode)
    scores = weighed(vote, frame.event, BOTH)
    best = max(scores, key=lambda event: (scores[event], event == frame.event))
    prevails = "the lexicon" if best == frame.event else "the typer"
    detail = f"lexicon {frame.event} ({frame.source}); learned typer {shown(vote)}; {prevails} prevails"
    rule = SAME if vote.event == frame.event else DIFFER
    because = Because(field="event", rule=rule, detail=detail, spans=spans, score=round(scores[best], 2))
    mode = frame.mode if best == frame.event else vote.modes.get(best or "")
    return Decision(best, mode, (because,), because.score)


def told_alone(vote: Vote | None, spans: tuple[Span, ...]) -> Decision:
    """An act whose word the lexicon does not know, where the typer is sure of it."""
    if vote is None or vote.event is None or vote.probability < SURE:
        return Decision(None, None)
    detail = f"the lexicon does not know the word; learned typer {shown(vote)}"
    because = Because(field="event", rule=DIFFER, detail=detail, spans=spans, score=round(vote.probability, 2))
    return Decision(vote.event, vote.modes.get(vote.event), (because,), because.score)


def removed(why: Because) -> Issue:
    """What is left to be told of an act that the typer removed."""
    return Issue(stage="extract", reason=REMOVED, detail=why.detail, span=why.spans[0])


def shown(vote: Vote) -> str:
    """The likeliest types with their probabilities."""
    return ", ".join(f"{event or 'no act'} {p:.2f}" for event, p in vote.types[:SHOWN])


def open_frame(predication: Predication) -> Frame:
    """A frame for a verb that the lexicon does not know: subject as actor, then whoever stands behind it."""
    return Frame(
        kind=predication.kind,
        lemma=predication.lemma,
        event=NOTHING,
        actor=("subject",),
        recipient=RECIPIENTS,
        weight=0,
        source=LEARNED,
    )


def with_event(match: Match, decision: Decision) -> Match:
    """A match with the type that was decided on; what else its frame tells stays."""
    if decision.event is None or decision.event == match.frame.event:
        return match
    frame = structs.replace(match.frame, event=decision.event, mode=decision.mode, cameo=None)
    return match._replace(frame=frame)


def _spans(parts: Iterable[Part], sentence: Span) -> Iterable[Span]:
    """The phrases of actors that stand in a sentence, in its characters."""
    found = (_inside(part.mention.span, sentence) for part in parts)
    return (span for span in found if span is not None)


def _inside(span: Span, sentence: Span) -> Span | None:
    """A span in the characters of its sentence; None where it lies elsewhere."""
    return Span(span.start - sentence.start, span.end - sentence.start) if sentence.holds(span) else None
