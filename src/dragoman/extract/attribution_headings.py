"""Headlines, interviews with a speaker and a colon → drafts: "Mayor: Deal is dead", "Deal is dead: mayor", "Q: …"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dragoman.extract.attribution_told import Draft
from dragoman.extract.sources import can_speak
from dragoman.model.annotated import Annotated, Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

NAME = 6
"""Tokens that a speaker's name has at most."""
CLAUSE = 3
"""Tokens that what is said has at least."""
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VBN")
_BREAKS = (",", "-", "–", "—")
_NAMES = ("PROPN", "NOUN")
_QUOTES = ("“", '"', "``", "‘")


def drafts(annotated: Annotated, tree: Tree) -> Iterator[Draft]:
    """The drafts of paragraphs that open with a speaker and a colon, or of headlines that end with them."""
    for _, group in groupby(annotated.sentences, key=lambda sentence: sentence.paragraph):
        sentences = tuple(group)
        paragraph = tree.tokens[sentences[0].first : sentences[-1].stop]
        mark = next((n for n, token in enumerate(paragraph[: NAME + 1]) if token.text == ":"), None)
        made = None if mark is None else _opening(paragraph, mark)
        made = made or (_closing(paragraph) if len(sentences) == 1 or mark is None else None)
        if made is not None:
            yield made


def _opening(paragraph: Sequence[Token], mark: int) -> Draft | None:
    """A speaker, a colon, and what he says up to the end of the paragraph."""
    name, said = paragraph[:mark], paragraph[mark + 1 :]
    if not name or len(said) < CLAUSE or said[0].text in _QUOTES:
        return None
    if len(name) == 1 and name[0].text in cues.sources().interview:
        return _made(name[0], paragraph[mark], said)
    top = _top(name)
    return _made(top, paragraph[mark], said) if top is not None and _tells(said) and said[0].text[0].isupper() else None


def _closing(paragraph: Sequence[Token]) -> Draft | None:
    """What somebody says, a colon, and who he is: only where no full stop ends the line."""
    mark = next(
        (n for n in range(len(paragraph) - NAME, len(paragraph) - 1) if n > 0 and paragraph[n].text == ":"), None
    )
    if mark is None or paragraph[-1].text in (".", "?", "!", '"', "”"):
        return None
    top = _top(paragraph[mark + 1 :])
    return _made(top, paragraph[mark], paragraph[:mark]) if top is not None and _tells(paragraph[:mark]) else None


def _made(source: Token, mark: Token, said: Sequence[Token]) -> Draft:
    content = {token.i for token in said}
    head = next((t.i for t in said if t.head not in content or t.head == t.i), said[0].i)
    return Draft(cue=(mark.i,), manner="say", source=source.i, content=content, head=head)


def _tells(said: Sequence[Token]) -> bool:
    """Whether there is a clause."""
    return len(said) >= CLAUSE and any(t.tag in _FINITE or t.text.lower() == "to" for t in said)


def _top(name: Sequence[Token]) -> Token | None:
    """The noun of a name that can speak, None where the words are no name or hold a verb."""
    inside = {t.i for t in name}
    nouns = [t for t in name if t.pos in _NAMES]
    if not nouns or any(t.pos in ("VERB", "AUX", "NUM") or t.text in _BREAKS or "/" in t.text for t in name):
        return None
    tops = [t for t in nouns if t.head not in inside or t.head == t.i]
    top = (tops or nouns)[-1]
    return top if top.entity != "GPE" and can_speak(top) else None
