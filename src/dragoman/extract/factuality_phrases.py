"""Phrases of several words → what they do to an act: "instead of", "in vain", "turned out false"."""

from collections.abc import Iterator

from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

_OBJECTS = ("dobj", "nsubjpass", "dative")
_PREDICATES = ("acomp", "attr", "oprd", "xcomp", "ccomp")
_NEVER_MET = ("had",)
_MAYBE_MET = ("should", "were")
_UNREAL_MODALS = ("would", "could", "might", "'d", "’d")
_BEFORE_ADVERB = "than"
_IN_VAIN_BEFORE = ("in", "to", "without")


def phrasal(tree: Tree, verb: Token) -> str:
    """A verb's lemma, with its particle where the table knows both together ("call_off")."""
    lemma = verb.lemma.lower()
    table = certainty.words()
    for kid in tree.kids(verb.i, "prt", "advmod", "prep"):
        both = f"{lemma}_{kid.text.lower()}"
        if both in table.verbs or both in table.phases:
            return both
    return lemma


def is_opposite(tree: Tree, preposition: Token) -> bool:
    """Whether a preposition with the word before it denies what follows: "instead of", "short of"."""
    if preposition.i == 0:
        return False
    both = f"{tree.tokens[preposition.i - 1].text} {preposition.text}".lower()
    return both in certainty.words().opposites


def is_kept_from(preposition: Token, verb: Token) -> bool:
    """Whether somebody is kept from something."""
    return preposition.text.lower() == "from" and verb.lemma.lower() in certainty.words().from_verbs


def is_rather_than(tree: Tree, verb: Token) -> bool:
    """Whether a bare verb stands behind "rather than"."""
    marks = tree.kids(verb.i, "mark", "prep", "cc")
    return any(k.text.lower() == _BEFORE_ADVERB and is_opposite(tree, k) for k in marks)


def is_in_vain(tree: Tree, verb: Token) -> bool:
    """Whether a verb is followed by "in vain" or "to no avail"."""
    words = certainty.words().in_vain
    prepositions = (k for k in tree.kids(verb.i, "prep", "advmod") if k.text.lower() in _IN_VAIN_BEFORE)
    return any(o.text.lower() in words for k in prepositions for o in tree.kids(k.i, "pobj", "amod", "acomp"))


def effect_of_opportunity(tree: Tree, noun: Token) -> str:
    """Of one who "took the opportunity to" do something it is told that he did."""
    words, above = certainty.words(), tree.tokens[noun.head]
    taken = noun.dep == "dobj" and above.lemma.lower() in words.taking
    return "implied" if taken and noun.lemma.lower() in words.opportunities else ""


def orders_own_forces(tree: Tree, verb: Token) -> bool:
    """Whether those who are told to do something are forces who obey."""
    forces = certainty.words().own_forces
    return any(kid.lemma.lower() in forces for kid in tree.kids(verb.i, *_OBJECTS))


def is_let_by_law(tree: Tree, verb: Token) -> bool:
    """Whether a law or a power lets somebody do something."""
    laws = certainty.words().laws
    is_let = verb.lemma.lower() == "let" and verb.tag in ("VBZ", "VBP")
    return is_let and any(kid.lemma.lower() in laws for kid in tree.kids(verb.i, "nsubj"))


def inversion(tree: Tree, verb: Token) -> str:
    """The helper that opens a condition without "if": "had", "should", "were"; else nothing."""
    subjects = [kid.i for kid in tree.kids(verb.i, "nsubj", "nsubjpass")]
    first = next((kid for kid in tree.kids(verb.i, "aux", "auxpass")), None)
    opens = first is not None and (first.i == 0 or tree.tokens[first.i - 1].sentence != first.sentence)
    is_clause = verb.dep == "advcl" or (verb.dep == "ccomp" and opens)
    if not is_clause or first is None or not subjects or first.i > min(subjects):
        return ""
    low = first.text.lower()
    return low if low in (*_NEVER_MET, *_MAYBE_MET) else ""


def is_unreal(tree: Tree, verb: Token) -> bool:
    """Whether a condition was never met: "had Peru signed", "if Spain had sent ships, pirates would have fled"."""
    if inversion(tree, verb) in _NEVER_MET:
        return True
    behind_if = any(k.text.lower() == "if" for k in tree.kids(verb.i, "mark"))
    perfect = any(k.text.lower() in ("had", "'d", "’d") for k in tree.kids(verb.i, "aux"))
    above = tree.tokens[verb.head]
    modals = {k.text.lower() for k in tree.kids(above.i, "aux") if k.tag == "MD"}
    return behind_if and perfect and bool(modals & set(_UNREAL_MODALS))


def is_falsely_said(tree: Tree, verb: Token) -> bool:
    """Whether something is said falsely or wrongly."""
    return any(k.text.lower() in certainty.words().falsely for k in tree.kids(verb.i, "advmod"))


def is_content(tree: Tree, clause: Token, noun: Token) -> bool:
    """Whether a clause tells what a claim says, also where the parser takes "that" for a second object."""
    thats = [k for k in tree.kids(clause.i) if k.text.lower() == "that"]
    if clause.dep == "acl":
        return any(k.dep == "mark" for k in thats)
    whole = all(any(k not in thats for k in tree.kids(clause.i, dep)) for dep in ("nsubj", "dobj"))
    return clause.dep == "relcl" and bool(thats) and whole and noun.lemma.lower() in certainty.words().nouns


def is_belied(tree: Tree, noun: Token) -> bool:
    """Whether a claim is told to be false: "the story that … was a hoax", "reports that … turned out to be false"."""
    if noun.dep not in ("nsubj", "nsubjpass"):
        return False
    belied = certainty.words().belied
    return any(token.lemma.lower() in belied or token.text.lower() in belied for token in _said_of(tree, noun.head))


def _said_of(tree: Tree, verb: int) -> Iterator[Token]:
    """What a verb like "be" or "turn out to be" says of its subject, unless it is negated."""
    for kid in tree.kids(verb, *_PREDICATES):
        if not tree.kids(verb, "neg"):
            yield kid
            yield from (inner for inner in tree.kids(kid.i, *_PREDICATES))


def vouch(tree: Tree, verb: Token, state: State) -> None:
    """What the article itself vouches for, or takes back, at a verb of knowing or saying."""
    if is_falsely_said(tree, verb):
        state.settle(verb.i, negated=not state.negated)
        state.witnessed = True
    elif verb.lemma.lower() in certainty.words().witnessing:
        state.witnessed = True


def is_in_order(tree: Tree, noun: Token) -> bool:
    """Whether a noun is that of "in order to"."""
    return noun.lemma.lower() == "order" and noun.dep == "pobj" and tree.tokens[noun.head].text.lower() == "in"


def is_rejected(tree: Tree, noun: Token) -> bool:
    """Whether a claim is the object of a verb that rejects it: "rejected the charge", "dismissed as false reports"."""
    words, above = certainty.words(), tree.tokens[noun.head]
    behind_as = noun.dep == "pobj" and above.text.lower() == "as"
    above = tree.tokens[above.head] if behind_as else above
    is_claim = words.nouns.get(noun.lemma.lower()) in ("alleged", "probable", "doubted")
    return is_claim and (behind_as or noun.dep in ("dobj", "nsubjpass")) and above.lemma.lower() in words.rejecting
