"""An act → the tokens whose words may tell its contexts, each with what a word there is worth."""

from collections.abc import Iterable, Iterator

from dragoman.extract.acts import Act, Acting
from dragoman.extract.arguments import LOWER_CLAUSES, is_infinitive
from dragoman.extract.typing import Match
from dragoman.model.annotated import Token
from dragoman.model.resolved import ActorMention

NEAR = 2.5
"""Worth of a word in the act's object or content, or of what it is about."""
FAR = 1.5
"""Worth of another word of its clause, or of its purpose."""
ABOUT = frozenset({"on", "over", "of", "against", "about", "for", "with"})
"""Prepositions of what an act is about, or of what it is done with."""
BESIDE = frozenset(
    {"near", "outside", "beside", "alongside", "behind", "opposite", "towards", "toward", "like", "unlike"}
)
"""Prepositions of what only stands by, or is only likened."""
AROUND = 6
"""Tokens either side of a word in which a headline is looked for."""
SHORT = 3
"""Letters of the longest words that a headline leaves without a capital."""
CLOSE = frozenset({"close", "next", "adjacent"})
"""Words that say the same with "to" behind them."""
TIMES = frozenset({"after", "before", "since", "until"})
"""Prepositions of another act that only tells the time, where a time stands before them ("a week after the flood")."""
NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})
"""Entity labels of what may bear a common word in its name ("the Trade Ministry")."""
PROPER = frozenset({"NNP", "NNPS"})
HEADING = 0.9
"""Share of words with a capital from which a line is a headline; running text stays under half."""
NAMED = frozenset({"person", "state"})
BARE = frozenset({"VB", "NN"})
"""Tags of a bare infinitive, which is no clause of its own ("let them work"); the tagger takes some for nouns."""


class Zones:
    """The zones of one article's acts."""

    def __init__(self, acting: Acting, mentions: Iterable[ActorMention]) -> None:
        self.typer = acting.typer
        self.tree = acting.tree
        self._veiled = frozenset(token for m in mentions for token in range(m.first, m.stop) if m.entity.kind in NAMED)

    def of(self, act: Act) -> dict[int, float]:
        """Tokens with their worth."""
        match, found = act.match, {}
        for root in self._roots(match):
            found.update(dict.fromkeys(self._below(root, act), FAR))
        for head in self._near(match):
            found.update(dict.fromkeys(self._below(head, act), NEAR))
        found.update(dict.fromkeys(match.words, NEAR))
        return found

    def is_veiled(self, hit: tuple[int, ...]) -> bool:
        """Whether words are part of a name or title, and tell nothing as words."""
        return any(token in self._veiled or self._names(token, hit) for token in hit)

    def _names(self, token: int, hit: tuple[int, ...]) -> bool:
        """Whether a capital word belongs to a name ("Election Street"), where not every word has a capital."""
        one = self.tree.tokens[token]
        if one.tag not in PROPER:
            return False
        head = self.tree.tokens[one.head]
        inside = one.dep == "compound" and head.tag in PROPER and head.i not in hit
        return one.entity in NAMES or (inside and not self._is_heading(one))

    def _is_heading(self, one: Token) -> bool:
        """Whether most long words around one have a capital, as in a headline."""
        near = [t for t in self.tree.tokens[max(one.i - AROUND, 0) : one.i + AROUND + 1] if t.sentence == one.sentence]
        long = [t.text[0].isupper() for t in near if len(t.text) > SHORT]
        return sum(long) >= HEADING * len(long)

    def _roots(self, match: Match) -> Iterator[int]:
        """The act's word, its purpose, and the clause of the verb that only carries it ("talks began")."""
        predication = match.predication
        yield predication.token
        for clause in self.tree.kids(predication.token, "advcl"):
            if is_infinitive(self.tree, clause):
                yield clause.i
        governor = predication.governor
        if predication.kind == "noun" and governor is not None and self._carries(governor, predication.relation):
            yield governor

    def _carries(self, governor: int, relation: str) -> bool:
        above = self.typer.match(governor)
        return relation in {"dobj", "nsubj", "nsubjpass"} and (above is None or not above.frame.is_event)

    def _near(self, match: Match) -> Iterator[int]:
        """Heads of the act's objects and content, and of what it is about."""
        predication = match.predication
        yield from (*predication.objects, *predication.datives)
        yield from (o.head for o in predication.obliques if o.preposition in ABOUT)
        inner: Match | None = match
        while inner is not None:
            if inner.content is not None:
                yield inner.content
                yield from self.typer.by_token[inner.content].objects if inner.content in self.typer.by_token else ()
            inner = inner.complement

    def _below(self, root: int, act: Act) -> Iterator[int]:
        """A word with what hangs on it, without other clauses, other acts, appositions, and what only stands by."""
        stack = [root]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(k.i for k in self.tree.kids(node) if not self._is_other(k, act))

    def _is_other(self, kid: Token, act: Act) -> bool:
        if kid.dep in LOWER_CLAUSES:
            return kid.dep != "ccomp" or kid.tag not in BARE
        if kid.dep == "conj" and kid.pos in {"VERB", "AUX"}:
            return kid.i not in act.match.words
        if kid.dep == "acl":
            return kid.tag == "VBN" or self.tree.tokens[kid.head].dep == "nsubj"
        if kid.dep == "appos":
            return self.tree.tokens[kid.head].pos == "PROPN"
        if kid.text.lower() in CLOSE:
            return kid.dep in {"advmod", "acomp", "amod", "prep"}
        return kid.dep == "prep" and (kid.text.lower() in BESIDE or self._is_time(kid))

    def _is_time(self, preposition: Token) -> bool:
        word = preposition.text.lower()
        return word in TIMES and (word != "after" or bool(self.tree.kids(preposition.i, "npadvmod", "pcomp")))
