"""PLOVER's reading rules for what is not (yet) done: future cooperation is AGREE, announced hostility THREATEN.

Source: PLOVER codebook, draft 0.9 (2024); where it contradicts itself, the rule stands in `docs/records.md`.
"""

from typing import NamedTuple

from dragoman.extract.factuality import Judgement
from dragoman.extract.governing import Stage
from dragoman.extract.typing import Match
from dragoman.model.because import Because

AGREEABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
REFUSABLE = frozenset({"SUPPORT", "AGREE", "CONCEDE"})
"""Types of acts that are refused by him who says that he will never do them."""
HOSTILE = {"ASSAULT": "violence", "COERCE": "restrict"}
THREATENED_MODES = {
    ("COERCE", "arrest"): "arrest",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", "withdraw"): "relations",
    ("COERCE", "seize"): "territory",
}
ATTEMPTED = "attempted"
PROPOSED = "proposed"
ORDERED = "ordered"


class OwnWord(NamedTuple):
    """Whose word an act is.

    Attributes:
        possible: Nobody of another side alone tells it.
        said: The doer's own side is quoted for it.
        acts: The doer is the subject, so that the sentence tells what he will do.
    """

    possible: bool
    said: bool
    acts: bool = True
    refuses: bool = False


class Folded(NamedTuple):
    """What an act is coded as.

    Attributes:
        event: PLOVER type.
        mode: PLOVER mode, or None.
        future: Whether the coded act lies ahead.
        hypothetical: Whether it hangs on a condition, or is only feared, weighed or hoped.
        negated: Whether it is told not to happen.
        foreseen: The type that the act was before it was folded, when it was.
        reasons: Which rule folded it.
    """

    event: str
    mode: str | None
    future: bool
    hypothetical: bool
    negated: bool
    foreseen: str | None = None
    reasons: tuple[Because, ...] = ()


def fold(match: Match, judgement: Judgement, stage: Stage, own: OwnWord, *, is_condition: bool = False) -> Folded:
    """What a match is coded as, once it is known whether the act is done.

    Args:
        match: The predicate and its frame.
        judgement: Whether it happened, by the words around it.
        stage: What governing words add.
        own: Whether the doer's own side tells it, or may be taken to.
        is_condition: Whether it is itself the condition of something else ("if it attacks …").
    """
    settled = judgement.value == "CT-" and not judgement.hypothetical  # "the attempt failed": no doubt is left
    open_to_doubt = judgement.hypothetical or (stage.hypothetical and not settled)
    staged = (stage.future and not settled) or match.frame.phase == ORDERED
    plain = Folded(
        event=match.frame.event,
        mode=match.frame.mode,
        future=(judgement.future or staged) and not open_to_doubt,
        hypothetical=open_to_doubt,
        negated=judgement.negated or stage.negated,
    )
    if plain.negated:
        return _refused(plain, match, own)
    if plain.future or plain.hypothetical:
        own = own._replace(acts=own.acts and match.frame.phase != ORDERED)
        return _foreseen(plain, judgement, stage, own, is_condition=is_condition)
    return plain


def _refused(plain: Folded, match: Match, own: OwnWord) -> Folded:
    """Cooperation that was asked for and is told not to come is REJECT."""
    is_answer = match.frame.event in {"AGREE", "CONCEDE"} and match.frame.object is not None
    if is_answer and not plain.hypothetical:
        return _turned(plain, "REJECT", "assist", "cooperation that was asked for is refused", keeps=False)
    if own.refuses and own.acts and own.possible and plain.event in REFUSABLE:
        return _turned(plain, "REJECT", None, "its doer says that it will not come", keeps=False)
    return plain


def _foreseen(plain: Folded, judgement: Judgement, stage: Stage, own: OwnWord, *, is_condition: bool) -> Folded:
    certain = not plain.hypothetical and judgement.value in {"CT+", "PR+", "U"}
    willing = own.possible and not judgement.expected
    if plain.event in AGREEABLE and certain and (stage.willing or own.possible) and not judgement.expected:
        return _turned(plain, "AGREE", None, "future cooperation that its doer announces")
    if plain.event == "RETREAT" and certain and willing:
        return _turned(plain, "CONCEDE", None, "a retreat that is only announced")
    unthreatening = stage.phase == ATTEMPTED or judgement.phase == PROPOSED
    announced = own.said or (judgement.value == "CT+" and own.acts and not plain.hypothetical)
    threat = _threat(plain, own) if announced and not unthreatening else None
    own_terms = own.said or not judgement.conditioned_by_other
    if threat is not None and willing and own_terms and not is_condition:
        return _turned(plain, "THREATEN", threat, "hostility that its doer announces")
    says_so = plain.future or (own.said and not is_condition)
    if plain.event in {"AGREE", "CONCEDE", "THREATEN"} and willing and says_so:
        return plain._replace(future=False, hypothetical=plain.hypothetical and not own.said)
    return plain


def _threat(plain: Folded, own: OwnWord) -> str | None:
    """The mode of the threat that an announced act makes; a reduction of relations is one only in its doer's mouth."""
    mode = THREATENED_MODES.get((plain.event, plain.mode or ""))
    if plain.event in HOSTILE:
        return mode or HOSTILE[plain.event]
    return (mode or "restrict") if plain.event == "SANCTION" and own.said else None


def _turned(plain: Folded, event: str, mode: str | None, rule: str, *, keeps: bool = True) -> Folded:
    return Folded(
        event=event,
        mode=mode,
        future=False,
        hypothetical=False,
        negated=False,
        foreseen=plain.event if keeps else None,
        reasons=(Because(field="event", rule="folding", detail=f"{plain.event} → {event}: {rule}"),),
    )
