"""Attribution: who is the source of which content, by which cue.

Gold and prediction {id, attributions: [{source, cue, content}]}, each a list of spans. Two attributions match when the
tokens of their contents overlap by IoU >= 0.5 (one to one, best first). Reported: content F1; `source_correct`, the
share of matches whose source is right; joint F1 (content and source); cue F1 (cues that share a token, one to one, on
their own). A source is right when its tokens overlap by IoU >= 0.5 or the prediction has the gold source's head word,
or when both are empty. The head word is the last word before the first comma, preposition, relative pronoun or
bracket. Attributions without content count for the cue alone. Without texts, characters are compared, not tokens.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.evaluate.score.counting import f1, ratio
from dragoman.evaluate.score.matching import Weight, pair_up
from dragoman.evaluate.score.rows import Figures, Row

ENOUGH = 0.5
"""IoU from which two stretches count as the same; PolNeAR's agreement was measured so."""
TOKEN = re.compile(r"\w+|[^\w\s]")
BREAKS = frozenset({",", "(", ")", "[", ":", "—", "–", "-", "and", "or", "as"})
PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "from", "with", "to", "by"})
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
STOPS = BREAKS | PREPOSITIONS | RELATIVES


class _Parts(NamedTuple):
    """One attribution as sets of token numbers, with the number of its source's head word."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    head: int | None


class _Tokens:
    """The tokens of a text, so that a list of spans becomes the set of token numbers that it touches."""

    def __init__(self, text: str | None) -> None:
        found = [] if text is None else list(TOKEN.finditer(text))
        self.known = text is not None
        self.spans = [m.span() for m in found]
        self.words = [m.group().lower() for m in found]

    def of(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        if not self.known:
            return frozenset(n for a, b in spans for n in range(a, b))
        return frozenset(n for n, (a, b) in enumerate(self.spans) for c, d in spans if a < d and b > c)

    def head(self, tokens: frozenset[int]) -> int | None:
        """Number of the head word of a phrase given as token numbers."""
        if not self.known or len(tokens) == 0:
            return None
        order = sorted(tokens)
        for before, token in pairwise(order):
            if self.words[token] in STOPS:
                return before
        return order[-1]

    def parts(self, row: Row) -> _Parts:
        source, cue, content = (self.of(row.get(role) or []) for role in ("source", "cue", "content"))
        return _Parts(source, cue, content, self.head(source))


def _iou(a: frozenset[int], b: frozenset[int]) -> float:
    return ratio(len(a & b), len(a | b)) if a and b else 0.0


def _weight(gold: _Parts, said: _Parts) -> Weight | None:
    """Weight of a pair whose contents match: content first, then source and cue settle ties."""
    content = _iou(gold.content, said.content)
    return (content, _iou(gold.source, said.source), _iou(gold.cue, said.cue)) if content >= ENOUGH else None


def _source_right(gold: _Parts, said: _Parts) -> bool:
    if not gold.source:
        return not said.source
    return gold.head in said.source or _iou(gold.source, said.source) >= ENOUGH


def _counted(gold: Sequence[_Parts], said: Sequence[_Parts]) -> Counter[str]:
    """Counts of one document."""
    right, given = ([p for p in side if p.content] for side in (gold, said))
    cues_right, cues_given = ([p.cue for p in side if p.cue] for side in (gold, said))
    pairs = pair_up(right, given, _weight)
    return Counter(
        gold=len(right),
        said=len(given),
        content=len(pairs),
        joint=sum(_source_right(right[g], given[p]) for g, p in pairs),
        cue_gold=len(cues_right),
        cue_said=len(cues_given),
        cue=len(pair_up(cues_right, cues_given, _iou)),
    )


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Micro figures over all documents; a document without a prediction counts as empty."""
    given = {row["id"]: row["attributions"] for row in predicted}
    n: Counter[str] = Counter()
    for row in gold:
        tokens = _Tokens((texts or {}).get(row["id"]))
        right = [tokens.parts(a) for a in row["attributions"]]
        n.update(_counted(right, [tokens.parts(a) for a in given.get(row["id"], [])]))
    return {
        "gold": n["gold"],
        "predicted": n["said"],
        "content": f1(n["content"], n["said"], n["gold"]),
        "source_correct": ratio(n["joint"], n["content"]),
        "joint": f1(n["joint"], n["said"], n["gold"]),
        "cue": f1(n["cue"], n["cue_said"], n["cue_gold"]),
    }
