"""The words of an act → how many people it killed, injured or held."""

from collections.abc import Iterator

from dragoman.extract.quantity_runs import runs
from dragoman.model.annotated import Token
from dragoman.model.event import Size
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.text import numbers

_CLAUSES = ("conj", "advcl", "xcomp", "acl", "relcl", "ccomp", "parataxis", "appos", "oprd")


def size(tree: Tree, event: int) -> Size:
    """How many people an act killed, injured or arrested, by the verbs of its sentence that belong to it."""
    found: dict[str, int] = {}
    for verb in _verbs(tree, event):
        for kind, count in _harmed(tree, verb):
            found.setdefault(kind, count)
    return Size(dead=found.get("dead"), injured=found.get("injured"), arrested=found.get("arrested"))


def _verbs(tree: Tree, event: int) -> Iterator[Token]:
    """The word of the act, verbs joined to it or hung on it, and the verb whose subject it is."""
    token = tree.tokens[event]
    starts = [event]
    if token.dep in ("nsubj", "conj", "pobj") and tree.tokens[token.head].head != token.i:
        starts.extend([token.head] if token.dep != "pobj" else [])
    for i in starts:
        stack = [i]
        while stack:
            node = stack.pop(0)
            yield tree.tokens[node]
            stack.extend(k.i for k in tree.kids(node, *_CLAUSES))


def _harmed(tree: Tree, verb: Token) -> Iterator[tuple[str, int]]:
    """Kinds of harm that one word tells, each with the number of people."""
    if tree.kids(verb.i, "neg"):
        return
    for kind, phrases in (*_by_verb(tree, verb), *_by_noun(tree, verb), *_by_adjective(tree, verb)):
        yield from _people(tree, kind, phrases)


def _by_verb(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those harmed by "killed 12", "12 were killed", "12 died"."""
    lemma, table = verb.lemma.lower(), cues.measures()
    for kind, verbs in table.harm.items():
        if lemma in verbs:
            yield kind, tree.kids(verb.i, "dobj", "nsubjpass")
    for kind, verbs in table.harm_subjects.items():
        if lemma in verbs:
            yield kind, tree.kids(verb.i, "nsubj")


def _by_noun(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those counted by "caused 12 deaths", "led to the arrest of 45 people"."""
    objects = [*tree.kids(verb.i, "dobj", "attr"), *_behind(tree, verb, "to", "in", "with"), verb]
    for kind, nouns in cues.measures().harm_nouns.items():
        for noun in objects:
            if noun.lemma.lower() in nouns and noun.pos == "NOUN":
                yield kind, [noun, *_behind(tree, noun, "of")]


def _behind(tree: Tree, token: Token, *prepositions: str) -> list[Token]:
    return [o for k in tree.kids(token.i, "prep") if k.lemma in prepositions for o in tree.kids(k.i, "pobj")]


def _by_adjective(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those told of by "left three soldiers dead and 12 wounded"."""
    states = [verb, *tree.kids(verb.i, "oprd", "acomp", "dobj", "attr")]
    for kind, adjectives in cues.measures().harm_adjectives.items():
        for state in states:
            if state.text.lower() not in adjectives:
                continue
            before = tree.tokens[max(0, state.i - 1)]
            if numbers.is_number(before.text):
                yield kind, [before]
            elif state.i != verb.i:
                yield kind, [state, *tree.kids(verb.i, "dobj"), *tree.kids(state.i, "nsubj")]


def _people(tree: Tree, kind: str, phrases: list[Token]) -> Iterator[tuple[str, int]]:
    """The number of the first phrase that has one; vague plurals ("dozens") give none."""
    for phrase in phrases:
        numbered = tree.kids(phrase.i, "nummod")
        last = max([phrase.i, *(k.i for k in numbered)])
        first = min([phrase.i, *(i for k in numbered for i in tree.subtree(k.i))])
        for run in runs(tree, first, last + 1):
            vague = run.approximate and any(
                t.text.lower() in numbers.words().plural_scale for t in tree.tokens[run.first : run.stop]
            )
            if run.unit == "" and not vague:
                yield kind, int(run.value)
                return
