"""An exception that came up while reading → the fixed reason under which the input is listed as skipped."""

import zipfile
import zlib

from dragoman.errors import InputError
from dragoman.model.article import Skipped, SkipReason


class OverLongError(InputError):
    """An article, or the row that holds it, is longer than the settings allow."""


REASONS: tuple[tuple[type[Exception], SkipReason], ...] = (
    (PermissionError, "no-permission"),
    (FileNotFoundError, "not-found"),
    (OverLongError, "over-long"),
    (InputError, "unreadable"),
    (RecursionError, "unreadable"),
    (EOFError, "unreadable"),
    (OSError, "unreadable"),
    (UnicodeError, "unreadable"),
    (zipfile.BadZipFile, "unreadable"),
    (zlib.error, "unreadable"),
)
"""The first class that fits counts; what is not foreseen here is "failed"."""


def skipped(label: str, error: Exception) -> Skipped:
    """The line of the issues file for an exception.

    >>> skipped("a.txt.gz", EOFError("ended early")).reason
    'unreadable'
    """
    detail = str(error) or type(error).__name__
    for kind, reason in REASONS:
        if isinstance(error, kind):
            return Skipped(file=label, reason=reason, detail=detail)
    return Skipped(file=label, reason="failed", detail=f"{type(error).__name__}: {detail}")
