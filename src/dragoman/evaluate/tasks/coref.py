"""Event coreference across documents: rows {doc, text, mentions: [{id, span}]} → {id, cluster} for each mention.

Documents are first grouped into stories by their own words (the topics that a row may carry are not read). In a story,
mentions with the same head stem are one event; so are two such groups whose words tell the same lexicon event type and
whose participants are mostly the same.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.evaluate.tasks.parsed import Row, article, beside, head, inside
from dragoman.evaluate.tasks.stories import stories
from dragoman.extract import predications
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon
from dragoman.ontology.frames import Kind

ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ate", "ing", "ions", "ion", "ers", "er", "ed", "es", "e", "s")
SHORTEST_STEM = 4
SAME_PARTIES = 0.75
"""Share of the smaller group's participants that the other must have for both to be one event."""
FEWEST_SHARED = 3
"""Fewest participants that they must share; both numbers tried on ECB+ topics 1-35 (docs/evaluation.md)."""
KINDS: tuple[Kind, ...] = ("verb", "noun")


class Line(NamedTuple):
    """A line of a document that holds mentions, with those mentions."""

    story: int
    text: str
    mentions: tuple[tuple[str, Span], ...]


class Mention(NamedTuple):
    """A mention, its story, the stem of its head, and the lemmas of its participants."""

    identity: str
    story: int
    stem: str
    lemma: str
    parties: frozenset[str]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """A cluster for each mention, named by its first mention."""
    documents = list(rows)
    told = stories([row["text"] for row in documents])
    lines = (line for row, story in zip(documents, told, strict=True) for line in _lines(row, story))
    found = [m for line, layers in beside(lines, _article) for m in _mentions(line, layers)]
    for group in clusters(found):
        yield from ({"id": mention.identity, "cluster": group[0].identity} for mention in group)


def _lines(row: Row, story: int) -> Iterator[Line]:
    """Only the lines with mentions: nothing else of a document is read for them but its words."""
    start = 0
    for text in row["text"].splitlines(keepends=True):
        span = Span(start, start + len(text))
        held = [(m["id"], Span(*m["span"])) for m in row["mentions"] if span.start <= m["span"][0] < span.end]
        if held:
            yield Line(story, text, tuple((i, Span(s.start - start, s.end - start)) for i, s in held))
        start = span.end


def _article(line: Line) -> Article:
    return article("", line.text)


def _mentions(line: Line, layers: Annotated) -> Iterator[Mention]:
    tree = Tree(layers.tokens)
    by_token = {p.token: p for p in predications(Resolved(annotated=layers, actors=(), places=(), times=()))}
    for identity, span in line.mentions:
        top = head(tree, inside(tree, span))
        lemma = span.of(line.text).lower() if top is None else tree.tokens[top].lemma.lower()
        said = by_token.get(-1 if top is None else top)
        heads = () if said is None else (*said.subjects, *said.objects, *said.datives, *(o.head for o in said.obliques))
        parties = frozenset(tree.tokens[h].lemma.lower() for h in heads if tree.tokens[h].pos != "PRON")
        yield Mention(identity, line.story, stem(lemma), lemma, parties)


def stem(lemma: str) -> str:
    """A lemma without its ending, so that a verb and its noun meet.

    >>> stem("appointment"), stem("appoint"), stem("bombing"), stem("fire")
    ('appoint', 'appoint', 'bomb', 'fire')
    """
    for ending in ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= SHORTEST_STEM:
            return lemma[: -len(ending)]
    return lemma


def clusters(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions of one event each: same story and stem, then groups that tell the same of the same."""
    by_stem: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_stem[mention.story, mention.stem].append(mention)
    found: list[list[Mention]] = []
    for _, groups in itertools.groupby(sorted(by_stem.items()), key=lambda item: item[0][0]):
        found.extend(_joined([group for _, group in groups]))
    return found


def _joined(groups: list[list[Mention]]) -> list[list[Mention]]:
    """The groups of one story, the larger ones first, with those joined that tell the same."""
    kept: list[list[Mention]] = []
    for group in sorted(groups, key=lambda g: (-len(g), g[0].identity)):
        same = next((other for other in kept if _tell_the_same(other, group)), None)
        if same is None:
            kept.append(list(group))
        else:
            same.extend(group)
    return kept


def _tell_the_same(a: list[Mention], b: list[Mention]) -> bool:
    if not _types(a) & _types(b):
        return False
    left, right = _parties(a), _parties(b)
    shared = len(left & right)
    return shared >= FEWEST_SHARED and shared >= SAME_PARTIES * min(len(left), len(right))


def _parties(group: list[Mention]) -> frozenset[str]:
    return frozenset(party for mention in group for party in mention.parties)


def _types(group: list[Mention]) -> frozenset[str]:
    """The event types that the lexicon knows for a group's words."""
    known = lexicon.load()
    frames = (f for m in group for kind in KINDS for f in known.frames_for(m.lemma, kind) if f.is_event)
    return frozenset(frame.event for frame in frames)
