"""Tokens → time expressions, recognised but not yet anchored.

The constructions are described in `text/data/time_patterns.yaml`, their words in `time_words.yaml`; docs/time.md
lists them.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.annotate import time_doubts, time_grammar, time_parts, time_words
from dragoman.annotate.time_grammar import BREAK, NOTHING, OTHER, Pattern
from dragoman.annotate.time_words import Piece
from dragoman.model.annotated import TimeExpression, Token
from dragoman.model.article import Article
from dragoman.model.span import Span

_PARAGRAPH_END = re.compile(r"\n\s*\n|\n[ \t]+(?=\S)")


class _Line(NamedTuple):
    """The pieces of an article and their signs; both have one more element where a paragraph ends."""

    pieces: list[Piece]
    signs: str


class _Candidate(NamedTuple):
    """A match: where it begins and ends among the pieces, the pattern's place in the file, pattern and match."""

    start: int
    end: int
    place: int
    pattern: Pattern
    match: re.Match[str]


def expressions(article: Article, tokens: tuple[Token, ...]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in the order of the text."""
    line = _line(article.text, tokens)
    found = (_expression(candidate, line) for candidate in _chosen(_candidates(line.signs)))
    return tuple(e for e in found if e is not None and time_doubts.is_time(e, tokens, article.text))


def _line(text: str, tokens: tuple[Token, ...]) -> _Line:
    """The article as pieces with one sign each."""
    found: list[Piece] = []
    signs: list[str] = []
    sentence, end = -1, 0
    for piece in time_words.pieces(tokens):
        token = tokens[piece.token]
        if token.sentence != sentence and _PARAGRAPH_END.search(text, end, piece.span.start):
            found.append(Piece("", Span(end, end), piece.token))
            signs.append(BREAK)
        sentence, end = token.sentence, piece.span.end
        found.append(piece)
        signs.append(_sign(piece, token))
    return _Line(found, "".join(signs))


def _sign(piece: Piece, token: Token) -> str:
    """The character for the classes that a piece has here."""
    sign = _unguarded(piece.text)
    if sign is not None:
        return sign
    listed = (c for c in time_words.classes_of_word(piece.text) if time_words.allowed(token, c, piece.text))
    return _lookup(piece.text, frozenset(listed))


@functools.lru_cache(maxsize=20_000)
def _unguarded(word: str) -> str | None:
    """The sign of a word whose classes do not depend on its use; None for the others."""
    listed = time_words.classes_of_word(word)
    guards = time_words.words().guards
    if any(word in guards.get(c, {}) for c in listed):
        return None
    return _lookup(word, frozenset(listed))


def _lookup(word: str, listed: frozenset[str]) -> str:
    grammar = time_grammar.grammar()
    literal = {f"'{word}'"} if word in grammar.literals else set[str]()
    return grammar.signs.get(listed | literal | set(time_words.shapes(word)), OTHER)


def _candidates(signs: str) -> Iterator[_Candidate]:
    for place, pattern in enumerate(time_grammar.grammar().patterns):
        for match in pattern.found.finditer(signs):
            yield _Candidate(match.start(), match.end(), place, pattern, match)


def _chosen(candidates: Iterator[_Candidate]) -> Iterator[_Candidate]:
    """The leftmost, then longest, then first listed candidates that do not overlap."""
    end = 0
    for candidate in sorted(candidates, key=lambda c: (_inner(c)[0], -_inner(c)[1], c.place)):
        start, stop = _inner(candidate)
        if start >= end:
            end = stop
            yield candidate


def _inner(candidate: _Candidate) -> tuple[int, int]:
    """The pieces of the expression itself, without the words around it that the pattern looked at."""
    groups = candidate.match.groupdict()
    start = candidate.match.start("span_start") if "span_start" in groups else candidate.start
    end = candidate.match.end("span_end") if "span_end" in groups else candidate.end
    return start, end


def _expression(candidate: _Candidate, line: _Line) -> TimeExpression | None:
    row = candidate.pattern.row
    if row.kind == NOTHING:
        return None
    start, end = _inner(candidate)
    found = time_parts.parts(candidate.pattern, candidate.match, line.pieces)
    if row.range:
        found |= _halves(candidate, line)
    modifier = found.pop("mod", "")
    span = Span(line.pieces[start].span.start, line.pieces[end - 1].span.end)
    kind_of = "TIME" if row.type == "DATE" and "daypart" in found else row.type
    return TimeExpression(span=span, type=kind_of, kind=row.kind, parts=found, modifier=modifier)


def _halves(candidate: _Candidate, line: _Line) -> dict[str, str]:
    """Where the two times of a range stand: the end of the first, the beginning of the second, counted in the text."""
    seconds = [candidate.match.start(n) for n in candidate.match.groupdict() if n.endswith("2")]
    start = min(s for s in seconds if s >= 0)
    before = start - 1
    while line.pieces[before - 1].text == "and":
        before -= 1
    return {"first_end": str(line.pieces[before - 1].span.end), "second_start": str(line.pieces[start].span.start)}
