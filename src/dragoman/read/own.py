"""What a file holds → whether this program wrote it: records, the list of skipped inputs, the page that shows both.

Such files lie in folders of reports when the program runs there twice; they are no reports.
"""

import re
from collections.abc import Iterable

from dragoman.model.article import Skipped

OF_OBJECTS = frozenset({"schema_version", "record"})
"""Keys of every record."""
OF_TABLES = frozenset({"schema_version", "record", "event_span"})
"""Columns of every table of records."""
ISSUES = ".issues.jsonl"
_PAGE = re.compile(
    r"<meta name=\"generator\" content=\"dragoman\b|<p class=\"brand\"[^>]{0,40}>dragoman</p>", re.IGNORECASE
)


def skipped(label: str, what: str) -> Skipped:
    """What is reported of such a file."""
    return Skipped(file=label, reason="own-output", detail=what)


def is_record(value: object) -> bool:
    """Whether a JSON object is a record.

    >>> is_record({"schema_version": 1, "record": "event"}), is_record({"record": 1, "text": "Talks began."})
    (True, False)
    """
    return isinstance(value, dict) and value.keys() >= OF_OBJECTS


def is_table(names: Iterable[str]) -> bool:
    """Whether a table with these columns holds records."""
    return frozenset(names) >= OF_TABLES


def is_issues(name: str) -> bool:
    """Whether a file is the list of skipped inputs.

    >>> is_issues("events.issues.jsonl"), is_issues("issues.jsonl")
    (True, False)
    """
    return name.endswith(ISSUES)


def is_page(html: str) -> bool:
    """Whether a page is the one that shows records."""
    return _PAGE.search(html) is not None
