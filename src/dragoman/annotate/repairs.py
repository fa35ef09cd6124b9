"""Attachments that small parsers often get wrong, put right in the token table before anything is read from it.

Each repair rests on what words can take, never on a single sentence.
"""

import msgspec

from dragoman.annotate import repairs_verbs
from dragoman.annotate.repairs_denials import parted
from dragoman.annotate.repairs_openers import openers
from dragoman.annotate.repairs_phrases import phrases
from dragoman.annotate.repairs_relatives import renamed
from dragoman.annotate.repairs_verbs import verbs
from dragoman.model.annotated import Token
from dragoman.ontology import cues, lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FAR = 40
"""Tokens within which a verb's clause is looked for."""
OPENING = frozenset({'"', "“", "``", "‘", ":"})
NOUNS = frozenset({"NOUN", "PROPN"})
Change = tuple[int, str]
"""New head and new dependency label of a token."""


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The token table with its repairs; the same object where there was nothing to repair."""
    tokens = _read_as_verbs(tokens)
    changes: dict[int, Change] = {}
    for token in tokens:
        if token.dep in {"acl", "relcl"}:
            changes |= _infinitive(token, tokens) or _torn(token, tokens)
        elif token.dep == "csubj" and token.tag == "VBG":
            changes |= _title(token, tokens)
        elif token.dep == "conj" and (token.tag in FINITE or token.tag == "VBN"):
            changes |= _conjoined(token, tokens)
        elif token.dep == "nummod" and token.i > 1:
            changes |= _at_most(token, tokens)
    if not changes:
        return tokens
    return tuple(_changed(t, changes[t.i]) if t.i in changes else t for t in tokens)


def _read_as_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The token table with the verbs that were taken for nouns, and with "what he called a coup" as the coup."""
    asked = (_misread(token, tokens) for token in tokens)
    changes = {i: change for one in asked for i, change in one.items()}
    return tuple(_retagged(t, changes[t.i]) if t.i in changes else t for t in tokens) if changes else tokens


def _misread(token: Token, tokens: tuple[Token, ...]) -> repairs_verbs.Changes:
    found = verbs(token, tokens) or renamed(token, tokens) or parted(token, tokens)
    return found or phrases(token, tokens) or openers(token, tokens)


def _retagged(token: Token, change: repairs_verbs.Change) -> Token:
    tag, pos = change.tag or token.tag, change.pos or token.pos
    lemma = change.lemma or (token.lemma.lower() if change.pos else token.lemma)
    return msgspec.structs.replace(token, head=change.head, dep=change.dep, tag=tag, pos=pos, lemma=lemma)


def _changed(token: Token, change: Change) -> Token:
    return msgspec.structs.replace(token, head=change[0], dep=change[1])


def _infinitive(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """An infinitive right behind a noun that takes one ("talks over a threat to leave") belongs to that noun."""
    if token.i <= 1 or tokens[token.i - 1].tag != "TO":
        return {}
    noun = tokens[token.i - 2]
    if noun.pos not in NOUNS or noun.i == token.head or tokens[token.head].pos not in NOUNS:
        return {}
    return {token.i: (noun.i, "acl")} if _takes_infinitive(noun.lemma.lower()) else {}


def _conjoined(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """A participle may be a finite verb in disguise only where one is looked for by what it takes."""
    if token.tag == "VBN":
        return _reporting(token, tokens) if tokens[token.head].tag == "VBN" else {}
    return _finite(token, tokens) or _reporting(token, tokens)


def _finite(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """A finite verb is not joined to an infinitive ("asked them to stay and urged …") but to the finite verb above."""
    above = tokens[token.head]
    if above.tag != "VB" or not any(t.tag == "TO" and t.head == above.i for t in tokens[max(0, above.i - 3) : above.i]):
        return {}
    while above.head != above.i:
        above = tokens[above.head]
        if above.tag == token.tag and above.pos == "VERB":
            return {token.i: (above.i, "conj")}
    return {}


def _reporting(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """In "told us that talks had begun and stressed that …" the second verb of saying goes with the first."""
    clause = tokens[token.head]
    above = tokens[clause.head]
    if clause.dep != "ccomp" or not clause.i < token.i or not _reports(above) or _reports(clause):
        return {}
    subjects = [t for t in tokens[above.i : token.i] if t.dep in SUBJECTS and t.head in {clause.i, token.i}]
    if any(t.head == token.i for t in subjects):
        return {}
    takes = any(t.head == token.i and t.dep == "ccomp" for t in tokens[token.i : token.i + FAR])
    by_none = not any(_speaks(t) for t in subjects)
    quotes = any(t.text in OPENING for t in tokens[token.i + 1 : token.i + 4])
    says = token.tag in FINITE and takes and _reports(token) and (by_none or quotes)
    found = says or _by_speaker(token, subjects, tokens)
    return {token.i: (above.i, "conj")} if found else {}


def _by_speaker(token: Token, subjects: list[Token], tokens: tuple[Token, ...]) -> bool:
    """Whether what sounds like speech can only be the speaker's ("said two men had been killed and blamed rebels").

    Those to whom something was done, and those who belong to the speaker ("its forces"), do not go on to judge or ask.
    """
    objects = {"dobj"} if token.tag == "VBN" else {"dobj", "prep"}
    takes = any(t.head == token.i and t.dep in objects for t in tokens[token.i : token.i + FAR])
    if not takes or cues.verbs().get(token.lemma.lower()) is None:
        return False
    if any(_speaks(t) for t in subjects):
        return False
    owned = {t.head for t in tokens[max(0, token.i - FAR) : token.i] if t.tag == "PRP$"}
    return any(t.dep == "nsubjpass" or t.i in owned for t in subjects)


def _torn(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """In "they may leave, papers reported; the office kept silent" the first of two subjects has a verb of its own."""
    noun = tokens[token.head]
    verb = tokens[noun.head]
    if token.tag != "VBN" or noun.i + 1 != token.i or noun.dep != "nsubj" or not _reports(token) or verb.i < token.i:
        return {}
    if not any(t.head == verb.i and t.dep == "nsubj" for t in tokens[token.i : verb.i]):
        return {}
    start = max(0, noun.i - FAR)
    clauses = {t.i: (token.i, "ccomp") for t in tokens[start : noun.i] if t.head == verb.i and t.dep == "ccomp"}
    return {token.i: (verb.i, "ccomp"), noun.i: (token.i, "nsubj"), **clauses}


def _reports(token: Token) -> bool:
    """Whether a verb is one of saying."""
    cue = cues.verbs().get(token.lemma.lower()) if token.pos == "VERB" else None
    return cue is not None and cue.manners.get("that") == "say"


def _speaks(token: Token) -> bool:
    """Whether a subject is a person."""
    return token.entity == "PERSON" or token.tag == "PRP"


def _takes_infinitive(lemma: str) -> bool:
    known = lexicon.load()
    if any(aspect.kind == "noun" and "complement" in aspect.over for aspect in known.aspect_for(lemma)):
        return True
    return any(frame.complement is not None or frame.foresees or frame.say for frame in known.frames_for(lemma, "noun"))


def _at_most(number: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """In "seized up to 16 men" the words before the number only bound it; the men are the verb's object."""
    up, to = tokens[number.i - 2 : number.i]
    noun = tokens[number.head]
    if (up.text.lower(), to.text.lower()) != ("up", "to") or noun.head != to.i or tokens[up.head].pos != "VERB":
        return {}
    return {noun.i: (up.head, "dobj"), to.i: (number.i, "quantmod"), up.i: (number.i, "quantmod")}


def _title(token: Token, tokens: tuple[Token, ...]) -> dict[int, Change]:
    """In "Visiting President X met …" the participle describes X, who is the subject; it is no clause."""
    objects = [t for t in tokens[token.i + 1 : token.head] if t.head == token.i and t.dep == "dobj"]
    if len(objects) != 1 or objects[0].pos != "PROPN":
        return {}
    name = objects[0]
    between = tokens[token.i + 1 : name.i]
    if any(not _leads_to(t, name.i, tokens) for t in between) or any(t.pos == "DET" for t in between):
        return {}
    return {name.i: (token.head, "nsubj"), token.i: (name.i, "amod")}


def _leads_to(token: Token, target: int, tokens: tuple[Token, ...]) -> bool:
    """Whether a token hangs, directly or through others, on a target."""
    for _ in range(len(tokens)):
        if token.head == target:
            return True
        if token.head == token.i:
            return False
        token = tokens[token.head]
    return False
