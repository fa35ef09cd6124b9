"""How sure readers are that something has happened: `data/cues/happened.yaml` → values by ground, form and setting."""

import functools
from typing import Literal

import msgspec

from dragoman.ontology import cues

Form = Literal[
    "past", "present", "you", "progressive", "modal", "to", "bare", "gerund", "participle", "attributive", "other"
]
"""The form of a predicate; "you" is a present tense whose subject is "you"."""
Setting = Literal["past", "now", "unreal"]
"""How the clause above is told: as past, present, or not done; without one, how the clause itself is."""


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value for each setting, from -3 to 3."""

    past: float
    now: float
    unreal: float

    def at(self, setting: Setting) -> float:
        """The value in one setting."""
        return {"past": self.past, "now": self.now, "unreal": self.unreal}[setting]


class Untold(Told, frozen=True, forbid_unknown_fields=True):
    """The same for a ground that does not tell the act as done, and one value where the act is negated."""

    denied: float


class Readings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table.

    Attributes:
        told: What is told as done, by its form.
        denied: What is told as not done, by its form.
        untold: All grounds (`factuality.yaml`) that do not tell the act as done.
        polite: Verbs that "would" only makes polite: "I would recommend".
        politely: Their value.
    """

    told: dict[Form, Told]
    denied: dict[Form, Told]
    untold: dict[str, Untold]
    polite: frozenset[str]
    politely: float


@functools.cache
def readings() -> Readings:
    """The table, read once."""
    return cues.read("happened.yaml", Readings)
