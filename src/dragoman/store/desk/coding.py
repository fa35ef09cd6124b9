"""A coded article → what is handed to a desk's writer, with the article's text or without it."""

import datetime as dt

from msgspec import structs

from dragoman.model.because import Issue
from dragoman.model.coded import Coded
from dragoman.store.desk import passages
from dragoman.store.desk.base import Coding, StoredArticle
from dragoman.store.desk.values import Run


def coding(coded: Coded, run: Run, seen: dt.datetime, *, keep_text: bool = True) -> Coding:
    """What a desk keeps of a coded article.

    Args:
        coded: The article with its records.
        run: The run that coded it.
        seen: When this text was first seen, with its zone.
        keep_text: False where the text may not be kept: its hash, its length and the spans remain.
    """
    stored = StoredArticle(article=coded.article, seen=seen, length=len(coded.article.text))
    made = Coding(stored=stored, run=run, records=coded.records, issues=coded.issues)
    return made if keep_text else withheld(made)


def withheld(made: Coding) -> Coding:
    """The same without the characters of the article; the title, by which it is cited, stays."""
    stored = structs.replace(made.stored, article=structs.replace(made.stored.article, text=""), kept=False)
    return structs.replace(
        made,
        stored=stored,
        records=tuple(passages.without(record) for record in made.records),
        issues=tuple(_without_detail(issue) for issue in made.issues),
    )


def _without_detail(issue: Issue) -> Issue:
    """What was left open, without the words that it quotes."""
    return structs.replace(issue, detail="")
