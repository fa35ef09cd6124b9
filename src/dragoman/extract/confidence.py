"""How sure a record is: the probability that type, actors and recipients are all right.

It begins at `START`; every doubt multiplies it by its factor, one that rests on an actor once for each such actor.
`python development/calibration.py` fits the factors to our readings and prints how well the probabilities hold.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dragoman.extract.acts import Act
from dragoman.extract.cast import Part
from dragoman.extract.opinions import LEARNED

Name = Literal[
    "a frame without conditions",
    "told by a noun",
    "denied, planned or conditional",
    "no doer",
    "no recipient",
    "a pronoun or description",
    "a common noun",
    "not named in the role itself",
    "in no dictionary",
    "a country guessed",
    "little backing by the typer",
    "the typer alone",
]

START = 0.96
"""Probability of a record without any doubt."""
FACTORS: dict[Name, float] = {
    "a frame without conditions": 0.94,
    "told by a noun": 0.97,
    "denied, planned or conditional": 0.98,
    "no doer": 0.92,
    "no recipient": 0.89,
    "a pronoun or description": 0.92,
    "a common noun": 0.86,
    "not named in the role itself": 0.98,
    "in no dictionary": 0.93,
    "a country guessed": 0.85,
    "little backing by the typer": 0.9,
    "the typer alone": 0.85,
}
"""Fitted by `python development/calibration.py seeds sample fresh --fit` to the 372 event records of the two first
reports, the sample and twelve fresh reports, of which 64 are wrong (2026-11-22); the last three, seen fewer than twenty
times, are set by hand."""
GUESSED = frozenset(
    {
        "only-country-in-sentence",
        "home-of-the-other-side",
        "last-country-told",
        "subject-of-clause-before",
        "minority-where-it-lives",
    }
)
"""Rules of `resolve` that take a country from what stands near."""
BACKED = 0.9
"""Probability of the type, by lexicon and typer together, below which it is a doubt; as `opinions.SURE`."""
LEAST = 0.05


class Doubt(NamedTuple):
    """One thing that makes a record less probably right, and on whom it rests if on an actor."""

    name: Name
    about: str = ""

    @property
    def factor(self) -> float:
        """What it multiplies the probability by."""
        return FACTORS[self.name]

    def __str__(self) -> str:
        about = f": {self.about}" if self.about else ""
        return f"{self.name}{about} × {self.factor:g}"


def confidence(act: Act) -> float:
    """The probability, rounded to two decimals."""
    value = START
    for doubt in doubts(act):
        value *= doubt.factor
    return round(max(value, LEAST), 2)


def doubts(act: Act) -> Iterator[Doubt]:
    """What lowers the probability."""
    yield from _of_word(act)
    if not act.roles.actor:
        yield Doubt("no doer")
    if not act.roles.recipient and not act.match.frame.mutual:
        yield Doubt("no recipient")
    for part in (*act.roles.actor, *act.roles.recipient):
        yield from _of_part(part)


def _of_word(act: Act) -> Iterator[Doubt]:
    """Doubts about the word that tells the act, and about what it tells."""
    if act.match.frame.source == LEARNED:
        yield Doubt("the typer alone")
    elif act.match.frame.weight == 0:
        yield Doubt("a frame without conditions")
    if act.match.predication.kind == "noun":
        yield Doubt("told by a noun")
    if any((act.folded.negated, act.folded.future, act.folded.hypothetical)):
        yield Doubt("denied, planned or conditional")
    if act.backing is not None and act.backing < BACKED:
        yield Doubt("little backing by the typer")


def _of_part(part: Part) -> Iterator[Doubt]:
    """Doubts about who somebody is."""
    entity, kind = part.mention.entity, part.mention.kind
    if part.loose:
        yield Doubt("not named in the role itself", entity.name)
    if kind in {"pronoun", "description"}:
        yield Doubt("a pronoun or description", entity.name)
    elif kind == "generic":
        yield Doubt("a common noun", entity.name)
    if part.mention.because.rule in GUESSED:
        yield Doubt("a country guessed", entity.name)
    if entity.code is None and entity.source == "text":
        yield Doubt("in no dictionary", entity.name)
