"""An article's text → the paragraphs that are parsed one by one, as spans; headlines and list lines stand alone.

Kept apart because a parser that is fed whole articles glues headlines to the sentences below them.
"""

import re

from dragoman.model.span import Span

WRAPPED_LINES = 3
"""At least so many lines without a full stop at their end, and evenly long, make a hard-wrapped text."""
WRAP_WIDTH = range(50, 131)
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
_BULLET = re.compile(r"[•·▪●*–-]\s+(?=\S)")
_STAMP = re.compile(
    r"(?P<time>\d{1,2}[:.]\d{2}(?: ?(?:GMT|UTC|BST|CET|EST|am|pm|a\.m\.|p\.m\.))?)\s*[-–—:|]?\s+(?=[A-Z“\"‘])"
)
_CLOSED = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")


def spans(text: str, start: int = 0) -> list[Span]:
    r"""Spans of the paragraphs of a text from an offset on, without the white space around them.

    >>> text = "Talks fail\n\nTOKYO.\nParis."
    >>> [s.of(text) for s in spans(text)]
    ['Talks fail', 'TOKYO.', 'Paris.']
    """
    found: list[Span] = []
    for block in _pieces(text, Span(start, len(text)), _BLANK):
        lines = _pieces(text, block, _LINE)
        found.extend(
            [block] if _is_wrapped(text, lines) else (part for line in lines for part in _unstamped(text, line))
        )
    return found


def _unstamped(text: str, line: Span) -> list[Span]:
    """A line without the bullet it begins with, and apart from the clock time at its head ("21:05 The minister …")."""
    start = _BULLET.match(text, line.start, line.end)
    line = line if start is None else Span(start.end(), line.end)
    stamp = _STAMP.match(text, line.start, line.end)
    return [line] if stamp is None else [Span(line.start, stamp.end("time")), Span(stamp.end(), line.end)]


def _pieces(text: str, whole: Span, divider: re.Pattern[str]) -> list[Span]:
    """The parts between dividers, trimmed, empty ones left out."""
    found, start = [], whole.start
    for match in divider.finditer(text, whole.start, whole.end):
        found.append(_trimmed(text, start, match.start()))
        start = match.end()
    found.append(_trimmed(text, start, whole.end))
    return [span for span in found if span.start < span.end]


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip())))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends are only where the typesetter broke the line."""
    broken = [line for line in lines[:-1] if not _CLOSED.search(line.of(text))]
    even = [line for line in broken if line.end - line.start in WRAP_WIDTH]
    return len(lines) >= WRAPPED_LINES and len(even) * 2 > len(lines)
