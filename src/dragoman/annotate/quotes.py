"""Text → quotations, with the quotation marks of the press and of wire copy.

Every paragraph is read on its own: a quotation that runs over several paragraphs (the opening mark repeated, the
closing one only at the end) gives one quotation for each of them. Apostrophes are never quotation marks.
"""

import re
from collections.abc import Iterator

from dragoman.annotate import paragraphs
from dragoman.model.annotated import Quote
from dragoman.model.span import Span

CLAUSE_WORDS = 4
"""A quotation of at least so many words, if not a title, is taken as somebody's speech: the issue's definition."""
SMALL_WORD = 4
"""Words shorter than this ("of", "the") may be in small letters inside a title."""
_MARK = re.compile(r"``|''|[\"“”„«»]")
_SINGLE = re.compile(r"[‘’']")
_CLOSERS = {"“": '”“"', "„": "“”", "«": "»", '"': '"”', "``": "''", "''": "''", "”": ""}
_WORD = re.compile(r"\w[\w'’.-]*")
_ENDS_WORD = re.compile(r"[\w.,!?;:…%)\]—–-]")
_STOPPED = re.compile(r"[.,!?…—–-]\s*$")


def quotations(text: str, start: int) -> tuple[Quote, ...]:
    """The quotations of a text from an offset on, in the order of the text.

    >>> text = 'The "deal" is dead, he said: "It is over now."'
    >>> [(q.inner.of(text), q.clause) for q in quotations(text, 0)]
    [('deal', False), ('It is over now.', True)]
    """
    found: list[Quote] = []
    for paragraph in paragraphs.spans(text, start):
        found.extend(_of_paragraph(text, paragraph))
    return tuple(found)


def _of_paragraph(text: str, paragraph: Span) -> list[Quote]:
    """Double quotations, and single ones outside of them; of nested ones only the outer."""
    found = [quote for quote in _doubles(text, paragraph) if quote.inner.start < quote.inner.end]
    singles = [quote for quote in _singles(text, paragraph) if not any(q.span.meets(quote.span) for q in found)]
    return sorted([*found, *singles], key=lambda quote: quote.span)


def _doubles(text: str, paragraph: Span) -> Iterator[Quote]:
    """Quotations in double marks; one left open at the paragraph's end runs up to there."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            opened = mark if _may_open(text, mark, paragraph) else None
        elif mark[0] in _closers(opened[0]) and not _reopens(text, opened, mark, paragraph):
            yield _quote(text, paragraph, Span(opened.start(), mark.end()), (len(opened[0]), len(mark[0])))
            opened = None
        elif mark[0] == opened[0]:
            opened = mark
    if opened is not None and _runs_on(text, opened, paragraph):
        yield _quote(text, paragraph, Span(opened.start(), paragraph.end), (len(opened[0]), 0))


def _closers(mark: str) -> tuple[str, ...]:
    """Marks that may close one that opened."""
    return ("''", '"') if mark == "``" else tuple(_CLOSERS[mark]) if len(mark) == 1 else ("''",)


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark may open: not a closing shape, not inches after a number, something follows."""
    if mark[0] in "”»" or mark.end() >= paragraph.end:
        return False
    return mark[0] != '"' or mark.start() == paragraph.start or not text[mark.start() - 1].isalnum()


def _reopens(text: str, opened: re.Match[str], mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark that could close plainly opens a new quotation: a space before it and none after."""
    if mark[0] not in '"“' or text[opened.end() : opened.end() + 1].isspace():
        return False
    ahead = text[mark.end() : mark.end() + 1] if mark.end() < paragraph.end else " "
    return text[mark.start() - 1].isspace() and (ahead.isalnum() or ahead in "'‘[(")


def _runs_on(text: str, opened: re.Match[str], paragraph: Span) -> bool:
    """Whether an unclosed mark is believed: it opens the paragraph, or speech that runs to a full stop."""
    inside = text[opened.end() : paragraph.end]
    if opened.start() == paragraph.start:
        return True
    goes_on = opened[0] != '"' or text[paragraph.end :].lstrip()[:1] == '"'
    return goes_on and len(_WORD.findall(inside)) >= CLAUSE_WORDS


def _singles(text: str, paragraph: Span) -> Iterator[Quote]:
    """Quotations in single marks: opened after a space or mark, closed before one by a mark that is no apostrophe."""
    position = paragraph.start
    while (opened := _SINGLE.search(text, position, paragraph.end)) is not None:
        position = opened.end()
        if not _single_opens(text, opened, paragraph):
            continue
        end = _single_close(text, opened, paragraph)
        if end is not None:
            yield _quote(text, paragraph, Span(opened.start(), end), (1, 1))
            position = end


def _single_opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark[0] == "’" or text[mark.start() : mark.start() + 2] == "''":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    ahead = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in "([—–-:") and ahead.isalpha()


def _single_close(text: str, opened: re.Match[str], paragraph: Span) -> int | None:
    """End of the closing mark: the first one after punctuation, else the first that ends a word not in s."""
    closer = "’" if opened[0] == "‘" else "'"
    fallback = None
    for mark in _SINGLE.finditer(text, opened.end() + 1, paragraph.end):
        before, ahead = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if mark[0] != closer or ahead.isalnum() or not _ENDS_WORD.match(before):
            continue
        if before != "s" or ahead in ".,;:!?)]":
            return mark.end()
        fallback = fallback or mark.end()
    return fallback


def _quote(text: str, paragraph: Span, span: Span, marks: tuple[int, int]) -> Quote:
    inner = Span(span.start + marks[0], span.end - marks[1])
    inside = inner.of(text)
    trimmed = Span(inner.start + len(inside) - len(inside.lstrip()), inner.end - len(inside) + len(inside.rstrip()))
    inner = trimmed if trimmed.start < trimmed.end else Span(inner.start, inner.start)
    return Quote(span=span, inner=inner, clause=_is_clause(text, span, inner, paragraph))


def _is_clause(text: str, span: Span, inner: Span, paragraph: Span) -> bool:
    """Whether it is speech: long enough and no title, or short but set off like a sentence."""
    words = _WORD.findall(inner.of(text))
    if len(words) >= CLAUSE_WORDS:
        return not _is_title(words) or inner.of(text)[-1:] in ".!?,"
    led = text[paragraph.start : span.start].rstrip()
    set_off = not led or led[-1] in '.!?:,”"'
    return bool(words) and set_off and words[0][0].isupper() and bool(_STOPPED.search(inner.of(text)))


def _is_title(words: list[str]) -> bool:
    """Whether all longer words are capitalised, as in the name of a book or film."""
    return all(word[0].isupper() or word[0].isdigit() for word in words if len(word) >= SMALL_WORD)
