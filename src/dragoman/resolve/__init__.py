"""Annotated → Resolved: which entity, which place, which day; and when an article without a date was written."""

from dragoman.resolve.ties import articles
from dragoman.resolve.undated import dating, issue, tried

__all__ = ["articles", "dating", "issue", "tried"]
