"""A desk → the same with its texts coded by the present coder, and for each article what that changed.

What the present coder did itself is passed over, so that a work that was stopped goes on where it was.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

import msgspec

from dragoman.desk import dating
from dragoman.desk.batches import ARTICLES, Batches, Item, turn
from dragoman.desk.difference import Change, changes
from dragoman.desk.work import Work
from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.model.ids import ArticleId
from dragoman.settings import Settings
from dragoman.store.desk.base import Desk, StoredArticle, StoredRevision


class Recoded(msgspec.Struct, frozen=True, kw_only=True):
    """One article, coded again.

    Attributes:
        article: The article, with the date by which it was coded.
        changes: What became of its records; empty where all stayed as they were.
    """

    article: Article
    changes: tuple[Change, ...]


@dataclass
class Plan:
    """What there is to do, counted before it is begun.

    Attributes:
        dated: Articles with a date that another coder coded.
        undated: Those without one.
        done: Articles of the present coder.
        without_text: Articles whose text is not kept: their records stay as they are.
        skipped: Articles that the coder failed on: their records stay too.
    """

    dated: list[ArticleId] = field(default_factory=list)
    undated: list[ArticleId] = field(default_factory=list)
    done: int = 0
    without_text: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles are to be coded."""
        return len(self.dated) + len(self.undated)


class Recoding:
    """Codes the current revisions of a desk again; older ones keep the records that they had."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        *,
        dry_run: bool = False,
        batch: int = ARTICLES,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        self._work, self._dry_run, self._size = Work(desk, settings), dry_run, batch
        self._turn = partial(turn, desk, waiting)
        self._stored: dict[ArticleId, StoredArticle] = {}
        self.plan = self._planned()

    def work(self) -> Iterator[Recoded]:
        """Code what is to be coded, those with a date first; a dry run writes nothing."""
        with Batches(self._turn, lambda _item, _way: None, self._size) as batches:
            for item in self._work.dated(self._articles(self.plan.dated)):
                yield self._taken(item, None, batches)
            batches.write()
            reached = self._work.state()
            for item in self._work.undated(self._articles(self.plan.undated)):
                yield self._taken(item, reached, batches)

    def _planned(self) -> Plan:
        plan = Plan(skipped=self._work.skipped)
        with self._work.desk.view() as view:
            behind = {one.stored.article.id for one in dating.behind(view)}
            for one in view.articles():
                if one.current:
                    self._sort(plan, one, again=one.stored.article.id in behind)
        return plan

    def _sort(self, plan: Plan, one: StoredRevision, *, again: bool) -> None:
        article = one.stored.article
        if not one.stored.kept:
            plan.without_text += 1
        elif one.run == self._work.run.id and not again:
            plan.done += 1
        else:
            (plan.undated if dating.as_read(article).date is None else plan.dated).append(article.id)

    def _articles(self, wanted: Iterable[ArticleId]) -> Iterator[Article]:
        for name in wanted:
            with self._work.desk.view() as view:
                found = [one.stored for one in view.revisions(name) if one.current and one.stored.kept]
            for one in found:
                self._stored[name] = one
                yield dating.as_read(one.article)

    def _taken(self, item: Coded, reached: str | None, batches: Batches) -> Recoded:
        made = self._work.coding(item, self._stored.pop(item.article.id).seen)
        with self._work.desk.view() as view:
            before = tuple(view.records(item.article.id))
        if not self._dry_run:
            batches.put(Item(made, instead=True, reached=reached))
        return Recoded(article=item.article, changes=tuple(changes(before, made.records)))
