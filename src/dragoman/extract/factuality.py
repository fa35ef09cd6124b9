"""A predicate in its sentence → whether it happened, by the words around it."""

import msgspec

from dragoman.extract.factuality_climb import read
from dragoman.extract.factuality_state import State
from dragoman.model.event import Factuality, Phase
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty
from dragoman.ontology.certainty import Ground

_OTHERS_SAY = frozenset(("expected", "unlikely"))
"""Grounds of what others expect of the doer."""
_MIRRORED: dict[Factuality, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-"}


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an act happened, as the text's own words tell it.

    Attributes:
        value: FactBank's value.
        score: From -3 (certainly not) to 3 (certainly).
        future: It lies ahead of the text.
        hypothetical: It hangs on a condition, or is only wished, feared, asked for or weighed.
        negated: It is told not to happen.
        expected: Others expect it; its doer does not announce it.
        conditioned_by_other: It hangs on a condition that somebody else would have to bring about.
        reported: It stands under a verb of saying or thinking.
        witnessed: The article itself vouches for it, although somebody else knows or says it.
        claimed: It is somebody's claim; without a name for him only probable.
        cues: The words that decided.
        phase: How far it has come, where the words tell it.
        because: The deciding words in plain text.
    """

    value: Factuality = "CT+"
    score: float = 3.0
    future: bool = False
    hypothetical: bool = False
    negated: bool = False
    expected: bool = False
    conditioned_by_other: bool = False
    reported: bool = False
    witnessed: bool = False
    claimed: bool = False
    cues: tuple[Span, ...] = ()
    phase: Phase | None = None
    because: str = ""


def judge(tree: Tree, token: int) -> Judgement:
    """Whether the act of a token happened."""
    state = read(tree, token)
    ground = certainty.words().grounds[state.ground]
    negated = state.negated != ground.negated
    unable = state.negated and ground.value_not == "CT-"
    return Judgement(
        value=_value(ground, negated=state.negated),
        score=ground.uw_not if negated else ground.uw,
        future=(ground.future and not unable) or (state.ahead and not ground.hypothetical),
        hypothetical=ground.hypothetical and not unable,
        negated=negated,
        expected=state.ground in _OTHERS_SAY or (state.ground == "probable" and state.ahead),
        conditioned_by_other=state.conditioned_by_other,
        reported=state.reported,
        witnessed=state.witnessed,
        claimed=state.ground == "alleged",
        cues=tuple(tree.tokens[i].span for i in state.words),
        phase=state.phase,
        because=_because(tree, state),
    )


def _value(ground: Ground, *, negated: bool) -> Factuality:
    """FactBank's value, turned to its mirror image under negation."""
    if not negated:
        return ground.value
    return ground.value_not or _MIRRORED.get(ground.value, ground.value)


def _because(tree: Tree, state: State) -> str:
    """The deciding words in plain text."""
    return "; ".join(f"{tree.tokens[i].text}: {what}" for i, what in zip(state.words, state.grounds, strict=True))


def score(tree: Tree, token: int) -> float:
    """How sure readers are that an act did or will happen, from -3 to 3 (the scale of the UW set)."""
    return judge(tree, token).score
