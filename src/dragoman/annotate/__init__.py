"""Article → Annotated: sentences, syntax, names, time expressions, quotations."""

from dragoman.annotate.layers import articles

__all__ = ["articles"]
