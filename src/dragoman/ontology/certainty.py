"""The words by which a text says how sure an act is: `data/cues/factuality.yaml` → look-ups from lemma to ground."""

import functools
from typing import Any

import msgspec

from dragoman.errors import DataError
from dragoman.model.event import Factuality, Phase
from dragoman.ontology import cues

EFFECTS = frozenset(("implied", "reversed", "cancelled", "failed"))
"""What is no ground of its own: an act as sure as the word above it, the opposite of it, or one that does not come."""


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word does to an act.

    Attributes:
        uw: How sure readers are that the act did or will happen, from -3 to 3.
        uw_not: The same where the act is negated.
        value: FactBank's value of the positive form.
        future: Whether the act lies ahead.
        hypothetical: Whether it is only possible, wished or conditional.
        negated: Whether it is told as not done.
        value_not: FactBank's value of the negated form where it is not just the mirror image.
        phase: How far the act has come.
    """

    uw: float
    uw_not: float
    value: Factuality
    future: bool = False
    hypothetical: bool = False
    negated: bool = False
    value_not: Factuality | None = None
    phase: Phase | None = None


_Lists = dict[str, tuple[str, ...]]


class WordSets(msgspec.Struct, frozen=True, kw_only=True):
    """Sets of words that one rule each asks for; `data/cues/factuality.yaml` says beside each what it is for."""

    negators: frozenset[str]
    negative_words: frozenset[str]
    negative_determiners: frozenset[str]
    conditions: frozenset[str]
    times: frozenset[str]
    occurrence: frozenset[str]
    occurs: frozenset[str]
    not_objects: frozenset[str]
    future_times: frozenset[str]
    singled_out: frozenset[str]
    from_verbs: frozenset[str]
    opposites: frozenset[str]
    in_vain: frozenset[str]
    came_to_nothing: frozenset[str]
    belied: frozenset[str]
    rejecting: frozenset[str]
    falsely: frozenset[str]
    witnessing: frozenset[str]
    opportunities: frozenset[str]
    taking: frozenset[str]
    drafts: frozenset[str]
    laws: frozenset[str]
    own_forces: frozenset[str]
    gathering: frozenset[str]
    eventualities: frozenset[str]
    letter_openers: frozenset[str]
    dreams: frozenset[str]


class _Table(WordSets, frozen=True, kw_only=True, forbid_unknown_fields=True):
    grounds: dict[str, Ground]
    modals: dict[str, str]
    verbs: _Lists
    that_verbs: _Lists
    infinitives: _Lists
    nouns: _Lists
    adjectives: _Lists
    that_adjectives: _Lists
    modifiers: _Lists
    adverbs: _Lists
    prepositions: _Lists
    phases: dict[Phase, tuple[str, ...]]


class Certainty(WordSets, frozen=True, kw_only=True):
    """All look-ups: lemma → effect ("implied", "reversed" …) or name of a ground."""

    grounds: dict[str, Ground]
    modals: dict[str, str]
    verbs: dict[str, str]
    that_verbs: dict[str, str]
    infinitives: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    that_adjectives: dict[str, str]
    modifiers: dict[str, str]
    adverbs: dict[str, str]
    prepositions: dict[str, str]
    phases: dict[str, Phase]


@functools.cache
def words() -> Certainty:
    """The table, read once.

    Raises:
        DataError: A list names a ground that is not defined.
    """
    table = cues.read("factuality.yaml", _Table)
    lists = (table.verbs, table.that_verbs, table.infinitives, table.nouns, table.adjectives, table.that_adjectives)
    further = (table.modifiers, table.adverbs, table.prepositions)
    named = {name for group in (*lists, *further) for name in group} | set(table.modals.values())
    unknown = sorted(named - table.grounds.keys() - EFFECTS)
    if unknown:
        raise DataError(tuple(f"cues/factuality.yaml: no ground {name!r}" for name in unknown))
    sets: dict[str, Any] = {name: getattr(table, name) for name in WordSets.__struct_fields__}
    return Certainty(
        **sets,
        phases={lemma: phase for phase, lemmas in table.phases.items() for lemma in lemmas},
        verbs=_by_word(table.verbs),
        that_verbs=_by_word(table.that_verbs),
        infinitives=_by_word(table.infinitives),
        nouns=_by_word(table.nouns),
        adjectives=_by_word(table.adjectives),
        that_adjectives=_by_word(table.that_adjectives),
        modifiers=_by_word(table.modifiers),
        adverbs=_by_word(table.adverbs),
        prepositions=_by_word(table.prepositions),
        grounds=table.grounds,
        modals=table.modals,
    )


def _by_word(groups: _Lists) -> dict[str, str]:
    """Word → group; a word in two groups belongs to the later one."""
    found = {word: name for name, listed in groups.items() for word in listed}
    variants = cues.variants()
    return found | {variant: found[lemma] for variant, lemma in variants.items() if lemma in found}
