"""The words by which a text says how sure an act is: `data/cues/factuality.yaml` → look-ups from lemma to ground."""

import functools

import msgspec

from dragoman.errors import DataError
from dragoman.model.event import Factuality, Phase
from dragoman.ontology import cues

EFFECTS = frozenset(("implied", "reversed"))
"""What is no ground of its own: an act as sure as the word above it, or the opposite of it."""


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word does to an act.

    Attributes:
        uw: How sure readers are that the act did or will happen, from -3 to 3.
        uw_not: The same where the act is negated.
        happened: How sure they are that it has happened.
        happened_not: The same where it is negated.
        value: FactBank's value of the positive form.
        future: Whether the act lies ahead.
        hypothetical: Whether it is only possible, wished or conditional.
        negated: Whether it is told as not done.
        value_not: FactBank's value of the negated form where it is not just the mirror image.
    """

    uw: float
    uw_not: float
    happened: float
    happened_not: float
    value: Factuality
    future: bool = False
    hypothetical: bool = False
    negated: bool = False
    value_not: Factuality | None = None


_Lists = dict[str, tuple[str, ...]]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    grounds: dict[str, Ground]
    modals: dict[str, str]
    verbs: _Lists
    that_verbs: _Lists
    infinitives: _Lists
    nouns: _Lists
    adjectives: _Lists
    modifiers: _Lists
    adverbs: _Lists
    prepositions: _Lists
    phases: dict[Phase, tuple[str, ...]]
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


class Certainty(msgspec.Struct, frozen=True, kw_only=True):
    """All look-ups: lemma → effect ("implied", "reversed") or name of a ground."""

    grounds: dict[str, Ground]
    modals: dict[str, str]
    verbs: dict[str, str]
    that_verbs: dict[str, str]
    infinitives: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    modifiers: dict[str, str]
    adverbs: dict[str, str]
    prepositions: dict[str, str]
    phases: dict[str, Phase]
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


@functools.cache
def words() -> Certainty:
    """The table, read once.

    Raises:
        DataError: A list names a ground that is not defined.
    """
    table = cues.read("factuality.yaml", _Table)
    lists = (table.verbs, table.that_verbs, table.nouns, table.adjectives, table.modifiers, table.adverbs)
    named = {name for group in (*lists, table.prepositions) for name in group} | set(table.modals.values())
    unknown = sorted(named - table.grounds.keys() - EFFECTS)
    if unknown:
        raise DataError(tuple(f"cues/factuality.yaml: no ground {name!r}" for name in unknown))
    return Certainty(
        phases={lemma: phase for phase, lemmas in table.phases.items() for lemma in lemmas},
        verbs=_by_word(table.verbs),
        that_verbs=_by_word(table.that_verbs),
        infinitives=_by_word(table.infinitives),
        nouns=_by_word(table.nouns),
        adjectives=_by_word(table.adjectives),
        modifiers=_by_word(table.modifiers),
        adverbs=_by_word(table.adverbs),
        prepositions=_by_word(table.prepositions),
        grounds=table.grounds,
        modals=table.modals,
        negators=table.negators,
        negative_words=table.negative_words,
        negative_determiners=table.negative_determiners,
        conditions=table.conditions,
        times=table.times,
        occurrence=table.occurrence,
        occurs=table.occurs,
        not_objects=table.not_objects,
        future_times=table.future_times,
        singled_out=table.singled_out,
    )


def _by_word(groups: _Lists) -> dict[str, str]:
    """Word → group; a word in two groups belongs to the later one."""
    found = {word: name for name, listed in groups.items() for word in listed}
    variants = cues.variants()
    return found | {variant: found[lemma] for variant, lemma in variants.items() if lemma in found}
