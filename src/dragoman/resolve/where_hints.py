"""An annotated article → every name of a place in it, those included that only the words around them show.

A village shares its name with anything; what stands beside it tells: its state ("Ada, Oklahoma"), a dateline in
capitals, the word "County", "the town of X", "X police", or a place of the same country in one list with it.
"""

from collections.abc import Iterable, Iterator

from dragoman.model.annotated import Annotated
from dragoman.ontology.places import Candidate, Gazetteer
from dragoman.resolve.where_names import LONGEST, PERSON, STABLE, TIMES, TOWN, Finder, Name
from dragoman.resolve.where_words import words

OPENINGS = frozenset({",", "("})
STATE_CODE = 2
"""Letters of a state's code."""


class _Hints:
    """Looks for names that their neighbours show."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.tokens = finder.tokens
        self.places = finder.places

    def _capitalised(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].text[:1].isupper()

    def _small(self, i: int) -> str:
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def _before(self, stop: int) -> Iterator[int]:
        """Where a name that ends here may begin, the longest first."""
        first = stop
        while stop - first < LONGEST and self._capitalised(first - 1):
            first -= 1
        return iter(range(first, stop))

    def _label(self, i: int) -> str:
        around = self.finder.around.get(i)
        return "" if around is None else around.label

    def _is_somebody(self, first: int, stop: int) -> bool:
        """Whether the words are somebody's full name or part of it, or a time."""
        return self._label(first) in TIMES or self.finder.is_doubtful(first, stop)

    def counties(self) -> Iterator[Name]:
        """Counties by their full names, whatever the recogniser makes of them."""
        for token in self.tokens:
            if self._capitalised(token.i) and token.text.lower() in words().county:
                yield from self._county(token.i + 1)

    def _county(self, stop: int) -> Iterator[Name]:
        for first in self._before(stop - 1):
            if candidates := self.places.counties(self.finder.written(first, stop)):
                yield self.finder.name(first, stop, "county", candidates)
                return

    def datelines(self) -> Iterator[Name]:
        """Towns in capitals that open a line before a dash: "BEIRUT — "."""
        for token in self.tokens:
            if token.text in words().dash and token.i > 0:
                for first in self._before(token.i):
                    candidates = self.places.cities(self.finder.written(first, token.i))
                    if candidates and self._opens_line(first, token.i):
                        yield self.finder.name(first, token.i, "dateline", candidates)
                        break

    def _opens_line(self, first: int, stop: int) -> bool:
        """Whether the words are in capitals and the first of their line."""
        text, start = self.finder.text, self.tokens[first].span.start
        return self.finder.written(first, stop).isupper() and not text[text.rfind("\n", 0, start) + 1 : start].strip()

    def described(self) -> Iterator[Name]:
        """Towns after "the town of", and before "police", "residents", "council"."""
        for token in self.tokens:
            if token.text == "of" and (self._small(token.i - 1) in words().of_kind or self._is_home(token.i)):
                yield from self._from(token.i + 1)
            elif token.text.lower() in words().after and self._capitalised(token.i - 1):
                yield from self._until(token.i)

    def _is_home(self, of: int) -> bool:
        """Whether "of" tells where somebody lives: "Mr Doe, 49, of"."""
        return of > 1 and self.tokens[of - 1].text == "," and self.tokens[of - 2].text.isdigit()

    def _from(self, first: int) -> Iterator[Name]:
        first += self._small(first) == "the"
        stop = first
        while stop - first < LONGEST and self._capitalised(stop):
            stop += 1
        for end in range(stop, first, -1):
            if (candidates := self.places.cities(self.finder.written(first, end))) and not self._is_somebody(
                first, end
            ):
                yield self.finder.name(first, end, "described", candidates)
                return

    def _until(self, stop: int) -> Iterator[Name]:
        for first in self._before(stop):
            candidates = self.places.cities(self.finder.written(first, stop))
            large = any(c.population >= TOWN and not c.alternate for c in candidates)
            if large and not self._is_somebody(first, stop):
                yield self.finder.name(first, stop, "described", candidates)
                return

    def enclosed(self, known: Iterable[Name]) -> Iterator[Name]:
        """Towns before a region or country that has a town of that name: "Ada, Oklahoma"."""
        for name in known:
            around = [c for c in name.candidates if c.place.feature in STABLE]
            if around and not name.demonym:
                yield from self._inside(name.first, around)

    def as_state(self, name: Name, enclosed: Iterable[Name]) -> Name:
        """The state and not its city of the same name: after a town in it, before "Gov."."""
        regions = tuple(c for c in name.candidates if c.place.feature == "admin1")
        cities = any(c.place.feature == "city" for c in name.candidates)
        if not regions or not cities:
            return name
        told = self._small(name.stop) in words().state or any(e.stop == name.first - 1 for e in enclosed)
        return name._replace(key=f"{name.key} state", candidates=regions) if told else name

    def codes(self) -> Iterator[Name]:
        """The code of a state after a town in it, and the town: "Louisville, KY"."""
        for token in self.tokens:
            state = self.places.state(token.text.upper()) if self._is_code(token.i) else None
            if state is not None and (found := list(self._inside(token.i, [state]))):
                yield from found
                yield self.finder.name(token.i, token.i + 1, "code", (state,))

    def _is_code(self, i: int) -> bool:
        text = self.tokens[i].text
        return len(text) == STATE_CODE and text[0].isupper() and i > 1 and self.tokens[i - 1].text == ","

    def _inside(self, stop: int, around: list[Candidate]) -> Iterator[Name]:
        if self.tokens[stop - 1].text not in OPENINGS:
            return
        for first in self._before(stop - 1):
            written = self.finder.written(first, stop - 1)
            if any(c.place.feature == "country" for c in self.places.named(written)) and _is_country(around):
                return  # countries stand in lists
            cities = self.places.cities(written)
            inside = tuple(c for c in cities if any(_lies_in(c, region) for region in around))
            if inside and not self._ends_a_name(first):
                yield self.finder.name(first, stop - 1, "enclosed", inside)
                return

    def _ends_a_name(self, first: int) -> bool:
        """Whether the word is a later part of somebody's full name."""
        around = self.finder.around.get(first)
        return around is not None and around.label == PERSON and around.first < first

    def listed(self, known: Iterable[Name]) -> Iterator[Name]:
        """Towns in one list with a place of their country: "from Ingham or Townsville"."""
        for name in known:
            countries = {c.place.country for c in name.candidates[:1]} - {None}
            if not name.demonym and countries:
                yield from self._beside(name, countries)

    def _beside(self, name: Name, countries: set[str | None]) -> Iterator[Name]:
        if self._small(name.stop) in words().listing:
            yield from self._of(name.stop + 1, None, countries)
        if self._small(name.first - 1) in words().listing:
            yield from self._of(None, name.first - 1, countries)

    def _of(self, first: int | None, stop: int | None, countries: set[str | None]) -> Iterator[Name]:
        """The proper nouns that begin or end at a token, if they name a town of one of the countries."""
        spans = self._spans_from(first) if first is not None else self._spans_until(stop or 0)
        for start, end in spans:
            cities = self.places.cities(self.finder.written(start, end))
            if any(c.place.country in countries for c in cities) and not self._is_somebody(start, end):
                yield self.finder.name(start, end, "listed", cities)
                return

    def _spans_from(self, first: int) -> Iterator[tuple[int, int]]:
        stop = first
        while stop - first < LONGEST and self._capitalised(stop):
            stop += 1
        return ((first, stop) for _ in range(stop > first))

    def _spans_until(self, stop: int) -> Iterator[tuple[int, int]]:
        first = next(self._before(stop), stop)
        return ((first, stop) for _ in range(stop > first))


def _is_country(around: Iterable[Candidate]) -> bool:
    return all(c.place.feature == "country" for c in around)


def _lies_in(city: Candidate, region: Candidate) -> bool:
    same = city.place.country == region.place.country
    return same and (region.place.feature == "country" or city.code == region.code)


def names(annotated: Annotated, places: Gazetteer) -> list[Name]:
    """Every name of a place in an article, in the order of the text, none inside another."""
    finder = Finder(annotated, places)
    hints = _Hints(finder)
    tabled = list(finder.tabled())
    enclosed = list(hints.enclosed(tabled))
    tabled = [hints.as_state(name, enclosed) for name in tabled]
    sure = [*enclosed, *hints.codes(), *hints.counties(), *hints.datelines()]
    found = disjoint([*sure, *tabled, *finder.recognised(), *finder.towns(), *hints.described()])
    found = disjoint([*found, *hints.listed(found)])
    return disjoint([*found, *finder.repeated(found)])


def disjoint(found: Iterable[Name]) -> list[Name]:
    """Known names before unknown ones, longer before shorter, each place in the text used once."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda n: (not n.candidates, n.first - n.stop, n.first)):
        if taken.isdisjoint(range(name.first, name.stop)):
            taken.update(range(name.first, name.stop))
            kept.append(name)
    return sorted(kept)
