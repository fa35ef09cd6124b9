"""What the words that govern an act add to it: "was planning to", "started", "is due to be", "failed to"."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.extract.factuality import Judgement
from dragoman.extract.typing import Typer
from dragoman.model.event import Phase
from dragoman.ontology.frames import Aspect


class Stage(NamedTuple):
    """What governing words add to an act: auxiliary modes, phase, and whether its doer wants it."""

    future: bool = False
    hypothetical: bool = False
    negated: bool = False
    willing: bool = False
    phase: Phase | None = None
    words: tuple[int, ...] = ()


class Governing:
    """The governing words of an article."""

    def __init__(self, typer: Typer) -> None:
        self.typer = typer
        self.tree = typer.tree

    def stage(self, token: int) -> Stage:
        """What the words that govern an act add to it ("was planning to", "started", "due to be")."""
        stage = Stage()
        below = token
        for above in self._above(token):
            aspect = self.aspect(above, below)
            if aspect is None:
                break
            stage = _with(stage, aspect, above)
            below = above
        return stage

    def _above(self, token: int) -> Iterator[int]:
        """The predicates above a token that may govern it, nearest first."""
        return (t.i for t in self.tree.ancestors(token) if t.i in self.typer.by_token)

    def aspect(self, above: int, below: int) -> Aspect | None:
        """The governing word at one token, if it governs the act at another and is no act itself."""
        if below not in set(self.typer.governed(above)):
            return None
        own = self.typer.match(above)
        if own is not None and own.frame.is_event:
            return None
        return self.typer.aspect(above)


def announced(stage: Stage, judgement: Judgement) -> Stage:
    """The stage of an act whose own doer tells that it will come."""
    is_plain = stage.phase is None and judgement.phase is None
    return stage._replace(phase="announced") if is_plain and judgement.future and not judgement.hypothetical else stage


def _with(stage: Stage, aspect: Aspect, token: int) -> Stage:
    return Stage(
        future=stage.future or aspect.auxiliary == "future",
        hypothetical=stage.hypothetical or aspect.auxiliary == "hypothetical",
        negated=stage.negated or aspect.auxiliary == "negation",
        willing=stage.willing or aspect.willing,
        phase=stage.phase or aspect.phase,
        words=(*stage.words, token),
    )
