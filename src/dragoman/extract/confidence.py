"""How sure a record is: the probability that type, actors and recipients are all right.

The factors were set by reading records of the sample against their sentences; a later issue fits them to labelled data.
"""

from collections.abc import Iterator

from dragoman.extract.acts import Act
from dragoman.extract.cast import Part

START = 0.85
GENERAL_FRAME = 0.85
"""For a frame without any constraint on what stands around its word."""
NOUN = 0.85
LOOSE = 0.85
"""For an actor who is not named by the word in the role but owns or describes it."""
REFERENCE = 0.85
"""For a pronoun or description that was resolved."""
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
UNCODED = 0.7
"""For an actor without a country or organisation code."""
NO_ACTOR = 0.6
LEAST = 0.05


def confidence(act: Act) -> float:
    """The probability, rounded to two decimals."""
    value = START
    for _, factor in factors(act):
        value *= factor
    return round(max(value, LEAST), 2)


def factors(act: Act) -> Iterator[tuple[str, float]]:
    """What lowers the probability, each with its factor."""
    if act.match.frame.weight == 0:
        yield "a frame without conditions", GENERAL_FRAME
    if act.match.predication.kind == "noun":
        yield "told by a noun", NOUN
    for part in (*act.roles.actor, *act.roles.recipient):
        yield from _of(part)
    if not act.roles.actor:
        yield "no doer", NO_ACTOR


def _of(part: Part) -> Iterator[tuple[str, float]]:
    entity = part.mention.entity
    if part.loose:
        yield f"{entity.name} is not named in the role itself", LOOSE
    if part.mention.kind in {"pronoun", "description"}:
        yield f"{entity.name} is a reference", REFERENCE
    if part.mention.because.rule in GUESSED:
        yield f"the country of {entity.name} is a guess", REFERENCE
    if entity.code is None and entity.source == "text":
        yield f"{entity.name} is in no dictionary", UNCODED
