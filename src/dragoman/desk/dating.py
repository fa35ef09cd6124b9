"""What the dated articles of a desk tell, for the dating of others: written with each, asked of a view.

An article without a date is dated against the whole desk, so it has to be dated again when dated ones have come or
gone. The journal tells when that is due: one line is set anew with every change of the dated ones, and each article
without a date has a line that repeats it when it is dated.
"""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import msgspec
from msgspec import structs

from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.dating import Happened, week_of
from dragoman.model.ids import ArticleId
from dragoman.store import parties
from dragoman.store.desk.base import StoredRevision, Told, View, Writer
from dragoman.store.desk.ids import digest
from dragoman.store.shared import KEPT, MOST_DAYS, Days

_NAME = "name "
ARTICLE = "article"
_CHANGED = "dated articles changed"


def told(coded: Coded) -> tuple[Told, ...]:
    """What an article with a date tells that helps to date others; nothing where its date is only inferred."""
    day = as_read(coded.article).date
    if day is None:
        return ()
    acts = (
        Told(key=key, day=one.days.start, body=msgspec.json.encode(one).decode())
        for key, one in parties.happened(coded)
        if one.days.start is not None
    )
    names = (Told(key=_NAME + name, day=day) for name in parties.names(coded))
    return tuple(dict.fromkeys((Told(key=ARTICLE, day=day), *acts, *names)))


def as_read(article: Article) -> Article:
    """The article without a date that was only worked out."""
    if article.date_basis != "inferred":
        return article
    return structs.replace(article, date=None, date_basis="unknown", date_edtf=None)


class Tellings:
    """What the dated articles of a desk tell, as of one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def happened(self, keys: tuple[str, ...]) -> tuple[Happened, ...]:
        """What is told under any of these keys."""
        return tuple(msgspec.json.decode(one.body, type=Happened) for one in self._view.told(keys, KEPT))

    def days_of(self, name: str) -> Days:
        """On which days dated articles had a name."""
        return self._view.told_days(_NAME + name, MOST_DAYS + 1)

    def weeks(self) -> Days:
        """How many dated articles each week has, by its Monday."""
        return self._weeks

    def months_of(self, word: str) -> Days:  # noqa: ARG002 - the words of all articles would outgrow a desk
        """Nothing: a desk does not keep which words its articles have."""
        return ()

    @cached_property
    def _weeks(self) -> Days:
        counted: Counter[dt.date] = Counter()
        for day, articles in self._view.told_days(ARTICLE):
            counted[week_of(day)] += articles
        return tuple(sorted(counted.items()))


def changed(writer: Writer) -> None:
    """Note that dated articles came, changed or went."""
    writer.mark(_CHANGED, uuid.uuid4().hex)


def state(view: View) -> str:
    """The state of the dated articles, in a word."""
    return view.marked(_CHANGED) or ""


def note(writer: Writer, article: ArticleId, reached: str) -> None:
    """Note by which state of the dated articles one without a date was dated."""
    writer.mark(_line(article), reached)


def behind(view: View) -> Iterator[StoredRevision]:
    """Articles without a date whose text is there, and that were dated before the dated ones changed last."""
    now = state(view)
    for one in view.undated():
        if one.stored.kept and view.marked(_line(one.stored.article.id)) != now:
            yield one


def _line(article: ArticleId) -> str:
    """The key of an article's line: a hash, so that it tells nothing of an article that was removed."""
    return f"dated {digest((article,))}"
