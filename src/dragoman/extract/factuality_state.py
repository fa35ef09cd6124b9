"""What has been read so far about an act on the way up from its word."""

from dataclasses import dataclass, field

from dragoman.model.event import Phase
from dragoman.ontology import certainty


@dataclass(kw_only=True)
class State:
    """The weakest ground met so far, whether the act is negated, and the words that say so.

    Attributes:
        ground: Name of the weakest ground.
        negated: Whether an odd number of negations was met.
        words: Tokens that decided.
        grounds: What each of them did, in the same order.
        reported: Whether the act stands under a verb of saying.
        conditioned_by_other: Whether it hangs on what somebody else may do.
        phase: How far the act has come.
        ahead: Whether any ground met lies ahead.
        witnessed: Whether the article itself vouches for it, although somebody else knows or says it.
    """

    ground: str = "plain"
    negated: bool = False
    words: list[int] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)
    reported: bool = False
    conditioned_by_other: bool = False
    phase: Phase | None = None
    ahead: bool = False
    witnessed: bool = False

    def weaken(self, ground: str, word: int) -> None:
        """Take a ground if it is weaker than the one so far."""
        table = certainty.words().grounds
        if table[ground].uw < table[self.ground].uw:
            self.ground = ground
        self.phase = self.phase or table[ground].phase
        self.ahead = self.ahead or (table[ground].future and not table[ground].hypothetical)
        self._note(ground, word)

    def negate(self, word: int) -> None:
        """Turn the act into its opposite."""
        if word not in self.words:
            self.negated = not self.negated
            self._note("negation", word)

    def settle(self, word: int, *, negated: bool) -> None:
        """Forget all doubts met so far: it is known to have happened, or not to."""
        self.ground, self.negated, self.ahead = "known", negated, False
        self._note("negation" if negated else "known", word)

    def turn(self, ground: str) -> None:
        """Read the ground met so far as another one of the same word."""
        self.ground = ground

    def _note(self, ground: str, word: int) -> None:
        if word not in self.words:
            self.words.append(word)
            self.grounds.append(ground)
