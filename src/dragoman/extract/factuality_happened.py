"""A predicate in its sentence → how sure readers are that it has happened by now, by ground, form and clause above."""

from dragoman.extract.factuality_climb import MAX_STEPS, read
from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty, happening
from dragoman.ontology.happening import Form, Setting

_VERBAL = ("VERB", "AUX")
_HELPERS = ("aux", "auxpass")
_BEFORE_NOUNS = ("amod", "compound")
_HAVE = ("have", "'ve", "’ve", "'s", "’s")
_BY_TAG: dict[str, Form] = {
    "VBD": "past",
    "VBZ": "present",
    "VBP": "present",
    "MD": "modal",
    "VB": "bare",
    "VBG": "gerund",
    "VBN": "participle",
}
_NO_CLAUSE = ("gerund", "participle", "to", "attributive", "other")
"""Forms that tell no time of their own."""


def happened(tree: Tree, token: int) -> float:
    """How sure readers are that an act has happened by now, from -3 to 3 (the scale of the UDS set)."""
    table, state = happening.readings(), read(tree, token)
    clause = _clause(tree, tree.tokens[token])
    form, setting, ground = form_of(tree, clause), setting_of(tree, clause), _ground(tree, tree.tokens[token], state)
    negated = state.negated != certainty.words().grounds[ground].negated
    if ground not in table.untold:
        return (table.denied if negated else table.told)[form].at(setting)
    if ground == "would" and not negated and clause.lemma.lower() in table.polite:
        return table.politely
    return table.untold[ground].denied if negated else table.untold[ground].at(setting)


def _ground(tree: Tree, token: Token, state: State) -> str:
    """The ground of a word; "going" before an infinitive is itself about what lies ahead."""
    ahead = token.lemma.lower() == "go" and token.tag == "VBG" and tree.kids(token.i, "xcomp")
    return "scheduled" if ahead and state.ground == "plain" else least(state)


def least(state: State) -> str:
    """Of all grounds met the one under which the act is least likely to have come about."""
    if state.ground == "known":
        return state.ground
    untold = happening.readings().untold
    met = [name for name in (state.ground, *state.grounds) if name in untold]
    return min(met, key=lambda name: untold[name].now, default=state.ground)


def _clause(tree: Tree, token: Token) -> Token:
    """The verb that carries the tense of a word: its main verb, or the "be" beside a predicate noun or adjective."""
    above = tree.tokens[token.head]
    is_helper = token.dep in _HELPERS
    is_predicate = token.pos not in _VERBAL and token.dep in ("acomp", "attr", "oprd") and above.pos in _VERBAL
    return above if is_helper or is_predicate else token


def form_of(tree: Tree, verb: Token) -> Form:
    """The form of a predicate by its helpers, or else by its own tag."""
    if verb.pos not in _VERBAL:
        return "other"
    helpers = tree.kids(verb.i, *_HELPERS)
    tags = {helper.tag for helper in helpers}
    if "MD" in tags:
        return "modal"
    if "TO" in tags:
        return "to"
    perfect = verb.tag in ("VBN", "VBD") and any(h.dep == "aux" and h.lemma.lower() in _HAVE for h in helpers)
    if perfect or "VBD" in tags:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return _present(tree, verb, "progressive" if verb.tag == "VBG" else "present")
    if verb.dep in _BEFORE_NOUNS:
        return "attributive"
    return _present(tree, verb, _BY_TAG.get(verb.tag, "other"))


def _present(tree: Tree, verb: Token, form: Form) -> Form:
    """In the present "you" is mostly anybody."""
    is_you = any(k.text.lower() == "you" for k in tree.kids(verb.i, "nsubj", "nsubjpass"))
    return "you" if is_you and form in ("present", "progressive") else form


def setting_of(tree: Tree, verb: Token) -> Setting:
    """How the nearest clause above a predicate is told; at the top of a sentence, its own tense."""
    here = verb
    for _ in range(MAX_STEPS):
        if here.head == here.i:
            break
        here = tree.tokens[here.head]
        if _is_clause(tree, here):
            return _told(tree, here)
    return "past" if form_of(tree, verb) == "past" else "now"


def _is_clause(tree: Tree, word: Token) -> bool:
    if word.pos not in _VERBAL or word.dep in _BEFORE_NOUNS:
        return False
    return word.head == word.i or form_of(tree, word) not in _NO_CLAUSE


def _told(tree: Tree, verb: Token) -> Setting:
    """How a clause itself is told."""
    ground = happening.readings().untold.get(least(read(tree, verb.i)))
    if ground is not None and ground.now < 0:
        return "unreal"
    return "past" if form_of(tree, verb) == "past" else "now"
