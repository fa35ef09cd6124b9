"""A desk → how long its queries take: a first page of a hundred records, and a count by month and type.

Usage: python -m benchmarks.find DESK        (a desk of generated records, benchmarks/generated.py)
"""

import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

from dragoman.store.desk.base import View
from dragoman.store.desk.open import open_desk
from dragoman.store.find import counts, records

PAGE, TIMES = 100, 2
FILTERS = (
    "actor:IRN",
    "actor:USA",
    "recipient:JPN type:ACCUSE",
    "pair:USA-IRN",
    "party:FRA date:2019",
    "type:ASSAULT mode:drone",
    "context:cbrn",
    "status:planned",
    "told:PR+",
    "phase:scheduled",
    "source:anonymous",
    "place:JPN",
    "place:tokyo",
    "date:2019-05",
    "date:2019-05..2019-06 type:ACCUSE",
    "date:2010..2012",
    "date:none",
    "published:2019-05-03",
    'publisher:"babace"',
    "actor:MIL",
    "aux:negation",
    "confidence:0.9.. actor:FRA",
    "-actor:USA type:CONSULT",
    "quad:4 party:DEU",
    "actor:bapedi*",
    "article:https://news.example/77",
    "record:statement actor:GBR",
    "actor:USA,GBR context:military source:named date:2015..2016",
)
WORDS = (
    "babace",
    "bapedi*",
    '"babace bace"',
    "bace bade",
    "bababa",
    "bace actor:USA",
    "-bace type:PROTEST",
    "bace,bade",
)


def main(place: str, show: Callable[[str], None] = print) -> None:
    """Ask all queries and tell the time of each, and the medians."""
    with open_desk(place, create=False) as desk, desk.view() as view:
        for name, queries in (("filters", FILTERS), ("words", WORDS)):
            times = [_asked(view, query, show) for query in queries]
            for what, column in (("page", 0), ("count", 1)):
                show(f"{name}, {what}: median {median(one[column] for one in times):.0f} ms of processor time")


def _asked(view: View, query: str, show: Callable[[str], None]) -> tuple[float, float]:
    page = _least(lambda: iter(list(records(view, query, limit=PAGE))))
    count = _least(lambda: iter(counts(view, query, "month", "type").rows))
    show(f"{query:60} {page:7.0f} {count:7.0f}")
    return page, count


def _least(ask: Callable[[], Iterator[object]]) -> float:
    """The least processor time of some goes, in milliseconds: what other programs take does not count."""
    took = []
    for _ in range(TIMES):
        began = time.process_time()
        ask()
        took.append(time.process_time() - began)
    return min(took) * 1000


if __name__ == "__main__":
    main(sys.argv[1])
