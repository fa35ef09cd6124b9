"""Print how well undated articles are dated: the TimeBank and AQUAINT documents, their dates and datelines masked.

Usage: python development/undated.py [alone] [together] [run] [apart] [--all]

`alone`: each document by its own words and the shipped tables. `together`: all of them undated in one run. `run`: every
fifth one undated in turn, the others dated, as in a folder of which a fifth has lost its dates. `apart`: those of after
1994 beside the dated ones of before, and the other way round, so that none of the run is of their time. Every fifth
document (the first, sixth …) is reported apart: no number was chosen by it. `--all` lists each document.
"""

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from dragoman import annotate, extract, resolve, store
from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.dating import Dating
from dragoman.settings import Settings
from dragoman.store import parties

SET = Path(__file__).resolve().parents[2] / "shared" / "gold" / "timex.input.jsonl"
PARTS = 5
"""Every fifth document is left untouched."""
NEAR = 7
MIDDLE = 1994
"""Up to it the documents are of 1989 to 1991, after it of 1998 to 2000."""
_DATELINE = re.compile(r"\s*(?:[A-Z][^\n(]{0,60}\([^)\n]{1,40}\)\s*(?:_|--|-)|[A-Z][A-Z ,.'-]{2,40}(?:_|--))\s*")
"""CITY, Country (AGENCY) --, with a date or without one; CITY _"""


class Result(NamedTuple):
    """One document: its name and true day, what was found, and whether it tells a weekday and a day of a month."""

    name: str
    day: dt.date
    found: Dating
    both: bool

    @property
    def right(self) -> bool:
        """Whether the interval holds the day."""
        days = self.found.interval
        return (
            days is not None and days.start is not None and days.end is not None and days.start <= self.day < days.end
        )

    @property
    def near(self) -> bool:
        """Whether the best day lies within a week of the true one."""
        return self.found.best is not None and abs((self.found.best - self.day).days) <= NEAR


class Document(NamedTuple):
    """A document without its date, and the date."""

    annotated: Annotated
    day: dt.date


def masked(text: str) -> str:
    """A text without its dateline."""
    found = _DATELINE.match(text)
    return text[found.end() :] if found is not None else text


def documents() -> Iterator[Document]:
    """The documents, annotated."""
    with SET.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [_article(row["id"], masked(row["text"])) for row in rows]
    days = [dt.date.fromisoformat(row["date"][:10]) for row in rows]
    yield from map(Document, annotate.articles(articles, Settings()), days)


def _article(name: str, text: str) -> Article:
    return Article(id=ids.article_id(name, None, text), revision=ids.revision(text), text=text)


def coded(document: Document, *, dated: bool) -> Coded:
    """A document coded with its date, or without."""
    article = document.annotated.article
    if dated:
        article = structs.replace(article, date=document.day, date_basis="given")
    annotated = structs.replace(document.annotated, article=article)
    return next(extract.records(resolve.articles([annotated])))


def result(document: Document, waiting: store.Waiting, kin: resolve.Kin | None = None) -> Result:
    """What is found for one document."""
    item = coded(document, dated=False)
    told = () if kin is None else kin.clues(parties.likeness(item))
    times = document.annotated.times
    weekday = any("weekday" in time.parts for time in times)
    day = any({"month", "day"} <= set(time.parts) for time in times)
    found = resolve.dating(item.resolved, waiting.shared(item), told)
    return Result(item.article.id, document.day, found, weekday and day)


def alone(every: Sequence[Document]) -> list[Result]:
    """Each document by itself."""
    with store.Waiting() as waiting:
        return [result(document, waiting) for document in every]


def wave(undated: Sequence[Document], waiting: store.Waiting) -> list[Result]:
    """Documents that are undated in the same run."""
    kin = resolve.Kin()
    for document in undated:
        item = coded(document, dated=False)
        kin.add(parties.likeness(item), resolve.voice(item.resolved))
    return [result(document, waiting, kin) for document in undated]


def together(every: Sequence[Document]) -> list[Result]:
    """All documents in a run in which none has a date."""
    with store.Waiting() as waiting:
        return wave(every, waiting)


def in_run(every: Sequence[Document]) -> list[Result]:
    """Each fifth of the documents, with all others dated."""
    return parted(every, [place % PARTS for place in range(len(every))])


def apart(every: Sequence[Document]) -> list[Result]:
    """The documents of each half of the time beside those of the other half."""
    return parted(every, [one.day.year > MIDDLE for one in every])


def parted(every: Sequence[Document], parts: Sequence[int]) -> list[Result]:
    """The documents of each part undated in turn, with all others dated."""
    found: dict[int, Result] = {}
    told = [coded(document, dated=True) for document in every]
    for part in set(parts):
        own = [place for place in range(len(every)) if parts[place] == part]
        with store.Waiting() as waiting:
            for place, item in enumerate(told):
                if parts[place] != part:
                    waiting.tell(item)
            found |= dict(zip(own, wave([every[place] for place in own], waiting), strict=True))
    return [found[place] for place in range(len(every))]


def figures(results: Sequence[Result]) -> str:
    """The figures of some documents in one line."""
    claims = [one for one in results if one.found.claimed]
    right = [one for one in claims if one.right]
    both = [one for one in results if one.both]
    near = [one for one in both if one.near]
    return (
        f"n {len(results)}  claims {len(claims)} ({_share(claims, results)})  of them right {len(right)} "
        f"({_share(right, claims)})  weekday and day told {len(both)}, best day within a week {len(near)} "
        f"({_share(near, both)})"
    )


def _share(some: Sequence[object], every: Sequence[object]) -> str:
    return f"{len(some) / len(every):.3f}" if len(every) > 0 else "-"


def main(arguments: list[str]) -> None:
    """Print the figures."""
    if not SET.exists():
        print("no development data beside the project (../shared/gold): nothing measured")
        return
    every = list(documents())
    measures = {"alone": alone, "together": together, "run": in_run, "apart": apart}
    for name, measure in measures.items():
        if name in arguments or measures.keys().isdisjoint(arguments):
            results = measure(every)
            print(f"{name}: all           {figures(results)}")
            print(f"{name}: tuned on      {figures([r for n, r in enumerate(results) if n % PARTS])}")
            print(f"{name}: untouched     {figures(results[::PARTS])}")
            if "--all" in arguments:
                print("\n".join(map(_line, results)))


def _line(one: Result) -> str:
    days = "-" if one.found.interval is None else one.found.interval.edtf
    mark = "ok" if one.right else "NO" if one.found.claimed else ".."
    return f"  {mark} {one.name} {one.day} {days} {one.found.best}{' *' if one.both else ''}"


if __name__ == "__main__":
    main(sys.argv[1:])
