"""Acts and words → whether they happened, in the values of records: auxiliary modes, factuality, phase, sources."""

from typing import NamedTuple

from dragoman.extract import factuality
from dragoman.extract.acts import Act, Acting
from dragoman.extract.attribution import Told
from dragoman.extract.clock import Clock, auxiliaries, is_historical
from dragoman.extract.factuality import Judgement
from dragoman.extract.governing import Stage
from dragoman.model.event import Auxiliary, Factuality, Phase
from dragoman.ontology import certainty

SAID = frozenset({"AGREE", "CONCEDE", "THREATEN"})
"""Types whose act is the saying of what is to come."""
_SURE: dict[Factuality, Factuality] = {"PR+": "CT+", "PR-": "CT-"}
_UNSURE: dict[Factuality, Factuality] = {"CT+": "PR+", "CT-": "PR-"}


class Status(NamedTuple):
    """Whether something happened, and according to whom.

    Attributes:
        auxiliary: Auxiliary modes.
        told: The told factuality.
        phase: How far it has come.
        sources: Those according to whom it is told.
        witnessed: Whether the article itself vouches for it all the same.
    """

    auxiliary: tuple[Auxiliary, ...]
    told: Factuality
    phase: Phase | None
    sources: tuple[Told, ...]

    witnessed: bool = False

    @property
    def narrator(self) -> Factuality:
        """The narrator's view: what only a source says, he leaves open; hearsay he passes on with his own doubt."""
        is_named = any(source.source_head is not None for source in self.sources)
        return "U" if is_named and not self.witnessed else self.told


def of_act(act: Act, *, historical: bool) -> Status:
    """The status of a coded act, after it was folded."""
    folded = act.folded
    return Status(
        auxiliary=auxiliaries(
            historical=historical, future=folded.future, hypothetical=folded.hypothetical, negated=folded.negated
        ),
        told=_hedged(_told(act), act.judgement, act.told),
        phase=_phase(act.stage, act.judgement) or act.match.frame.phase or _phase_of_word(act),
        sources=act.told,
        witnessed=act.judgement.witnessed,
    )


def _told(act: Act) -> Factuality:
    folded, value = act.folded, act.judgement.value
    is_said = folded.event in SAID and act.judgement.future and not (folded.future or folded.hypothetical)
    if folded.foreseen is not None or folded.event != act.match.frame.event or (is_said and not folded.negated):
        return "CT+"
    if folded.negated and not act.judgement.negated:
        return "CT-"
    if value == "CT+" and (folded.hypothetical or (folded.future and not act.judgement.future)):
        return "U" if folded.hypothetical else "PR+"
    return value


def _hedged(value: Factuality, judgement: Judgement, sources: tuple[Told, ...]) -> Factuality:
    """A named source is sure of what it claims; what is told by nobody in particular is only probable."""
    is_named = bool(sources) and sources[0].source_head is not None
    if judgement.witnessed:
        return value
    if is_named and judgement.claimed:
        return _SURE.get(value, value)
    return _UNSURE.get(value, value) if sources and not is_named else value


def _phase(stage: Stage, judgement: Judgement) -> Phase | None:
    """How far it has come by the words that govern it; what puts an end to a plan overrules the plan."""
    is_ended = judgement.phase in {"cancelled", "postponed"}
    return judgement.phase if is_ended else stage.phase or judgement.phase


def _phase_of_word(act: Act) -> Phase | None:
    """How far it has come by the verb that tells it ("offered", "called off")."""
    predication = act.match.predication
    is_whole = predication.kind == "verb" and act.folded.foreseen is None
    return certainty.words().phases.get(predication.lemma) if is_whole else None


def of_word(acting: Acting, clock: Clock, token: int) -> Status:
    """The status of a word before any type: for what gives no record of its own."""
    judgement, stage = factuality.judge(acting.tree, token), acting.governing.stage(token)
    sources = acting.voices.of_word(token, stage, judgement)
    settled = judgement.value == "CT-" and not judgement.hypothetical
    hypothetical = judgement.hypothetical or (stage.hypothetical and not settled)
    ahead = judgement.future or (stage.future and not settled)
    predication = acting.typer.by_token.get(token)
    dated = None if predication is None else clock.dated((token,), predication, open_to_future=ahead)
    return Status(
        auxiliary=auxiliaries(
            historical=dated is not None and is_historical(dated.interval, clock.today),
            future=ahead and not hypothetical,
            hypothetical=hypothetical,
            negated=judgement.negated or stage.negated,
        ),
        told=_hedged(judgement.value, judgement, sources),
        phase=_phase(stage, judgement),
        sources=sources,
        witnessed=judgement.witnessed,
    )
