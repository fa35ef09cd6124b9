"""A predicate in its sentence → whether it happened, by the words around it."""

import msgspec

from dragoman.model.event import Factuality, Phase
from dragoman.model.span import Span
from dragoman.model.syntax import Tree


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
    cues: tuple[Span, ...] = ()
    phase: Phase | None = None
    because: str = ""


def judge(tree: Tree, token: int) -> Judgement:
    """Whether the act of a token happened."""
    del tree, token
    return Judgement()
