"""Predications → matches: which lexicon frame fits each predicate best, and what a word around it must be for that."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.extract.cast import Cast
from dragoman.extract.scenes import Scenes
from dragoman.model.annotated import Token
from dragoman.model.predication import Predication
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon
from dragoman.ontology.frames import Aspect, Frame, Nouns

MODIFIERS = ("amod", "compound", "nmod", "nummod")
ASKING = frozenset({"should", "must", "shall", "ought"})
"""Modal verbs of what is asked for."""
SINGULAR = frozenset({"NN", "NNP", "it", "he", "she"})
"""Tags and words of subjects beside which a verb in the present ends in s."""
OBLIGING = frozenset({"have", "need"})
"""Verbs whose infinitive is asked for, as that of a modal verb ("the generals have to leave")."""
WHERE = {"in": frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"}), "on": frozenset({"DATE", "TIME"})}
"""Prepositions that are no particles before entities with these labels."""
CURRENCIES = frozenset({"$", "€", "£", "¥", "us$", "a$", "c$"})
"""Signs of money, which may hang on whatever word the parser chose."""
FINITE = frozenset({"be", "do", "have"})
"""Auxiliaries that make a clause tell a fact."""
ANY_WORD = "*"
"""Trigger of frames for whatever word has their particle and participants ("drew up jointly"); its own come first."""
CHAIN = 4
"""Longest chain of governing words ("was planning to try to express") that is looked through."""
PART_OF = frozenset({"of"})
SUM_OF = frozenset({"of", "in"})
"""Prepositions behind which stands what a part is of, and what a sum of money is for."""


class Match(NamedTuple):
    """A predication with the frame that fits it.

    Attributes:
        predication: The predicate.
        frame: The frame.
        words: Tokens that tell the act, the trigger first: particle and light-verb noun with it.
        complement: The match of the clause or noun that the frame takes as its content, if it has one.
        content: Token of that content.
    """

    predication: Predication
    frame: Frame
    words: tuple[int, ...]
    complement: "Match | None" = None
    content: int | None = None


class Typer:
    """Finds the frames of an article's predications."""

    def __init__(self, predications: Iterable[Predication], tree: Tree, cast: Cast) -> None:
        self.tree = tree
        self.cast = cast
        self.lexicon = lexicon.load()
        self.scenes = Scenes(tree)
        self.by_token = {p.token: p for p in predications}
        self._matches: dict[int, Match | None] = {}

    def match(self, token: int) -> Match | None:
        """The best fitting frame of the predicate at a token, worked out once."""
        if token not in self._matches:
            self._matches[token] = None  # a cycle in the tree's repairs must not recurse for ever
            predication = self.by_token.get(token)
            self._matches[token] = None if predication is None else self._best(predication)
        return self._matches[token]

    def _best(self, predication: Predication) -> Match | None:
        own = self.lexicon.frames_for(predication.lemma, predication.kind)
        for frame in (*own, *self.lexicon.frames_for(ANY_WORD, predication.kind)):
            match = self._fitted(predication, frame)
            if match is not None:
                return None if match.frame.is_event and self.scenes.is_no_act(predication) else match
        return None

    def _fitted(self, predication: Predication, frame: Frame) -> Match | None:
        words = self._particles(predication, frame)
        if words is None:
            return None
        if frame.not_object is not None and self._first(frame.not_object, predication.objects) is not None:
            return None
        for nouns, heads in ((frame.object, predication.objects), (frame.subject, predication.subjects)):
            if nouns is not None:
                head = self._first(nouns, heads)
                if head is None:
                    return None
                tells = nouns is frame.object and not nouns.anything and not self.cast.named(head)
                words += (head,) if tells else ()
        if frame.prep and not any(self._behind(predication, *item) for item in frame.prep.items()):
            return None
        return self._completed(predication, frame, words)

    def _particles(self, predication: Predication, frame: Frame) -> tuple[int, ...] | None:
        """Trigger token and particles, or None where a particle of the frame is missing."""
        words: tuple[int, ...] = (predication.token,)
        for particle in frame.particle:
            found = self._particle(predication, particle)
            if found is None:
                return None
            words += (found,)
        return words

    def _particle(self, predication: Predication, particle: str) -> int | None:
        if predication.kind == "noun":
            near = self.tree.kids(predication.token, *MODIFIERS)
            return next((k.i for k in near if particle in {k.lemma.lower(), k.text.lower()}), None)
        told = dict(predication.particles)
        if particle in told:
            return told[particle]
        if (predication.lemma, particle) == ("be", "to"):
            return next((k.i for c in predication.complements for k in self.tree.kids(c, "aux") if k.tag == "TO"), None)
        kids = self.tree.kids(
            predication.token, "prep", "prt", "advmod", "acomp", "oprd", "dobj", "aux", "agent", "intj"
        )
        return next((k.i for k in kids if k.text.lower() == particle and not self._tells_where(k)), None)

    def _tells_where(self, particle: Token) -> bool:
        """Whether a preposition only says where or when ("taken in Edmonton", "signed on Friday")."""
        names = self.tree.kids(particle.i, "pobj")
        return any(name.entity in WHERE.get(particle.text.lower(), ()) for name in names)

    def _first(self, nouns: Nouns, heads: Iterable[int]) -> int | None:
        """The first head that fits; of a pair, which is two sides or more, the first of them."""
        every = tuple(heads)
        if nouns.pair and len(self.cast.sides(self.cast.of(every))) > 1:
            return every[0]
        return next((head for head in every if self._takes(nouns, head)), None)

    def _takes(self, nouns: Nouns, head: int) -> bool:
        others = (*self.whole(head), *self._titles(head))
        return self._fits(nouns, head) or any(self._fits(nouns, other) for other in others)

    def _titles(self, head: int) -> Iterator[int]:
        """What a name says that somebody is, before or behind it ("ambassador Li Wei", "Li Wei, the ambassador")."""
        if self.tree.tokens[head].pos == "PROPN":
            told = self.tree.kids(head, "compound", "nmod", "appos")
            yield from (k.i for k in told if k.pos == "NOUN" or (k.tag == "NNP" and k.entity == ""))

    def whole(self, head: int) -> Iterator[int]:
        """What a part or sum is of ("parts of its commitments", "seven of the sailors", "six million euros in aid")."""
        token = self.tree.tokens[head]
        lemma = token.lemma.lower()
        is_sum = lemma in self.lexicon.members("money")
        if is_sum or token.pos in {"NUM", "DET"} or lemma in self.lexicon.members("partitive"):
            behind = (k for i in (head, token.head) for k in self.tree.kids(i, "prep") if i == head or k.i == head + 1)
            for preposition in behind:
                if preposition.text.lower() in (SUM_OF if is_sum else PART_OF):
                    yield from (k.i for k in self.tree.kids(preposition.i, "pobj"))

    def _fits(self, nouns: Nouns, head: int) -> bool:
        token = self.tree.tokens[head]
        modifiers = {form for kid in self.tree.kids(head, *MODIFIERS) for form in (kid.lemma.lower(), kid.text.lower())}
        is_actor = nouns.actor and bool(self.cast.named(head))
        is_sum = not modifiers.isdisjoint(CURRENCIES) and nouns.takes("$")  # "$350m", "$300 mln in crude"
        return is_sum or nouns.takes(token.lemma.lower(), modifiers, actor=is_actor)

    def _behind(self, predication: Predication, preposition: str, nouns: Nouns) -> bool:
        if preposition == "dative":
            return any(nouns.anything or self._takes(nouns, head) for head in predication.datives)
        return any(
            nouns.anything or self._takes(nouns, oblique.head)
            for oblique in predication.obliques
            if oblique.preposition == preposition
        )

    def _completed(self, predication: Predication, frame: Frame, words: tuple[int, ...]) -> Match | None:
        contents = tuple(self._contents(predication, frame))
        if frame.complement is None:
            inner = next((m for c in contents if frame.foresees and (m := self.act(c)) is not None), None)
            return Match(predication, frame, words, inner, contents[0] if contents else None)
        for content in contents:
            inner = self.act(content)
            event, mode = ("", None) if inner is None else (inner.frame.event, inner.frame.mode)
            asks = frame.event == "REQUEST"
            fits = self._is_asked(predication, content) if asks else self._is_own(frame, predication, content)
            taken = frame.complement.takes(self.tree.tokens[content].lemma.lower(), event, mode)
            if fits and taken and self._is_of_another(predication, frame, content):
                return Match(predication, frame, words, inner, content)
        return None

    def _is_of_another(self, predication: Predication, frame: Frame, content: int) -> bool:
        """Whether a clause has the subject that the frame wants, not its speaker, and tells no act of its own."""
        if frame.complement_subject is None:
            return True
        inner = self.by_token.get(content)
        if inner is None or inner.kind == "noun" or (frame.event == "ACCUSE" and self._tells_itself(frame, content)):
            return False
        heads = inner.objects if inner.passive else inner.subjects
        own = self.cast.sides(self.cast.of(heads)) & self.cast.sides(self.cast.of(predication.subjects))
        return not own and self._first(frame.complement_subject, heads) is not None

    def _tells_itself(self, frame: Frame, content: int) -> bool:
        """Whether a clause tells an act that the frame does not name ("said the army broke the truce")."""
        act = self.act(content)
        if act is None or not act.frame.is_event or frame.complement is None:
            return False
        return not frame.complement.takes("", act.frame.event, act.frame.mode)

    def _is_own(self, frame: Frame, predication: Predication, content: int) -> bool:
        """Whether what somebody agrees to is his own act; "hopes that the others come" shows no willingness."""
        if frame.event != "AGREE" or not self.tree.kids(content, "nsubj"):
            return True
        doers = self.cast.of(self.by_token[content].subjects) if content in self.by_token else ()
        return not doers or bool(self.cast.sides(doers) & self.cast.sides(self.cast.of(predication.subjects)))

    def _is_asked(self, predication: Predication, content: int) -> bool:
        """Whether a clause can be what is asked for: infinitive, subjunctive, what should or must be; or a noun."""
        token = self.tree.tokens[content]
        if token.pos not in {"VERB", "AUX"}:
            return True
        inner = self.by_token.get(content)
        own = inner is not None and set(inner.subjects) == set(predication.subjects) and not inner.passive
        if own and not self.tree.kids(content, "nsubj") and not self._is_meeting(content):
            return False
        if token.lemma.lower() in OBLIGING and self._is_obliging(content):
            return True
        helping = self.tree.kids(content, "aux")
        modals = {kid.text.lower() for kid in helping if kid.tag == "MD"}
        is_bare = self._is_bare(token) and not any(kid.lemma in FINITE for kid in helping)
        return (is_bare and modals <= ASKING) or bool(modals & ASKING)

    def _is_bare(self, token: Token) -> bool:
        """Whether a verb has no tense: the parser takes a subjunctive for a present ("that it amend the law").

        "Those days are over" and "the premier and his staff appear" are presents.
        """
        if token.tag != "VBP":
            return token.tag in {"VB", "VBG"}
        one = (k for k in self.tree.kids(token.i, "nsubj") if len(self.tree.conjuncts(k.i)) == 1)
        is_singular = any(k.tag in SINGULAR or k.text.lower() in SINGULAR for k in one)
        return is_singular and token.text.lower() == token.lemma.lower()

    def _is_obliging(self, content: int) -> bool:
        """Whether "have to" or "need to" tells in the present what somebody must do."""
        is_present = self.tree.tokens[content].tag in {"VBP", "VBZ"} and bool(self.tree.kids(content, "nsubj"))
        return is_present and any(self.tree.kids(k.i, "aux") for k in self.tree.kids(content, "xcomp"))

    def _is_meeting(self, content: int) -> bool:
        """Whether a clause tells talks or a visit, for which one can ask by saying what oneself would do."""
        act = self.act(content)
        return act is not None and act.frame.event == "CONSULT"

    def _contents(self, predication: Predication, frame: Frame) -> Iterator[int]:
        """Where the content of an act may stand: its clauses, then (if it foresees something) its object."""
        yield from predication.complements
        if frame.object is not None:
            yield from (k.i for head in predication.objects for k in self.tree.kids(head, "acl"))
        if frame.foresees or frame.complement is not None:
            near = (o.head for o in predication.obliques if o.near and o.preposition in {"of", "to", "for", "on"})
            yield from (head for head in (*predication.objects, *near) if head in self.by_token)

    def act(self, token: int) -> Match | None:
        """The act at a token or, where the word only says how far it has come, the act that it governs."""
        for _ in range(CHAIN):
            match = self.match(token)
            if match is not None:
                return match
            governed = next(self.governed(token), None)
            if governed is None:
                return None
            token = governed
        return None

    def governed(self, token: int) -> Iterator[int]:
        """The tokens of the acts that an aspect word governs ("started" → "reducing")."""
        predication, aspect = self.by_token.get(token), self.aspect(token)
        if predication is not None and aspect is not None:
            for slot in aspect.over:
                yield from self._heads(predication, slot)

    def aspect(self, token: int) -> Aspect | None:
        """The governing word that a predicate is, if it is one."""
        predication = self.by_token.get(token)
        if predication is None:
            return None
        known = self.lexicon.aspect_for(predication.lemma)
        fitting = (a for a in known if a.kind == predication.kind and self._has_particles(predication, a))
        return next(fitting, None)

    def _has_particles(self, predication: Predication, aspect: Aspect) -> bool:
        return all(self._particle(predication, p) is not None for p in aspect.particle)

    def _heads(self, predication: Predication, slot: str) -> tuple[int, ...]:
        plain = {
            "complement": tuple(c for c in predication.complements if self.tree.tokens[c].dep != "advcl"),
            "object": (*predication.objects, *(part for head in predication.objects for part in self.whole(head))),
            "subject": predication.subjects,
        }
        if slot in plain:
            return plain[slot]
        return tuple(o.head for o in predication.obliques if o.preposition == slot)

    def token(self, i: int) -> Token:
        """A token of the article."""
        return self.tree.tokens[i]
