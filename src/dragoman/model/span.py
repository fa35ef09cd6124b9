"""Half-open character ranges into an article's text, the coin in which all provenance is paid."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to but not including `end` of an article's text; written to JSON as `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span points at.

        >>> Span(0, 5).of("Tokyo hopes")
        'Tokyo'
        """
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether both share at least one character.

        >>> Span(0, 5).meets(Span(4, 6)), Span(0, 5).meets(Span(5, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
