"""Recognising and anchoring times takes steps in proportion to the text, counted and not timed."""

from re import _parser as regex_parser  # type: ignore[attr-defined]  # the width of a pattern is told nowhere else
from typing import Any, ClassVar

import pytest
from tests.parsing import article

from dragoman.annotate import time_grammar
from dragoman.annotate.times import expressions
from dragoman.model.annotated import Annotated, Sentence, Token
from dragoman.model.span import Span
from dragoman.resolve.when import dated

WIDEST = 60
"""Pieces that the longest expression may have, names of holidays included."""
UNITS = ("12 ", "2019 ", "May 5, ", "on Friday ", "12:30 ", "June 12 to 14 ", "1/2/2003 ", "the first day ", "19-20 ")


class Counting(tuple[Token, ...]):
    """Tokens that count how often one of them is looked at."""

    __slots__ = ()
    looks: ClassVar[int] = 0

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as wide as the tuple's own
        found = super().__getitem__(place)
        Counting.looks += len(found) if isinstance(place, slice) else 1
        return found


def run(unit: str, times: int) -> tuple[str, Counting]:
    """A text of one unit repeated, as one sentence of which the first token governs all others."""
    text = unit * times
    tokens: list[Token] = []
    place = 0
    for word in text.replace(",", " ,").split():
        start = text.index(word, place)
        place = start + len(word)
        tokens.append(_token(len(tokens), Span(start, place), word))
    return text, Counting(tokens)


def _token(i: int, span: Span, word: str) -> Token:
    return Token(
        i=i,
        span=span,
        text=word,
        lemma=word.lower(),
        pos="PROPN",
        tag="NN",
        dep="dep",
        head=0,
        entity="DATE",
        sentence=0,
    )


def looks(unit: str, times: int) -> int:
    """How often a token is looked at while a run of units is read and anchored."""
    text, tokens = run(unit, times)
    Counting.looks = 0
    told = expressions(article(text), tokens)
    whole = Sentence(index=0, span=Span(0, len(text)), first=0, stop=len(tokens), paragraph=0)
    dated(Annotated(article=article(text), tokens=tokens, sentences=(whole,), names=(), times=told, quotes=()))
    return Counting.looks


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_no_more_than_about_twice_the_looks(unit: str) -> None:
    """Long runs of digits and dates are read in linear steps."""
    assert looks(unit, 800) <= 2.3 * looks(unit, 400) + 100


def test_no_pattern_repeats_without_end() -> None:
    """Every pattern has a greatest width, so that the search from one place takes a bounded number of steps."""
    for pattern in time_grammar.grammar().patterns:
        assert regex_parser.parse(pattern.found.pattern).getwidth()[1] <= WIDEST, pattern.row.match


@pytest.mark.parametrize("unit", UNITS)
def test_expressions_do_not_overlap_and_stay_in_the_text(unit: str) -> None:
    """However long the run: in the order of the text, one after the other."""
    text, tokens = run(unit, 50)
    end = 0
    for found in expressions(article(text), tokens):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
