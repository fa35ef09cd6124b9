"""How far a macro-F1 may be off because these sentences were drawn and no others: its bootstrap standard error.

In come parallel lists of right and said labels with the sentence of each; sentences are drawn again with all their
rows, as rows of one sentence are right or wrong together (Efron and Tibshirani 1993, chapter 6).
"""

import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import chain

DRAWS = 1_000
"""How often the sentences are drawn; the error's own error is then some 2 %."""
SEED = 20

Pair = tuple[Hashable, Hashable]


def standard_error(
    sentences: Sequence[Hashable], right: Sequence[Hashable], said: Sequence[Hashable], draws: int = DRAWS
) -> float:
    """The standard deviation of macro-F1 over samples of sentences, drawn with replacement from a fixed seed.

    >>> standard_error(["a", "b"], ["AID", "AID"], ["AID", "AID"])
    0.0
    """
    groups: dict[Hashable, list[Pair]] = defaultdict(list)
    for sentence, pair in zip(sentences, zip(right, said, strict=True), strict=True):
        groups[sentence].append(pair)
    every, chance = list(groups.values()), random.Random(SEED)
    drawn = (Counter(chain.from_iterable(chance.choices(every, k=len(every)))) for _ in range(draws))
    return statistics.pstdev(map(_macro_f1, drawn)) if every else 0.0


def _macro_f1(pairs: Counter[Pair]) -> float:
    """The mean F1 of the classes that are right for some row."""
    wanted, told = Counter[Hashable](), Counter[Hashable]()
    for (truth, answer), number in pairs.items():
        wanted[truth] += number
        told[answer] += number
    return statistics.fmean(2 * pairs[name, name] / (wanted[name] + told[name]) for name in wanted)
