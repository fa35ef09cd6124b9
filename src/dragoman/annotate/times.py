"""Tokens → time expressions, recognised but not yet anchored."""

from dragoman.model.annotated import TimeExpression, Token
from dragoman.model.article import Article


def expressions(article: Article, tokens: tuple[Token, ...]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in the order of the text."""
    del article, tokens
    return ()
