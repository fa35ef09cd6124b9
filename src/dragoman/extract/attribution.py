"""An annotated article → its attributions: who says what by which words, directly, indirectly or through others."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.extract import (
    attribution_adjectives,
    attribution_headings,
    attribution_nouns,
    attribution_phrases,
    attribution_qualities,
    attribution_verbs,
    sources,
)
from dragoman.extract.attribution_quotes import join
from dragoman.extract.attribution_relays import relayed
from dragoman.extract.attribution_told import CLAIMS, Draft, Relay, Told
from dragoman.model.annotated import Annotated, Token
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.ontology.cues import Manner

__all__ = ["CLAIMS", "Relay", "Row", "Told", "attributions", "governing", "rows"]


class Row(NamedTuple):
    """An attribution as the scorer wants it: the spans of source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def attributions(annotated: Annotated, tree: Tree, *, every: bool = False) -> tuple[Told, ...]:
    """The attributions of an article, in the order of their cues.

    Args:
        annotated: The article.
        tree: Its syntax.
        every: Also what is wished, ordered, asked, praised or only seems so; otherwise claims alone.
    """
    drafts = [made for token in annotated.tokens if (made := _draft(tree, token)) is not None]
    drafts += attribution_headings.drafts(annotated, tree)
    join(annotated, tree, drafts)
    kept = [made for made in relayed(tree, drafts) if made.content and (every or made.manner in CLAIMS)]
    finished = [_told(tree, made) for made in kept]
    return tuple(sorted(finished, key=lambda told: told.cue))


def _draft(tree: Tree, token: Token) -> Draft | None:
    """The draft that a token starts, if it is a cue."""
    lemma = token.lemma.lower()
    state = attribution_adjectives.cue_of(token)
    if state is not None and (made := attribution_adjectives.draft(tree, token, state)) is not None:
        return made
    if token.pos == "VERB":
        if lemma == "accord":
            return attribution_phrases.according(tree, token)
        cue = cues.verbs().get(lemma)
        return None if cue is None else attribution_verbs.draft(tree, token, cue)
    if token.pos in ("NOUN", "PROPN"):
        return _of_noun(tree, token, lemma)
    if token.pos == "ADV" and lemma in cues.sources().hearsay:
        return attribution_phrases.hearsay(tree, token)
    return None


def _of_noun(tree: Tree, token: Token, lemma: str) -> Draft | None:
    """The draft of a noun."""
    if lemma in cues.verb_words().rumours and (made := attribution_phrases.rumour(tree, token)) is not None:
        return made
    if lemma in cues.perspectives() and (made := attribution_phrases.perspective(tree, token)) is not None:
        return made
    cue = cues.nouns().get(lemma) if token.pos == "NOUN" else None
    return None if cue is None else attribution_nouns.draft(tree, token, cue)


def _told(tree: Tree, made: Draft) -> Told:
    """The finished form of a draft."""
    cue = _cue_span(tree, made)
    content = _whole_content(tree, made)
    source: tuple[Span, ...] = (cue,)
    if made.source is not None:
        source = (tree.span(_source_phrase(tree, made, made.source)),)
        if made.relative is not None:
            source = (*source, tree.tokens[made.relative].span)
    return Told(
        source=source,
        source_head=made.source,
        cue=cue,
        cue_tokens=made.cue,
        content=tuple(_spans(tree, content)),
        content_tokens=tuple(content),
        kind="anonymous" if made.source is None else sources.kind(tree, made.source),
        manner=made.manner,
        via=tuple(_relay(tree, who, cue) for who, cue in made.via),
        qualities=() if made.source is None else attribution_qualities.of(tree, made.source, made.cue[0]),
    )


def _relay(tree: Tree, who: int, cue: int) -> Relay:
    """One who passed a claim on."""
    span = tree.span(sources.phrase(tree, who, cue))
    return Relay(kind=sources.kind(tree, who), span=span, head=who, cue=tree.tokens[cue].span)


def _source_phrase(tree: Tree, made: Draft, source: int) -> list[int]:
    """The tokens of a source; of a name before or behind a colon those on its side."""
    cue = made.cue[0]
    phrase = sources.phrase(tree, source, cue)
    if tree.tokens[cue].text != ":":
        return phrase
    return [i for i in phrase if (i < cue) == (source < cue)]


def _cue_span(tree: Tree, made: Draft) -> Span:
    """The cue word with the particles that stand right beside it."""
    first = last = made.cue[0]
    while last + 1 in made.cue:
        last += 1
    return tree.span([first, last])


def _whole_content(tree: Tree, made: Draft) -> list[int]:
    """The content's tokens without the cue, its source and the marks at its ends."""
    outside = {*made.cue, *(i for i, _ in made.via)}
    if made.source is not None and not made.quoted:
        outside |= set(_source_phrase(tree, made, made.source))
    if not made.quoted:
        outside |= _afterthought(tree, made) | _before_colon(tree, made)
    return sources.trimmed(tree, sorted(made.content - outside))


def _afterthought(tree: Tree, made: Draft) -> set[int]:
    """A relative clause behind a comma at the end of a content, in which the article goes on: "the border, which …"."""
    end = max(made.content)
    for i in sorted(made.content):
        if tree.tokens[i].dep != "relcl" or tree.tokens[i].head not in made.content:
            continue
        clause = tree.subtree(i)
        still_said = any(k.tag == "MD" for k in tree.kids(i, "aux"))
        parted = clause[0] > min(made.content) and tree.tokens[clause[0] - 1].text == ","
        if clause[-1] >= end - 1 and parted and not still_said:
            return set(clause)
    return set()


def _before_colon(tree: Tree, made: Draft) -> set[int]:
    """What the article says itself before a colon: "The door is shut: nothing would change, he said"."""
    colons = [i for i in made.content if tree.tokens[i].text == ":" and i < made.cue[0]]
    behind = bool(colons) and any(i > max(colons) and tree.tokens[i].pos in ("VERB", "AUX") for i in made.content)
    return {i for i in made.content if i <= max(colons)} if behind else set()


def _spans(tree: Tree, numbers: list[int]) -> Iterator[Span]:
    """Spans of runs of neighbouring tokens."""
    run: list[int] = []
    for i in numbers:
        if run and i != run[-1] + 1:
            yield from _run(tree, run)
            run = []
        run.append(i)
    yield from _run(tree, run)


def _run(tree: Tree, run: list[int]) -> Iterator[Span]:
    kept = sources.trimmed(tree, run)
    if kept:
        yield tree.span(kept)


def governing(told: Iterable[Told], token: int, manners: frozenset[Manner] = CLAIMS) -> tuple[Told, ...]:
    """Attributions whose content holds a token, outermost first; only claims unless other manners are asked for."""
    found = [t for t in told if t.manner in manners and token in t.content_tokens]
    return tuple(sorted(found, key=lambda t: (-len(t.content_tokens), t.cue)))


def outermost(told: Iterable[Told]) -> Iterator[Told]:
    """Attributions whose cue stands in no other's content."""
    every = tuple(told)
    inside = {i for one in every for i in one.content_tokens if i not in one.cue_tokens}
    return (one for one in every if one.cue_tokens[0] not in inside)


def rows(told: Iterable[Told]) -> tuple[Row, ...]:
    """Spans for evaluation, which knows no claim within a claim; who passed one on is the source of one more row."""
    found = []
    for one in outermost(told):
        source = one.source if one.source_head is not None else ()
        found.append(Row(source, (one.cue,), one.content))
        found.extend(_relayed(one, relay) for relay in one.via)
    return tuple(found)


def _relayed(one: Told, relay: Relay) -> Row:
    return Row((relay.span,), (relay.cue or one.cue,), one.content)
