"""What stands between two actors, told in passing → statement records of kind `stands`: allies, rivals, ties, states.

"Japan's key ally the United States", "a close partner of Turkey", "relations between Algeria and Morocco remain
strained", "Switzerland remains neutral". The speakers of such a statement are those between whom it stands.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dragoman.extract import factuality, wire
from dragoman.extract.cast import Part
from dragoman.extract.clock import auxiliaries
from dragoman.extract.events import CODER, EventWriter
from dragoman.model.annotated import Token
from dragoman.model.because import Because
from dragoman.model.event import StatementRecord
from dragoman.ontology import cues

CONFIDENCE = 0.6
"""Set beside that of figures and derived statements; not fitted."""
RULE = "relations.yaml"
BOTH = 2
NEAR = 4
"""Words that an article and a name may have."""
Polarity = Literal["positive", "negative"] | None


class Relation(NamedTuple):
    """A relation or state: its word, the tokens that tell it, whose it is, and to whom."""

    word: Token
    tokens: list[int]
    whose: tuple[Part, ...]
    other: tuple[Part, ...]
    polarity: Polarity


class StandingWriter:
    """Writes what stands between the actors of one article."""

    def __init__(self, writer: EventWriter, told: frozenset[int]) -> None:
        self.writer = writer
        self.tree = writer.tree
        self.cast = writer.cast
        self.told = told

    def written(self) -> tuple[StatementRecord, ...]:
        """The statements, in the order of the text; none for a word that tells one already."""
        return tuple(self._record(found) for found in self._each() if found.word.i not in self.told)

    def _each(self) -> Iterator[Relation]:
        for token in self.tree.tokens:
            lemma = token.lemma.lower()
            found = None
            if token.pos == "NOUN" and lemma in cues.relation_nouns():
                found = self._kin(token, cues.relation_nouns()[lemma])
            elif token.pos == "NOUN" and lemma in cues.relations().ties:
                found = self._ties(token)
            elif token.pos == "NOUN" and lemma in cues.relations().housed:
                found = self._housed(token)
            elif token.pos == "ADJ" and lemma in cues.relations().states:
                found = self._state(token)
            if found is not None:
                yield found

    def _kin(self, noun: Token, polarity: Polarity) -> Relation | None:
        """Whose ally or rival somebody is: "A's ally B", "B, an ally of A", "B is an ally of A"."""
        owners = [*self.tree.kids(noun.i, "poss"), *self._behind(noun, cues.relations().of)]
        others = [*self.tree.kids(noun.i, "appos")]
        above = self.tree.tokens[noun.head]
        if noun.dep in ("appos", "compound", "nmod") and above.i != noun.i:
            others.append(above)
            owners = owners or self.tree.kids(above.i, "poss")
        if noun.dep in ("attr", "oprd") and above.lemma in cues.relations().staying:
            others.extend(self.tree.kids(above.i, "nsubj"))
        elif not others:
            others = [self._beside(noun)]
        left = self.cast.of([t.i for t in owners])
        right = self._others([t.i for t in others], left)
        if not left or not right:
            return None
        whose, other = (right, left) if noun.dep in ("attr", "oprd") else (left, right)
        return Relation(noun, self._phrase(noun), whose, other, polarity)

    def _beside(self, noun: Token) -> Token:
        """The name right behind a noun where the parser did not join them, else the noun."""
        for following in self.tree.tokens[noun.i + 1 : noun.i + 1 + NEAR]:
            if following.pos == "PROPN" and following.head == noun.head:
                return following
            if following.pos not in ("DET", "PROPN"):
                break
        return noun

    def _others(self, heads: list[int], left: tuple[Part, ...]) -> tuple[Part, ...]:
        """Who is meant, without those whose ally he is."""
        own = {part.mention.entity.id for part in left}
        return tuple(part for part in self.cast.of(heads) if part.mention.entity.id not in own)

    def _ties(self, noun: Token) -> Relation | None:
        """How two get on: "relations between A and B", "A has close ties with B", "A and B enjoy close ties"."""
        above = self.tree.tokens[noun.head]
        has = noun.dep == "dobj" and above.lemma in cues.relations().having
        if not has and not (noun.dep == "nsubj" and above.lemma in cues.relations().staying):
            return None
        behind = [*self._behind(noun, cues.relations().with_), *(self._behind(above, ("with",)) if has else ())]
        heads = [t.i for t in (*(self.tree.kids(above.i, "nsubj") if has else ()), *behind)]
        parties = self.cast.of([i for head in heads for i in (head, *self.tree.conjuncts(head))])
        described = [*self.tree.kids(noun.i, "amod", "det"), *([] if has else self.tree.kids(above.i, "acomp", "oprd"))]
        polarity = self._sense(described)
        if len({part.mention.entity.id for part in parties}) < BOTH or polarity is None:
            return None
        tokens = self._phrase(noun) if has else self.tree.subtree(above.i)
        return Relation(noun, tokens, parties, (), polarity)

    def _sense(self, words: list[Token]) -> Polarity:
        """Whether words call ties good, bad or none."""
        table = cues.relations()
        for word in words:
            lemma = word.lemma.lower()
            if lemma in table.bad or word.text.lower() in table.none:
                return "negative"
            if lemma in table.good:
                return "positive"
        return None

    def _housed(self, noun: Token) -> Relation | None:
        """Whose base or embassy stands where: "Djibouti hosts a Chinese naval base"."""
        above = self.tree.tokens[noun.head]
        if noun.dep != "dobj" or above.lemma not in cues.relations().housing:
            return None
        hosts = self.cast.of([t.i for t in self.tree.kids(above.i, "nsubj")])
        guests = self._others([t.i for t in self.tree.kids(noun.i, "amod", "poss", "compound", "nmod")], hosts)
        return Relation(noun, self._phrase(noun), hosts, guests, None) if hosts and guests else None

    def _state(self, adjective: Token) -> Relation | None:
        """How somebody stands: "Switzerland remains neutral"."""
        above = self.tree.tokens[adjective.head]
        if adjective.dep not in ("acomp", "oprd") or above.lemma not in cues.relations().staying:
            return None
        whose = self.cast.of([t.i for t in self.tree.kids(above.i, "nsubj")])
        return Relation(adjective, self.tree.subtree(adjective.i), whose, (), None) if whose else None

    def _behind(self, token: Token, prepositions: tuple[str, ...]) -> list[Token]:
        kids = [p for p in self.tree.kids(token.i, "prep") if p.lemma in prepositions]
        return [o for p in kids for o in self.tree.kids(p.i, "pobj")]

    def _phrase(self, noun: Token) -> list[int]:
        """The noun with what describes it, without an apposition or a clause about it."""
        beyond = {j for k in self.tree.kids(noun.i, "appos", "relcl", "punct") for j in self.tree.subtree(k.i)}
        return [i for i in self.tree.subtree(noun.i) if i not in beyond]

    def _record(self, found: Relation) -> StatementRecord:
        text, day = self.writer.article.text, self.writer.article.date
        span, sentence = found.word.span, self.writer.sentence(found.word.i)
        position = self.tree.span(found.tokens)
        judged = factuality.judge(self.tree, found.word.i)
        identity = self.writer.identify("statement", span)
        self.writer.reasons[identity] = (
            Because(field="kind", rule=RULE, spans=(span,)),
            *(part.mention.because for part in (*found.whose, *found.other)),
        )
        return StatementRecord(
            id=identity,
            article=self.writer.ref,
            kind="stands",
            speaker=wire.actor_refs(found.whose, text, day),
            about=wire.actor_refs(found.other, text, day),
            position=position.of(text),
            position_span=position,
            polarity=found.polarity,
            auxiliary=auxiliaries(
                historical=False, future=judged.future, hypothetical=judged.hypothetical, negated=judged.negated
            ),
            event_text=span.of(text),
            event_span=span,
            text=sentence.span.of(text),
            text_span=sentence.span,
            sentence=sentence.index,
            confidence=CONFIDENCE,
            coder=CODER,
        )
