"""Rows of the corpus → what the network sees: word pieces, and masks of event word, actors and recipients over them."""

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch

from dragoman.ontology import plover
from training.build_corpus import ASIDE
from training.encoders import Encoder

Row = dict[str, Any]

CORPUS = Path(__file__).parent / "corpus"
NULL = "NONE"
TYPES = (*plover.types(), NULL)
MODES = tuple(
    (name, mode) for name, kind in plover.types().items() if len(kind.modes) > 0 for mode in (*kind.modes, None)
)
"""Every mode of every type that has modes, and for each such type "none of them"."""
HELD_OUT = 0.12
DROPPED = 0.3
"""Share of the draws in which the network is not told the event word, as where the lexicon knows none."""
SWAPPED = 0.1
"""Rows with actor and recipient changed over that are added as null rows, as a share of all rows."""
DIRECTED = frozenset(
    {
        "AID",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "COERCE",
        "ASSAULT",
        "SUPPORT",
        "MOBILIZE",
    }
)
"""Types in which the parties cannot change places and the sentence still be true."""
ALONE = 0.08
"""Share of the draws of an act that withhold its recipient, and half as many its actor, as texts do at times."""
SMOOTHING = 0.1
"""Share of a right answer that is spread over all."""
LEARNT = 0.5
"""What a teacher's word is worth beside the row's own label."""
JOINED = 0.2
"""Share of the draws that put another sentence beside a row's own: the marks must tell which act is meant."""
CROSSED = 0.15
"""Share of these in which the actor is of one sentence and the recipient of the other: no act."""
AHEAD = 0.5
"""Share of these that put it before the row's own."""
JOINTS = ("; ", ". ", ", while ", ", and ", " as ", ", after ")


class Batch(NamedTuple):
    """Sentences side by side: pieces, and masks of them (sentence, event word, actors, recipients), and answers."""

    pieces: torch.Tensor
    masks: torch.Tensor
    types: torch.Tensor
    modes: torch.Tensor
    targets: torch.Tensor


def corpus() -> list[Row]:
    """All rows to learn from and to hold out, in the order of their files."""
    paths = [path for path in sorted(CORPUS.glob("*.jsonl")) if path.stem not in ASIDE]
    return [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]


def parted(rows: Sequence[Row], seed: int) -> tuple[list[Row], list[Row]]:
    """Rows to learn from and rows held out: a share of each writer's groups, hard pairs never parted."""
    chance = random.Random(seed)
    held: set[str] = set()
    for writer in sorted({row["id"].rsplit("-", 1)[0] for row in rows}):
        groups = sorted({row["group"] for row in rows if row["id"].rsplit("-", 1)[0] == writer})
        held |= set(chance.sample(groups, round(HELD_OUT * len(groups))))
    return [r for r in rows if r["group"] not in held], [r for r in rows if r["group"] in held]


def swapped(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """Some rows of directed types with actor and recipient changed over: the act is not told in that direction."""
    able = [row for row in rows if row["event"] in DIRECTED and row["actor"] and row["recipient"]]
    drawn = chance.sample(able, min(len(able), round(SWAPPED * len(rows))))
    return [
        {**r, "actor": r["recipient"], "recipient": r["actor"], "event": None, "mode": None, "taught": None}
        for r in drawn
    ]


def joined(row: Row, other: Row, chance: random.Random) -> Row:
    """A row with another's sentence before or behind its own."""
    joint = chance.choice(JOINTS)
    ahead = chance.random() < AHEAD
    first, second = (other, row) if ahead else (row, other)
    start = first["text"].rstrip(".")
    text = start + joint + second["text"]
    shift = {id(first): 0, id(second): len(start) + len(joint)}

    def moved(of: Row, name: str) -> list[list[int]]:
        return [[a + shift[id(of)], b + shift[id(of)]] for a, b in of[name]]

    result = {**row, "text": text, "actor": moved(row, "actor"), "recipient": moved(row, "recipient")}
    result["trigger"] = [place + shift[id(row)] for place in row["trigger"]]
    if len(other["recipient"]) > 0 and chance.random() < CROSSED:
        result |= {"recipient": moved(other, "recipient"), "event": None, "mode": None, "taught": None}
    return result


def withheld(row: Row, chance: random.Random) -> Row:
    """A row of an act that at times has lost one of its parties; null rows stay whole, or they might tell an act."""
    draw = chance.random()
    if row["event"] is None or draw > 1.5 * ALONE or not (row["actor"] and row["recipient"]):
        return row
    return {**row, "recipient": []} if draw < ALONE else {**row, "actor": []}


def target(row: Row) -> torch.Tensor:
    """What the network is to answer: the label, smoothed, and a teacher's distribution beside it."""
    hard = torch.full((len(TYPES),), SMOOTHING / len(TYPES))
    hard[TYPES.index(row["event"] or NULL)] += 1 - SMOOTHING
    taught = row.get("taught")
    return hard if taught is None else (1 - LEARNT) * hard + LEARNT * torch.tensor(taught)


def encoded(row: Row, by: Encoder, *, drop: bool = False) -> tuple[list[int], list[list[bool]]]:
    """The pieces of a sentence and the four masks over them."""
    found = by.tokenizer.encode(row["text"])
    triggers = [] if drop or row["trigger"] is None else [row["trigger"]]
    masks = [[True] * len(found.ids)]
    masks += [covered(found.offsets, spans) for spans in (triggers, row["actor"], row["recipient"])]
    return marked(found.ids, masks, by.marks) if by.marks else (found.ids, masks)


def marked(ids: list[int], masks: list[list[bool]], marks: Sequence[int]) -> tuple[list[int], list[list[bool]]]:
    """The pieces with a mark before and behind each part; a mark belongs to its part."""
    pieces: list[int] = []
    wide: list[list[bool]] = [[], [], [], []]

    def put(piece: int, held: Sequence[bool]) -> None:
        pieces.append(piece)
        for mask, value in zip(wide, held, strict=True):
            mask.append(value)

    columns = list(zip(*masks, strict=True))
    for i, (piece, held) in enumerate(zip(ids, columns, strict=True)):
        before = columns[i - 1] if i else (False,) * 4
        after = columns[i + 1] if i + 1 < len(columns) else (False,) * 4
        for part in (1, 2, 3):
            if held[part] and not before[part]:
                put(marks[2 * part - 2], [True, *(part == other for other in (1, 2, 3))])
        put(piece, held)
        for part in (3, 2, 1):
            if held[part] and not after[part]:
                put(marks[2 * part - 1], [True, *(part == other for other in (1, 2, 3))])
    return pieces, wide


def covered(offsets: Iterable[tuple[int, int]], spans: Sequence[Sequence[int]]) -> list[bool]:
    """For each piece whether it lies in one of the spans; the pieces that stand for no characters never do."""
    return [any(start < b and a < end for a, b in spans) and start < end for start, end in offsets]


def batch(rows: Sequence[Row], by: Encoder, chance: random.Random | None = None) -> Batch:
    """Rows side by side, padded; with `chance`, the event word is left out of some."""
    both = [encoded(row, by, drop=chance is not None and chance.random() < DROPPED) for row in rows]
    width = max(len(pieces) for pieces, _ in both)
    pieces = torch.tensor([ids + [by.padding] * (width - len(ids)) for ids, _ in both])
    masks = torch.tensor([[mask + [False] * (width - len(mask)) for mask in four] for _, four in both])
    types = torch.tensor([TYPES.index(row["event"] or NULL) for row in rows])
    keys = [(row["event"], row["mode"]) for row in rows]
    modes = torch.tensor([MODES.index(key) if key in MODES else -1 for key in keys])
    return Batch(pieces, masks, types, modes, torch.stack([target(row) for row in rows]))
