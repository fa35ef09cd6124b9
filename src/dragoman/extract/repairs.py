"""Attachments that small parsers often get wrong, put right in the token table before it is read.

Each repair rests on what words can take, never on a single sentence: an infinitive right behind a noun that takes
infinitives ("a threat to leave") belongs to that noun, whatever noun stands further left.
"""

import msgspec

from dragoman.model.annotated import Token
from dragoman.ontology import lexicon

NOUNS = frozenset({"NOUN", "PROPN"})


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The token table with its repairs; the same object where there was nothing to repair."""
    changed = {token.i: noun for token in tokens if (noun := _noun_before(token, tokens)) is not None}
    if not changed:
        return tokens
    return tuple(msgspec.structs.replace(t, head=changed[t.i]) if t.i in changed else t for t in tokens)


def _noun_before(token: Token, tokens: tuple[Token, ...]) -> int | None:
    """The noun right before an infinitive that takes it, if the infinitive hangs on another noun."""
    if token.dep not in {"acl", "relcl"} or token.i < 2 or tokens[token.i - 1].tag != "TO":  # noqa: PLR2004 - "N to V"
        return None
    noun = tokens[token.i - 2]
    if noun.pos not in NOUNS or noun.i == token.head or tokens[token.head].pos not in NOUNS:
        return None
    return noun.i if _takes_infinitive(noun.lemma.lower()) else None


def _takes_infinitive(lemma: str) -> bool:
    known = lexicon.load()
    if any(aspect.kind == "noun" and "complement" in aspect.over for aspect in known.aspect_for(lemma)):
        return True
    return any(frame.complement is not None or frame.foresees or frame.say for frame in known.frames_for(lemma, "noun"))
