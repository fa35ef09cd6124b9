"""An act → its contexts, the strongest first: what its frame, its code, the words around it and its sides tell.

At most three are kept. Each rests on characters of the article and leaves a reason.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.extract.acts import Act, Acting
from dragoman.extract.context_sides import Sides
from dragoman.extract.context_zone import Zones
from dragoman.model.because import Because
from dragoman.model.resolved import ActorMention, Resolved
from dragoman.model.span import Span
from dragoman.ontology import contexts, plover
from dragoman.ontology.contexts import Hit

MOST = 3
"""Contexts kept of one act."""
FRAME = 3.0
"""What the frame itself brings is worth, beside the worth of words (`context_zone`)."""
CONTENT = 2.0
"""What the frame of its content brings."""
CODE = 2.0
"""What its CAMEO code tells."""
SIDES = 1.5
"""What only the sides tell, so that it comes after what the words tell."""
NAME = 2.0
AGAIN = 0.5
"""What each further sign of the same context adds."""


class Sign(NamedTuple):
    """One sign of a context: its worth, where it stands, and what it is in words."""

    context: str
    worth: float
    spans: tuple[Span, ...]
    rule: str
    detail: str


class Told(NamedTuple):
    """A context that an act has, with its signs, the strongest first."""

    context: str
    signs: tuple[Sign, ...]

    @property
    def worth(self) -> float:
        """The strongest sign's worth, and a little for each further one."""
        return self.signs[0].worth + AGAIN * (len(self.signs) - 1)

    @property
    def because(self) -> Because:
        """Why the act has it."""
        details = dict.fromkeys(sign.detail for sign in self.signs)
        return Because(
            field="context",
            rule=self.signs[0].rule,
            detail=f"{self.context}: {'; '.join(details)}",
            spans=spans((self,)),
        )


def spans(told: Iterable[Told]) -> tuple[Span, ...]:
    """The characters behind some contexts, in the order of the text."""
    return tuple(sorted({span for one in told for sign in one.signs for span in sign.spans}))


class ContextReader:
    """Reads the contexts of one article's acts."""

    def __init__(self, resolved: Resolved, acting: Acting) -> None:
        self.tree = acting.tree
        self.table = contexts.load()
        self.zones = Zones(acting, resolved.actors)
        self.sides = Sides(acting.cast)
        self._sentences = resolved.annotated.sentences
        self._hits: dict[int, tuple[Hit, ...]] = {}

    def of(self, act: Act, code: str | None) -> tuple[Told, ...]:
        """The contexts of an act with that CAMEO code, at most three."""
        signs: dict[str, list[Sign]] = {}
        for sign in (*self._of_words(act), *self._of_sides(act)):
            signs.setdefault(sign.context, []).append(sign)
        for sign in (*self._of_frame(act), *self._of_code(act, code)):
            if sign.context in signs or sign.context not in self.table.needs_word:
                signs.setdefault(sign.context, []).append(sign)
        order = {context: n for n, context in enumerate(plover.contexts())}
        told = (Told(name, tuple(sorted(each, key=lambda s: -s.worth))) for name, each in signs.items())
        return tuple(sorted(told, key=lambda t: (-t.worth, order[t.context]))[:MOST])

    def _of_frame(self, act: Act) -> Iterator[Sign]:
        frame, inner = act.match.frame, act.match.complement
        where = tuple(self.tree.tokens[i].span for i in act.match.words)
        for name in frame.context:
            if not self.sides.forbid(name, act):
                yield Sign(name, FRAME, where, frame.source, f"{frame.lemma!r} brings it")
        if inner is not None:
            where = tuple(self.tree.tokens[i].span for i in inner.words)
            for name in inner.frame.context:
                yield Sign(name, CONTENT, where, inner.frame.source, f"{inner.frame.lemma!r} brings it")

    def _of_code(self, act: Act, code: str | None) -> Iterator[Sign]:
        where = (self.tree.tokens[act.token].span,)
        for name in self.table.codes.get(code or "", ()):
            if not self.sides.forbid(name, act):
                yield Sign(name, CODE, where, "contexts.yaml", f"CAMEO {code}")
        if code in self.table.of_states and self.sides.are_states(act):
            yield Sign("diplomatic", SIDES, where, "contexts.yaml", f"CAMEO {code} between states")
        if code in self.table.of_forces and self.sides.are_forces(act):
            yield Sign("military", SIDES, where, "contexts.yaml", f"CAMEO {code} with armed sides")

    def _of_sides(self, act: Act) -> Iterator[Sign]:
        for name, mentions, detail in self.sides.tell(act):
            yield Sign(name, SIDES, tuple(m.span for m in mentions), "sides", detail)
        if act.folded.event in {"CONSULT", "COOPERATE"} or act.folded.foreseen == "CONSULT":
            for part in (*act.roles.actor, *act.roles.recipient):
                yield from self._of_title(part.mention)

    def _of_title(self, mention: ActorMention) -> Iterator[Sign]:
        """What a minister who meets is minister of."""
        lemmas = [(i, self.tree.tokens[i].lemma.lower()) for i in range(mention.first, mention.stop)]
        head = next((n for n, (_, lemma) in enumerate(lemmas) if lemma in self.table.title_heads), len(lemmas))
        if head == len(lemmas):
            return
        for i, lemma in lemmas:
            if lemma in self.table.titles:
                where = (self.tree.tokens[i].span,)
                yield Sign(self.table.titles[lemma], SIDES, where, "contexts.yaml", f"title {lemma!r}")

    def _of_words(self, act: Act) -> Iterator[Sign]:
        zone = self.zones.of(act)
        for hit in self._found(self.tree.tokens[act.token].sentence):
            if not all(token in zone for token in hit.tokens):
                continue
            if not hit.name and self.zones.is_veiled(hit.tokens):
                continue
            worth = NAME if hit.name else max(zone[token] for token in hit.tokens)
            span = self.tree.span(list(hit.tokens))
            words = " ".join(self.tree.tokens[i].text for i in hit.tokens)
            for name in hit.contexts:
                yield Sign(name, worth, (span,), "contexts.yaml", f"the words {words!r}")

    def _found(self, sentence: int) -> tuple[Hit, ...]:
        """The words of a sentence that tell contexts, looked up once."""
        if sentence not in self._hits:
            one = self._sentences[sentence]
            self._hits[sentence] = tuple(self.table.hits(self.tree.tokens[one.first : one.stop]))
        return self._hits[sentence]
