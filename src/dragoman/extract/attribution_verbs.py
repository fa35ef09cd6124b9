"""A cue verb in its sentence → a draft: source by subject, agent or control, content by what the verb takes."""

from dragoman.extract import sources
from dragoman.extract.attribution_told import CLAIMS, Draft
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty, cues
from dragoman.ontology.cues import Cue, Manner

SPEAKING: frozenset[Manner] = frozenset(("say", "ask", "direct", "show", "think"))
_SMALL = ("oprd", "acomp", "attr")
_INSERTED = ("parataxis", "advcl")
_MAX_CLIMB = 6
"""Verbs passed on the way up to a subject; longer chains are parsing errors."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def draft(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """The draft of one cue verb, its content empty if only a quotation can fill it; None where it is no cue."""
    passive = is_passive(tree, token)
    if token.dep in ("amod", "compound") or (token.dep == "acl" and token.tag == "VBN" and "that" not in cue.manners):
        return None
    found = (
        _clause(tree, token, cue, passive=passive)
        or _whole(tree, token, cue)
        or _charge(tree, token, cue)
        or _phrase(tree, token, cue, passive=passive)
    )
    speaks = "that" in cue.manners or "quote" in cue.manners
    if found is None and not speaks:
        return None
    if found is not None and passive and _says_nobody(tree, token, found):
        found = None
    manner: Manner = next((cue.manners[f] for f in ("that", "quote", "obj") if f in cue.manners), "say")
    made = found or Draft(cue=(token.i,), manner=manner)
    if _rejects_claim(tree, token, made):
        made.manner = "say"
    made.cue = (token.i, *(k.i for k in tree.kids(token.i, "prt", "neg")))
    made.speaks = speaks and made.manner in SPEAKING and not (token.tag == "VBN" and token.dep in ("advcl", "acl"))
    _give_source(tree, token, made, passive=passive)
    made.content -= {*made.cue, *([] if made.source is None else [made.source])}
    return made


def _rejects_claim(tree: Tree, token: Token, made: Draft) -> bool:
    """Whether a claim is rejected, which is itself a claim: "dismissed reports that", "rejected the charge"."""
    words = certainty.words()
    if made.manner != "react" or token.lemma.lower() not in words.rejecting:
        return False
    nouns = (*tree.kids(token.i, "dobj"), *(k for p in tree.kids(token.i, "prep") for k in tree.kids(p.i, "pobj")))
    return any(words.nouns.get(k.lemma.lower()) == "alleged" for k in nouns)


def _says_nobody(tree: Tree, token: Token, found: Draft) -> bool:
    """Whether a passive without an agent passes nothing on: "was not told", "is disputed"."""
    if tree.kids(token.i, "agent"):
        return False
    inserted = token.dep in _INSERTED
    only_phrase = found.manner in CLAIMS and not inserted and not tree.kids(token.i, "ccomp", "xcomp")
    return only_phrase or bool(tree.kids(token.i, "neg"))


def is_passive(tree: Tree, token: Token) -> bool:
    """Whether a verb stands in the passive; "reports published by" and "asked about it, he …" count."""
    participle = token.tag == "VBN" and token.dep in ("acl", "advcl")
    bare = participle and not tree.kids(token.i, "aux", "nsubj")
    return bare or bool(tree.kids(token.i, "nsubjpass", "auxpass", "agent"))


def _clause(tree: Tree, token: Token, cue: Cue, *, passive: bool) -> Draft | None:
    """Content that is a clause or an infinitive."""
    for kid in _complements(tree, token):
        frame = _frame(tree, token, kid, cue)
        if frame is None:
            continue
        manner: Manner = "ask" if _is_asked(tree, kid) else cue.manners[frame]
        content = {*tree.subtree(kid.i), *_conditions(tree, token, kid)}
        if manner == "seem" or (passive and frame in ("to", "as") and manner != "direct"):
            content |= _subjects(tree, token)
        elif frame == "to" and manner == "direct":
            content |= _addressed(tree, token, cue)
        return Draft(cue=(), manner=manner, content=content, head=kid.i)
    return None


def _complements(tree: Tree, token: Token) -> list[Token]:
    """Clauses that a verb takes, those behind it first; also one with "that" which the parser took for adverbial."""
    kids = tree.kids(token.i, "ccomp", "xcomp")
    later = (k for k in tree.kids(token.i, "advcl") if k.i > token.i)
    stray = (k for k in later if any(m.lemma.lower() == "that" for m in tree.kids(k.i, "mark")))
    return sorted((*kids, *stray), key=lambda kid: kid.i < token.i)


def _conditions(tree: Tree, token: Token, clause: Token) -> set[int]:
    """What the parser hung on the verb of saying but belongs to what is said: "they say they will go unless …"."""
    return {
        i
        for kid in tree.kids(token.i, "advcl")
        if kid.i > clause.i > token.i and _leans(tree, kid) and tree.kids(kid.i, *_SUBJECTS)
        for i in tree.subtree(kid.i)
    }


def _leans(tree: Tree, clause: Token) -> bool:
    """Whether an adverbial clause follows without a comma, by a word that ties it to what is said before it."""
    first = min(tree.subtree(clause.i))
    marks = {k.lemma.lower() for k in tree.kids(clause.i, "mark", "advmod")}
    return bool(marks & cues.verb_words().conditions) and tree.tokens[first - 1].text != ","


def _addressed(tree: Tree, token: Token, cue: Cue) -> set[int]:
    """Whom an order or request goes to: "urged France to", "called on both sides to"."""
    kids = tree.kids(token.i, "dobj", "prep")
    asked = (k for k in kids if k.dep == "dobj" or f"prep:{k.lemma.lower()}" in cue.manners)
    return {i for k in asked for i in tree.subtree(k.i) if i != k.i or k.dep == "dobj"}


def _is_gerund(tree: Tree, clause: Token) -> bool:
    """Whether a clause is a gerund, perhaps of the perfect ("denied having met")."""
    return clause.tag == "VBG" or any(k.tag == "VBG" for k in tree.kids(clause.i, "aux", "auxpass"))


def _is_asked(tree: Tree, clause: Token) -> bool:
    """Whether a clause only asks, whoever knows or tells the answer: "will establish whether"."""
    return any(k.text.lower() in ("whether", "if") for k in tree.kids(clause.i, "mark"))


def _frame(tree: Tree, token: Token, kid: Token, cue: Cue) -> str | None:
    """Which of the things a verb takes a clause is."""
    infinitive = any(k.tag == "TO" for k in tree.kids(kid.i, "aux", "mark"))
    if infinitive:
        return "to" if "to" in cue.manners else None
    if kid.dep == "xcomp" and "ing" in cue.manners and _is_gerund(tree, kid):
        return "ing"
    if kid.dep == "xcomp" and kid.pos not in ("VERB", "AUX"):
        return "as" if "as" in cue.manners else None
    if kid.tag == "VBN" and not tree.kids(kid.i, "aux", "auxpass", "nsubjpass", "nsubj"):
        return None
    if kid.dep in ("ccomp", "advcl") and "that" in cue.manners:
        return "that"
    if kid.dep == "ccomp" and ("as" in cue.manners or "obj" in cue.manners) and kid.i > token.i:
        return "as" if "as" in cue.manners else "obj"
    return None


def _whole(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """Content that is the clause in which the cue is only inserted: "as the paper reported"; "he said" in commas."""
    if "that" not in cue.manners or token.head == token.i:
        return None
    inserted = token.dep == "parataxis"
    as_clause = token.dep == "advcl" and any(k.lemma.lower() == "as" for k in tree.kids(token.i, "mark", "advmod"))
    if tree.tokens[token.head].pos not in ("VERB", "AUX") or tree.kids(token.i, "dobj", "xcomp", "ccomp"):
        return None
    if not inserted and not as_clause:
        return None
    content = set(tree.subtree(token.head)) - set(tree.subtree(token.i))
    return Draft(cue=(), manner=cue.manners["that"], content=content, head=token.head)


def _phrase(tree: Tree, token: Token, cue: Cue, *, passive: bool) -> Draft | None:
    """Content that is a noun phrase: an object, the subject of a passive, what is called something."""
    for frame in ("as", "obj"):
        if frame not in cue.manners:
            continue
        content = _object(tree, token, frame, passive=passive)
        if content:
            head = next((k.i for k in tree.kids(token.i, "dobj", "nsubjpass")), min(content))
            return Draft(cue=(), manner=cue.manners[frame], content=content, head=head)
    return _prepositional(tree, token, cue)


def _charge(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """What somebody is accused of having done: "accused the army of shelling", "blamed it for kidnapping"."""
    for kid in tree.kids(token.i, "prep"):
        manner = cue.manners.get(f"prep:{kid.lemma.lower()}")
        deeds = tree.kids(kid.i, "pcomp")
        if manner in CLAIMS and deeds and tree.kids(token.i, "dobj", "nsubjpass"):
            accused = {i for k in tree.kids(token.i, "dobj", "nsubjpass") for i in tree.subtree(k.i)}
            content = {i for k in deeds for i in tree.subtree(k.i)} | accused
            return Draft(cue=(), manner=manner, content=content, head=deeds[0].i)
    return None


def _object(tree: Tree, token: Token, frame: str, *, passive: bool) -> set[int]:
    """Tokens of the object with what it is called, empty where the frame is not there."""
    called = {i for k in tree.kids(token.i, *_SMALL) for i in tree.subtree(k.i)}
    called |= {i for k in tree.kids(token.i, "prep") if k.lemma == "as" for i in tree.subtree(k.i)}
    if frame == "as" and not called:
        return set()
    if passive:
        return _subjects(tree, token) | called
    objects = {i for k in tree.kids(token.i, "dobj") if k.i > token.i for i in tree.subtree(k.i)}
    reasons = {i for k in tree.kids(token.i, "prep") if k.lemma in ("for", "of", "to") for i in tree.subtree(k.i)}
    return objects | called | reasons if objects else called if frame == "as" else set()


def _subjects(tree: Tree, token: Token) -> set[int]:
    return {
        i
        for k in tree.kids(token.i, "nsubjpass", "nsubj")
        if not ((k.pos == "PRON" and k.tag in ("WDT", "WP")) or (k.lemma == "it" and k.dep == "expl"))
        for i in tree.subtree(k.i)
    }


def _prepositional(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """Content behind a preposition: "warned of war", "pointed to the report"."""
    kids = tree.kids(token.i, "prep")
    for kid in [*kids, *(n for k in kids for n in tree.kids(k.i, "prep"))]:
        frame = f"prep:{kid.lemma.lower()}"
        if frame in cue.manners:
            objects = tree.kids(kid.i, "pobj", "pcomp")
            content = {i for k in objects for i in tree.subtree(k.i)}
            if objects:
                beside = [k for k in tree.kids(token.i, "xcomp") if k.i > kid.i]
                content |= {i for k in beside for i in tree.subtree(k.i)}
                return Draft(cue=(), manner=cue.manners[frame], content=content, head=objects[0].i)
    return None


def _give_source(tree: Tree, token: Token, made: Draft, *, passive: bool) -> None:
    """Fill in who says it."""
    agents = [p.i for k in tree.kids(token.i, "agent") for p in tree.kids(k.i, "pobj")]
    if made.manner == "seem" or agents or passive:
        made.source = agents[0] if agents else _mistaken(tree, token, made)
        return
    made.source, made.relative = subject(tree, token)
    if made.source is not None and made.head is not None and made.head < made.source < token.i:
        speaker = _apposed(tree, made.source)
        made.content |= set() if speaker is None else set(tree.subtree(made.source)) - set(tree.subtree(speaker))
        made.source = made.source if speaker is None else speaker


def _apposed(tree: Tree, source: int) -> int | None:
    """The speaker whom the parser took for an apposition to the last noun of what he says: "…, the minister, said"."""
    if sources.can_speak(tree.tokens[source]):
        return None
    found = (k for i in tree.subtree(source) for k in tree.kids(i, "appos") if tree.tokens[k.i - 1].text != "(")
    return next((k.i for k in found if sources.can_speak(k)), None)


def _mistaken(tree: Tree, token: Token, made: Draft) -> int | None:
    """The speaker whose verb the parser took for a participle: "the woman, who asked for shelter, said that …"."""
    told = token.lemma in cues.sources().tells or tree.kids(token.i, "nsubjpass", "auxpass")
    clause = made.head is not None and tree.tokens[made.head].dep == "ccomp" and made.head > token.i
    return token.head if token.dep == "acl" and clause and not told and made.manner == "say" else None


def subject(tree: Tree, token: Token) -> tuple[int | None, int | None]:
    """Who does what a verb says, by control or coordination if need be; and a relative pronoun for him."""
    for _ in range(_MAX_CLIMB):
        subjects = [k for k in tree.kids(token.i, *_SUBJECTS) if k.dep != "csubj"]
        own = min(
            subjects, key=lambda k: abs(k.i - token.i), default=None
        )  # of two, the other one is torn off its verb
        if own is not None:
            return _antecedent(tree, token, own)
        above = tree.tokens[token.head]
        if token.dep in ("acl", "relcl") and token.tag != "VBN":
            clause = _set_off_from(tree, token)
            if clause is None:
                return token.head, None
            above = clause
        elif above.i == token.i or token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"):
            return None, None
        token = above
    return None, None


def _set_off_from(tree: Tree, token: Token) -> Token | None:
    """The verb that a participle behind a comma goes with, where the parser hung it on the verb's object."""
    noun = tree.tokens[token.head]
    first = min(tree.subtree(token.i))
    if token.tag != "VBG" or token.i - 1 == noun.i or noun.dep not in ("dobj", "pobj") or first == 0:
        return None
    if tree.tokens[first - 1].text != "," or noun.i + 2 >= first:
        return None
    return next((a for a in tree.ancestors(noun.i) if a.pos == "VERB"), None)


def _antecedent(tree: Tree, token: Token, own: Token) -> tuple[int | None, int | None]:
    """The noun that a relative pronoun stands for; nobody for the "it" of "it is said"."""
    if own.tag in ("WP", "WDT") and token.dep == "relcl":
        return token.head, own.i
    if own.tag in ("WP", "WDT"):
        clause = next((a for a in tree.ancestors(token.i) if a.dep == "relcl"), None)
        return (own.i, None) if clause is None else (clause.head, own.i)
    return own.i, None
