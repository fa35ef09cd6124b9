"""Documents → which of them tell one story, by the rarer words that they share; for tasks that join across documents.

How rare a word is, is counted over the documents at hand. No topic given by an evaluation set is looked at.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

SAME_STORY = 0.2
"""Cosine between a document and the sum of a story's documents from which it joins them; docs/evaluation.md."""
WORD = re.compile(r"[a-z]{3,}")
COMMON = 0.25
"""Words in more than this share of the documents tell nothing about a story."""

Vector = dict[str, float]


def stories(texts: Sequence[str], threshold: float = SAME_STORY) -> list[int]:
    """For each text the number of its story; each joins the earlier story that it is most like, or begins one.

    >>> stories(["Quake hits Aceh port", "Actor marries singer", "Quake in Aceh kills two", "Actor marries in Rome"])
    [0, 1, 0, 1]
    """
    sums: list[Vector] = []
    found: list[int] = []
    for vector in _vectors(texts):
        likeness, story = max(((_cosine(vector, told), -n) for n, told in enumerate(sums)), default=(0.0, 0))
        if likeness < threshold:
            sums.append({})
            story = 1 - len(sums)
        _add(sums[-story], vector)
        found.append(-story)
    return found


def _vectors(texts: Sequence[str]) -> list[Vector]:
    """Words of each text, weighed by how often they stand there and how few texts have them; of length 1."""
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    most = max(COMMON * len(texts), 2)
    return [
        _unit({w: (1 + math.log(n)) * math.log(1 + len(texts) / spread[w]) for w, n in c.items() if spread[w] <= most})
        for c in counts
    ]


def _unit(vector: Vector) -> Vector:
    length = _length(vector.values())
    return {word: weight / length for word, weight in vector.items()}


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(sum(w * w for w in weights)) or 1.0


def _cosine(unit: Vector, told: Vector) -> float:
    shared = sum(weight * told[word] for word, weight in unit.items() if word in told)
    return shared / _length(told.values())


def _add(total: Vector, vector: Vector) -> None:
    for word, weight in vector.items():
        total[word] = total.get(word, 0.0) + weight
