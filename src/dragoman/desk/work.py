"""Articles → coded articles in the form in which a desk keeps them: what adding and coding again have in common."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import structs

from dragoman import pipeline
from dragoman.desk import coder, dating
from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.settings import Settings
from dragoman.store import shared
from dragoman.store.desk.base import Coding, Desk
from dragoman.store.desk.coding import coding


class Work:
    """A coder at work on a desk.

    Attributes:
        desk: What articles without a date are dated against.
        run: The coder, as the desk notes it.
        skipped: Inputs that gave no article, and articles that the coder failed on.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.desk = desk
        self.run = coder.present(settings)
        self.skipped: list[Skipped] = []
        self._settings = settings

    def dated(self, articles: Iterable[Article]) -> Iterator[Coded]:
        """Articles with a date, coded."""
        return pipeline.flow(articles, self._settings, self.skipped.append)

    def undated(self, articles: Iterable[Article]) -> Iterator[Coded]:
        """Articles without a date, dated by what the desk tells and coded."""
        return pipeline.flow(articles, self._settings, self.skipped.append, self._in_time)

    def coding(self, item: Coded, seen: dt.datetime, *, keep_text: bool = True) -> Coding:
        """What the desk keeps of a coded article."""
        own = structs.replace(item, article=dating.as_read(item.article))
        made = coding(own, self.run, seen, keep_text=keep_text)
        return structs.replace(made, told=dating.told(own))

    def state(self) -> str:
        """The state of the desk's dated articles."""
        with self.desk.view() as view:
            return dating.state(view)

    def _in_time(self, item: Coded) -> Coded:
        with self.desk.view() as view:
            told = shared.shared(item, dating.Tellings(view))
        return pipeline.in_time(item, told, model=self._settings.model)
