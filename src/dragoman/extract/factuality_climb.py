"""From the word of an act up through the words that govern it: complements, purposes, conditions, coordination."""

from dragoman.extract.factuality_apply import VERBAL, apply, inherit
from dragoman.extract.factuality_clause import read_noun, read_verb
from dragoman.extract.factuality_complement import is_bare, is_infinitive, is_question_word, is_singled_out, verb_effect
from dragoman.extract.factuality_nouns import is_only_wished, noun_step
from dragoman.extract.factuality_phrases import (
    effect_of_opportunity,
    is_belied,
    is_content,
    is_falsely_said,
    is_in_order,
    is_kept_from,
    is_opposite,
    is_rejected,
    phrasal,
    vouch,
)
from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty, cues

MAX_STEPS = 12
"""Governing words read on the way up; no real sentence needs more."""
_ENABLING = ("can", "could", "may", "might")
"""Modal verbs of what something is for ("so that they could")."""
_PROVISOS = ("provide", "assume", "suppose", "grant")
"""Participles that open a condition ("provided that")."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_FACTS = frozenset(("warn", "fear", "worry", "insist", "threaten", "suggest"))
"""Verbs of wish or fear that also report what has happened ("warned that groups grew")."""
_REPORTS = frozenset(("insist", "suggest"))
"""Of these, those that report it also in compound tenses."""


def read(tree: Tree, token: int) -> State:
    """All that the sentence says about the act of a token."""
    state = State()
    here = _own(tree, tree.tokens[token], state)
    for _ in range(MAX_STEPS):
        above = _step(tree, here, state)
        if above is None:
            break
        here = above
    return state


def _own(tree: Tree, token: Token, state: State) -> Token:
    """Read the clause of the act itself; of a predicate noun or adjective also that of its "be"."""
    if token.dep in ("aux", "auxpass") and token.head != token.i:
        token = tree.tokens[token.head]
    if token.pos in VERBAL and token.dep not in ("amod", "compound"):
        read_verb(tree, token.i, state)
        return token
    read_noun(tree, token.i, state)
    head = tree.tokens[token.head]
    if token.dep in ("acomp", "attr", "oprd") and head.lemma in ("be", "become", "remain"):
        read_verb(tree, head.i, state)
        return head
    return token


def _step(tree: Tree, here: Token, state: State) -> Token | None:
    """Read the word that governs one word; None where nothing above matters any more."""
    if here.head == here.i:
        return None
    above = tree.tokens[here.head]
    if here.dep == "conj":
        return _coordinated(tree, here, above, state)
    if here.pos in VERBAL and here.dep not in ("amod", "compound", "nmod"):
        return _clause(tree, here, above, state)
    return noun_step(tree, here, above, state)


def _coordinated(tree: Tree, here: Token, above: Token, state: State) -> Token:
    """The second of two verbs shares modal verb and negation of the first, unless it has a subject of its own."""
    if here.pos not in VERBAL:
        read_noun(tree, above.i, state)
        return above
    nor = next((k for k in tree.kids(above.i, "cc") if above.i < k.i < here.i and k.text.lower() == "nor"), None)
    own = bool(tree.kids(here.i, *_SUBJECTS, "aux"))
    contrast = any(k.text.lower() in ("but", "yet") for k in tree.kids(above.i, "cc"))
    if not own and not contrast and above.pos in VERBAL and here.tag in _same_form(above):
        read_verb(tree, above.i, state)
    if nor is not None and not state.negated:
        state.negate(nor.i)
    return above


def _same_form(above: Token) -> tuple[str, ...]:
    """Tags that a verb sharing another one's helpers may have."""
    finite = ("VBD", "VBZ", "VBP")
    return ("VBD", "VBN") if above.tag in ("VBN", "VBD") else finite if above.tag in finite else (above.tag,)


def _clause(tree: Tree, here: Token, above: Token, state: State) -> Token | None:
    """A verb under another word."""
    infinitive = is_infinitive(tree, here)
    if here.dep in ("ccomp", "xcomp", "csubj", "csubjpass", "oprd", "acomp", "dobj", "nsubj", "attr"):
        return _complement(tree, here, above, state, infinitive=infinitive)
    if here.dep == "pcomp":
        return _behind(tree, above, state)
    if here.dep in ("acl", "advcl", "relcl") and infinitive:
        return _to(tree, here, above, state)
    if is_content(tree, here, above):
        _claim(tree, above, state)
        return None
    if here.dep == "acl" and above.lemma.lower() in certainty.words().eventualities:
        state.weaken("condition", above.i)
        return None
    if here.dep == "advcl":
        return _adverbial(tree, here, above, state)
    if here.dep == "relcl":
        _any(tree, above, state)
    return None


def _claim(tree: Tree, noun: Token, state: State) -> None:
    """A clause with "that" on a noun: its claim, wish or knowledge; perhaps told to be false, or rejected."""
    words, negated = certainty.words(), state.negated
    apply(tree, noun, words.nouns.get(noun.lemma.lower(), ""), state)
    if is_belied(tree, noun):
        state.settle(noun.i, negated=not negated)
        state.witnessed = True
    elif is_rejected(tree, noun):
        state.settle(noun.head, negated=not negated)


def _complement(tree: Tree, here: Token, above: Token, state: State, *, infinitive: bool) -> Token | None:
    """A clause, infinitive or gerund that completes a verb, noun or adjective."""
    words, lemma = certainty.words(), above.lemma.lower()
    if above.pos == "ADJ":
        governor = tree.tokens[above.head]
        copula = governor if governor.lemma == "be" and above.dep == "acomp" else None
        if not infinitive:
            state.witnessed = state.witnessed or lemma in words.witnessing
        return apply(tree, above, _of_adjective(tree, here, above, infinitive=infinitive), state, copula)
    if above.dep == "prep" and lemma in _PROVISOS:
        state.weaken("condition", above.i)
        return None
    if lemma in ("be", "do") and above.pos in VERBAL:
        return _be(tree, here, above, state, infinitive=infinitive)
    if infinitive or (here.tag in ("VB", "VBG") and (here.dep == "xcomp" or is_bare(tree, here))):
        named = any(is_singled_out(tree, k) for k in tree.kids(above.i, "attr"))
        default = "wished" if infinitive and not named else "implied"
        return apply(tree, above, verb_effect(tree, above, infinitive=infinitive) or default, state)
    if here.dep in ("nsubj", "csubj", "csubjpass"):
        return apply(tree, above, "implied" if here.tag == "VBG" else "", state)
    return _content(tree, here, above, state)


def _content(tree: Tree, here: Token, above: Token, state: State) -> Token | None:
    """A clause that somebody says, thinks, wishes or knows."""
    words, lemma = certainty.words(), above.lemma.lower()
    effect = words.that_verbs.get(lemma, words.nouns.get(lemma, "") if above.pos == "NOUN" else "")
    vouch(tree, above, state)
    if not effect or is_falsely_said(tree, above):
        if state.ground == "would" and above.tag in ("VBD", "VBN"):
            state.turn("would_say")
        state.reported = state.reported or lemma in cues.verbs()
        _doubt(tree, above, state)
        return None
    if effect == "wished" and (is_question_word(tree, here) or _tells_fact(tree, here, lemma)):
        return None
    if effect == "doubted" and _is_whether(tree, here):
        effect = "open"
    if effect == "reversed" and _is_undenied(tree, above):
        state.weaken("asked", above.i)
        return None
    return apply(tree, above, effect, state)


def _tells_fact(tree: Tree, here: Token, lemma: str) -> bool:
    """Whether a verb of wish or fear reports what has happened: "warned that groups grew", "insisted it had left"."""
    helpers = tree.kids(here.i, "aux", "auxpass")
    told = here.tag == "VBD" or (lemma in _REPORTS and any(k.tag in ("VBD", "VBZ", "VBP") for k in helpers))
    return told and lemma in _FACTS


def _of_adjective(tree: Tree, here: Token, above: Token, *, infinitive: bool) -> str:
    """What an adjective does to its clause; "unclear whether" leaves all open."""
    words, lemma = certainty.words(), above.lemma.lower()
    effect = words.adjectives.get(lemma, "wished" if infinitive else "")
    if infinitive:
        return effect
    return "open" if effect == "doubted" and _is_whether(tree, here) else words.that_adjectives.get(lemma, effect)


def _is_whether(tree: Tree, verb: Token) -> bool:
    return any(k.text.lower() in ("whether", "if") for k in tree.kids(verb.i, "mark"))


def _is_undenied(tree: Tree, verb: Token) -> bool:
    """Whether something is not denied, which says nothing: "did not deny", "neither confirmed nor denied"."""
    nor = any(k.text.lower() == "nor" for k in tree.kids(verb.head, "cc")) and verb.dep == "conj"
    return nor or bool(tree.kids(verb.i, "neg"))


def _doubt(tree: Tree, above: Token, state: State) -> None:
    """What somebody is told not to say or know is left open."""
    if any(k.dep == "neg" for k in tree.kids(above.i)) and above.lemma.lower() not in ("know", "realize", "forget"):
        state.weaken("asked", above.i)


def _be(tree: Tree, here: Token, above: Token, state: State, *, infinitive: bool) -> Token | None:
    """A clause beside "be": "is to meet"; "the plan is to meet"; "what he did was resign"."""
    words = certainty.words()
    if is_only_wished(tree, here, above):
        return apply(tree, above, "wished", state)
    if not infinitive or here.dep == "csubj":
        adjective = next((k for k in tree.kids(above.i, "acomp", "attr") if k.i != here.i), None)
        effect = "" if adjective is None else _of_adjective(tree, here, adjective, infinitive=infinitive)
        return apply(tree, above if adjective is None else adjective, effect or "implied", state, above)
    adjective = next((k for k in tree.kids(above.i, "acomp") if k.i < here.i), None)
    subject = next((k for k in tree.kids(above.i, "nsubj")), None)
    if adjective is not None:
        return apply(tree, adjective, words.adjectives.get(adjective.lemma.lower(), "wished"), state, above)
    effect = "" if subject is None else words.nouns.get(subject.lemma.lower(), "")
    return apply(tree, above, effect or "scheduled", state)


def _behind(tree: Tree, preposition: Token, state: State) -> Token | None:
    """A gerund behind a preposition: "without signing", "accused of killing", "plans for building"."""
    words, above = certainty.words(), tree.tokens[preposition.head]
    own = words.prepositions.get(preposition.lemma.lower())
    if own == "reversed" or is_opposite(tree, preposition) or is_kept_from(preposition, above):
        state.negate(preposition.i)
        return None
    if own is not None:
        state.weaken(own, preposition.i)
        return None
    if above.pos == "VERB" and is_falsely_said(tree, above):
        vouch(tree, above, state)
        return None
    tables = {"NOUN": words.nouns, "ADJ": words.adjectives, "VERB": words.verbs}
    effect = tables.get(above.pos, {}).get(phrasal(tree, above), "")
    if preposition.lemma.lower() in ("of", "for", "to", "from", "in", "on", "about", "at", "against"):
        return apply(tree, above, effect, state)
    return inherit(tree, above, state)


def _to(tree: Tree, here: Token, above: Token, state: State) -> Token | None:
    """An infinitive on a noun or an adjective, or one of purpose."""
    words, lemma = certainty.words(), above.lemma.lower()
    if above.pos == "ADJ":
        return apply(tree, above, words.adjectives.get(lemma, "wished"), state)
    if above.pos == "PROPN" and above.head == above.i:
        state.weaken("scheduled", here.i)
        return None
    if above.dep in ("acomp", "oprd") and lemma in words.adjectives:
        return apply(tree, above, words.adjectives[lemma], state)
    if is_singled_out(tree, above):
        return apply(tree, above, "implied", state)
    if above.pos in ("NOUN", "PROPN", "PRON"):
        if is_in_order(tree, above):
            state.weaken("purpose", above.i)
            return None
        effect = effect_of_opportunity(tree, above) or words.nouns.get(lemma, "wished")
        return apply(tree, above, effect, state, _light(tree, above))
    foiled = next((k for k in tree.kids(above.i, "dobj") if k.lemma.lower() in words.nouns and k.i < here.i), None)
    if foiled is not None and words.verbs.get(lemma) == "cancelled":
        return apply(tree, above, "cancelled", state)
    state.weaken("purpose", here.i)
    return inherit(tree, above, state)


def _light(tree: Tree, noun: Token) -> Token | None:
    """The verb that makes its object's claim its own: "made an attempt to", "has no plan to"."""
    above = tree.tokens[noun.head]
    return above if noun.dep == "dobj" and above.lemma in ("have", "make", "take", "give", "be") else None


def _adverbial(tree: Tree, here: Token, above: Token, state: State) -> Token | None:
    """A participle or a clause of time shares the time of the main clause; other clauses stand on their own."""
    marks = {k.text.lower() for k in tree.kids(here.i, "mark", "advmod")}
    if {"so", "that"} <= marks and any(k.text.lower() in _ENABLING for k in tree.kids(here.i, "aux")):
        state.turn("purpose")
        return None
    if above.pos == "ADV" and above.head != above.i:
        above = tree.tokens[above.head]
    participle = here.tag in ("VBG", "VBN") and not tree.kids(here.i, "aux", "nsubj")
    present = here.tag in ("VBZ", "VBP")
    if (marks & certainty.words().times and present) or (participle and not marks):
        return inherit(tree, above, state)
    return None


def _any(tree: Tree, noun: Token, state: State) -> None:
    """Of "any firms that import" nobody is told to do it."""
    for kid in tree.kids(noun.i, "det"):
        if kid.text.lower() in ("any", "whichever", "whatever"):
            state.weaken("condition", kid.i)
