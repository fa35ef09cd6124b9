"""How sure a record is: the probability that type, actors and recipients are all right.

The factors were set by reading records of the sample against their sentences; a later issue fits them to labelled data.
"""

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
UNCODED = 0.7
"""For an actor without a country or organisation code."""
NO_ACTOR = 0.6


def confidence(act: Act) -> float:
    """The probability, rounded to two decimals."""
    value = START
    if act.match.frame.weight == 0:
        value *= GENERAL_FRAME
    if act.match.predication.kind == "noun":
        value *= NOUN
    for part in (*act.roles.actor, *act.roles.recipient):
        value *= _of(part)
    if not act.roles.actor:
        value *= NO_ACTOR
    return round(max(value, 0.05), 2)


def _of(part: Part) -> float:
    value = LOOSE if part.loose else 1.0
    if part.mention.kind in {"pronoun", "description"}:
        value *= REFERENCE
    entity = part.mention.entity
    if entity.code is None and entity.source == "text":
        value *= UNCODED
    return value
