"""A time expression that the patterns found → whether the words around it leave it one.

Names ("Theresa May", "the Sunday Times"), counts ("2000 troops") and sums are told from times by the parse.
"""

from dragoman.annotate import time_words
from dragoman.model.annotated import TimeExpression, Token
from dragoman.model.span import Span

NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW"})
"""Entity labels of names that may contain the name of a month or day."""
COUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_PLURAL = frozenset({"NNS", "NNPS"})
TITLES = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "PERSON"})
"""Entity labels of works and bodies that may be named after a length of time ("60 Minutes", "This Week")."""
_MEASURES = frozenset({"duration", "unit"})
_TITLED = _MEASURES | {"day"}
_DOUBTFUL = frozenset({"date", "weekday", "season", "year", "holiday"}) | _TITLED
_OPENING = frozenset({'"', "“", "``", "''", "‘", "'"})
"""Marks before the title of a programme."""
_SHORT = 3
"""Letters of an abbreviated month or weekday without a point ("Sun", "Mar"); alone, only the parse makes it a time."""


def is_time(expression: TimeExpression, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether the expression is a time and no name or number."""
    if expression.kind not in _DOUBTFUL:
        return True
    inside = _inside(expression.span, tokens)
    if expression.kind == "holiday":
        return inside[0].text[:1].isupper() or inside[-1].text[:1].isupper()
    if expression.kind in _TITLED and _is_title(inside, tokens):
        return False
    if expression.kind in _MEASURES:
        return not all(token.entity in TITLES and token.text[:1].isupper() for token in inside)
    if len(expression.parts) > 1:
        return True
    if "year" in expression.parts:
        return len(inside) > 1 or _is_year(inside[0], tokens, text)
    return not _is_name(inside, tokens) and not _is_short(inside)


def _inside(span: Span, tokens: tuple[Token, ...]) -> list[Token]:
    """The tokens of a span, by bisection."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(tokens) and tokens[low].span.start < span.end:
        found.append(tokens[low])
        low += 1
    return found


def _is_title(inside: list[Token], tokens: tuple[Token, ...]) -> bool:
    """Whether a length or day in capitals stands behind an opening quotation mark as a title (the show "48 Hours")."""
    first = inside[0]
    before = tokens[first.i - 1].text if first.i > 0 else ""
    capital = all(t.text[:1].isupper() or t.text[:1].isdigit() for t in inside) and inside[-1].text[:1].isupper()
    return before in _OPENING and capital and len(inside) > 1


def _is_name(inside: list[Token], tokens: tuple[Token, ...]) -> bool:
    """Whether a lone month, weekday or season is part of a longer name."""
    first, last = inside[0], inside[-1]
    before = tokens[first.i - 1] if first.i > 0 else None
    if before is not None and _is_forename(before, first):
        return True
    if last.entity not in NAMES:
        return False
    after = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
    if after is not None and after.text.lower().rstrip(".") in time_words.words().ranks:
        return False  # "by April Mr Sosa had"
    if after is not None and after.entity == last.entity and after.pos == "PROPN":
        return True
    return last.entity == "PERSON"


def _is_forename(before: Token, token: Token) -> bool:
    """Whether the word before hangs on a month or weekday as the rest of a name ("Theresa May")."""
    hangs = before.head == token.i and before.dep == "compound"
    return hangs and before.pos == "PROPN" and before.entity not in {"DATE", "TIME"}


def _is_short(inside: list[Token]) -> bool:
    """Whether it is one bare abbreviation that the parser takes for something else."""
    token = inside[0]
    return (
        len(inside) == 1 and len(token.text) <= _SHORT and token.text != "May" and token.entity not in {"DATE", "TIME"}
    )


def _is_year(token: Token, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether a bare number of four digits is a year."""
    before = tokens[token.i - 1] if token.i > 0 else None
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if (token.entity in COUNTS and not _is_apart(token, after)) or _is_glued(token, text):
        return False
    if before is not None and before.pos in {"PROPN", "SYM"} and before.sentence == token.sentence:
        return token.entity == "DATE"
    if after is not None and after.tag in _PLURAL and token.dep == "nummod" and token.head == after.i:
        return token.entity == "DATE" and before is not None and before.pos in {"DET", "PRON", "PART", "ADJ"}
    return before is None or token.entity == "DATE" or before.text.lower() in _cues()


def _is_apart(token: Token, after: Token | None) -> bool:
    """Whether a name behind a number, which the recogniser took for its unit, begins the next phrase.

    "In 2011 Germany closed" has no unit; "for 2000 USD" has.
    """
    beside = after is not None and after.pos == "PROPN" and token.i != after.head and after.i != token.head
    return token.dep == "pobj" and beside


def _is_glued(token: Token, text: str) -> bool:
    """Whether a letter, sign of money or digit touches the number."""
    return text[token.span.end : token.span.end + 1] in {"%", "°"} or text[
        max(0, token.span.start - 1) : token.span.start
    ] in set("$£€#")


def _cues() -> frozenset[str]:
    return frozenset(time_words.words().year_cues)
