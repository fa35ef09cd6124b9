"""Articles one after the other → which of them were there before, by text or by id; eight bytes kept of each."""

import hashlib

from dragoman.model.article import Article, Skipped

BYTES = 8
"""Two different texts among ten million share such a number once in 370,000 runs."""


class Repeats:
    """Remembers the articles of one run.

    With `revisions` only the same text under the same id is a repeat: for those who keep other texts of an article.
    """

    def __init__(self, *, revisions: bool = False) -> None:
        self._seen: set[int] = set()
        self._revisions = revisions

    def noted(self, article: Article) -> Skipped | None:
        """Remember an article; say so if its text or its id was there before."""
        return self._same(article) if self._revisions else self._alike(article)

    def _same(self, article: Article) -> Skipped | None:
        both = _number(f"{_key(article)} {article.revision}")
        if both in self._seen:
            return Skipped(file=article.path, reason="repeated", detail="same id and text as an earlier article")
        self._seen.add(both)
        return None

    def _alike(self, article: Article) -> Skipped | None:
        text, key = _number(f"text {article.revision}"), _number(_key(article))
        if text in self._seen:
            return Skipped(file=article.path, reason="repeated", detail="same text as an earlier article")
        if key in self._seen:
            return Skipped(
                file=article.path, reason="repeated", detail=f"same id as an earlier article: {article.id!r}"
            )
        self._seen |= {text, key}
        return None


def _key(article: Article) -> str:
    """What makes an id one of its kind: a bare number counts only inside its file."""
    inside = article.path.rpartition("#")[0] if article.id.isdigit() else ""
    return f"id {inside} {article.id}"


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest())
