"""A verb in its sentence → whether it tells of play or of nature, where words of conflict are no acts."""

from collections.abc import Iterable, Iterator

from dragoman.model.predication import Predication
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon

NAMING = ("compound", "nmod", "appos")
"""How the kind of a named thing hangs on its name ("Hurricane Marcia")."""


class Scenes:
    """The sentences of an article that tell of a game, and the verbs that nature is the doer of."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        words = lexicon.members("game_word")
        self.games = frozenset(t.sentence for t in tree.tokens if t.pos == "NOUN" and t.lemma.lower() in words)

    def is_no_act(self, predication: Predication) -> bool:
        """Whether a verb is one of play in a sentence about a game, or tells what a storm or an animal does."""
        if predication.kind != "verb":
            return False
        sentence = self.tree.tokens[predication.token].sentence
        if sentence in self.games and predication.lemma.lower() in lexicon.members("game_verb"):
            return True
        return self._is_nature(predication.subjects)

    def _is_nature(self, subjects: Iterable[int]) -> bool:
        words = lexicon.members("nature")
        heads = [i for subject in subjects for i in self._kinds(subject)]
        return any(self.tree.tokens[i].lemma.lower() in words for i in heads)

    def _kinds(self, head: int) -> Iterator[int]:
        """A word, what kind of thing a name says that it is, and what a herd or swarm consists of."""
        yield head
        if self.tree.tokens[head].pos == "PROPN":
            yield from (k.i for k in self.tree.kids(head, *NAMING))
        if self.tree.tokens[head].lemma.lower() in lexicon.members("swarm"):
            of = (p for p in self.tree.kids(head, "prep") if p.text.lower() == "of")
            yield from (k.i for p in of for k in self.tree.kids(p.i, "pobj"))
