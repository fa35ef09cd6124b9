"""A match → words around it that tell no act of their own: the end of force, a draft's words, a visit barred."""

from collections.abc import Iterator

from dragoman.extract.arguments import is_infinitive
from dragoman.extract.cast import Cast
from dragoman.extract.typing import Match, Typer
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon
from dragoman.ontology.frames import Frame

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of what force is used for ("used tear gas to disperse the crowd")."""
REFUSING = frozenset({"REJECT"})
"""Types of acts after which a paper remains a draft."""
BARRING = frozenset({"COERCE", "SANCTION", "REJECT"})
BARRED = frozenset({"CONSULT", "COOPERATE"})
"""Types of what others are kept from, which then tells nothing that was done ("barred them from visiting")."""
FROM = "from"
UPON = frozenset({"on", "upon"})
AHEAD = frozenset({"will", "would", "'ll", "wo"})
"""Auxiliaries of what is to come."""


def words(match: Match, typer: Typer) -> Iterator[int]:
    """Tokens of acts that only complete a match."""
    if match.predication.kind != "verb":
        return
    yield from _occasions(match, typer)
    for inner in (*ends(match, typer), *_drafts(match, typer), *_barred(match, typer)):
        yield from inner.words


def _occasions(match: Match, typer: Typer) -> Iterator[int]:
    """Nouns that only tell when somebody spoke ("said on arrival in Oslo")."""
    tree = typer.tree
    prepositions = (p for p in tree.kids(match.predication.token, "prep") if p.text.lower() in UPON)
    for noun in (k for p in prepositions for k in tree.kids(p.i, "pobj")):
        if (
            match.frame.say
            and noun.lemma.lower() in lexicon.members("bare_travel")
            and not tree.kids(noun.i, "det", "poss")
        ):
            yield noun.i


def is_foreseen(match: Match, complement: Match, cast: Cast) -> bool:
    """Whether the content of an act has no record of its own: what is complained of has one if nobody does it."""
    inner = complement.predication
    is_doerless = inner.kind == "verb" and inner.passive and not cast.of(inner.subjects)
    return match.frame.is_event and not (match.frame.event == "ACCUSE" and is_doerless)


def ends(match: Match, typer: Typer) -> Iterator[Match]:
    """The acts of force that another one is told to be done for, by infinitives."""
    if match.frame.event != "ASSAULT":
        return
    for token in match.predication.complements:
        word = typer.tree.tokens[token]
        inner = (
            typer.match(token) if word.dep in {"xcomp", "advcl", "acl"} and is_infinitive(typer.tree, word) else None
        )
        if inner is not None and inner.frame.event in FORCE:
            yield inner


def _drafts(match: Match, typer: Typer) -> Iterator[Match]:
    """What a paper says that did not come about ("blocked a resolution condemning …", "drafted a letter urging …")."""
    unmade = match.frame.event in REFUSING or is_unmade(match.predication.lemma)
    papers = match.predication.objects if unmade else ()
    yield from held(papers, typer)


def is_unmade(lemma: str) -> bool:
    """Whether a verb tells of a paper that has not come about."""
    return lemma.lower() in lexicon.members("unmade")


def held(papers: tuple[int, ...], typer: Typer) -> Iterator[Match]:
    """The acts that a participle behind a paper tells."""
    tree = typer.tree
    for paper in papers:
        if tree.tokens[paper].lemma.lower() in lexicon.members("paper"):
            for clause in tree.kids(paper, "acl", "relcl"):
                inner = typer.match(clause.i)
                if inner is not None:
                    yield inner


def _barred(match: Match, typer: Typer) -> Iterator[Match]:
    if match.frame.event not in BARRING:
        return
    tree = typer.tree
    behind = (k for p in tree.kids(match.predication.token, "prep") if p.text.lower() == FROM for k in tree.kids(p.i))
    for word in behind:
        inner = typer.match(word.i)
        if inner is not None and _is_shared(inner.frame):
            yield inner


def _is_shared(frame: Frame) -> bool:
    return frame.event in BARRED


def is_refusal(tree: Tree, token: int) -> bool:
    """Whether a verb tells what somebody will not do ("would never accept")."""
    ahead = any(kid.lemma.lower() in AHEAD for kid in tree.kids(token, "aux"))
    return ahead and bool(tree.kids(token, "neg"))
