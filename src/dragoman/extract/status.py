"""Acts and words → whether they happened, in the values of records: auxiliary modes, factuality, phase, sources."""

from typing import NamedTuple

from dragoman.extract import factuality
from dragoman.extract.acts import Act, Acting
from dragoman.extract.attribution import Told
from dragoman.extract.clock import Clock, auxiliaries, is_historical
from dragoman.model.event import Auxiliary, Factuality, Phase


class Status(NamedTuple):
    """Whether something happened, and according to whom.

    Attributes:
        auxiliary: Auxiliary modes.
        told: The told factuality.
        phase: How far it has come.
        sources: Those according to whom it is told.
    """

    auxiliary: tuple[Auxiliary, ...]
    told: Factuality
    phase: Phase | None
    sources: tuple[Told, ...]

    @property
    def narrator(self) -> Factuality:
        """The narrator's view: what only a source says, the narrator leaves open."""
        return "U" if self.sources else self.told


def of_act(act: Act, *, historical: bool) -> Status:
    """The status of a coded act, after it was folded."""
    folded = act.folded
    return Status(
        auxiliary=auxiliaries(
            historical=historical, future=folded.future, hypothetical=folded.hypothetical, negated=folded.negated
        ),
        told=_told(act),
        phase=act.stage.phase or act.match.frame.phase,
        sources=act.told,
    )


def _told(act: Act) -> Factuality:
    if act.folded.foreseen is not None:
        return "CT+"
    if act.folded.negated != act.judgement.negated and act.folded.negated:
        return "CT-"
    return act.judgement.value if act.folded.event == act.match.frame.event else "CT+"


def of_word(acting: Acting, clock: Clock, token: int) -> Status:
    """The status of a word before any type: for what gives no record of its own."""
    judgement, stage = factuality.judge(acting.tree, token), acting.governing.stage(token)
    hypothetical = judgement.hypothetical or stage.hypothetical
    ahead = judgement.future or stage.future
    predication = acting.typer.by_token.get(token)
    dated = None if predication is None else clock.dated((token,), predication, open_to_future=ahead)
    return Status(
        auxiliary=auxiliaries(
            historical=dated is not None and is_historical(dated.interval, clock.today),
            future=ahead and not hypothetical,
            hypothetical=hypothetical,
            negated=judgement.negated != stage.negated,
        ),
        told=judgement.value,
        phase=stage.phase or judgement.phase,
        sources=acting.voices.of_word(token),
    )
