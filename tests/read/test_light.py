"""Importing the reader loads none of the libraries that only some formats need."""

import subprocess
import sys

HEAVY = ("trafilatura", "htmldate", "feedparser", "pyarrow", "lxml", "charset_normalizer")


def test_import_is_light() -> None:
    """Only a page loads the library for pages, only a table that for tables."""
    code = f"import sys, dragoman.read; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
