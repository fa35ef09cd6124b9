"""The words by which a text says who said something, and how sure it is: tables in `data/cues` → typed look-ups."""

import functools
import importlib.resources
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeVar

import msgspec

from dragoman.errors import DataError

Motive = Literal["because", "purpose", "response"]
Manner = Literal["say", "show", "think", "want", "direct", "ask", "react", "seem"]
_Lists = dict[str, tuple[str, ...]]
T = TypeVar("T")


class _Takes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One manner of a table of cue words: what they take → the words."""

    that: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    ing: tuple[str, ...] = ()
    obj: tuple[str, ...] = ()
    as_: tuple[str, ...] = msgspec.field(default=(), name="as")
    prep: _Lists = {}

    def frames(self) -> Iterator[tuple[str, str]]:
        """Pairs of a word and a thing it takes."""
        listed = {"that": self.that, "quote": self.quote, "to": self.to, "ing": self.ing}
        listed.update({"obj": self.obj, "as": self.as_})
        listed.update({f"prep:{name}": lemmas for name, lemmas in self.prep.items()})
        for frame, lemmas in listed.items():
            yield from ((lemma, frame) for lemma in lemmas)


class _VerbTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    manners: dict[Manner, _Takes]
    variants: dict[str, str]
    conditions: frozenset[str]
    clear_makers: frozenset[str]
    rumours: frozenset[str]


class _AdjectiveTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    manners: dict[Manner, _Takes]
    made: frozenset[str]


class _NounTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    manners: dict[Manner, _Takes]
    lenders: frozenset[str]
    perspectives: _Lists


class Withholding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a source asks not to be named."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    naming: frozenset[str]


class SourceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for those who are said to have said something, by the kind of source they make."""

    anonymous: frozenset[str]
    document: frozenset[str]
    outlet: frozenset[str]
    outlet_names: frozenset[str]
    outlet_after_news: frozenset[str]
    institution: frozenset[str]
    office: frozenset[str]
    anonymity: frozenset[str]
    hearsay: frozenset[str]
    relays: frozenset[str]
    tells: frozenset[str]
    interview: frozenset[str]
    standing: frozenset[str]
    near: frozenset[str]
    withholding: Withholding


class Cue(NamedTuple):
    """A verb or noun that passes words on: its manner for each thing it can take ("that", "to", "prep:of" …)."""

    lemma: str
    manners: dict[str, Manner]


def read(name: str, shape: type[T]) -> T:
    """One table of `data/cues`.

    Raises:
        DataError: The table has not the shape that is asked of it.
    """
    file = importlib.resources.files("dragoman.ontology").joinpath(f"data/cues/{name}")
    try:
        return msgspec.yaml.decode(file.read_bytes(), type=shape)
    except msgspec.ValidationError as error:
        raise DataError((f"cues/{name}: {error}",)) from error


def _cues(manners: dict[Manner, _Takes]) -> dict[str, Cue]:
    """Words with what they take; where two manners list the same pair, the first one holds."""
    found: dict[str, Cue] = {}
    for manner, takes in manners.items():
        for lemma, frame in takes.frames():
            found.setdefault(lemma, Cue(lemma, {})).manners.setdefault(frame, manner)
    return found


@functools.cache
def verb_words() -> _VerbTable:
    """The table of cue verbs."""
    return read("verbs.yaml", _VerbTable)


@functools.cache
def verbs() -> dict[str, Cue]:
    """Cue verbs by lemma."""
    table = verb_words()
    found = _cues(table.manners)
    found.update({variant: found[lemma] for variant, lemma in table.variants.items() if lemma in found})
    return found


@functools.cache
def variants() -> dict[str, str]:
    """What the parser's lemmatiser makes of some verb forms → the verb."""
    return verb_words().variants


@functools.cache
def adjectives() -> dict[str, Cue]:
    """Cue adjectives, also participles used as such, by their text."""
    return _cues(read("adjectives.yaml", _AdjectiveTable).manners)


@functools.cache
def made_adjectives() -> frozenset[str]:
    """Adjectives for what somebody makes known ("made clear that")."""
    return read("adjectives.yaml", _AdjectiveTable).made


@functools.cache
def nouns() -> dict[str, Cue]:
    """Cue nouns by lemma."""
    return _cues(read("nouns.yaml", _NounTable).manners)


@functools.cache
def lenders() -> frozenset[str]:
    """Verbs that lend a cue noun their subject ("offered assurances that")."""
    return read("nouns.yaml", _NounTable).lenders


@functools.cache
def perspectives() -> dict[str, frozenset[str]]:
    """Nouns of somebody's view → the prepositions before them ("in the minister's view")."""
    return {noun: frozenset(before) for noun, before in read("nouns.yaml", _NounTable).perspectives.items()}


@functools.cache
def sources() -> SourceWords:
    """Nouns for sources, by kind."""
    return read("sources.yaml", SourceWords)


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What numbers count: units by noun, and the words that tell of people harmed or held."""

    units: _Lists
    measured: _Lists
    rates: frozenset[str]
    fractions: dict[str, float]
    half_before: frozenset[str]
    numbered: frozenset[str]
    assets: frozenset[str]
    vote_verbs: frozenset[str]
    lasting: frozenset[str]
    held_in: frozenset[str]
    first_in: frozenset[str]
    not_lasting: frozenset[str]
    span_units: frozenset[str]
    harm: _Lists
    harm_subjects: _Lists
    harm_adjectives: _Lists
    harm_nouns: _Lists


@functools.cache
def measures() -> Measures:
    """The table of what numbers count."""
    return read("quantities.yaml", Measures)


class Relations(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for what stands between two actors."""

    nouns: dict[Literal["positive", "negative", "neutral"], tuple[str, ...]]
    of: tuple[str, ...]
    ties: frozenset[str]
    with_: tuple[str, ...] = msgspec.field(name="with")
    good: frozenset[str]
    bad: frozenset[str]
    none: frozenset[str]
    staying: frozenset[str]
    states: frozenset[str]
    having: frozenset[str]
    housing: frozenset[str]
    housed: frozenset[str]


@functools.cache
def relations() -> Relations:
    """The table of words for what stands between two actors."""
    return read("relations.yaml", Relations)


@functools.cache
def relation_nouns() -> dict[str, Literal["positive", "negative"] | None]:
    """Noun for a kin of an actor ("ally") → whether it is well or ill disposed, None where it tells neither."""
    told = relations().nouns.items()
    return {noun: None if sense == "neutral" else sense for sense, nouns_ in told for noun in nouns_}


class _Motive(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    behind: tuple[str, ...]
    of: tuple[str, ...]


class Motives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tie one act to another."""

    nouns: dict[Motive, tuple[_Motive, ...]]
    alone: frozenset[str]
    apposed: frozenset[str]
    prepositions: dict[Motive, frozenset[str]]
    prompted: frozenset[str]
    answering: frozenset[str]
    answered: tuple[str, ...]
    means: tuple[str, ...]
    over: tuple[str, ...]
    punished: tuple[str, ...]
    judging: frozenset[str]
    purposes: frozenset[str]
    against: frozenset[str]


@functools.cache
def motives() -> Motives:
    """The table of words that tie one act to another."""
    return read("motives.yaml", Motives)


@functools.cache
def motive_nouns() -> dict[str, list[tuple[Motive, tuple[str, ...], tuple[str, ...]]]]:
    """Noun of motive → its kinds, each with the prepositions before and behind it."""
    found: dict[str, list[tuple[Motive, tuple[str, ...], tuple[str, ...]]]] = {}
    for kind, rows in motives().nouns.items():
        for row in rows:
            for word in row.words:
                found.setdefault(word, []).append((kind, row.behind, row.of))
    return found


@functools.cache
def measure_of() -> dict[str, str]:
    """Unit of measure by the words for it."""
    return {word: unit for unit, words in measures().measured.items() for word in words}


@functools.cache
def unit_of() -> dict[str, str]:
    """Unit by noun."""
    return {noun: unit for unit, nouns_ in measures().units.items() for noun in nouns_}
