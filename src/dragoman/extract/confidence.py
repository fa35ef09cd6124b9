"""How sure a record is: the probability that type, actors and recipients are all right.

The odds begin at `START` to one; every doubt multiplies them by its factor, one that rests on somebody once for each
such actor or recipient. `python development/calibration.py` fits the factors to our readings and prints how well the
probabilities hold.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dragoman.extract.acts import Act
from dragoman.extract.cast import Part
from dragoman.extract.opinions import LEARNED
from dragoman.model.syntax import Tree
from dragoman.ontology import offices

Name = Literal[
    "a frame without conditions",
    "told by a noun, adjective or gerund",
    "no subject of its own",
    "little backing by the typer",
    "the typer alone",
    "no doer",
    "a doer of no country",
    "a recipient of no country",
    "a common noun",
    "it or they",
    "known by its form alone",
    "a country guessed",
    "a recipient not named in its role",
    "a recipient far away",
    "both of one side",
    "one side of what takes two",
]

START = 7.1
"""Odds of a record without any doubt."""
FACTORS: dict[Name, float] = {
    "a frame without conditions": 0.67,
    "told by a noun, adjective or gerund": 0.56,
    "no subject of its own": 0.86,
    "little backing by the typer": 0.55,
    "the typer alone": 0.85,
    "no doer": 0.55,
    "a doer of no country": 0.25,
    "a recipient of no country": 0.81,
    "a common noun": 0.69,
    "it or they": 0.55,
    "known by its form alone": 0.76,
    "a country guessed": 0.94,
    "a recipient not named in its role": 0.66,
    "a recipient far away": 0.6,
    "both of one side": 0.67,
    "one side of what takes two": 0.42,
}
"""Fitted by `python development/calibration.py seeds sample fresh wide --fit` to 567 event records, of which 108 are
wrong (2026-11-22); `START` is fitted to the 334 of fresh and wide alone, the reports least worked on."""
GUESSED = frozenset(
    {
        "only-country-in-sentence",
        "only-country-near",
        "home-of-the-story",
        "home-of-the-other-side",
        "last-country-told",
        "subject-of-clause-before",
        "country-of-subject",
        "country-of-possessor",
        "court-of-the-story",
        "place-of-clause",
        "minority-where-it-lives",
    }
)
"""Rules of `resolve` that take a country from what stands near."""
VAGUE = frozenset({"neuter-pronoun", "pronoun-for-several"})
"""Rules of `resolve` for pronouns that say least of whom they mean."""
UNLISTED = "name-by-recogniser"
"""Rule of `resolve` for a name that only its form tells."""
BACKED = 0.97
"""Probability of the type, by lexicon and typer together, below which it is a doubt; set by hand."""
FAR = 12
"""Words between act and recipient from which on he is far away; set by hand."""
LEAST = 0.3
"""Whatever its doubts, a record that is told at all is right about so often."""


class Doubt(NamedTuple):
    """One thing that makes a record less probably right, and on whom it rests if on somebody."""

    name: Name
    about: str = ""

    @property
    def factor(self) -> float:
        """What it multiplies the odds by."""
        return FACTORS[self.name]

    def __str__(self) -> str:
        about = f": {self.about}" if self.about else ""
        return f"{self.name}{about} × {self.factor:g}"


def confidence(act: Act, tree: Tree) -> float:
    """The probability, rounded to two decimals."""
    return probability(doubt.factor for doubt in doubts(act, tree))


def probability(factors: Iterable[float], start: float = START) -> float:
    """The probability that odds come to after all factors, rounded to two decimals.

    >>> probability([0.5], start=6.0)
    0.75
    """
    odds = start
    for factor in factors:
        odds *= factor
    return round(max(odds / (1 + odds), LEAST), 2)


def doubts(act: Act, tree: Tree) -> Iterator[Doubt]:
    """What lowers the probability."""
    yield from _of_frame(act)
    yield from _of_word(act, tree)
    yield from _of_sides(act)
    for part in act.roles.actor:
        yield from _of_part(part)
        if not _has_country(part):
            yield Doubt("a doer of no country", part.mention.entity.name)
    for part in act.roles.recipient:
        yield from _of_part(part)
        yield from _of_recipient(part, act, tree)


def _of_frame(act: Act) -> Iterator[Doubt]:
    """Doubts about the type."""
    if act.match.frame.source == LEARNED:
        yield Doubt("the typer alone")
    elif act.match.frame.weight == 0:
        yield Doubt("a frame without conditions")
    if act.backing is not None and act.backing < BACKED:
        yield Doubt("little backing by the typer")


def _of_word(act: Act, tree: Tree) -> Iterator[Doubt]:
    """Doubts about the word that tells the act."""
    if act.match.predication.kind != "verb" or tree.tokens[act.token].tag == "VBG":
        yield Doubt("told by a noun, adjective or gerund")
    if not tree.kids(act.token, "nsubj", "nsubjpass"):
        yield Doubt("no subject of its own")


def _of_sides(act: Act) -> Iterator[Doubt]:
    """Doubts about who stands against whom."""
    actors, recipients = _sides(act.roles.actor), _sides(act.roles.recipient)
    if not actors:
        yield Doubt("no doer")
    elif act.match.frame.mutual and len(actors) == 1 and not recipients:
        yield Doubt("one side of what takes two")
    if actors & recipients:
        yield Doubt("both of one side")


def _of_part(part: Part) -> Iterator[Doubt]:
    """Doubts about who somebody is."""
    name, kind, rule = part.mention.entity.name, part.mention.kind, part.mention.because.rule
    if rule in VAGUE:
        yield Doubt("it or they", name)
    elif kind == "generic":
        yield Doubt("a common noun", name)
    if rule in GUESSED:
        yield Doubt("a country guessed", name)
    if rule == UNLISTED:
        yield Doubt("known by its form alone", name)


def _of_recipient(part: Part, act: Act, tree: Tree) -> Iterator[Doubt]:
    """Doubts about whether somebody is at the receiving end."""
    name, word, head = part.mention.entity.name, tree.tokens[act.token], tree.tokens[part.mention.head]
    if not _has_country(part):
        yield Doubt("a recipient of no country", name)
    if part.loose:
        yield Doubt("a recipient not named in its role", name)
    if word.sentence != head.sentence or abs(word.i - head.i) >= FAR:
        yield Doubt("a recipient far away", name)


def _has_country(part: Part) -> bool:
    return offices.standing(part.mention.entity, None).code is not None


def _sides(parts: Iterable[Part]) -> frozenset[str]:
    """The country or organisation of each, or else himself."""
    return frozenset(offices.standing(p.mention.entity, None).code or p.mention.entity.id for p in parts)
