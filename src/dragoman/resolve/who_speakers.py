"""First-person pronouns → who speaks: subject of the verb of saying above, or speaker of the running quotation."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_issuer import labelled
from dragoman.resolve.who_scene import Scene

NEAR = 2
"""Sentences over which a quotation may run on without naming its speaker again."""


class Speakers:
    """Speakers of an article, told in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last: tuple[int, tuple[Entity, ...]] | None = None

    def of(self, token: Token) -> tuple[Entity, ...] | None:
        """Who says a first-person pronoun; None where no speaker is told."""
        found = self._above(token) or self._in_sentence(token)
        if found is not None:
            self.last = (token.sentence, found)
            return found
        label = labelled(self.scene, token)
        if label is not None:
            return label or None
        if self.last is not None and token.sentence - self.last[0] <= NEAR:
            return self.last[1]
        return None

    def _above(self, token: Token) -> tuple[Entity, ...] | None:
        for verb in self.scene.tree.ancestors(token.i):
            if verb.lemma.lower() in words().saying:
                found = self._subject(verb)
                if found is not None:
                    return found
        return None

    def _in_sentence(self, token: Token) -> tuple[Entity, ...] | None:
        """The speaker told by the sentence's main verb, where the parse does not hang the quotation on it."""
        root = next((t for t in self.scene.tree.ancestors(token.i) if t.dep == "ROOT"), None)
        return None if root is None or root.lemma.lower() not in words().saying else self._subject(root)

    def _subject(self, verb: Token) -> tuple[Entity, ...] | None:
        for subject in self.scene.tree.kids(verb.i, "nsubj"):
            owner = self.scene.owner.get(subject.i)
            if owner is not None and not owner.dropped and len(owner.entities) > 0 and subject.tag != "PRP":
                return owner.entities
            if subject.text.lower() in {"he", "she"}:
                return owner.entities if owner is not None and not owner.dropped else self._before(subject)
        return None

    def _before(self, subject: Token) -> tuple[Entity, ...] | None:
        """Whom "he said" after a quotation means: the person spoken of last as a subject."""
        for draft in reversed(self.scene.recent(subject, NEAR)):
            head = self.scene.tokens[draft.head]
            if draft.entities and draft.entities[0].kind == "person" and head.dep == "nsubj":
                return draft.entities
        return None
