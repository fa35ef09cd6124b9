"""The values that the event lexicon is made of: noun lists, frames and governing words; no files are read here."""

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from dragoman.model.event import Auxiliary, Phase

Kind = Literal["verb", "noun", "adjective"]
Polarity = Literal["positive", "negative"]

NOTHING = "NONE"
"""Event of a frame that looks like an act and is none ("strike a balance")."""
STATEMENT = "STATEMENT"
"""Event of a frame that only says, hopes, believes or denies."""


class Nouns(msgspec.Struct, frozen=True, kw_only=True):
    """Which nouns may head a slot.

    Attributes:
        anything: Whatever fills it ("*" in the file).
        actor: Anything that stands for an actor (`@actor`).
        pair: Actors of two sides or more, taken together (`@pair`).
        heads: Head lemmas.
        phrases: Head lemma → sets of modifiers, one of which must stand before it in full ("green" + light).
    """

    anything: bool = False
    actor: bool = False
    pair: bool = False
    heads: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[frozenset[str], ...]] = msgspec.field(default_factory=dict)

    def takes(self, head: str, modifiers: Collection[str] = (), *, actor: bool = False) -> bool:
        """Whether a phrase with that head lemma fits; `modifiers` are the lemmas of its adjectives and compounds.

        >>> light = Nouns(phrases={"light": (frozenset({"green"}),)})
        >>> light.takes("light", {"green"}), light.takes("light", {"red"})
        (True, False)
        """
        if self.anything or head in self.heads or (self.actor and actor):
            return True
        return any(needed <= frozenset(modifiers) for needed in self.phrases.get(head, ()))


class Complement(msgspec.Struct, frozen=True, kw_only=True):
    """Which infinitive, gerund or that-clause a frame wants: any, one with such a verb, or one of such an event."""

    anything: bool = False
    lemmas: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()

    def takes(self, lemma: str, event: str = "", mode: str | None = None) -> bool:
        """Whether a clause fits whose verb is `lemma` and whose own frame has that event and mode.

        >>> Complement(events=frozenset({"CONSULT", "RETREAT.release"})).takes("free", "RETREAT", "release")
        True
        """
        return self.anything or lemma in self.lemmas or event in self.events or f"{event}.{mode}" in self.events


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One word with what must stand around it, and the event that both together tell.

    Attributes:
        kind: Part of speech of the trigger.
        lemma: The trigger's head: first word of a verb or adjective ("call"), last word of a noun ("strike").
        particle: Its other words: particles or adverbs of a verb ("off"), modifiers of a noun ("hunger").
        event: PLOVER type, or NONE, or STATEMENT.
        mode: PLOVER mode, if the frame decides it.
        cameo: CAMEO code, if the frame knows it better than type and mode do.
        actor: Slots in which the doer stands, in order of preference.
        recipient: Slots in which the one at the receiving end stands, in order of preference; may be empty.
        object: Required head of the direct object (of the subject, in the passive).
        not_object: Excluded heads of it.
        subject: Required head of the subject (of the by-phrase, in the passive).
        prep: Oblique phrases of which at least one must be there, by preposition.
        complement: Required clause.
        complement_subject: Required head of that clause's subject.
        mutual: All who stand in any of the `actor` slots are actors, and there is no recipient.
        foresees: The complement (else the object) is what the act foresees: it goes to `anticipates`.
        say: The act is done by speaking.
        context: PLOVER contexts that the frame brings.
        phase: Phase that it brings.
        polarity: Of a statement: whether it affirms or denies.
        weight: How much is constrained; the heaviest fitting frame wins.
        source: Where it stands ("consult.yaml:12").
    """

    kind: Kind
    lemma: str
    event: str
    actor: tuple[str, ...]
    weight: int
    source: str
    particle: tuple[str, ...] = ()
    mode: str | None = None
    cameo: str | None = None
    recipient: tuple[str, ...] = ()
    object: Nouns | None = None
    not_object: Nouns | None = None
    subject: Nouns | None = None
    prep: Mapping[str, Nouns] = msgspec.field(default_factory=dict)
    complement: Complement | None = None
    complement_subject: Nouns | None = None
    mutual: bool = False
    foresees: bool = False
    say: bool = False
    context: tuple[str, ...] = ()
    phase: Phase | None = None
    polarity: Polarity | None = None

    @property
    def is_event(self) -> bool:
        """Whether it tells a PLOVER event."""
        return self.event not in {NOTHING, STATEMENT}


class Aspect(msgspec.Struct, frozen=True, kw_only=True):
    """A word that only says how far an act has come: the act itself is the clause or noun that it governs.

    Attributes:
        kind: Part of speech.
        lemma: Its head, as in `Frame`.
        particle: Its other words, as in `Frame`.
        over: Slots in which the governed act stands ("started a visit": object; "talks began": subject).
        auxiliary: Auxiliary mode that it brings.
        phase: Phase that it brings.
        willing: Whether the doer himself shows that he wants it: only such futures fold to AGREE or THREATEN.
        doer: Slot in which the doer of the governed act stands.
        source: Where it stands ("aspect.yaml:12").
    """

    kind: Kind
    lemma: str
    source: str
    particle: tuple[str, ...] = ()
    over: tuple[str, ...] = ("complement", "object")
    auxiliary: Auxiliary | None = None
    phase: Phase | None = None
    willing: bool = False
    doer: str = "subject"
