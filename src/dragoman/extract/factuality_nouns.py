"""An event noun under a verb or behind a preposition → what these do to it, and where to read on."""

from dragoman.extract.factuality_apply import VERBAL, apply, inherit
from dragoman.extract.factuality_phrases import is_kept_from, phrasal
from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty, cues

_CONCERNED = ("concern", "worry", "anxiety", "fear")


def noun_step(tree: Tree, here: Token, above: Token, state: State) -> Token | None:
    """An event noun under a verb, a noun or a preposition."""
    words = certainty.words()
    if here.dep == "pobj" and above.pos in ("ADP", "SCONJ"):
        return _noun_behind(tree, above, state)
    if above.pos not in VERBAL:
        return None
    lemma = phrasal(tree, above)
    if here.dep == "nsubj" and lemma in words.came_to_nothing and state.phase in ("attempted", "intended", "proposed"):
        state.settle(above.i, negated=True)
        return None
    if here.dep in ("nsubj", "csubj", "attr", "oprd"):
        effect = "wished" if is_only_wished(tree, here, above) else "implied" if lemma in words.occurs else None
        return None if effect is None else apply(tree, above, effect, state)
    if here.dep not in ("dobj", "nsubjpass"):
        return None
    if lemma in words.occurrence:
        return apply(tree, above, "implied", state)
    effect = words.verbs.get(lemma, "")
    said = here.lemma.lower() in cues.nouns() and effect == "reversed"
    judged = lemma in words.not_objects or bool(tree.kids(above.i, "oprd", "acomp"))
    if effect in ("", "known", "implied") or said or judged:
        return inherit(tree, above, state)
    return apply(tree, above, effect, state)


def is_only_wished(tree: Tree, here: Token, above: Token) -> bool:
    """Whether what somebody dreams of is the subject of a "be": "his removal has long been a goal of theirs"."""
    dreams = certainty.words().dreams
    is_subject = here.dep in ("nsubj", "csubj") and above.lemma.lower() in ("be", "remain", "become")
    return is_subject and any(k.lemma.lower() in dreams for k in tree.kids(above.i, "attr"))


def _noun_behind(tree: Tree, preposition: Token, state: State) -> Token | None:
    """An event noun behind a preposition: "without talks", "threat of war", "called for a ceasefire"."""
    words, above = certainty.words(), tree.tokens[preposition.head]
    own = words.prepositions.get(preposition.lemma.lower())
    if own == "reversed" and preposition.lemma.lower() == "without":
        state.negate(preposition.i)
        return None
    if own == "condition":
        state.weaken(own, preposition.i)
        return None
    if preposition.lemma.lower() not in ("of", "for", "to", "from", "on", "about"):
        return None
    tables = {"NOUN": words.nouns, "VERB": words.verbs}
    if preposition.text.lower() == "for" and above.lemma.lower() in words.gathering:
        return apply(tree, above, "purpose", state)
    if is_kept_from(preposition, above):
        state.negate(preposition.i)
        return None
    if preposition.text.lower() == "about" and above.lemma.lower() in _CONCERNED:
        return None  # one may be concerned about what has happened
    effect = tables.get(above.pos, {}).get(phrasal(tree, above), "")
    return apply(tree, above, effect, state) if effect not in ("", "known", "implied") else None
