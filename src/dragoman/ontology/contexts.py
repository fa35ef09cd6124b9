"""What tells a record's contexts: `data/contexts.yaml` → look-ups by word, by CAMEO code, by title, by recipient."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import NamedTuple

import msgspec

from dragoman.errors import DataError
from dragoman.model.annotated import Token
from dragoman.ontology import cameo, plover

NOTHING = "none"
"""Stands for phrases that only look like a word of a context."""
HYPHENS = frozenset({"-", "–"})
SILENT = frozenset({"VERB", "AUX"})
"""Parts of speech in which a single word tells a context only if its line says so."""
_Lists = dict[str, tuple[str, ...]]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    names: _Lists
    words: _Lists
    none: tuple[str, ...]
    titles: _Lists
    title_heads: frozenset[str]
    codes: _Lists
    codes_of_states: frozenset[str]
    codes_of_forces: frozenset[str]
    needs_word: frozenset[str]
    repressed: frozenset[str]


class Phrase(NamedTuple):
    """A word or phrase of the table.

    Attributes:
        words: Lemmas, or words as written, in lower case.
        pos: Part of speech that a single word must have, or "".
        contexts: What it tells; empty for one that only looks like it.
        name: Whether it is a name.
    """

    words: tuple[str, ...]
    pos: str
    contexts: tuple[str, ...]
    name: bool


class Hit(NamedTuple):
    """A phrase where it stands: its tokens, what it tells, and whether it is a name."""

    tokens: tuple[int, ...]
    contexts: tuple[str, ...]
    name: bool


class Contexts:
    """The table, made ready.

    Attributes:
        titles: Word of a minister's title → context.
        title_heads: Nouns that bear such a title.
        codes: CAMEO code → contexts.
        of_states: Codes of diplomacy where the sides are states.
        of_forces: Codes of war where a side is armed or both are states.
        needs_word: Contexts that no frame or code brings alone.
        repressed: Lemmas of those against whom force of their own state is repression.
    """

    def __init__(self, table: Table) -> None:
        self.titles = {word: context for context, words in table.titles.items() for word in words}
        self.title_heads = table.title_heads
        self.codes: dict[str, tuple[str, ...]] = {}
        for context, codes in table.codes.items():
            for code in codes:
                self.codes[code] = (*self.codes.get(code, ()), context)
        self.of_states = table.codes_of_states
        self.of_forces = table.codes_of_forces
        self.needs_word = table.needs_word
        self.repressed = table.repressed
        self._phrases = _indexed(table)

    def hits(self, tokens: Iterable[Token]) -> Iterator[Hit]:
        """The phrases in some tokens of one sentence, the longest at each place, in the order of the text."""
        words = [token for token in tokens if token.text not in HYPHENS]
        i = 0
        while i < len(words):
            phrase = self._at(words, i)
            if phrase is None:
                i += 1
                continue
            taken = words[i : i + len(phrase.words)]
            if phrase.contexts:
                yield Hit(tuple(token.i for token in taken), phrase.contexts, phrase.name)
            i += len(taken)

    def _at(self, words: Sequence[Token], i: int) -> Phrase | None:
        found = dict.fromkeys((words[i].lemma.lower(), words[i].text.lower()))
        candidates = [p for word in found for p in self._phrases.get(word, ()) if _stands(p, words, i)]
        return max(candidates, key=lambda p: len(p.words), default=None)


def _stands(phrase: Phrase, words: Sequence[Token], i: int) -> bool:
    """Whether a phrase stands at a place; a single word only in its part of speech."""
    if len(phrase.words) == 1 and not phrase.name:
        pos = words[i].pos
        return pos.lower() == phrase.pos if phrase.pos else pos not in SILENT
    near = words[i : i + len(phrase.words)]
    if phrase.name and not near[0].text[0].isupper():
        return False
    forms = ((token.lemma.lower(), token.text.lower()) for token in near)
    return len(near) == len(phrase.words) and all(word in form for word, form in zip(phrase.words, forms, strict=True))


def _indexed(table: Table) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word."""
    told: dict[tuple[str, bool], list[str]] = {}
    for lists, name in ((table.words, False), (table.names, True)):
        for context, phrases in lists.items():
            for phrase in phrases:
                told.setdefault((phrase.lower(), name), []).append(context)
    index: dict[str, tuple[Phrase, ...]] = {}
    every = (*(((phrase, False), []) for phrase in table.none), *told.items())
    for (text, name), contexts in every:
        words, _, pos = text.replace("-", " ").partition("/")
        split = tuple(words.replace("'s", " 's").split())
        index[split[0]] = (*index.get(split[0], ()), Phrase(split, pos, tuple(contexts), name))
    return index


def faults(table: Table) -> Iterator[str]:
    """Contexts that PLOVER, and codes that CAMEO, does not know."""
    known = plover.contexts()
    for section in (table.names, table.words, table.titles, table.codes):
        yield from (f"contexts.yaml: unknown context {name!r}" for name in section if name not in known)
    codes = (*(code for several in table.codes.values() for code in several), *table.codes_of_states)
    for code in (*codes, *sorted(table.codes_of_forces)):
        if code not in cameo.names():
            yield f"contexts.yaml: unknown CAMEO code {code!r}"


@functools.cache
def load() -> Contexts:
    """The shipped table, read once.

    Raises:
        DataError: It names a context that PLOVER or a code that CAMEO does not know.
    """
    file = resources.files("dragoman.ontology").joinpath("data/contexts.yaml")
    try:
        table = msgspec.yaml.decode(file.read_bytes(), type=Table)
    except msgspec.ValidationError as error:
        raise DataError((f"contexts.yaml: {error}",)) from error
    wrong = tuple(faults(table))
    if wrong:
        raise DataError(wrong)
    return Contexts(table)
