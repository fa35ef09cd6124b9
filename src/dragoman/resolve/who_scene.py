"""What the rules of `who` share: an article's tokens, tree, dictionary hits, and the drafts of its actor mentions."""

import datetime as dt
from dataclasses import dataclass, field

from dragoman.model.annotated import Annotated, Token
from dragoman.model.because import Issue
from dragoman.model.entity import Entity
from dragoman.model.resolved import MentionKind
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import offices
from dragoman.ontology.actor_generics import Generic, generics, longest
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import Hit, dictionary
from dragoman.ontology.places import gazetteer

LARGE = 300_000
"""People of a city whose name alone tells its country; fewer, and namesakes are too likely."""
TOWN = 20_000
"""People of a town that is known for one without the recogniser's word."""
PLACING = frozenset({"in", "near"})
CERTAIN = frozenset({"DATE", "TIME", "ORG", "NORP"})
"""What the recogniser is mostly right about: no towns."""
OF_WORDS = 5
"""Words of the longest noun with "of" ("chancellor of the exchequer") and one to spare."""
SINGULAR = frozenset({"d'affaires", "d’affaires"})
STATELY = frozenset({"name", "adjective", "capital", "people"})
LEFT = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "predet", "quantmod", "advmod", "npadvmod"})
"""Dependents that belong to the phrase on the left of its head."""


@dataclass
class Draft:
    """An actor mention in the making.

    Attributes:
        entities: Who is meant; empty while that is open, several for "the two countries".
        noun: The common noun it is named by, if any.
        open: Whether its actor (or country) is to be found by reference.
        inside: Whether it was dropped only because a longer phrase takes it in ("a reporter of X").
    """

    first: int
    stop: int
    head: int
    kind: MentionKind
    entities: tuple[Entity, ...]
    rule: str
    detail: str = ""
    span: Span | None = None
    noun: Generic | None = None
    open: bool = False
    plural: bool = False
    basis: tuple[Span, ...] = ()
    dropped: bool = False
    inside: bool = False


@dataclass
class Scene:
    """One article and what has been found in it so far; `home` and `headings` are worked out once by `who_story`."""

    annotated: Annotated
    tree: Tree
    hits: dict[int, list[Hit]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    owner: dict[int, Draft] = field(default_factory=dict)
    told: dict[int, list[Draft]] = field(default_factory=dict)
    known: dict[str, Entity] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    strangers: dict[str, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    home: tuple[str | None] | None = None
    headings: dict[int, str] | None = None
    issuer: tuple[Entity | None] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The article's tokens."""
        return self.annotated.tokens

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotated.article.text

    @property
    def date(self) -> dt.date | None:
        """The article's day."""
        return self.annotated.article.date

    def words(self, first: int, stop: int) -> str:
        """The characters from one token up to another."""
        return self.text[self.tokens[first].span.start : self.tokens[stop - 1].span.end]

    def head(self, first: int, stop: int) -> int:
        """The token of a stretch that the others hang on: a noun if there is one, else the first that leads out."""
        leading = [i for i in range(first, stop) if not first <= self.tokens[i].head < stop or self.tokens[i].head == i]
        nouns = [i for i in leading if self.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
        return (nouns or leading or [stop - 1])[-1]

    def left_edge(self, i: int) -> int:
        """First token of the phrase that a noun heads."""
        edge, stack = i, [i]
        while stack:
            for kid in self.tree.children[stack.pop()]:
                if kid < i and (self.tokens[kid].dep in LEFT or kid + 1 == edge):
                    edge = min(edge, kid)
                    stack.append(kid)
        return edge

    def put(self, draft: Draft) -> None:
        """Add a draft; those whose tokens it covers are dropped."""
        for i in range(draft.first, draft.stop):
            covered = self.owner.get(i)
            if covered is not None and covered.head in range(draft.first, draft.stop) and not _apart(covered, draft):
                covered.dropped = True
            self.owner[i] = draft
        self.add(draft)

    def add(self, draft: Draft) -> None:
        """Note a draft whose tokens are settled."""
        self.drafts.append(draft)
        self.told.setdefault(self.tokens[draft.head].sentence, []).append(draft)

    def living(self) -> list[Draft]:
        """The drafts that still stand, in the order of the text."""
        return sorted((d for d in self.drafts if not d.dropped), key=lambda d: (d.first, d.stop))

    def recent(self, token: Token, back: int, *, inside: bool = False) -> list[Draft]:
        """The drafts before a token, no more than some sentences back, in the order of the text; also absorbed ones."""
        found = [d for s in range(token.sentence - back, token.sentence + 1) for d in self.told.get(s, ())]
        near = [d for d in found if (not d.dropped or (inside and d.inside)) and d.head < token.i]
        return sorted(near, key=lambda d: (d.first, d.stop))

    def code(self, entity: Entity) -> str | None:
        """The country of an actor on the article's day."""
        return offices.standing(entity, self.date).code

    def generic(self, i: int) -> tuple[Generic, int] | None:
        """The common noun for an actor that a token heads, and its first token."""
        token = self.tokens[i]
        start = max(0, i - longest() + 1)
        before = [t.text.lower() for t in self.tokens[start:i]]
        written = token.text.lower()
        singular = written.removesuffix("s") if token.tag == "NNPS" else written
        for last in dict.fromkeys((*self._with_of(i), written, token.lemma.lower(), singular)):
            for n in range(len(before) + 1):
                found = generics().get(" ".join((*before[n:], last)))
                if found is not None:
                    return found, start + n
        return None

    def _with_of(self, i: int) -> list[str]:
        """A token with the "of …" after it ("secretary of state"), the longest first."""
        after = [t.text.lower() for t in self.tokens[i + 1 : i + OF_WORDS]]
        if after[:1] != ["of"]:
            return []
        first = self.tokens[i].lemma.lower()
        return [" ".join((first, *after[:n])) for n in range(len(after), 1, -1)]

    def noun_stop(self, i: int, noun: str) -> int:
        """The token after a common noun headed by a token."""
        _, of, rest = noun.partition(" of ")
        return i + 1 if of == "" or self.tokens[i + 1].text.lower() != "of" else i + 2 + len(rest.split())

    def doubt(self, reason: str, detail: str, span: Span) -> None:
        """Leave something open."""
        self.issues.append(Issue(stage="resolve", reason=reason, detail=detail, span=span))


def _apart(one: Draft, other: Draft) -> bool:
    """Whether two mentions inside the same token share no character ("U.S.-Chinese")."""
    return one.span is not None and other.span is not None and not one.span.meets(other.span)


def country_of_place(name: str) -> str | None:
    """The country of a region, or of a city so large that no other is meant.

    >>> country_of_place("Michigan"), country_of_place("Mumbai"), country_of_place("Springfield")
    ('USA', 'IND', None)
    """
    found = gazetteer().named(name)
    if len(found) == 0:
        found = tuple(c for c in gazetteer().cities(name)[:1] if c.population >= LARGE and not c.alternate)
    return found[0].place.country if found and not gazetteer().is_doubtful(name) else None


def _town_of(name: str, told: set[str | None], least: int = 0) -> str | None:
    """The country of a smaller town, where just one of those that the article tells has a town of that name."""
    codes = {c.place.country for c in gazetteer().cities(name) if not c.alternate and c.population >= least} & told
    return codes.pop() if len(codes) == 1 else None


def _misnamed(made: Scene, told: set[str | None]) -> dict[int, str]:
    """Countries of towns behind "in" that the recogniser takes for something else, but for a body."""
    found = {}
    for token in made.tokens:
        inside = token.dep == "pobj" and made.tokens[token.head].lemma.lower() in PLACING
        if inside and token.tag == "NNP" and token.entity not in CERTAIN and token.i not in made.hits:
            code = _town_of(token.text, told, TOWN)
            if code is not None:
                found[token.i] = code
    return found


def _located(annotated: Annotated, made: Scene) -> dict[int, str]:
    """Countries of the towns and regions that are no dictionary names, by the last token of each."""
    told = {h.readings[0].entity.code for hits in made.hits.values() for h in hits if h.readings[0].kind in STATELY}
    found = _misnamed(made, told)
    for name in annotated.names:
        if name.label in {"GPE", "LOC"} and not any(i in made.hits for i in range(name.first, name.stop)):
            said = name.span.of(annotated.article.text).removeprefix("the ")
            code = country_of_place(said) or _town_of(said, told)
            if code is not None:
                found[name.stop - 1] = code
    return found


def _strangers(annotated: Annotated, made: Scene) -> dict[str, int]:
    """Last words of the full names that no dictionary knows, and where each stands first."""
    found: dict[str, int] = {}
    for name in annotated.names:
        last = name.stop - 1
        known = any(
            hit.readings[0].kind == "person" for i in range(name.first, name.stop) for hit in made.hits.get(i, ())
        )
        if name.label == "PERSON" and last - name.first > 0 and not known and made.generic(last - 1) is None:
            found.setdefault(annotated.tokens[last].text, last)
    return found


def _capitals(made: Scene) -> dict[int, str]:
    """Countries of the capitals of more than one word, by the last token of each."""
    found = {}
    for first, hits in made.hits.items():
        for hit in hits:
            code = hit.readings[0].entity.code
            if hit.readings[0].kind == "capital" and code is not None:
                last = first
                while made.tokens[last].span.end < hit.end and last + 1 < len(made.tokens):
                    last += 1
                found[last] = code
    return found


def scene(annotated: Annotated) -> Scene:
    """An article ready for the rules: dictionary hits tied to its tokens."""
    made = Scene(annotated, Tree(annotated.tokens))
    made.labels = {i: name.label for name in annotated.names for i in range(name.first, name.stop)}
    tokens, at = annotated.tokens, 0
    for hit in dictionary().find(annotated.article.text):
        while at < len(tokens) and tokens[at].span.end <= hit.start:
            at += 1
        passed = at < len(tokens) and (_is_stance(tokens, at) or _part_of_world(tokens, at))
        if at < len(tokens) and tokens[at].span.start < hit.end and not passed:
            made.hits.setdefault(at, []).append(hit)
    made.places = _located(annotated, made) | _capitals(made)
    made.strangers = _strangers(annotated, made)
    return made


def _part_of_world(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether an adjective is part of a continent's ("Central American")."""
    lists = reference_words()
    return first > 0 and tokens[first].text in lists.world_adjectives and tokens[first - 1].text in lists.part_of_world


def plural(token: Token) -> bool:
    """Whether a noun is in the plural."""
    if token.text.lower() in SINGULAR:
        return False
    return token.tag in {"NNS", "NNPS"} or token.lemma.lower() in {"police", "people"}


def _is_stance(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a name only tells what somebody is for or against ("anti-American", "pro-Russian")."""
    return first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in words().stances
