"""A verb and the clause that completes it → which kind of clause it is, and what the verb does to its act."""

from dragoman.extract.factuality_phrases import is_let_by_law, orders_own_forces, phrasal
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

_ORDERING = ("order", "instruct", "tell", "command", "direct")


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(k.tag == "TO" for k in tree.kids(verb.i, "aux", "mark"))


def is_bare(tree: Tree, verb: Token) -> bool:
    """Whether a verb is bare ("let us talk", "saw him leave"): no helper, no mark, no tense."""
    return not tree.kids(verb.i, "aux", "mark", "auxpass")


def is_question_word(tree: Tree, verb: Token) -> bool:
    """Whether a clause is an indirect question that takes its act for granted: "asked who ordered it"."""
    return any(k.tag in ("WP", "WRB", "WDT") for k in tree.kids(verb.i))


def verb_effect(tree: Tree, verb: Token, *, infinitive: bool) -> str:
    """What a verb does to the infinitive or gerund that completes it."""
    lemma = verb.lemma.lower()
    if lemma == "go":
        return "scheduled" if verb.tag == "VBG" else "implied"
    if infinitive and lemma in ("have", "get"):
        return _have_to(tree, verb)
    if infinitive and lemma == "like" and any(k.tag == "MD" for k in tree.kids(verb.i, "aux")):
        return "wished"
    if infinitive and lemma in ("mean", "design", "intend") and tree.kids(verb.i, "nsubjpass", "auxpass"):
        return "purpose"
    if lemma in _ORDERING and orders_own_forces(tree, verb):
        return "ordered"
    if is_let_by_law(tree, verb):
        return "enabled"
    special = certainty.words().infinitives.get(lemma) if infinitive else None
    return special or certainty.words().verbs.get(phrasal(tree, verb), "")


def _have_to(tree: Tree, verb: Token) -> str:
    """What "have to" does: "had to" was done, "have yet to" not, "have to" ought to be."""
    if any(k.text.lower() == "yet" for k in tree.kids(verb.i, "advmod")):
        return "reversed"
    if verb.tag == "VBD":
        return "implied"
    return "wished" if tree.kids(verb.i, "dobj") else "ought"


def is_singled_out(tree: Tree, noun: Token) -> bool:
    """Of "the first president to visit" it is told that he did."""
    words = certainty.words().singled_out
    return any(k.lemma.lower() in words for k in tree.kids(noun.i, "amod", "nummod", "advmod"))
