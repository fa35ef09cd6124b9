"""A pronoun's own clause → whom it cannot mean, whose "own" a thing is, and who goes on speaking."""

from dragoman.model.annotated import Token
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_words import words
from dragoman.resolve.reference_candidates import SUBJECT_WEIGHT, SUBJECTS, Candidate
from dragoman.resolve.who_scene import Draft, Scene

OBJECTS = ("dobj", "dative", "iobj")
CLAUSAL = frozenset({"VERB", "AUX"})
OWN = "own"
SPEAKING_ON = 0.5
"""Enough against other subjects of the same sentence ("X said that Y …. He said"), not against a nearer sentence."""


def parties(scene: Scene, token: Token) -> set[EntityId]:
    """The actors told by name in the same clause after a pronoun: whoever it is, it is none of them.

    For a possessive these are what its noun is done to ("its raids on Yemen"); who does the deed may well own the noun.
    """
    above = scene.tokens[token.head]
    if token.tag == "PRP" and above.pos not in CLAUSAL:
        return set()
    kids = () if token.tag == "PRP$" else scene.tree.kids(above.i, *OBJECTS)
    told = [*kids, *(o for p in scene.tree.kids(above.i, "prep", "dative") for o in scene.tree.kids(p.i, "pobj"))]
    found: set[EntityId] = set()
    for noun in told:
        owner = scene.owner.get(noun.i)
        if noun.i > token.i and owner is not None and not owner.dropped and owner.head == noun.i:
            found.update(e.id for e in owner.entities)
    return found


def own_subject(scene: Scene, token: Token) -> Draft | None:
    """The subject of the clause, for a possessive with "own"."""
    after = scene.tokens[token.i + 1] if token.i + 1 < len(scene.tokens) else None
    if token.tag != "PRP$" or after is None or after.text.lower() != OWN:
        return None
    for verb in scene.tree.ancestors(token.i):
        for subject in scene.tree.kids(verb.i, *SUBJECTS):
            owner = scene.owner.get(subject.i)
            return None if owner is None or owner.dropped or len(owner.entities) == 0 else owner
    return None


def says_more(scene: Scene, token: Token, near: list[Candidate]) -> list[Candidate]:
    """The candidates with more weight on those who spoke before, where the pronoun speaks."""
    if token.dep != "nsubj" or not _says(scene.tokens[token.head]):
        return near
    return [_heard(c) if c.distance == 1 and _spoke(scene, c.draft.head) else c for c in near]


def _heard(candidate: Candidate) -> Candidate:
    """One who spoke in the sentence before, who counts as its subject even if he only explains it."""
    gained = SPEAKING_ON if candidate.subject else SPEAKING_ON + SUBJECT_WEIGHT
    return candidate._replace(weight=candidate.weight + gained, subject=True)


def _spoke(scene: Scene, i: int) -> bool:
    """Whether a mention is the subject of a sentence's verb of saying, or explains it ("a general, X, said")."""
    token = scene.tokens[i]
    if token.dep not in {"nsubj", "appos"}:
        return False
    chain = (token, *scene.tree.ancestors(i))
    subject = next((t for t in chain if t.dep not in {"appos", "pobj", "prep"}), token)
    verb = scene.tokens[subject.head]
    return subject.dep == "nsubj" and verb.dep == "ROOT" and _says(verb)


def is_main(scene: Scene, i: int) -> bool:
    """Whether a subject's clause is none that only tells more of a noun ("which fought Chad")."""
    return scene.tokens[scene.tokens[i].head].dep not in {"relcl", "acl", "advcl"}


def _says(verb: Token) -> bool:
    return verb.lemma.lower() in words().saying
