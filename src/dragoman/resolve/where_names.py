"""An annotated article → the stretches of it that may name places, each with every place of that name.

Three ways lead to a name here: the gazetteer's own tables, whatever the recogniser says; the recogniser's places;
proper nouns after a preposition of place. `where_hints` adds those that the words around them show.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.annotated import Annotated, NamedSpan, Token
from dragoman.model.span import Span
from dragoman.ontology.places import SHOUTED, Candidate, Gazetteer, fold
from dragoman.resolve.where_words import words

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PERSON, ORGANISATION = "PERSON", "ORG"
TOWN = 15_000
"""People who must live in a town that only a preposition shows to be a place: villages share names with anything."""
LARGE = 150_000
"""People who must live in a city whose name is taken for a place wherever it stands."""
LONGEST_DEMONYM = 3
"""Words of the longest demonym ("Papua New Guinean")."""
LONGEST = 4
"""Proper nouns in the longest city name that is looked up."""
TIMES = frozenset({"DATE", "TIME"})
STABLE = frozenset({"country", "admin1"})
"""Features that other places lie in, and that stay places inside the name of a body ("University of Texas")."""
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


def key_of(written: str) -> str:
    """What tells the names of one article apart: capitals do not, but in short ones ("US" and "us").

    >>> key_of("BEIRUT") == key_of("Beirut"), key_of("US") == key_of("us")
    (True, False)
    """
    return fold(written) if len(written) >= SHOUTED else written


class Finder:
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
        """The characters of the tokens."""
        return Span(self.tokens[first].span.start, self.tokens[stop - 1].span.end)

    def name(self, first: int, stop: int, rule: str, candidates: tuple[Candidate, ...]) -> Name:
        """The tokens as a name of these places."""
        return Name(first, stop, self.span(first, stop), key_of(self.written(first, stop)), candidates, rule)

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
        return self._demonym(token.i)

    def _demonym(self, first: int) -> Name | None:
        """The longest demonym that begins at a token."""
        for stop in range(min(first + LONGEST_DEMONYM, len(self.tokens)), first, -1):
            demonym = self.places.demonym(self.written(first, stop))
            if demonym is not None and not self.is_person(first, stop):
                return self.name(first, stop, "demonym", (demonym,))._replace(demonym=True)
        return None

    def _with_cities(self, first: int, stop: int, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        return (*candidates, *self.places.cities(self.written(first, stop)))

    def _fits(self, first: int, stop: int, candidates: tuple[Candidate, ...]) -> bool:
        """Whether the recogniser does not show the words to be part of another kind of name."""
        if self.is_person(first, stop):
            return False
        if all(c.place.feature == "county" for c in candidates) and self.is_doubtful(first, stop):
            return False
        around = self.around.get(first)
        if around is None or around.label in PLACE_LABELS:
            return not self._is_borrowed(first, stop)
        stays = any(c.place.feature in STABLE for c in candidates)
        return around.label != ORGANISATION or stays or (around.stop == stop and self.after_locative(first))

    def is_person(self, first: int, stop: int) -> bool:
        """Whether the words are part of somebody's name, or alone the given name of somebody the article names."""
        around = self.around.get(first) or self.around.get(stop - 1)
        if around is not None and around.label == PERSON and (around.first < first or around.stop > stop):
            return not self._is_list(around)
        return stop - first == 1 and self.tokens[first].text in self.given_names and not self.after_locative(first)

    def _is_list(self, named: NamedSpan) -> bool:
        """Whether what the recogniser takes for one person is joined by "and": rather two places."""
        return any(self.tokens[i].text in words().listing for i in range(named.first, named.stop))

    def _is_borrowed(self, first: int, stop: int) -> bool:
        """Whether a building or a quarter only borrows the name ("Stade de France", "Little Portugal")."""
        if first > 0 and self.tokens[first - 1].text.lower() in words().small:
            return True
        around = self.around.get(first)
        owns = stop < len(self.tokens) and self.tokens[stop].text in APOSTROPHES
        return (
            around is not None and around.label == "FAC" and around.first < first and around.stop <= stop and not owns
        )

    def recognised(self) -> Iterator[Name]:
        """Names that the recogniser takes for places."""
        for named in self.names:
            if named.label in PLACE_LABELS:
                first, stop = self._trimmed(named.first, named.stop)
                if first < stop and not self.is_doubtful(first, stop):
                    yield self.name(first, stop, "recogniser", self.places.all(self.written(first, stop)))

    def is_doubtful(self, first: int, stop: int) -> bool:
        """Whether the words are rather a person's name or a common word than a town."""
        if self.places.is_doubtful(self.written(first, stop)) or self.is_person(first, stop):
            return True
        return stop - first == 1 and self.tokens[first].text in self.surnames and not self.after_locative(first)

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
        located = self.after_locative(token.i)
        if self._label(token.i) in (TIMES if located else {*TIMES, PERSON}):
            return None
        for stop in range(self._run(token.i), token.i, -1):
            candidates = self.places.cities(self.written(token.i, stop))
            if candidates and self._is_known(candidates, located=located) and not self.is_doubtful(token.i, stop):
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

    def after_locative(self, i: int) -> bool:
        """Whether a preposition of place stands right before a token."""
        return i > 0 and self.tokens[i - 1].text.lower() in words().locative

    def _label(self, i: int) -> str:
        around = self.around.get(i)
        return "" if around is None else around.label

    def repeated(self, known: Iterable[Name]) -> Iterator[Name]:
        """Further tellings of names that stand elsewhere in the article as places, where the recogniser saw none."""
        by_first: dict[str, dict[str, Name]] = defaultdict(dict)
        for name in known:
            if name.candidates and not name.demonym:
                by_first[self.tokens[name.first].text.casefold()].setdefault(name.key, name)
        for token in self.tokens:
            if not token.text[:1].isupper():
                continue
            for name in by_first.get(token.text.casefold(), {}).values():
                stop = token.i + name.stop - name.first
                same = stop <= len(self.tokens) and key_of(self.written(token.i, stop)) == name.key
                if same and not self.is_doubtful(token.i, stop):
                    yield self.name(token.i, stop, "repeated", name.candidates)
