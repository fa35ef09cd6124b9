"""One report as read → an article, or the reason why it is none."""

from dragoman.model import ids
from dragoman.model.article import Article, ArticleDateBasis, Skipped, SkipReason
from dragoman.read import language, opening
from dragoman.read.raw import Raw
from dragoman.settings import Settings

LANGUAGE = "en"


def checked(raw: Raw, settings: Settings) -> Article | Skipped:
    """The article with its headline, date and beginning of the prose, if it is one that can be coded."""
    if not any(character.isalpha() for character in raw.text):
        return _no(raw, "empty", "no letters" if raw.text.strip() else "")
    if len(raw.text) > settings.max_characters:
        return _no(raw, "over-long", f"{len(raw.text)} characters, allowed are {settings.max_characters}")
    seen = opening.found(raw.text, raw.start, raw.headline, raw.title)
    foreign = _said(raw) or language.foreign(raw.text, seen.body)
    return _article(raw, seen) if foreign is None else _no(raw, "not-english", foreign)


def _no(raw: Raw, reason: SkipReason, detail: str) -> Skipped:
    return Skipped(file=raw.label, reason=reason, detail=detail)


def _said(raw: Raw) -> str | None:
    """The language that a column gives, when it is another one."""
    if raw.language is None or raw.language.lower().startswith(LANGUAGE):
        return None
    return f"given as {raw.language!r}"


def _article(raw: Raw, seen: opening.Opening) -> Article:
    given = raw.date is not None
    headline = None if seen.headline is None else seen.headline.of(raw.text)
    stated: ArticleDateBasis = "unknown" if seen.date is None else "stated"
    return Article(
        id=ids.article_id(raw.id, raw.url, raw.text),
        revision=ids.revision(raw.text),
        text=raw.text,
        body=seen.body,
        headline=seen.headline,
        publisher=raw.publisher or seen.publisher,
        url=raw.url,
        title=raw.title or headline,
        language=LANGUAGE,
        date=raw.date if given else seen.date,
        date_basis="given" if given else stated,
        date_span=None if given else seen.date_span,
        path=raw.label,
    )
