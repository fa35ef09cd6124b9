"""Files, folders and patterns → a desk: what it has not got yet is coded and kept, and nothing that it has is lost.

Adding goes on where it stopped: each text that the desk has from this very coder is passed over, so that the same
command again does only what is left.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from msgspec import structs

from dragoman import read, store
from dragoman.desk import dating
from dragoman.desk.batches import ARTICLES, Batches, Item, Way, turn
from dragoman.desk.standing import added, kind
from dragoman.desk.work import Work
from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.model.ids import ArticleId, Revision
from dragoman.settings import Settings
from dragoman.store.desk.base import Desk, View

Key = tuple[ArticleId, Revision]
LOOKED_UP = 50
"""Articles that are looked up in the desk together."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """How articles are added.

    Attributes:
        keep_text: False where the texts may not be kept: their hashes, lengths and spans remain.
        again: Code again what the desk has, and take its date, title and publisher as they are told now.
        redate: Date all articles without a date again when dated ones came.
        batch: Articles written in one step.
    """

    keep_text: bool = True
    again: bool = False
    redate: bool = True
    batch: int = ARTICLES


@dataclass
class AddTally:
    """What became of the articles of an `add`.

    Attributes:
        ways: How many articles are new, a revision, coded again, unchanged by that, or the same as was there.
        undated: How many of those coded had no date.
        redated: Undated articles of the desk that were dated again.
        otherwise: Texts that the desk has with another date, title or publisher.
        kinds: Records of the articles that were coded, by kind.
        skipped: Inputs that gave no article.
    """

    ways: Counter[Way] = field(default_factory=Counter)
    undated: int = 0
    redated: int = 0
    otherwise: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def coded(self) -> int:
        """Articles of the input that were coded."""
        return self.ways.total() - self.ways["same"]


def nobody(_: Article) -> None:
    """Follows no work."""


def add(
    desk: Desk,
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    options: Options | None = None,
    seen: Callable[[Article], None] = nobody,
) -> AddTally:
    """Code what a desk has not got yet, and keep it.

    Args:
        desk: Where to.
        paths: Files, folders, patterns, or "-" for standard input.
        settings: Options of the coder.
        options: How articles are added.
        seen: Called with each article that is coded or passed over.
    """
    return Adding(desk, settings or Settings(), options or Options(), seen=seen).add(paths)


class Adding:
    """One `add` at work; `waiting` is called when another writer's turn takes long."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        options: Options,
        *,
        seen: Callable[[Article], None] = nobody,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        self._work = Work(desk, settings)
        self._turn = partial(turn, desk, waiting)
        self._settings, self._options, self._seen = settings, options, seen
        self._instead: dict[Key, dt.datetime] = {}
        self._redated: set[Key] = set()
        self.tally = AddTally(skipped=self._work.skipped)

    def add(self, paths: Iterable[str | Path]) -> AddTally:
        """Both waves: those with a date, then those without."""
        found = read.articles(paths, settings=self._settings, skipped=self._work.skipped.append, revisions=True)
        fresh = itertools.islice(self._fresh(map(named, found)), self._settings.limit)
        with store.Waiting() as waiting, Batches(self._turn, self._written, self._options.batch) as batches:
            for item in self._work.dated(waiting.dated(fresh)):
                batches.put(self._item(item))
            batches.write()
            self._date(waiting.undated(), batches)
        with self._turn() as writer:
            added(writer)
        return self.tally

    def _fresh(self, articles: Iterator[Article]) -> Iterator[Article]:
        """The articles that the desk has not got from this coder."""
        while group := list(itertools.islice(articles, LOOKED_UP)):
            with self._work.desk.view() as view:
                wanted = [article for article in group if self._is_wanted(view, article)]
            yield from wanted

    def _is_wanted(self, view: View, article: Article) -> bool:
        there = [one for one in view.revisions(article.id) if one.stored.article.revision == article.revision]
        if len(there) == 0:
            return True
        if there[0].run != self._work.run.id or self._options.again:
            self._instead[key(article)] = there[0].stored.seen
            return True
        self._seen(article)
        self.tally.ways["same"] += 1
        self.tally.otherwise += facts(there[0].stored.article) != facts(article)
        return False

    def _date(self, waiting: Iterable[Article], batches: Batches) -> None:
        """Code the articles without a date, and date those of the desk again, until no dated one has come meanwhile."""
        reached = None
        while reached != (now := self._work.state()):
            reached = now
            for item in self._work.undated(itertools.chain(waiting, self._behind())):
                batches.put(self._item(item, reached))
            batches.write()
            waiting = ()

    def _behind(self) -> Iterator[Article]:
        """The articles of the desk that have to be dated again."""
        if not self._options.redate:
            return
        with self._work.desk.view() as view:
            stored = [one.stored for one in dating.behind(view) if key(one.stored.article) not in self._instead]
        for one in stored:
            self._instead[key(one.article)] = one.seen
            self._redated.add(key(one.article))
            yield dating.as_read(one.article)

    def _item(self, item: Coded, reached: str | None = None) -> Item:
        self._seen(item.article)
        before = self._instead.get(key(item.article))
        seen = first_seen(item.article) if before is None else before
        made = self._work.coding(item, seen, keep_text=self._options.keep_text)
        return Item(made, before is not None, reached)

    def _written(self, item: Item, way: Way) -> None:
        done = key(item.coding.stored.article)
        self._instead.pop(done, None)
        if done in self._redated:
            self._redated.discard(done)
            self.tally.redated += 1
            return
        self.tally.ways[way] += 1
        self.tally.undated += item.reached is not None
        self.tally.kinds.update(kind(one) for one in item.coding.records)


def facts(article: Article) -> Article:
    """What is told of an article, without where it was found."""
    return structs.replace(article, text="", path="")


def named(article: Article) -> Article:
    """The article by an id of its own: a bare number, which counts only inside its file, gets the text's hash added.

    >>> named(Article(id=ArticleId("7"), revision=Revision("ab12"), text="")).id
    '7-ab12'
    """
    if not article.id.isdigit():
        return article
    return structs.replace(article, id=ArticleId(f"{article.id}-{article.revision}"))


def key(article: Article) -> Key:
    """Which text of which article."""
    return article.id, article.revision


def first_seen(article: Article) -> dt.datetime:
    """When the text was first seen: the time of its file, else now."""
    file = Path(article.path.rpartition("#")[0] or article.path)
    if article.path and file.is_file():
        return dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    return dt.datetime.now(dt.UTC)
