"""Annotated → Resolved: which entity, which place, which day."""

from dragoman.resolve.ties import articles

__all__ = ["articles"]
