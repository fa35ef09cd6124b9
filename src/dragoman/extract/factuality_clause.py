"""A verb or noun with its own dependents → negation, modal verbs, adverbs and mood of its clause."""

from dragoman.extract.factuality_phrases import inversion, is_rather_than, is_unreal
from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "expl", "oprd")
_MARKS = ("mark", "advmod", "prep", "pcomp", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass")
_ANYBODY = ("anyone", "anybody", "whoever")
_PERFECT = {"may": "may_have", "could": "may_have", "would": "contrary", "ought": "contrary", "can": "contrary"}
"""What a modal verb becomes before "have done"."""


def read_verb(tree: Tree, verb: int, state: State, *, shared: bool = False) -> None:
    """Read the clause of a verb; if it is only shared by coordination, without marks and mood."""
    if not shared:
        _mood(tree, tree.tokens[verb], state)
    kids = tree.kids(verb)
    for kid in kids:
        _negation(tree, kid, state)
        _adverb(kid, state)
    _modal(kids, state)
    _anybody(tree, tree.tokens[verb], kids, state)
    _condition(tree, verb, kids, state)


def _negation(tree: Tree, kid: Token, state: State) -> None:
    """A negator beside the verb, or a negative subject or object."""
    words, lemma = certainty.words(), kid.text.lower()
    if kid.dep == "neg" or (kid.dep in ("advmod", "preconj", "cc") and lemma in words.negators):
        if not _is_only(tree, kid) and not _is_or_not(tree, kid) and not (kid.dep == "cc" and kid.i > kid.head):
            state.negate(kid.i)
    elif kid.dep == "advmod" and any(k.text.lower() in words.negators for k in tree.kids(kid.i, "neg", "det")):
        state.negate(kid.i)
    elif kid.dep in _ARGUMENTS or kid.dep == "agent":
        _negative_argument(tree, kid, state)
    elif kid.dep == "prep":
        for below in tree.kids(kid.i, "pobj"):
            _negative_argument(tree, below, state)


def _negative_argument(tree: Tree, argument: Token, state: State) -> None:
    words = certainty.words()
    if argument.text.lower() in words.negative_words:
        state.negate(argument.i)
        return
    for kid in tree.kids(argument.i, "det", "neg", "nummod", "preconj", "cc"):
        if kid.text.lower() in words.negative_determiners or (kid.dep == "neg" and kid.i < argument.i):
            state.negate(kid.i)


def _is_only(tree: Tree, negator: Token) -> bool:
    """Whether a negator belongs to "not only" or "not just"."""
    ahead = tree.tokens[negator.i + 1 : negator.i + 2]
    return any(t.text.lower() in ("only", "just", "merely") for t in ahead)


def _is_or_not(tree: Tree, negator: Token) -> bool:
    """Whether a negator belongs to "whether or not"."""
    return negator.i > 0 and tree.tokens[negator.i - 1].text.lower() == "or"


def _adverb(kid: Token, state: State) -> None:
    if kid.dep == "advmod":
        ground = certainty.words().adverbs.get(kid.text.lower())
        if ground == "reversed":
            state.negate(kid.i)
        elif ground is not None:
            state.weaken(ground, kid.i)


def _modal(kids: list[Token], state: State) -> None:
    """Modal verbs, with "have" behind them told apart."""
    helpers = [k for k in kids if k.dep == "aux"]
    perfect = any(k.lemma.lower() in ("have", "'ve", "’ve") and k.tag == "VB" for k in helpers)
    for kid in helpers:
        if kid.tag != "MD":
            continue
        ground = certainty.words().modals.get(kid.text.lower())
        if ground is None:
            continue
        if perfect and kid.text.lower() == "must":
            ground = "probable"
        elif perfect:
            ground = _PERFECT.get(ground, ground)
        elif ground == "would" and any(
            k.dep in _SUBJECTS and k.lemma.lower() in certainty.words().drafts for k in kids
        ):
            ground = "proposed"
        state.weaken(ground, kid.i)


def _anybody(tree: Tree, verb: Token, kids: list[Token], state: State) -> None:
    """What anybody does is told of nobody: "anyone who insults the king is jailed", "any state that attacks"."""
    if verb.tag in ("VBD", "VB") and not any(k.tag == "MD" for k in kids):
        return
    for kid in kids:
        is_anybody = kid.text.lower() in _ANYBODY or _has_any(tree, kid)
        if kid.dep in _SUBJECTS and is_anybody and tree.kids(kid.i, "relcl", "acl"):
            state.weaken("condition", kid.i)


def _has_any(tree: Tree, noun: Token) -> bool:
    return any(k.text.lower() in ("any", "whichever", "whatever") for k in tree.kids(noun.i, "det"))


def _condition(tree: Tree, verb: int, kids: list[Token], state: State) -> None:
    """The main clause of a condition: it holds only if the condition does."""
    told = tree.tokens[verb].tag in ("VBD", "VBN") and not any(k.tag == "MD" for k in kids)
    for kid in kids:
        if kid.dep != "advcl" or (told and kid.i > verb):
            continue
        mark = next((k for k in tree.kids(kid.i, "mark") if k.text.lower() in ("if", "unless")), None)
        if mark is not None and not any(t.text.lower() == "even" for t in tree.tokens[max(0, mark.i - 1) : mark.i]):
            state.weaken("condition", mark.i)
            state.conditioned_by_other = bool(tree.kids(kid.i, "nsubj", "nsubjpass"))


def _mood(tree: Tree, verb: Token, state: State) -> None:
    """Conditions, questions and commands."""
    kids = tree.kids(verb.i)
    for kid in kids:
        if kid.dep in ("mark", "advmod", "prep") and kid.text.lower() in certainty.words().conditions:
            state.weaken("asked" if kid.text.lower() == "whether" else "condition", kid.i)
        elif kid.text.lower() == "in" and tree.tokens[kid.i + 1].text.lower() == "case" and verb.dep == "advcl":
            state.weaken("condition", kid.i)
    _opening(tree, kids, verb, state)
    _ahead(tree, kids, verb, state)
    if verb.head != verb.i and verb.dep not in ("conj", "ccomp"):
        return
    if _is_command(kids, verb) and (verb.head == verb.i or _is_command(tree.kids(verb.head), tree.tokens[verb.head])):
        state.weaken("commanded", verb.i)
    elif _is_question(tree, kids, verb):
        state.weaken("asked", verb.i)


def _opening(tree: Tree, kids: list[Token], verb: Token, state: State) -> None:
    """Conditions that open without "if", or were never met; and "rather than"."""
    if is_unreal(tree, verb):
        state.weaken("contrary", verb.i)
    elif inversion(tree, verb):
        state.weaken("condition", verb.i)
    elif any(k.dep in _MARKS for k in kids) and is_rather_than(tree, verb):
        state.negate(verb.i)


def _ahead(tree: Tree, kids: list[Token], verb: Token, state: State) -> None:
    """The present tense with a time to come, and the bare infinitive of a headline: "Japan to send a ship"."""
    helpers = [k for k in kids if k.dep in ("aux", "auxpass")]
    if verb.head == verb.i and any(k.tag == "TO" for k in helpers):
        state.weaken("scheduled", verb.i)
    present = verb.tag in ("VBZ", "VBP") or any(k.tag in ("VBZ", "VBP") and k.lemma == "be" for k in helpers)
    if not present:
        return
    words = certainty.words().future_times
    for kid in kids:
        if kid.dep not in ("npadvmod", "advmod"):
            continue
        for time in (kid, *tree.kids(kid.i, "amod", "advmod")):
            if time.text.lower() in words:
                state.weaken("timetable", time.i)


def _is_command(kids: list[Token], verb: Token) -> bool:
    """A bare verb without a subject or modal verb at the top of a sentence; "thank you" leaves out an "I"."""
    if verb.tag not in ("VB", "VBP") or verb.dep == "ccomp":
        return False
    if verb.tag == "VBP" and verb.lemma.lower() in certainty.words().letter_openers:
        return False
    return not any(k.dep in ("nsubj", "nsubjpass", "expl") or k.tag in ("MD", "TO") for k in kids)


def _is_question(tree: Tree, kids: list[Token], verb: Token) -> bool:
    """A question for yes or no: the helper, or the verb itself, before the subject, and a question mark."""
    subject = next((k for k in kids if k.dep in ("nsubj", "nsubjpass", "expl")), None)
    helper = next((k.i for k in kids if k.dep in ("aux", "auxpass")), verb.i)
    if subject is None or helper > subject.i:
        return False
    if any(k.tag in ("WRB", "WP", "WDT", "WP$") for k in (*kids, *tree.kids(subject.i))):
        return False
    i = verb.i
    while i + 1 < len(tree.tokens) and tree.tokens[i + 1].sentence == verb.sentence:
        i += 1
        if tree.tokens[i].text == "?":
            return True
    return False


def read_noun(tree: Tree, noun: int, state: State) -> None:
    """Read what stands before an event noun: "no", "planned", "alleged"."""
    words = certainty.words()
    for kid in tree.kids(noun):
        low = kid.text.lower()
        if kid.dep in ("det", "neg") and low in words.negative_determiners:
            state.negate(kid.i)
        elif kid.dep in ("amod", "nmod", "compound", "det", "advmod"):
            effect = words.modifiers.get(low) or (words.adverbs.get(low) if kid.dep == "advmod" else None)
            if effect == "reversed":
                state.negate(kid.i)
            elif effect in ("cancelled", "failed"):
                state.settle(kid.i, negated=True)
                state.phase = "cancelled" if effect == "cancelled" else state.phase
            elif effect is not None:
                state.weaken(effect, kid.i)
