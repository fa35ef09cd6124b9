"""The experts' YAML files in `data/lexicon` → frames by trigger word, noun classes and governing words.

A fault in any file stops the loading, and all faults of all files are told at once, each with file and line.
The files' language is described in `docs/lexicon.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, cast

import msgspec

from dragoman.errors import DataError
from dragoman.ontology import lexicon_faults
from dragoman.ontology.frames import NOTHING, STATEMENT, Aspect, Complement, Frame, Kind, Nouns, Polarity
from dragoman.ontology.lexicon_lines import Line, entries, groups

if TYPE_CHECKING:
    from dragoman.model.event import Auxiliary, Phase

__all__ = [
    "NOTHING",
    "STATEMENT",
    "Aspect",
    "Complement",
    "Frame",
    "Kind",
    "Lexicon",
    "Nouns",
    "load",
    "members",
    "read",
]

ASPECTS = "aspect.yaml"
CLASSES = "classes.yaml"
DEFAULT_ACTOR: Mapping[Kind, tuple[str, ...]] = {
    "verb": ("subject",),
    "noun": ("possessor", "by", "modifier"),
    "adjective": ("subject",),
}
"""Where the doer stands when a frame does not say."""
BUILT_IN = lexicon_faults.BUILT_IN
NAMED_WEIGHT = 2
"""Weight of a constraint that names words; one that takes anything ("*") weighs half."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All frames by kind and trigger lemma, governing words by lemma, and noun classes by name."""

    frames: Mapping[tuple[Kind, str], tuple[Frame, ...]]
    aspects: Mapping[str, tuple[Aspect, ...]]
    classes: Mapping[str, frozenset[str]]

    def frames_for(self, lemma: str, kind: Kind) -> tuple[Frame, ...]:
        """The frames of a trigger, the most constrained first, so that the first that fits is the best.

        >>> [frame.event for frame in load().frames_for("airstrike", "noun")]
        ['ASSAULT']
        """
        return self.frames.get((kind, lemma), ())

    def aspect_for(self, lemma: str) -> tuple[Aspect, ...]:
        """The governing words with that lemma, those with a particle first."""
        return self.aspects.get(lemma, ())

    def members(self, name: str) -> frozenset[str]:
        """The nouns of a class, several words joined by a blank; empty for a class that does not exist."""
        return self.classes.get(name, frozenset())


@cache
def load() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    return read(resources.files("dragoman.ontology").joinpath("data/lexicon"))


def members(name: str) -> frozenset[str]:
    """The nouns of a class of the shipped lexicon.

    >>> "treaty" in members("agreement")
    True
    """
    return load().members(name)


def read(folder: Traversable) -> Lexicon:
    """A lexicon from a folder of YAML files.

    Raises:
        DataError: With every fault of every file.
    """
    raw, faults = groups(folder.joinpath(CLASSES))
    lines: dict[str, list[Line]] = {}
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        if file.name != CLASSES:
            lines[file.name], found = entries(file)
            faults.extend(found)
    aspects = lines.pop(ASPECTS, [])
    frames = [line for lines_of_file in lines.values() for line in lines_of_file]
    faults.extend(_faults(raw, frames, aspects))
    if faults:
        raise DataError(tuple(faults))
    return _Builder({name: words for _, name, words in raw}, frames).lexicon(aspects)


def _faults(raw: list[tuple[str, str, tuple[str, ...]]], frames: list[Line], aspects: list[Line]) -> Iterable[str]:
    names = {name for _, name, _ in raw}
    yield from lexicon_faults.of_classes(raw)
    for line in frames:
        yield from lexicon_faults.of_frame(line, names)
    for line in aspects:
        yield from lexicon_faults.of_aspect(line)
    yield from lexicon_faults.repeated(frames, lexicon_faults.CONSTRAINTS)
    yield from lexicon_faults.repeated(aspects)


class _Builder:
    """Turns faultless lines into frames; noun lists that occur again are made once."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]], lines: list[Line]) -> None:
        self._lines = lines
        self._raw_classes = classes
        self._triggers = _event_nouns(lines)
        self._nouns: dict[tuple[str, ...], Nouns] = {}

    def lexicon(self, aspects: list[Line]) -> Lexicon:
        frames: dict[tuple[Kind, str], list[Frame]] = defaultdict(list)
        for line in self._lines:
            for frame in self._frames(line):
                frames[frame.kind, frame.lemma].append(frame)
        governing: dict[str, list[Aspect]] = defaultdict(list)
        for line in aspects:
            for aspect in _aspects(line):
                governing[aspect.lemma].append(aspect)
        return Lexicon(
            frames={key: tuple(sorted(found, key=lambda f: -f.weight)) for key, found in frames.items()},
            aspects={key: tuple(sorted(found, key=lambda a: -len(a.particle))) for key, found in governing.items()},
            classes={name: frozenset(self._expanded(words)) for name, words in self._raw_classes.items()},
        )

    def _frames(self, line: Line) -> Iterable[Frame]:
        kind = _kind(line)
        prep = {key: self._list(words) for key, words in line.lists("prep").items()}
        pattern = Frame(
            kind=kind,
            lemma="",
            event=line.text("event") or NOTHING,
            actor=line.words("actor") or DEFAULT_ACTOR[kind],
            weight=_weight(line),
            source=line.source,
            mode=line.text("mode"),
            cameo=line.text("cameo"),
            recipient=line.words("recipient"),
            object=self._optional(line.words("object")),
            not_object=self._optional(line.words("not_object")),
            subject=self._optional(line.words("subject")),
            prep=prep,
            complement=_complement(line.words("complement")),
            complement_subject=self._optional(line.words("complement_subject")),
            mutual=line.flag("mutual"),
            foresees=line.flag("foresees"),
            say=line.flag("say"),
            context=line.words("context"),
            phase=cast("Phase | None", line.text("phase")),
            polarity=cast("Polarity | None", line.text("polarity")),
        )
        for word in line.words(kind):
            lemma, particle = _head(word, kind)
            weight = pattern.weight + NAMED_WEIGHT * len(particle)
            yield msgspec.structs.replace(pattern, lemma=lemma, particle=particle, weight=weight)

    def _optional(self, words: tuple[str, ...]) -> Nouns | None:
        return self._list(words) if words else None

    def _list(self, words: tuple[str, ...]) -> Nouns:
        if words not in self._nouns:
            self._nouns[words] = _nouns(self._expanded(words))
        return self._nouns[words]

    def _expanded(self, words: Iterable[str]) -> Iterable[str]:
        """The words themselves, in place of a class its members, in place of a type the nouns that tell it."""
        for word in words:
            if word.startswith("@") and word not in BUILT_IN:
                yield from self._expanded(self._raw_classes[word[1:]])
            elif lexicon_faults.TYPE_NAME.fullmatch(word) is not None:
                yield from self._triggers.get(word, ())
            else:
                yield word


def _event_nouns(lines: list[Line]) -> dict[str, list[str]]:
    """The nouns that tell each type ("RETREAT") and type with mode ("RETREAT.release")."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        event, mode = line.text("event"), line.text("mode")
        if event is None or "prep" in line.values or "complement" in line.values:
            continue
        for key in (event, f"{event}.{mode}") if mode else (event,):
            found[key].extend(line.words("noun"))
    return found


def _nouns(words: Iterable[str]) -> Nouns:
    heads: set[str] = set()
    phrases: dict[str, list[frozenset[str]]] = defaultdict(list)
    every = list(words)
    for word in every:
        *modifiers, head = word.split()
        if modifiers:
            phrases[head].append(frozenset(modifiers))
        else:
            heads.add(head)
    return Nouns(
        anything="*" in heads,
        actor="@actor" in heads,
        pair="@pair" in heads,
        heads=frozenset(heads - {"*", *BUILT_IN}),
        phrases={head: tuple(found) for head, found in phrases.items()},
    )


def _complement(words: tuple[str, ...]) -> Complement | None:
    if not words:
        return None
    events = frozenset(word for word in words if lexicon_faults.TYPE_NAME.fullmatch(word) is not None)
    return Complement(anything="*" in words, lemmas=frozenset(words) - events - {"*"}, events=events)


def _aspects(line: Line) -> Iterable[Aspect]:
    kind = _kind(line)
    for word in line.words(kind):
        lemma, particle = _head(word, kind)
        yield Aspect(
            kind=kind,
            lemma=lemma,
            particle=particle,
            over=line.words("over") or ("complement", "object"),
            auxiliary=cast("Auxiliary | None", line.text("aux")),
            phase=cast("Phase | None", line.text("phase")),
            willing=line.flag("willing"),
            doer=line.text("doer") or "subject",
            source=line.source,
        )


def _kind(line: Line) -> Kind:
    return cast("Kind", next(kind for kind in lexicon_faults.KINDS if kind in line.values))


def _head(word: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    """The head of a trigger and its other words: a noun's head comes last, a verb's and an adjective's first."""
    words = tuple(word.split())
    return (words[-1], words[:-1]) if kind == "noun" else (words[0], words[1:])


def _weight(line: Line) -> int:
    lists = [line.words(key) for key in ("object", "subject", "complement", "complement_subject") if key in line.values]
    lists.extend(
        [tuple(word for words in line.lists("prep").values() for word in words)] if "prep" in line.values else []
    )
    return sum(1 if set(words) <= {"*", *BUILT_IN} else NAMED_WEIGHT for words in lists)
