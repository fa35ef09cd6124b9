"""Offsets in a text → the line there, where the next one with words begins, and whether a blank line parts them."""

import re

from dragoman.model.span import Span

_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = re.compile(r"(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029])")


def at(text: str, start: int) -> Span:
    r"""The rest of the line from an offset on, without its end.

    >>> at("one\r\ntwo", 0)
    Span(start=0, end=3)
    """
    end = _END.search(text, start)
    return Span(start, len(text) if end is None else end.start())


def next_word(text: str, start: int) -> int:
    """The next offset that is no white space, or the text's end."""
    return len(text) - len(text[start:].lstrip())


def blank_below(text: str, line: Span) -> bool:
    """Whether a line without words follows."""
    return _BLANK.match(text, line.end) is not None


def runs_on(text: str, line: Span) -> bool:
    """Whether the line right below begins in small letters, as in prose that is broken into lines."""
    below = next_word(text, line.end)
    return text[below : below + 1].islower() and not blank_below(text, line)
