"""What can go wrong, in one tree.

DragomanError
├── InputError        an input that cannot be read as what it claims to be
├── OutputError       an output that cannot be written
├── DataError         a data file of ours or of the user with faults, all of them listed
├── UsageError        a call or an option that makes no sense
└── MissingExtraError      an optional part is not installed; the message names the extra
"""


class DragomanError(Exception):
    """Root of all errors that this package raises on purpose."""


class InputError(DragomanError, ValueError):
    """An input cannot be read as what it claims to be."""


class OutputError(DragomanError, OSError):
    """An output cannot be written."""


class DataError(DragomanError, ValueError):
    """A data file has faults; `faults` lists all of them, each with file and line."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class UsageError(DragomanError, ValueError):
    """A call or an option makes no sense; the message says what is allowed."""


class MissingExtraError(DragomanError, ImportError):
    """An optional part is not installed; the message names the extra that brings it."""
