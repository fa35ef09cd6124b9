"""What reading makes of some inputs: the articles, and what was reported of the rest."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dragoman import read
from dragoman.model.article import Article, Skipped
from dragoman.settings import Settings

PROSE = "The ministers met in Oslo on Friday and agreed that their deputies would meet again."


class Outcome(NamedTuple):
    """Articles and skipped inputs of one run."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]

    @property
    def only(self) -> Article:
        """The one article there is; nothing else may have come up."""
        assert self.skipped == ()
        (article,) = self.articles
        return article

    @property
    def reasons(self) -> list[str]:
        """Why inputs were skipped."""
        return [skip.reason for skip in self.skipped]

    @property
    def texts(self) -> list[str]:
        """The texts of the articles."""
        return [article.text for article in self.articles]


def outcome(*sources: str | Path, settings: Settings | None = None, stdin: BinaryIO | None = None) -> Outcome:
    """One run of reading."""
    skipped: list[Skipped] = []
    found: Sequence[Article] = list(
        read.articles(sources, settings=settings or Settings(), skipped=skipped.append, stdin=stdin)
    )
    return Outcome(tuple(found), tuple(skipped))


def of_bytes(folder: Path, name: str, data: bytes | str) -> Outcome:
    """One run over a file with some content."""
    return outcome(put(folder, name, data))


def of_stdin(data: bytes) -> Outcome:
    """One run over standard input."""
    return outcome("-", stdin=io.BytesIO(data))


def put(folder: Path, name: str, data: bytes | str) -> Path:
    """A file with some content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path
