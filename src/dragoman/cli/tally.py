"""Coded articles and skipped inputs → their counts, told in the closing summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model.article import Skipped
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord, Record
from dragoman.ontology import plover


class NothingReadError(InputError):
    """No input gave an article."""


class Tally:
    """Counts of a run; events of less than the least confidence are counted and kept back."""

    def __init__(self, least: float = 0.0) -> None:
        self.least = least
        self.kept_back = 0
        self.articles = 0
        self.types: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.silent = 0
        self.skipped: list[Skipped] = []

    def add(self, item: Coded) -> None:
        """Count a coded article."""
        self.articles += 1
        self.types.update(record.event[0] for record in item.events)
        self.kinds.update(event=len(item.events), statement=len(item.statements), figure=len(item.figures))
        self.silent += len(item.silent)

    def counted(self, items: Iterable[Coded]) -> Iterator[Coded]:
        """The same articles, each counted as it passes."""
        for item in items:
            self.add(item)
            yield item

    def kept(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """The records that are sure enough."""
        found = tuple(records)
        sure = tuple(one for one in found if not isinstance(one, EventRecord) or one.confidence >= self.least)
        self.kept_back += len(found) - len(sure)
        return sure

    def skip(self, skipped: Skipped) -> None:
        """Count an input that gave no article."""
        self.skipped.append(skipped)

    def require_articles(self) -> None:
        """Refuse to go on when nothing was read.

        Raises:
            NothingReadError: No input gave an article.
        """
        if self.articles == 0:
            raise NothingReadError(nothing(self.skipped))

    def lines(self, seconds: float, issues: Path | None) -> Iterator[str]:
        """The summary: articles, records by type with its name in words, what was skipped and what stayed silent."""
        rate = self.articles / seconds if seconds > 0 else 0.0
        yield f"{count(self.articles, 'article')} in {seconds:.1f} s ({rate:.1f} articles/s)"
        records = ", ".join(count(self.kinds[kind], kind) for kind in ("event", "statement", "figure"))
        yield f"{count(self.kinds.total(), 'record')}: {records}"
        if self.kept_back > 0:
            yield f"{count(self.kept_back, 'event')} kept back, of a confidence under {self.least:g}"
        for name, kind in plover.types().items():
            if self.types[name] > 0:
                yield f"{self.types[name]:>7}  {name:<10} {kind.label}"
        yield f"{count(self.silent, 'sentence')} with two actors and no record"
        listed = "" if issues is None else f"; see {issues}"
        yield f"{count(len(self.skipped), 'input')} skipped{reasons(self.skipped)}{listed}"


def nothing(skipped: Sequence[Skipped]) -> str:
    """Why no input gave an article."""
    if len(skipped) == 0:
        return "nothing could be read: no article in the input"
    first = skipped[0]
    detail = f" ({first.detail})" if first.detail else ""
    more = f", and {len(skipped) - 1} more" if len(skipped) > 1 else ""
    return f"nothing could be read: {first.file!r}: {first.reason}{detail}{more}"


def reasons(skipped: Iterable[Skipped]) -> str:
    """How many inputs were skipped for each reason, after a colon."""
    counted = Counter(one.reason for one in skipped)
    return "".join(f"{', ' if n else ': '}{counted[reason]} {reason}" for n, reason in enumerate(sorted(counted)))


def count(number: int, word: str) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(0, "record")
    ('1 article', '0 records')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"
