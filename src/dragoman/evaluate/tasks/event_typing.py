"""Event type between two given parties: rows {id, text, actor, recipient} → {id, event, confidence}.

`actor` and `recipient` are spans or null. They take the place of the actors that the resolver would find, which is only
asked for other mentions of the same two. The act told between the two is chosen; where there is none, whatever the
sentence tells, with little confidence. With a span `word`, only the act that this word tells is asked for.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dragoman.evaluate.tasks.crosswalk import in_terms_of_set
from dragoman.evaluate.tasks.parsed import Row, of_row, resolved
from dragoman.evaluate.tasks.parties import ACTOR, RECIPIENT, are_joined, between, given, meant, others
from dragoman.evaluate.tasks.whose import has, is_object_of, is_of_others
from dragoman.extract import attribution, opinions
from dragoman.extract.acts import Act, Acting
from dragoman.extract.cast import Cast
from dragoman.extract.confidence import confidence
from dragoman.extract.folding import Folded
from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate, Vote
from dragoman.extract.predications import predications
from dragoman.extract.typing import Match, Typer
from dragoman.model.resolved import ActorMention, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import plover
from dragoman.ontology.frames import STATEMENT

COOPERATION = frozenset({1, 2})
"""Quad codes of cooperation."""
REFUSAL = "REJECT"
FITTING = 3
"""Fit from which on an act has both given parties, at least one of them in its role."""
LOW = frozenset({"acl", "advcl", "relcl"})
"""How a clause hangs that only describes somebody, or accompanies what the sentence tells ("…, leaving its troops")."""
LOWER = 2
"""How much less such a clause counts than the sentence's own: a party in its role. Of 0 to 3 the best on our corpus."""
NO_PARTY = 0.2
"""Confidence in the type of a word beside which no given party stands, or one only in the other's role; not fitted."""
TYPER_SURE = 0.6
"""Probability from which on the typer tells an act between two *given* parties by itself.

On the corpus's rows held out 0.4 is best, and 0.3 to 0.75 lie within a standard error of it (`training.report`); of
these 0.6 is the one whose "no act" is best on our labels of other tasks' texts. The coder, where parties are only
found, asks for `opinions.SURE`.
"""
CONTACT = "CONSULT"
"""The answer where there is an act for certain and both votes know none: mere contact, for harm and refusal show."""
TELLING = -1
"""Weight of mere telling, less than that of any frame: contact if there is an act for certain, else none."""
HALF = 0.5
"""Probability of what is likelier than all else together."""
SURE = 0.25
"""An answer of less confidence counts as none where none is an answer; just above NO_PARTY."""


class Choice(NamedTuple):
    """A type that a sentence may tell, the better the larger: how it fits the parties, then how exact its frame is.

    `rank` is its fit, less `LOWER` in a clause that only describes or accompanies what the sentence tells, and less one
    more if it is only what that is for.
    """

    rank: int
    fit: int
    on_path: bool
    weight: int
    is_verb: bool
    earliness: int
    event: str
    confidence: float
    cameo: str | None = None
    announced: bool = False

    @property
    def is_beside(self) -> bool:
        """Whether the act leaves one party out and does not tie it to the other."""
        return self.fit < FITTING and not self.on_path

    @property
    def as_labelled(self) -> str:
        """The type in the terms of the sets."""
        return in_terms_of_set(self.event, self.cameo, announced=self.announced)


def predict(rows: Iterable[Row], *, model: bool = True) -> Iterator[Row]:
    """The type of each sentence in the terms of the typing sets, which tell an act in every one of them."""
    return (one.row(one.in_terms_of_set, given=True) for one in _answered(rows, model=model))


def by_codebook(rows: Iterable[Row], *, model: bool = True) -> Iterator[Row]:
    """The same in the codebook's own terms, as the coder's records have them; null where there is no act."""
    return (one.row(lambda event: event, given=False) for one in _answered(rows, model=model))


class Answered(NamedTuple):
    """A row with what the lexicon and the learned typer say of it."""

    id: str
    choice: Choice | None
    vote: Vote | None
    joined: bool = False

    def row(self, termed: Callable[[str], str], *, given: bool) -> Row:
        """The answer; `given` says that there is an act for certain."""
        event, sure = self.decided(given=given)
        return {"id": self.id, "event": None if event is None else termed(event), "confidence": sure}

    def decided(self, *, given: bool) -> tuple[str | None, float]:
        """The type on which both votes end, and how probable it is.

        Where the lexicon's act is that of others, or goes the other way round, its word counts only if there is an
        act for certain; else the typer must be sure.
        """
        told = None if self.choice is None else self.choice.event
        if self.vote is None:
            return told, 0.0 if self.choice is None else self.choice.confidence
        if not given and self.is_beside_the_point:
            return None, NO_PARTY
        if not given and (self.choice is None or self.choice.confidence <= NO_PARTY):
            sure = self.vote.probability >= TYPER_SURE
            return self.vote.event if sure else None, self.vote.probability
        fits = self.choice is not None and self.choice.fit >= FITTING
        scores = opinions.weighed(self.vote, told, opinions.BOTH if fits else opinions.ONE)
        if given and self.is_unknown:
            return CONTACT, self.vote.probability
        if given:
            scores.pop(None)
        best = max(scores, key=lambda event: (scores[event], event == told))
        return best, round(scores[best], 2)

    @property
    def is_beside_the_point(self) -> bool:
        """Whether one only tells the other something, or both do the same and the lexicon knows no act between them."""
        known = self.choice is not None and self.choice.confidence > NO_PARTY
        return (self.choice is not None and self.choice.weight == TELLING) or (self.joined and not known)

    @property
    def is_unknown(self) -> bool:
        """Whether the lexicon knows no act in the sentence and the typer thinks that there probably is none."""
        vote = self.vote
        return self.choice is None and vote is not None and vote.event is None and vote.probability >= HALF

    def in_terms_of_set(self, event: str) -> str:
        """A type in the terms of the typing sets; the lexicon's act knows its CAMEO code."""
        of_lexicon = self.choice is not None and event == self.choice.event
        return self.choice.as_labelled if of_lexicon and self.choice is not None else event


def _answered(rows: Iterable[Row], *, model: bool) -> Iterator[Answered]:
    first, second = itertools.tee(rows)
    for row, layers in zip(first, resolved(map(of_row, second)), strict=True):
        best = max(asked(row, layers), default=None)
        is_asked = model and (row["actor"] is not None or row["recipient"] is not None)
        yield Answered(row["id"], best, _vote(row, best, layers) if is_asked else None, are_joined(row, layers))


def _vote(row: Row, best: Choice | None, layers: Resolved) -> Vote:
    """The learned typer's word on the given parties and word, or else the word of the lexicon's act between them."""
    is_theirs = best is not None and best.fit > 0 and best.confidence > NO_PARTY
    found = layers.annotated.tokens[-best.earliness].span if best is not None and is_theirs else None
    word = found if row.get("word") is None else Span(*row["word"])
    parties = [() if row[name] is None else (Span(*row[name]),) for name in ("actor", "recipient")]
    candidate = Candidate(trigger=word, actor=parties[0], recipient=parties[1])
    learned = typer.load()
    return learned.votes(learned.encoded(row["text"]), [candidate])[0]


def asked(row: Row, layers: Resolved) -> list[Choice]:
    """Every type that a sentence may tell; where the row names the event word, only what that word tells."""
    every = choices(row, layers)
    if row.get("word") is None:
        return every
    meant = Span(*row["word"])
    return [choice for choice in every if layers.annotated.tokens[-choice.earliness].span.meets(meant)]


def choices(row: Row, layers: Resolved) -> list[Choice]:
    """Every type that a sentence may tell."""
    tree = Tree(layers.annotated.tokens)
    mentions = tuple(given(row, tree, layers.annotated.article.text))
    parties = (*mentions, *meant(mentions, layers))
    acting = _acting(parties, layers, tree)
    among_all = _acting((*parties, *others(parties, layers)), layers, tree)
    path = between(tree, [m.head for m in mentions])
    is_open = len(mentions) > 1 and row.get("word") is None
    found = []
    for match in acting.matches():
        if _tells_the_other(match, acting):
            found.append(_contact(match, path))
        if match.frame.is_event:
            act = acting.act(match)
            choice = _choice(match, act, path, acting)
            doubtful = is_of_others(match, among_all) or (
                is_open and (choice.is_beside or is_object_of(match, act, acting, path))
            )
            found.append(choice._replace(confidence=NO_PARTY) if doubtful else choice)
    return found


def _acting(parties: tuple[ActorMention, ...], layers: Resolved, tree: Tree) -> Acting:
    cast = Cast(parties, tree)
    typer = Typer(predications(tree), tree, cast)
    return Acting(typer, cast, attribution.attributions(layers.annotated, tree))


def _choice(match: Match, act: Act | None, path: frozenset[int], acting: Acting) -> Choice:
    token = match.predication.token
    fit = 0 if act is None else _fit(act)
    return Choice(
        rank=fit - LOWER * (match.predication.relation in LOW) - acting.is_mere_purpose(match),
        fit=fit,
        on_path=any(word in path for word in match.words),
        weight=match.frame.weight,
        is_verb=match.predication.kind == "verb",
        earliness=-token,
        event=match.frame.event if act is None else without_auxiliary(act.folded),
        confidence=NO_PARTY if act is None or _is_anothers(act) else confidence(act, acting.tree),
        cameo=match.frame.cameo if act is None or act.folded.event == match.frame.event else None,
        announced=act is not None and _is_announced(act),
    )


def _tells_the_other(match: Match, acting: Acting) -> bool:
    """Whether the first party only tells the second something ("told the jury that …")."""
    slot = acting.casting.slot
    listeners = (part for name in ("object", "dative", "to") for part in slot(match, name))
    told = match.frame.event == STATEMENT and match.predication.kind == "verb"
    return told and bool(has(slot(match, "subject"), ACTOR) and has(tuple(listeners), RECIPIENT))


def _contact(match: Match, path: frozenset[int]) -> Choice:
    """Telling as the least of acts: better than an act of others."""
    token = match.predication.token
    return Choice(1, 1, token in path, TELLING, is_verb=True, earliness=-token, event=CONTACT, confidence=NO_PARTY)


def _is_announced(act: Act) -> bool:
    """Whether an act is only announced: folded by the reading rules, or told as lying ahead."""
    return act.folded.foreseen is not None or act.judgement.future or act.stage.future or act.stage.willing


def _is_anothers(act: Act) -> bool:
    """Whether a given party stands in the act only in the other's role, or neither stands in it at all."""
    crossed = has(act.roles.actor, RECIPIENT) or has(act.roles.recipient, ACTOR)
    return _fit(act) == 0 or bool(crossed and not act.match.frame.mutual)


def without_auxiliary(folded: Folded) -> str:
    """The type of an act in a set that knows no auxiliary modes: cooperation that is told not to happen is REJECT."""
    refused = folded.negated and plover.quad(folded.event) in COOPERATION
    return REFUSAL if refused else folded.event


def _fit(act: Act) -> int:
    """How many of the parties stand in the act, those in the right role counted twice."""
    roles = ((ACTOR, act.roles.actor, act.roles.recipient), (RECIPIENT, act.roles.recipient, act.roles.actor))
    return sum(2 * has(right, entity) or has(other, entity) for entity, right, other in roles)
