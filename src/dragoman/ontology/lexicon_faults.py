"""Lines of the lexicon → what is wrong with them, in words, each with its place; all faults, not only the first."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from dragoman.model.event import Auxiliary, Phase
from dragoman.ontology import cameo, plover
from dragoman.ontology.frames import NOTHING, STATEMENT, Kind, Polarity
from dragoman.ontology.lexicon_lines import Line

KINDS: tuple[str, ...] = get_args(Kind)
_PLACES = "subject|object|dative|possessor|modifier|complement|teller|listener"
_PREPOSITIONS = (
    "about|above|across|after|against|along|alongside|among|amid|around|as|at|before|behind|between|beyond|by|concerning|during|"
    "following|for|from|in|inside|into|near|of|off|on|onto|opposite|out|outside|over|past|regarding|round|through|to|toward|towards|under|until|"
    "upon|via|with|within|without"
)
SLOT = re.compile(rf"(?:{_PLACES}|{_PREPOSITIONS})(?:\.(?:{_PLACES}|{_PREPOSITIONS})){{0,2}}")
"""A slot: a place in the clause or a preposition, and after a dot a place inside its phrase (`object.on.modifier`)."""
PREPOSITION = re.compile(_PREPOSITIONS)
FRAME_KEYS = frozenset(
    (*KINDS, "event", "mode", "cameo", "object", "not_object", "subject", "prep", "complement", "actor", "recipient")
) | {"complement_subject", "mutual", "foresees", "say", "context", "phase", "polarity"}
ASPECT_KEYS = frozenset((*KINDS, "over", "aux", "phase", "willing", "doer"))
BUILT_IN = frozenset({"@actor", "@pair"})
"""Classes that the text fills: whatever stands for an actor, and actors of two sides together."""
CONSTRAINTS = ("object", "subject", "prep", "complement")
FLAGS = ("mutual", "foresees", "say", "willing")
TYPE_NAME = re.compile(r"[A-Z]{3,}(?:\.[a-z-]+)?")


def of_frame(line: Line, classes: Collection[str]) -> Iterator[str]:
    """What is wrong with a frame."""
    yield from _at(line, _triggers(line))
    yield from _at(line, _keys(line, FRAME_KEYS))
    yield from _at(line, _event(line))
    yield from _at(line, _slots(line, ("actor", "recipient")))
    yield from _at(line, _nouns(line, classes))
    yield from _at(line, _choices(line))


def of_aspect(line: Line) -> Iterator[str]:
    """What is wrong with a governing word."""
    yield from _at(line, _triggers(line))
    yield from _at(line, _keys(line, ASPECT_KEYS))
    yield from _at(line, _slots(line, ("over", "doer")))
    yield from _at(line, _choices(line))


def repeated(lines: Iterable[Line], constraints: Collection[str] = ()) -> Iterator[str]:
    """Words that a second line names again although neither line asks for anything around them: one could never win."""
    seen: dict[tuple[str, str], str] = {}
    for line in lines:
        if any(key in line.values for key in constraints):
            continue
        for kind in KINDS:
            for word in line.words(kind):
                first = seen.setdefault((kind, word), line.source)
                if first != line.source:
                    yield f"{line.source}: {kind} {word!r} stands already in {first}"


def of_classes(groups: list[tuple[str, str, tuple[str, ...]]]) -> Iterator[str]:
    """What is wrong with the noun classes."""
    known = {name for _, name, _ in groups}
    for source, name, members in groups:
        if not members:
            yield f"{source}: class {name!r} is empty"
        for member in members:
            if member.startswith("@") and member[1:] not in known:
                yield f"{source}: unknown class {member!r}"


def _at(line: Line, faults: Iterator[str]) -> Iterator[str]:
    return (f"{line.source}: {fault}" for fault in faults)


def _triggers(line: Line) -> Iterator[str]:
    given = [kind for kind in KINDS if kind in line.values]
    if len(given) != 1:
        yield f"expected exactly one of {', '.join(KINDS)}, found {', '.join(given) or 'none'}"
    for kind in given:
        if not line.words(kind) or not all(word.strip() for word in line.words(kind)):
            yield f"{kind!r} names no word"


def _keys(line: Line, allowed: Collection[str]) -> Iterator[str]:
    for key in line.values:
        if key not in allowed:
            yield f"unknown key {key!r}"
        if key in FLAGS and line.values[key] not in {"true", "false"}:
            yield f"{key!r} is {line.values[key]!r}, expected true or false"


def _event(line: Line) -> Iterator[str]:
    event, mode, code = line.text("event"), line.text("mode"), line.text("cameo")
    if event is None:
        yield "no event"
        return
    if event not in {*plover.types(), NOTHING, STATEMENT}:
        yield f"unknown type {event!r}"
    elif mode is not None and (event not in plover.types() or mode not in plover.types()[event].modes):
        yield f"{event} has no mode {mode!r}"
    if code is not None and code not in cameo.names():
        yield f"unknown CAMEO code {code!r}"


def _slots(line: Line, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        for slot in line.words(key):
            if SLOT.fullmatch(slot) is None:
                yield f"unknown slot {slot!r} in {key!r}"


def _nouns(line: Line, classes: Collection[str]) -> Iterator[str]:
    keys: tuple[str, ...] = ("object", "not_object", "subject", "complement", "complement_subject")
    lists = {key: line.words(key) for key in keys if key in line.values}
    for preposition, members in line.lists("prep").items():
        if preposition != "dative" and PREPOSITION.fullmatch(preposition) is None:
            yield f"unknown preposition {preposition!r}"
        lists[f"prep {preposition}"] = members
    if "prep" in line.values and not line.lists("prep"):
        yield "'prep' names no preposition"
    for key, members in lists.items():
        if not members:
            yield f"{key!r} is empty"
        yield from (f"{fault} in {key!r}" for member in members for fault in _member(member, classes))


def _member(member: str, classes: Collection[str]) -> Iterator[str]:
    if member.startswith("@") and member not in BUILT_IN and member[1:] not in classes:
        yield f"unknown class {member!r}"
    if TYPE_NAME.fullmatch(member) is None:
        return
    event, _, mode = member.partition(".")
    if event in {NOTHING, STATEMENT}:
        return
    if event not in plover.types():
        yield f"unknown type {event!r}"
    elif mode and mode not in plover.types()[event].modes:
        yield f"{event} has no mode {mode!r}"


def _choices(line: Line) -> Iterator[str]:
    allowed = {"aux": get_args(Auxiliary), "phase": get_args(Phase), "polarity": get_args(Polarity)}
    for key, values in allowed.items():
        if key in line.values and line.text(key) not in values:
            yield f"{key!r} is {line.text(key)!r}, expected one of {', '.join(values)}"
    for context in line.words("context"):
        if context not in plover.contexts():
            yield f"unknown context {context!r}"
