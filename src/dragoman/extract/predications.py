"""A resolved article → its predications: every verb, event noun and predicate adjective with its participants."""

from collections.abc import Iterator

from dragoman.extract import arguments
from dragoman.extract.obliques import obliques
from dragoman.extract.pairs import joined
from dragoman.model.annotated import Token
from dragoman.model.predication import Oblique, Predication
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon

AIMED = frozenset({"against", "on", "at", "upon"})
"""Prepositions that point at whom a noun's act meets, though the parser hangs them on its doer."""
BEFORE = ("amod", "compound", "nmod")
"""How a noun's modifiers hang on it."""
TELLING = frozenset({"tell", "warn", "inform", "notify", "assure", "caution", "advise", "remind"})
"""Verbs whose clause may stand without "that" behind whom they address."""
PARTICLES = frozenset({"prt", "advmod"})
COMPLEMENTS = ("xcomp", "ccomp", "acl", "pcomp")
CLAUSES = frozenset(
    {"xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "conj", "csubj", "dobj", "pobj", "prep", "amod"}
)


def predications(tree: Tree) -> tuple[Predication, ...]:
    """The predications of an article, in the order of the text."""
    return tuple(_each(tree))


def _each(tree: Tree) -> Iterator[Predication]:
    known = lexicon.load()
    for token in tree.tokens:
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in {"aux", "auxpass"}):
            yield _verb(tree, token)
        elif token.pos in {"NOUN", "PROPN"} and known.frames_for(token.lemma.lower(), "noun"):
            yield _noun(tree, token)
        elif token.pos == "ADJ" and token.dep != "amod" and known.frames_for(token.lemma, "adjective"):
            yield _adjective(tree, token)


def _verb(tree: Tree, token: Token) -> Predication:
    objects = arguments.objects(tree, token.i)
    behind_object = tuple(o for head in objects for o in _behind(tree, head))
    return Predication(
        token=token.i,
        kind="verb",
        lemma=token.lemma,
        particles=tuple((k.text.lower(), k.i) for k in tree.kids(token.i) if _is_particle(k)),
        subjects=arguments.subjects(tree, token.i),
        objects=objects,
        datives=_datives(tree, token.i),
        obliques=obliques(tree, token.i) + behind_object,
        complements=tuple(_complements(tree, token.i)),
        passive=arguments.is_passive(tree, token.i),
        governor=_governor(tree, token),
        relation=token.dep,
    )


def _behind(tree: Tree, head: int) -> Iterator[Oblique]:
    """What stands behind the prepositions of an object, or of what it counts ("tonnes of potash from Canada")."""
    own = obliques(tree, head, near=False)
    yield from own
    for amount in own:
        if amount.preposition == "of":
            yield from obliques(tree, amount.head, near=False)


def _datives(tree: Tree, i: int) -> tuple[int, ...]:
    """To whom something is given without a preposition; of a passive that keeps its object, the subject."""
    passed = tree.kids(i, "nsubjpass") if arguments.is_passive(tree, i) and arguments.retained(tree, i) else ()
    given = (*(k for k in tree.kids(i, "dative") if k.pos != "ADP"), *passed)
    return tuple(c for k in given for c in tree.conjuncts(k.i))


def _is_particle(kid: Token) -> bool:
    return kid.dep == "prt" or (kid.dep == "advmod" and kid.tag in {"RP", "RB"} and kid.i > kid.head)


def _complements(tree: Tree, i: int) -> Iterator[int]:
    """Clauses that complete a word, coordinated ones included, those behind a preposition too ("talk about ending")."""
    for kid in tree.kids(i):
        if kid.dep in COMPLEMENTS or (kid.dep == "advcl" and kid.tag in {"VB", "VBG"} and kid.i > i):
            yield from (c for c in tree.conjuncts(kid.i) if tree.tokens[c].pos in {"VERB", "AUX", "ADJ"})
        if kid.dep == "prep":
            yield from (c for k in tree.kids(kid.i, "pcomp") for c in tree.conjuncts(k.i))
        if kid.dep in {"dobj", "dative", "nsubjpass"}:
            yield from (k.i for k in tree.kids(kid.i, "relcl") if _is_content(tree, k, tree.tokens[i].lemma))


def _is_content(tree: Tree, clause: Token, verb: str) -> bool:
    """Whether a clause that seems to describe a noun is what was told it ("warned the dealers that he would …")."""
    marked = any(k.text.lower() == "that" for k in tree.kids(clause.i, "mark"))
    foretold = verb in TELLING and any(k.tag == "MD" for k in tree.kids(clause.i, "aux"))
    subjects = tree.kids(clause.i, "nsubj", "nsubjpass")
    return (marked or foretold) and any(k.tag not in arguments.RELATIVE_PRONOUNS for k in subjects)


def _governor(tree: Tree, token: Token) -> int | None:
    if token.dep not in CLAUSES:
        return None
    for above in tree.ancestors(token.i):
        if above.pos in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
            return above.i
    return None


def _noun(tree: Tree, token: Token) -> Predication:
    carrier = tree.tokens[token.head] if token.dep in {"dobj", "nsubjpass"} else None
    behind_verb = () if carrier is None else _behind_carrier(tree, token, carrier)
    return Predication(
        token=token.i,
        kind="noun",
        lemma=token.lemma.lower(),
        subjects=_bearers(tree, token),
        obliques=obliques(tree, token.i) + _shared(tree, token) + _aimed(tree, token.i) + _free(behind_verb, token.i),
        possessors=tuple(c for k in tree.kids(token.i, "poss") for c in tree.conjuncts(arguments.antecedent(tree, k))),
        modifiers=tuple(c for k in tree.kids(token.i, *BEFORE) for c in (joined(tree, k.i) or tree.conjuncts(k.i))),
        complements=tuple(_complements(tree, token.i)),
        governor=_governor(tree, token),
        relation=token.dep,
    )


def _behind_carrier(tree: Tree, noun: Token, carrier: Token) -> tuple[Oblique, ...]:
    """What stands behind the verb of a noun; not who does what a passive tells of it ("was condemned by the UN")."""
    found = obliques(tree, carrier.i, near=False)
    known = lexicon.load()
    if noun.dep != "nsubjpass" or carrier.lemma in known.members("made") or not known.frames_for(carrier.lemma, "verb"):
        return found
    return tuple(o for o in found if o.preposition != "by")


def _shared(tree: Tree, token: Token) -> tuple[Oblique, ...]:
    """What stands behind coordinated nouns together ("attacks and threats against Y by Z"), right of them all."""
    if any(tree.kids(token.i, "prep", "agent")):
        return ()
    others = (c for c in tree.conjuncts(token.head if token.dep == "conj" else token.i) if c != token.i)
    found = (o for other in others for o in obliques(tree, other) if o.head > max(other, token.i))
    return tuple(dict.fromkeys(found))


def _aimed(tree: Tree, noun: int) -> tuple[Oblique, ...]:
    """Whom the doer behind a noun is told to aim at ("threats from X against Y")."""
    doers = (o.head for o in obliques(tree, noun) if o.preposition in {"by", "from"})
    inner = (o for doer in doers for o in obliques(tree, doer, near=False))
    return tuple(o for o in inner if o.preposition in AIMED)


def _free(obliques: tuple[Oblique, ...], noun: int) -> tuple[Oblique, ...]:
    return tuple(o for o in obliques if o.head != noun)


def _bearers(tree: Tree, token: Token) -> tuple[int, ...]:
    """Who bears an event noun that is the object or complement of a verb: that verb's subjects ("paid a visit")."""
    if token.dep in {"dobj", "attr", "oprd"}:
        return arguments.subjects(tree, token.head)
    return ()


def _adjective(tree: Tree, token: Token) -> Predication:
    carrier = token.i if token.dep not in {"acomp", "attr", "oprd"} else token.head
    behind = obliques(tree, token.i)
    if carrier != token.i:
        behind += tuple(o._replace(near=False) for o in obliques(tree, carrier))
    return Predication(
        token=token.i,
        kind="adjective",
        lemma=token.lemma,
        subjects=arguments.subjects(tree, carrier),
        obliques=behind,
        complements=tuple(_complements(tree, token.i))
        + (tuple(_complements(tree, carrier)) if carrier != token.i else ()),
        governor=_governor(tree, token),
        relation=token.dep,
    )
