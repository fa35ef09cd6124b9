"""Timelines: rows {corpus, docs: [{id, date, sentences}], entities} → rows {corpus, entity, date, mentions}.

An event of an entity is a verb, or an event noun of the lexicon, with a mention of the entity among its participants.
It is dated by its own time expression, else, where the text tells it as news, by the document's date.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.evaluate.tasks.parsed import Row, article, day, resolved
from dragoman.extract.clock import Clock, Dated
from dragoman.extract.predications import predications
from dragoman.model.article import Article
from dragoman.model.interval import Interval
from dragoman.model.predication import Predication
from dragoman.model.resolved import Resolved
from dragoman.model.syntax import Tree

BREAK = "\n\n"
"""Put between the sentences of a document, so that each is parsed on its own."""
STATES = frozenset({"be", "have", "seem", "appear", "become", "remain"})
"""Verbs that tell how something is; they make no event here."""
Key = tuple[str, str | None, str, int]
"""Entity, date, document and the event word's stem or place: mentions that agree in it are one event."""


class Event(NamedTuple):
    """An event of an entity: its date, the sentence's number, the word that tells it, and that word's lemma."""

    entity: str
    date: str | None
    doc: str
    sentence: int
    word: str
    lemma: str


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The timelines of each corpus, in the order of its entities and documents."""
    for row in rows:
        documents = [_article(doc) for doc in row["docs"]]
        told = [Document(layers) for layers in resolved(documents)]
        for entity in row["entities"]:
            for group in _grouped(event for document in told for event in document.events(entity)):
                yield {"corpus": row["corpus"], "entity": entity, "date": group[0].date, "mentions": _mentions(group)}


def _article(doc: Row) -> Article:
    return article(str(doc["id"]), BREAK.join(doc["sentences"]), day(doc.get("date")))


def _grouped(events: Iterable[Event]) -> list[list[Event]]:
    """Tellings of one event: the same entity, day and lemma; undated ones only within a document."""
    found: dict[tuple[str | None, str, str], list[Event]] = {}
    for event in events:
        found.setdefault((event.date, event.lemma, event.doc if event.date is None else ""), []).append(event)
    return list(found.values())


def _mentions(group: list[Event]) -> list[Row]:
    return [{"doc": e.doc, "sentence": e.sentence, "word": e.word} for e in group]


class Document:
    """One document with its clock, from which the events of any entity are read."""

    def __init__(self, layers: Resolved) -> None:
        self.layers = layers
        self.tree = Tree(layers.annotated.tokens)
        self.predications = predications(self.tree)
        self.clock = Clock(layers, self.tree, {p.token: p for p in self.predications})

    def events(self, entity: str) -> Iterator[Event]:
        """The events in which an entity takes part."""
        named = self.mentions(entity)
        for predication in self.predications if named else ():
            if predication.lemma not in STATES and named & self._participants(predication):
                yield self._event(entity, predication)

    def mentions(self, entity: str) -> frozenset[int]:
        """Tokens of an entity's mentions: its name, what is left of it when it is shortened, its pronouns."""
        named = set(self._named(entity))
        heads = {m.entity.id for m in self.layers.actors if named & set(range(m.first, m.stop))}
        return frozenset(named | {m.head for m in self.layers.actors if m.entity.id in heads})

    def _named(self, entity: str) -> Iterator[int]:
        tokens = self.tree.tokens
        names = short_names(entity)
        for i, token in enumerate(tokens):
            for name in names:
                if token.text.lower() == name[-1] or token.text.lower() == f"{name[-1]}s":
                    start = i + 1 - len(name)
                    if start >= 0 and [t.text.lower() for t in tokens[start:i]] == list(name[:-1]):
                        yield i

    def _participants(self, predication: Predication) -> frozenset[int]:
        """Heads of the participants and the words of their phrases that stand before the head."""
        heads = (*predication.subjects, *predication.objects, *predication.datives, *predication.possessors)
        return frozenset(k for head in (*heads, *predication.modifiers) for k in (head, *self.tree.children[head]))

    def _event(self, entity: str, predication: Predication) -> Event:
        token = self.tree.tokens[predication.token]
        text = self.layers.annotated.article.text
        return Event(
            entity=entity,
            date=written(self.clock.dated((token.i,), predication, open_to_future=True), self._today(predication)),
            doc=str(self.layers.annotated.article.id),
            sentence=text.count(BREAK, 0, token.span.start),
            word=token.text,
            lemma=predication.lemma,
        )

    def _today(self, predication: Predication) -> str | None:
        today = self.clock.today
        return today.isoformat() if today is not None and self.clock.is_news(predication) else None


def short_names(entity: str) -> list[tuple[str, ...]]:
    """The ways in which a name is written, in lower case: in full, and a person's by the surname.

    >>> short_names("Angela Merkel"), short_names("World Trade Organization")[1:], short_names("Boeing 787")
    ([('angela', 'merkel'), ('merkel',)], [('trade', 'organization')], [('boeing', '787')])
    """
    words = tuple(entity.lower().split())
    shorter = [words[n:] for n in range(1, len(words) - 1)]
    is_capitalised = all(word[:1].isupper() for word in entity.split())
    surname = [words[-1:]] if len(words) == len(("given", "family")) and is_capitalised else []
    return [words, *shorter, *surname]


def written(dated: Dated, today: str | None) -> str | None:
    """A day, month or year as timelines write it; the document's day where the act is its own news.

    >>> from dragoman.extract.clock import NEVER
    >>> written(Dated(Interval.month(2019, 5), "explicit", "May 2019", None, NEVER), None)
    '2019-05'
    """
    interval = dated.interval
    if interval is None or dated.basis == "article":
        return today if dated.text is None else None
    value = Interval(interval.start, interval.end).edtf
    return value if "/" not in value else None
