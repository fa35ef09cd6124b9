"""An annotated article → the stretches of it that may name places, each with every place of that name.

Three ways lead to a name: the gazetteer's own tables, whatever the recogniser says; the recogniser's places; proper
nouns after a preposition of place. Longer names win over shorter ones inside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.annotated import Annotated, NamedSpan, Token
from dragoman.model.span import Span
from dragoman.ontology.places import Candidate, Gazetteer

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PERSON, ORGANISATION = "PERSON", "ORG"
LOCATIVE = frozenset({"in", "at", "near", "from", "to", "outside", "around", "across", "into", "toward", "towards"})
TOWN = 15_000
"""People who must live in a town that only a preposition shows to be a place: villages share names with anything."""
LARGE = 150_000
"""People who must live in a city whose name is taken for a place wherever it stands."""
LONGEST = 4
"""Proper nouns in the longest city name that is looked up."""
TIMES = frozenset({"DATE", "TIME"})
STABLE = frozenset({"country", "admin1"})
"""Features that stay places inside the name of an organisation ("University of Texas")."""
APOSTROPHES = ("'s", "’s")


class Name(NamedTuple):
    """One name in the text: its tokens and characters, what it may stand for, and which way led to it."""

    first: int
    stop: int
    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    rule: str
    demonym: bool = False


class _Finder:
    """Looks for names in one article."""

    def __init__(self, annotated: Annotated, places: Gazetteer) -> None:
        self.text = annotated.article.text
        self.tokens = annotated.tokens
        self.names = annotated.names
        self.places = places
        self.around: dict[int, NamedSpan] = {i: n for n in annotated.names for i in range(n.first, n.stop)}
        people = [n for n in annotated.names if n.label == PERSON and n.stop - n.first > 1]
        self.given_names = {annotated.tokens[n.first].text for n in people}
        self.surnames = {annotated.tokens[n.stop - 1].text for n in people}

    def written(self, first: int, stop: int) -> str:
        """The tokens as they stand, white space made single."""
        return " ".join(self.span(first, stop).of(self.text).split())

    def span(self, first: int, stop: int) -> Span:
        return Span(self.tokens[first].span.start, self.tokens[stop - 1].span.end)

    def name(self, first: int, stop: int, rule: str, candidates: tuple[Candidate, ...]) -> Name:
        return Name(first, stop, self.span(first, stop), self.written(first, stop), candidates, rule)

    def tabled(self) -> Iterator[Name]:
        """Names of the tables kept by hand, and demonyms."""
        stop = 0
        for token in self.tokens:
            if token.i < stop or not token.text[:1].isupper():
                continue
            found = self._longest(token)
            if found is not None:
                stop = found.stop
                yield found

    def _longest(self, token: Token) -> Name | None:
        most = min(self.places.pieces(token.text), len(self.tokens) - token.i)
        for length in range(most, 0, -1):
            stop = token.i + length
            candidates = self.places.named(self.written(token.i, stop))
            if candidates and self._fits(token.i, stop, candidates):
                return self.name(token.i, stop, "table", self._with_cities(token.i, stop, candidates))
        demonym = self.places.demonym(token.text)
        if demonym is None or self._is_person(token.i, token.i + 1):
            return None
        return self.name(token.i, token.i + 1, "demonym", (demonym,))._replace(demonym=True)

    def _with_cities(self, first: int, stop: int, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        return (*candidates, *self.places.cities(self.written(first, stop)))

    def _fits(self, first: int, stop: int, candidates: tuple[Candidate, ...]) -> bool:
        """Whether the recogniser does not show the words to be part of another kind of name."""
        if self._is_person(first, stop):
            return False
        around = self.around.get(first)
        if around is None or around.label in PLACE_LABELS:
            return True
        return around.label != ORGANISATION or any(c.place.feature in STABLE for c in candidates)

    def _is_person(self, first: int, stop: int) -> bool:
        """Whether the words are part of somebody's name, or alone the given name of somebody the article names."""
        around = self.around.get(first) or self.around.get(stop - 1)
        if around is not None and around.label == PERSON and (around.first < first or around.stop > stop):
            return True
        return stop - first == 1 and self.tokens[first].text in self.given_names and not self._after_locative(first)

    def recognised(self) -> Iterator[Name]:
        """Names that the recogniser takes for places."""
        for named in self.names:
            if named.label in PLACE_LABELS:
                first, stop = self._trimmed(named.first, named.stop)
                if first < stop and not self._is_doubtful(first, stop):
                    yield self.name(first, stop, "recogniser", self.places.all(self.written(first, stop)))

    def _is_doubtful(self, first: int, stop: int) -> bool:
        """Whether the words are rather a person's name or a common word than a town."""
        if self.places.is_doubtful(self.written(first, stop)) or self._is_person(first, stop):
            return True
        return stop - first == 1 and self.tokens[first].text in self.surnames and not self._after_locative(first)

    def _trimmed(self, first: int, stop: int) -> tuple[int, int]:
        """Without a determiner or small words before and an apostrophe after."""
        while first < stop and not self.tokens[first].text[:1].isupper():
            first += 1
        while first < stop and self.tokens[first].text.lower() == "the":
            first += 1
        while first < stop and self.tokens[stop - 1].text in APOSTROPHES:
            stop -= 1
        return first, stop

    def towns(self) -> Iterator[Name]:
        """Proper nouns that are names of cities: large ones anywhere, smaller ones after a preposition of place."""
        stop = 0
        for token in self.tokens:
            if token.pos == "PROPN" and token.i >= stop:
                found = self._town(token)
                if found is not None:
                    stop = found.stop
                    yield found

    def _town(self, token: Token) -> Name | None:
        located = self._after_locative(token.i)
        if self._label(token.i) in (TIMES if located else {*TIMES, PERSON}):
            return None
        for stop in range(self._run(token.i), token.i, -1):
            candidates = self.places.cities(self.written(token.i, stop))
            if candidates and self._is_known(candidates, located=located) and not self._is_doubtful(token.i, stop):
                return self.name(token.i, stop, "preposition" if located else "city", candidates)
        return None

    def _is_known(self, candidates: Iterable[Candidate], *, located: bool) -> bool:
        """Whether one of the cities is large enough to be meant without the recogniser's word for it."""
        if located:
            return any(c.population >= (LARGE if c.alternate else TOWN) for c in candidates)
        return any(c.population >= LARGE and not c.alternate for c in candidates)

    def _run(self, first: int) -> int:
        """Where the proper nouns that begin at a token end, or the longest name that is looked up."""
        stop = first + 1
        while stop < min(len(self.tokens), first + LONGEST) and self.tokens[stop].pos == "PROPN":
            stop += 1
        return stop

    def _after_locative(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].text.lower() in LOCATIVE

    def _label(self, i: int) -> str:
        around = self.around.get(i)
        return "" if around is None else around.label

    def repeated(self, known: Iterable[Name]) -> Iterator[Name]:
        """Further tellings of names that stand elsewhere in the article as places, where the recogniser saw none."""
        by_first: dict[str, list[Name]] = defaultdict(list)
        for name in known:
            if name.candidates and not name.demonym:
                by_first[self.tokens[name.first].text].append(name)
        for token in self.tokens:
            for name in by_first.get(token.text, ()):
                stop = token.i + name.stop - name.first
                same = stop <= len(self.tokens) and self.written(token.i, stop) == name.key
                if same and not self._is_doubtful(token.i, stop):
                    yield self.name(token.i, stop, "repeated", name.candidates)


def names(annotated: Annotated, places: Gazetteer) -> list[Name]:
    """Every name of a place in an article, in the order of the text, none inside another."""
    finder = _Finder(annotated, places)
    found = _disjoint([*finder.tabled(), *finder.recognised(), *finder.towns()])
    return _disjoint([*found, *finder.repeated(found)])


def _disjoint(found: Iterable[Name]) -> list[Name]:
    """Known names before unknown ones, longer before shorter, each place in the text used once."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda n: (not n.candidates, n.first - n.stop, n.first)):
        if taken.isdisjoint(range(name.first, name.stop)):
            taken.update(range(name.first, name.stop))
            kept.append(name)
    return sorted(kept)
