"""What a finished attribution is, and the draft that the rules fill before it is finished."""

from dataclasses import dataclass, field

import msgspec

from dragoman.model.event import SourceKind
from dragoman.model.span import Span
from dragoman.ontology.cues import Manner

CLAIMS: frozenset[Manner] = frozenset(("say", "show", "think"))
"""Manners that report a claim about the world; the others report a wish, an order, a question or praise."""


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """One who passed a source's words on: kind, characters, head token, and by which words."""

    kind: SourceKind
    span: Span
    head: int
    cue: Span | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: who says what, by which words.

    Attributes:
        source: The noun phrase, and a relative pronoun for it; the cue's words where nobody is named ("reportedly").
        source_head: Head token of the phrase, None where nobody is named.
        cue: The verb, noun or phrase that tells that something is said.
        cue_tokens: Its tokens, the main one first.
        content: What is said, in one or more pieces.
        content_tokens: All tokens of the content, in order.
        kind: named, anonymous, document or outlet.
        manner: Whether it is said, shown, thought, wanted, ordered, asked, judged or only seems so.
        via: Who passed it on, from the source outwards.
        qualities: What is told of the source: "senior", "on condition of anonymity", "close to the palace".
    """

    source: tuple[Span, ...]
    source_head: int | None
    cue: Span
    cue_tokens: tuple[int, ...]
    content: tuple[Span, ...]
    content_tokens: tuple[int, ...]
    kind: SourceKind
    manner: Manner
    via: tuple[Relay, ...] = ()
    qualities: tuple[Span, ...] = ()


@dataclass(kw_only=True)
class Draft:
    """An attribution in the making, in token numbers.

    Attributes:
        cue: The main cue token, then its particles.
        source: Head token of the source.
        relative: Relative pronoun that stands for the source.
        content: Tokens of the content so far.
        head: Token that governs the content's clause.
        manner: Manner of what was found, or of quotations if none was found yet.
        speaks: Whether quotations may be its content.
        via: Head tokens of those who passed it on, each with the word that tells so.
        quoted: Whether a quotation was joined to it.
    """

    cue: tuple[int, ...]
    manner: Manner
    source: int | None = None
    relative: int | None = None
    content: set[int] = field(default_factory=set)
    head: int | None = None
    speaks: bool = False
    via: tuple[tuple[int, int], ...] = ()
    quoted: bool = False
