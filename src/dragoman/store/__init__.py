"""Records → files: JSON lines, CSV, Parquet, the issues beside them, and the schema of what is written."""

from dragoman.store.formats import FORMATS, format_of
from dragoman.store.issues import issues_path, list_issues, write_issues
from dragoman.store.replace import replacing
from dragoman.store.schema import schema, schema_text
from dragoman.store.status import STATUSES, status, told_factuality
from dragoman.store.waiting import Kept, Waiting
from dragoman.store.writers import Writer, writing

__all__ = [
    "FORMATS",
    "STATUSES",
    "Kept",
    "Waiting",
    "Writer",
    "format_of",
    "issues_path",
    "list_issues",
    "replacing",
    "schema",
    "schema_text",
    "status",
    "told_factuality",
    "write_issues",
    "writing",
]
