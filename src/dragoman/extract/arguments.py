"""A verb's or event noun's participants, read off the dependency tree: control, coordination, passives, relatives."""

from collections.abc import Iterable

from dragoman.extract import gaps, swallowed
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree

TIMES = frozenset({"DATE", "TIME"})
"""Entity labels of what owns nothing ("Friday's meeting")."""
RELATIVE_PRONOUNS = frozenset({"WDT", "WP", "WP$"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj", "parataxis", "dep", "acomp", "amod", "prep", "oprd", "attr"})
COPULAS = frozenset({"be", "become", "remain"})
OBLIQUE_CONTROL = {
    "call": ("on", "upon", "for"),
    "appeal": ("to",),
    "plead": ("with",),
    "prevail": ("on", "upon"),
    "count": ("on",),
    "rely": ("on",),
    "wait": ("for",),
    "press": ("for",),
    "push": ("for",),
    "ask": ("for",),
    "arrange": ("for",),
}
"""Verbs whose infinitive is done by whom they name behind a preposition."""
OBJECT_CONTROL = frozenset({"of", "for", "from", "into"})
"""Prepositions whose gerund is done by the object of the verb above ("accused Togo of breaking the truce")."""
LOWER_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow"})
"""Verbs whose subject, not their object, does what the infinitive tells."""
INSIDE_APPOSITION = frozenset({"appos", "pobj", "prep", "conj"})
NOMINAL = frozenset({"NOUN", "PROPN"})
DEEPEST_CLIMB = 12
"""Longest chain of controlling clauses that is followed; news sentences seldom pass 6."""


def each_conjunct(tree: Tree, heads: Iterable[int]) -> tuple[int, ...]:
    """Heads with those coordinated with them, each once, in order."""
    found = ((c, head) for head in heads for c in tree.conjuncts(head))
    return tuple(dict.fromkeys(c for c, head in found if c == head or tree.tokens[c].pos != "VERB"))


def antecedent(tree: Tree, token: Token) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag not in RELATIVE_PRONOUNS:
        return token.i
    for above in tree.ancestors(token.i):
        if above.dep == "relcl":
            return above.head
        if above.pos in {"VERB", "AUX"} and above.dep in {"ccomp", "xcomp", "ROOT"} and above.head == above.i:
            break
    return token.i


def subjects(tree: Tree, i: int, depth: int = 0) -> tuple[int, ...]:
    """Head tokens of those who do what a verb (or a copula's adjective) tells."""
    token = tree.tokens[i]
    if is_passive(tree, i):
        agents = [p for a in tree.kids(i, "agent") for p in tree.kids(a.i, "pobj")]
        agents += [p for a in tree.kids(i, "prep") if a.text.lower() == "by" for p in tree.kids(a.i, "pobj")]
        return each_conjunct(tree, (antecedent(tree, a) for a in agents or _behind_name(tree, i)))
    own = _own_subjects(tree, i)
    if own or depth > DEEPEST_CLIMB:
        return own
    return _inherited(tree, token, depth + 1)


def _behind_name(tree: Tree, i: int) -> list[Token]:
    """The agent of a passive that the parser hung on what somebody is called ("was branded a traitor by the press")."""
    names = [
        *tree.kids(i, "oprd", "attr"),
        *(k for p in tree.kids(i, "prep") if p.text.lower() == "as" for k in _in(tree, p)),
    ]
    bys = (p for name in names for p in tree.kids(name.i, "prep", "agent") if p.text.lower() == "by")
    return [k for by in bys for k in _in(tree, by)]


def _in(tree: Tree, preposition: Token) -> tuple[Token, ...]:
    return tuple(k for k in tree.kids(preposition.i, "pobj") if k.entity not in TIMES)


def _own_subjects(tree: Tree, i: int) -> tuple[int, ...]:
    found = [antecedent(tree, kid) for kid in tree.kids(i, "nsubj")]
    return each_conjunct(tree, found or swallowed.subject(tree, i))


def _inherited(tree: Tree, token: Token, depth: int) -> tuple[int, ...]:
    """The doer of a clause without a subject of its own."""
    head = tree.tokens[token.head]
    if token.dep == "relcl":
        return each_conjunct(tree, _described(tree, head)) if is_infinitive(tree, token) else ()
    if token.dep == "acl":
        return _of_noun_clause(tree, token, head, depth)
    if token.dep == "pcomp":
        return _of_preposition(tree, head, depth)
    if token.dep not in CLAUSES or _has_silent_subject(tree, token):
        return ()
    controllers = [k.i for k in tree.kids(head.i, "dobj", "dative") if k.i < token.i] if token.dep == "xcomp" else []
    if is_infinitive(tree, token):
        controllers = controllers or _behind(tree, head, token)
    if controllers and head.lemma not in SUBJECT_CONTROL:
        return each_conjunct(tree, controllers)
    if head.pos in {"VERB", "AUX", "ADJ"}:
        return _controlling(tree, head.i, depth)
    return each_conjunct(tree, _holders(tree, head.i, depth)) if head.pos in {"NOUN", "PROPN"} else ()


def _behind(tree: Tree, head: Token, infinitive: Token) -> list[int]:
    """Who is asked, where the verb asks by a preposition ("called on Peru to …", "appealed to them to …")."""
    asking = OBLIQUE_CONTROL.get(head.lemma.lower(), ())
    prepositions = (p for p in tree.kids(head.i, "prep") if p.text.lower() in asking and p.i < infinitive.i)
    return [k.i for p in prepositions for k in tree.kids(p.i, "pobj")]


def _has_silent_subject(tree: Tree, token: Token) -> bool:
    """Whether a finite clause lacks a subject that nothing above it can supply."""
    return token.dep == "ccomp" and not is_infinitive(tree, token) and token.tag != "VBG"


def _controlling(tree: Tree, i: int, depth: int) -> tuple[int, ...]:
    """The understood subject that a clause shares with the one above it; of a passive, its subject ("is set to")."""
    if is_passive(tree, i):
        return each_conjunct(tree, (antecedent(tree, k) for k in tree.kids(i, "nsubjpass"))) or _inherited(
            tree, tree.tokens[i], depth
        )
    return subjects(tree, i, depth)


def _of_preposition(tree: Tree, preposition: Token, depth: int) -> tuple[int, ...]:
    """The doer of a gerund behind a preposition: of "after attending" the subject of the clause."""
    above = tree.tokens[preposition.head]
    if above.pos in {"VERB", "AUX", "ADJ"}:
        acted_on = objects(tree, above.i) if preposition.text.lower() in OBJECT_CONTROL else ()
        return acted_on or _controlling(tree, above.i, depth)
    holders = _holders(tree, above.i, depth)
    return each_conjunct(tree, holders)


def _of_noun_clause(tree: Tree, token: Token, noun: Token, depth: int) -> tuple[int, ...]:
    """The doer of a clause that describes a noun: "the ship carrying oil", "the plan to send a destroyer"."""
    if token.tag == "VBG" or is_main(tree, token):
        return each_conjunct(tree, [noun.i if token.tag == "VBG" else _top(tree, noun).i])
    return each_conjunct(tree, _holders(tree, noun.i, depth)) if is_infinitive(tree, token) else ()


def _holders(tree: Tree, noun: int, depth: int) -> list[int]:
    """Whose act a noun is: its possessor, an agent, else the subject of the clause in which it is the object."""
    found = [k.i for k in tree.kids(noun, "poss") if k.entity not in TIMES]
    found += [p.i for a in tree.kids(noun, "prep", "agent") if a.text.lower() == "by" for p in tree.kids(a.i, "pobj")]
    if found:
        return found
    token = tree.tokens[noun]
    if token.dep in {"dobj", "attr", "oprd"}:
        return list(_controlling(tree, token.head, depth)) if depth <= DEEPEST_CLIMB else []
    if token.dep == "pobj" and depth <= DEEPEST_CLIMB:
        above = tree.tokens[tree.tokens[token.head].head]
        return list(_controlling(tree, above.i, depth + 1)) if above.pos in {"VERB", "AUX"} else []
    return []


def clause(tree: Tree, token: int) -> list[int]:
    """The tokens of a predicate's clause, without the clauses below it."""
    found, stack = [], [token]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(k for k in tree.children[node] if tree.tokens[k].dep not in LOWER_CLAUSES)
    return sorted(found)


def is_visiting(tree: Tree, i: int) -> bool:
    """Whether the doer of a verb is told to be on a visit ("visiting President X met …")."""
    titles = [kid for subject in tree.kids(i, "nsubj") for kid in tree.kids(subject.i, "amod")]
    return any(title.lemma.lower() in {"visit", "visiting"} for title in titles)


def _described(tree: Tree, noun: Token) -> list[int]:
    """Whom "the first president to visit" means: the subject of the clause that says so, else the noun itself."""
    above = tree.tokens[noun.head]
    if noun.dep == "attr" and above.lemma in COPULAS:
        return [k.i for k in tree.kids(above.i, "nsubj")] or [noun.i]
    return [noun.i]


def is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether a verb stands in the infinitive with "to"."""
    return any(kid.tag == "TO" for kid in tree.kids(token.i, "aux"))


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the passive: with its auxiliary, as a participle behind its noun, or before a clause.

    Before a clause ("Seized by rebels in May, the town …") it needs somebody who does it.
    """
    token = tree.tokens[i]
    if tree.kids(i, "nsubjpass", "auxpass"):
        return True
    if token.tag == "VBN" and token.dep in {"acl", "amod", "relcl"} and not tree.kids(i, "nsubj", "aux"):
        return not is_main(tree, token)
    head = tree.tokens[token.head]
    if token.tag != "VBN" or tree.kids(i, "nsubj", "aux"):
        return False
    if token.dep == "advcl":
        return bool(tree.kids(i, "agent")) and not tree.kids(i, "dobj")
    return token.dep == "conj" and is_passive(tree, head.i)


def is_main(tree: Tree, token: Token) -> bool:
    """Whether a verb that seems to describe a noun is the sentence's own ("Zambia, which …, accused Malawi").

    The parser takes the noun for the root then, or hangs the verb on an apposition to it ("Zulu, a deputy, accused
    Malawi"); a participle that only describes would have no object.
    """
    if token.dep != "acl" or token.tag not in {"VBN", "VBD"}:
        return False
    noun = tree.tokens[token.head]
    if noun.head == noun.i:
        return bool(tree.kids(token.i, "dobj"))
    top = _top(tree, noun)
    closed = tree.tokens[token.i - 1].text == ","
    return closed and top.head == top.i and top.pos in NOMINAL and bool(tree.kids(token.i, "dobj", "oprd"))


def _top(tree: Tree, noun: Token) -> Token:
    """The noun to which a noun or what stands in its phrase is an apposition, however deep."""
    while noun.dep in INSIDE_APPOSITION and noun.head != noun.i:
        noun = tree.tokens[noun.head]
    return noun


def objects(tree: Tree, i: int) -> tuple[int, ...]:
    """Head tokens of what a verb acts on; the subject of a passive, the noun that a participle describes."""
    token = tree.tokens[i]
    if is_passive(tree, i):
        return each_conjunct(tree, _passive_objects(tree, token) + retained(tree, i))
    found = [antecedent(tree, k) for k in (*tree.kids(i, "dobj"), *_let_go(tree, token))]
    if not found and token.dep == "relcl" and not is_infinitive(tree, token):
        free = [k for k in tree.kids(i, "nsubj") if k.tag not in RELATIVE_PRONOUNS]
        found = [token.head] if free and not tree.kids(i, "xcomp", "ccomp") and gaps.lacks_object(tree, token) else []
    if not found and token.dep == "conj" and tree.tokens[token.head].pos == "VERB" and token.head > token.i:
        found = [k.i for k in tree.kids(token.head, "dobj")]
    return each_conjunct(tree, found or _named(tree, i) or _shared_object(tree, token))


def _let_go(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Whom somebody lets in or out, where the parser saw a clause in the noun ("let the inmates out of prison")."""
    return tuple(k for k in tree.kids(verb.i, "ccomp") if k.pos in NOMINAL) if verb.lemma == "let" else ()


def _named(tree: Tree, i: int) -> list[int]:
    """Whom somebody calls something, where the parser saw two names for nothing ("called the envoy a liar")."""
    names = tree.kids(i, "oprd")
    return [names[0].i] if len(names) > 1 else []


def retained(tree: Tree, i: int) -> list[int]:
    """The object that a passive keeps beside its subject ("Malawi was given tents")."""
    return [k.i for k in tree.kids(i, "dobj")] if tree.kids(i, "nsubjpass") else []


def _passive_objects(tree: Tree, token: Token) -> list[int]:
    own = [antecedent(tree, k) for k in tree.kids(token.i, "nsubjpass")] or swallowed.subject(tree, token.i)
    if own or token.dep not in {"acl", "amod", "relcl", "conj", "xcomp", "advcl", "pcomp"}:
        return own
    if token.dep == "pcomp":
        return list(_of_preposition(tree, tree.tokens[token.head], 1))
    if token.dep == "xcomp":
        return list(_controlling(tree, token.head, 1))
    head = tree.tokens[token.head]
    if token.dep == "advcl" and head.pos in {"VERB", "AUX"}:
        return list(_controlling(tree, head.i, 1))
    if head.pos != "VERB" or token.dep != "conj":
        return [token.head]
    return _passive_objects(tree, head) if is_passive(tree, head.i) else list(subjects(tree, head.i, 1))


def _shared_object(tree: Tree, token: Token) -> list[int]:
    """The object that a coordinated verb shares with the one right of it ("planned and carried out the attack")."""
    for kid in tree.kids(token.i, "conj"):
        if kid.pos == "VERB" and not tree.kids(kid.i, "nsubj") and not tree.kids(token.i, "prep", "ccomp", "xcomp"):
            return [k.i for k in tree.kids(kid.i, "dobj")]
    return []
