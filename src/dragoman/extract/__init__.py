"""Resolved → Coded: predications first, then records."""

from dragoman.extract.records import predications, records
from dragoman.extract.undated import widened

__all__ = ["predications", "records", "widened"]
