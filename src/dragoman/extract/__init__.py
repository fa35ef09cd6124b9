"""Resolved → Coded: predications first, then records."""

from dragoman.extract.records import predications, records

__all__ = ["predications", "records"]
