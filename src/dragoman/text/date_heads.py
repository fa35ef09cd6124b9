"""Text and a time in it → whether the time heads what follows, as in a chronicle ("8 May.", "June 13:")."""

import re

from dragoman.model.span import Span

_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-–—*•·][ \t]*)?(?:[Oo]n[ \t]+)?$")
"""Nothing but a bullet stands before it in its line."""
_ALONE = re.compile(r"[ \t]*(?:\r?\n|$)")
_CLOSED = re.compile(r"[ \t]*(?:[.:](?:\s|$)|[-–—][ \t])")
_SENTENCE = re.compile(r"(?:^|[.!?:”\"][ \t]+)$")
_REACH = 12
"""Characters before the time that are looked at."""


def is_head(text: str, span: Span) -> bool:
    """Whether a time stands alone as a line, a sentence or the opening of a paragraph.

    >>> text = "June 13: Rebels advance. They met on June 14: it rained."
    >>> is_head(text, Span(0, 7)), is_head(text, Span(37, 44))
    (True, False)
    >>> is_head("It fell. 8 May. The army left.", Span(9, 14))
    True
    """
    before = text[max(0, span.start - _REACH) : span.start]
    if _BEFORE.search(before) or span.start == 0:
        return bool(_ALONE.match(text, span.end) or _CLOSED.match(text, span.end))
    return bool(_SENTENCE.search(before)) and text[span.end : span.end + 1] == "." and _ends(text, span.end + 1)


def _ends(text: str, place: int) -> bool:
    return place >= len(text) or text[place].isspace()
