"""Quotations and the drafts of their paragraphs → the drafts with the quotations joined to their speakers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dragoman.extract import attribution_leads as leads
from dragoman.extract.attribution_told import CLAIMS, Draft
from dragoman.model.annotated import Annotated, Quote, Token
from dragoman.model.syntax import Tree

REACH = 14
"""Tokens between a quotation and the verb that introduces or closes it; longer apart is another statement."""
_TALKING = ("say", "ask")
HALF = 2
"""A quotation belongs to a content that holds at least one of so many of its tokens."""


class Quoted(NamedTuple):
    """A quotation as tokens `first` up to but not including `stop`."""

    quote: Quote
    first: int
    stop: int


def placed(annotated: Annotated) -> list[Quoted]:
    """The quotations with their tokens."""
    starts = [t.span.start for t in annotated.tokens]
    ends = ((q, bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)) for q in annotated.quotes)
    return [Quoted(*one) for one in ends if one[1] < one[2]]


def join(annotated: Annotated, tree: Tree, drafts: list[Draft]) -> None:
    """Give each quotation to the draft whose verb introduces, closes or holds it, else to the speaker near it.

    A quotation that no known verb of saying is near may make a draft of its own, which is added to the others.
    """
    every = placed(annotated)
    quotes = [quoted for quoted in every if quoted.quote.clause]
    inside = {i for quoted in quotes for i in range(quoted.first, quoted.stop)}
    speakers = sorted((d for d in drafts if d.speaks and d.cue[0] not in inside), key=lambda d: d.cue[0])
    holders = _by_token(drafts)
    last: Draft | None = None
    for n, quoted in enumerate(quotes):
        stops = (quotes[n - 1].stop if n else 0, quotes[n + 1].first if n + 1 < len(quotes) else len(annotated.tokens))
        chosen = _own(leads.name(tree, quoted.first), drafts) or _holder(quoted, holders)
        chosen = chosen or _beside(annotated, quoted, speakers, stops)
        chosen = chosen or _own(leads.verb(tree, quoted.first, quoted.stop) or leads.colon(tree, quoted.first), drafts)
        chosen = chosen or _before(annotated, quoted, speakers) or _closing(annotated, quoted, drafts)
        last = chosen or _earlier(annotated, quoted, drafts, last)
        if last is not None:
            _add(annotated, last, quoted)
    holders = _by_token(drafts)
    for quoted in every:
        _complete(quoted, holders)


def _by_token(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """For each token the drafts whose content holds it."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for i in draft.content:
            found.setdefault(i, []).append(draft)
    return found


def _holding(quoted: Quoted, holders: dict[int, list[Draft]]) -> list[tuple[Draft, int]]:
    """The drafts from outside of a quotation whose content holds some of it, each with how many of its tokens."""
    tokens = range(quoted.first, quoted.stop)
    found: dict[int, Draft] = {}
    held: Counter[int] = Counter()
    for draft in (d for i in tokens for d in holders.get(i, ()) if d.cue[0] not in tokens):
        found[id(draft)] = draft
        held[id(draft)] += 1
    return [(draft, held[key]) for key, draft in found.items()]


def _add(annotated: Annotated, draft: Draft, quoted: Quoted) -> None:
    """Make a quotation part of a content; what is no question is not asked but said."""
    inside = quoted.quote.inner.of(annotated.article.text)
    if draft.manner == "ask" and not inside.endswith("?"):
        draft.manner = "say"
    if annotated.tokens[max(quoted.first - 1, 0)].text == ":" and quoted.stop <= draft.cue[0] < quoted.stop + REACH:
        draft.content, draft.head = set(), None  # what led up to the colon is not said
    draft.content.update(range(quoted.first, quoted.stop))
    draft.head = quoted.first if draft.head is None else draft.head
    draft.quoted = True


def _complete(quoted: Quoted, holders: dict[int, list[Draft]]) -> None:
    """Add the rest of a quotation to the contents that hold a part of it, unless one holds it all but for its marks."""
    holding = _holding(quoted, holders)
    inner = range(quoted.first + 1, quoted.stop - 1)
    if not any(all(i in draft.content for i in inner) for draft, _ in holding):
        for draft, _ in holding:
            draft.content.update(range(quoted.first, quoted.stop))


def _own(made: Draft | None, drafts: list[Draft]) -> Draft | None:
    """A draft by whatever else leads up to a quotation, unless there is one with its cue already."""
    same = None if made is None else next((d for d in drafts if d.cue[0] == made.cue[0]), None)
    if made is not None and same is not None and (same.manner in CLAIMS or not same.content):
        same.manner = made.manner
        return same
    if made is not None:
        drafts.append(made)
    return made


def _holder(quoted: Quoted, holders: dict[int, list[Draft]]) -> Draft | None:
    """The innermost draft whose content already holds most of the quotation."""
    size = quoted.stop - quoted.first
    holding = [draft for draft, held in _holding(quoted, holders) if HALF * held >= size]
    speaking = [d for d in holding if d.speaks] or holding
    return min(speaking, key=lambda d: (len(d.content), d.cue), default=None)


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


def _before(annotated: Annotated, quoted: Quoted, speakers: Sequence[Draft]) -> Draft | None:
    """The last speaker before a quotation in its paragraph."""
    here = _paragraph(annotated, quoted.first)
    earlier = (d for d in reversed(speakers) if d.cue[0] < quoted.first and d.manner in _TALKING)
    return next((d for d in earlier if _paragraph(annotated, d.cue[0]) == here), None)


def _closing(annotated: Annotated, quoted: Quoted, drafts: list[Draft]) -> Draft | None:
    """The speaker whom the sentence right behind names at its end: "… ." They will meet again, the official said.

    What he says there is a claim apart.
    """
    if quoted.stop >= len(annotated.tokens):
        return None
    after = annotated.sentences[annotated.tokens[quoted.stop].sentence]
    if after.first != quoted.stop or after.paragraph != _paragraph(annotated, quoted.first):
        return None
    found = (d for d in drafts if d.manner == "say" and after.first <= d.cue[0] < after.stop and d.source is not None)
    closing = next((d for d in found if d.content and max(d.content) < d.cue[0]), None)
    if closing is None:
        return None
    drafts.append(replace(closing, content=set(), head=None))
    return drafts[-1]


def _earlier(annotated: Annotated, quoted: Quoted, drafts: Sequence[Draft], last: Draft | None) -> Draft | None:
    """For a quotation that opens its paragraph: the speaker in whose words, or with whom, the one before ends."""
    here = _paragraph(annotated, quoted.first)
    if quoted.first and _paragraph(annotated, quoted.first - 1) == here:
        return None
    if last is not None and here - _paragraph(annotated, max(last.content, default=0)) <= 1:
        return last
    if quoted.first == 0:
        return None
    before = annotated.sentences[annotated.tokens[quoted.first - 1].sentence]
    found = (d for d in drafts if d.manner == "say" and d.source is not None and d.content)
    return next((d for d in found if before.first <= d.cue[0] < before.stop), None)


def _paragraph(annotated: Annotated, i: int) -> int:
    return annotated.sentences[annotated.tokens[i].sentence].paragraph
