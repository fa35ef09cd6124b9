"""Annotated → Resolved: which entity, which place, which day; and when an article without a date was written."""

from dragoman.resolve.ties import articles
from dragoman.resolve.undated import dating, issue, tried, voice
from dragoman.resolve.undated_kin import Kin

__all__ = ["Kin", "articles", "dating", "issue", "tried", "voice"]
