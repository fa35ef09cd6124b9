"""Quotations and the drafts of their paragraphs → the drafts with the quotations joined to their speakers."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extract.attribution_told import Draft
from dragoman.model.annotated import Annotated, Quote, Token

REACH = 14
"""Tokens between a quotation and the verb that introduces or closes it; longer apart is another statement."""
HALF = 2
"""A quotation belongs to a content that holds at least one of so many of its tokens."""


class Quoted(NamedTuple):
    """A quotation that is speech, as tokens `first` up to but not including `stop`."""

    quote: Quote
    first: int
    stop: int


def spoken(annotated: Annotated) -> list[Quoted]:
    """The quotations that are speech, with their tokens."""
    starts = [t.span.start for t in annotated.tokens]
    found = []
    for quote in annotated.quotes:
        first, stop = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
        if quote.clause and first < stop:
            found.append(Quoted(quote, first, stop))
    return found


def join(annotated: Annotated, drafts: Sequence[Draft]) -> None:
    """Give each quotation to the draft whose verb introduces, closes or holds it, else to the speaker before it."""
    speakers = sorted((d for d in drafts if d.speaks), key=lambda d: d.cue[0])
    quotes = spoken(annotated)
    speakers = [d for d in speakers if not any(q.first <= d.cue[0] < q.stop for q in quotes)]
    last: Draft | None = None
    for n, quoted in enumerate(quotes):
        stops = (quotes[n - 1].stop if n else 0, quotes[n + 1].first if n + 1 < len(quotes) else len(annotated.tokens))
        chosen = _holder(quoted, drafts) or _beside(annotated, quoted, speakers, stops)
        last = chosen or _continued(annotated, quoted, speakers, last)
        if last is not None:
            _add(last, quoted)


def _add(draft: Draft, quoted: Quoted) -> None:
    draft.content.update(range(quoted.first, quoted.stop))
    draft.head = quoted.first if draft.head is None else draft.head
    draft.quoted = True


def _holder(quoted: Quoted, drafts: Sequence[Draft]) -> Draft | None:
    """The innermost draft whose content already holds most of the quotation."""
    size = quoted.stop - quoted.first
    holding = [
        d
        for d in drafts
        if d.cue[0] not in range(quoted.first, quoted.stop)
        and HALF * sum(i in d.content for i in range(quoted.first, quoted.stop)) >= size
    ]
    speaking = [d for d in holding if d.speaks] or holding
    return min(speaking, key=lambda d: len(d.content), default=None)


def _beside(annotated: Annotated, quoted: Quoted, speakers: Sequence[Draft], stops: tuple[int, int]) -> Draft | None:
    """The verb right after a quotation, or right before it."""
    tokens = annotated.tokens
    after = _limit(tokens, quoted, min(stops[1], quoted.stop + REACH))
    before = max(stops[0], _opening(tokens, quoted), quoted.first - REACH)
    behind = next((d for d in speakers if quoted.stop <= d.cue[0] < after), None)
    ahead = next((d for d in reversed(speakers) if before <= d.cue[0] < quoted.first), None)
    introduced = quoted.first > 0 and tokens[quoted.first - 1].text in (":", ",")
    if ahead is None or behind is None:
        return behind if ahead is None else ahead
    return ahead if introduced else behind


def _limit(tokens: Sequence[Token], quoted: Quoted, limit: int) -> int:
    """Where the sentence that goes on after a quotation ends; after a full stop nothing goes on."""
    inside = tokens[max(quoted.first, quoted.stop - 2)].text
    sentence = tokens[quoted.stop - 1].sentence
    if quoted.stop < len(tokens) and tokens[quoted.stop].sentence != sentence:
        if inside == "." or not _goes_on(tokens, quoted.stop):
            return quoted.stop
        sentence = tokens[quoted.stop].sentence
    stop = quoted.stop
    while stop < limit and stop < len(tokens) and tokens[stop].sentence == sentence:
        stop += 1
    return stop


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words after a quotation still belong to it although the parser began a new sentence."""
    return tokens[i].text[:1].islower() or tokens[i - 2].text in (",", "?", "!")


def _opening(tokens: Sequence[Token], quoted: Quoted) -> int:
    """First token of the sentence that introduces a quotation: its own, or one before that ends with a colon."""
    first = quoted.first
    sentence = tokens[first].sentence
    if first and tokens[first - 1].text in (":", ",", "that"):
        sentence = tokens[first - 1].sentence
    while first and tokens[first - 1].sentence == sentence:
        first -= 1
    return first


def _continued(annotated: Annotated, quoted: Quoted, speakers: Sequence[Draft], last: Draft | None) -> Draft | None:
    """The speaker of the sentences before, in the same paragraph or where a quotation opens the next one."""
    here = _paragraph(annotated, quoted.first)
    near = [
        d for d in speakers if d.cue[0] < quoted.first and _paragraph(annotated, d.cue[0]) == here and d.manner == "say"
    ]
    if near:
        return near[-1]
    opens = quoted.first == 0 or _paragraph(annotated, quoted.first - 1) != here
    recent = last is not None and here - _paragraph(annotated, max(last.content, default=0)) <= 1
    return last if opens and recent else None


def _paragraph(annotated: Annotated, i: int) -> int:
    return annotated.sentences[annotated.tokens[i].sentence].paragraph
