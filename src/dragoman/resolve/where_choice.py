"""Names of places in one article → for each name the one place that is meant, with its score and the runner-up.

One name means one place throughout an article. The score adds up what a reader weighs: how many people live there,
whether the article names its country or region, whether it stands there as "City, Country", and what lies near.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, cos, exp, log2, log10, radians, sin, sqrt
from typing import NamedTuple

from dragoman.model.annotated import Annotated
from dragoman.ontology.places import Candidate
from dragoman.resolve.where_names import STABLE, Name

EARTH_RADIUS_KM = 6371.0
SAME_KM = 161.0
"""Candidates nearer to each other than 100 miles are not worth a doubt: the bound that evaluations of places use."""
NEIGHBOURHOOD_KM, NEXT_KM = 250.0, 50.0
"""Distances at which the pull of another place has fallen to a third: of the same part of a country, of the next town.
That a namesake lies so near to a place of the article hardly ever happens by chance."""

# Weights, in powers of ten of population; set by hand on 118 news articles, remeasured by `dragoman evaluate places`.
COUNTRY_BONUS = 1.0
CAPITAL_BONUS = 1.0
CITY_BONUS = 0.5
KNOWN_BONUS = 1.0
KNOWN_AT_HOME = 2.0
AREA_WEIGHT, COUNTY_WEIGHT = 8.5, 6.0
ALTERNATE_LOSS = 1.5
COUNTRY_NAMED = 1.5
REGION_NAMED = 1.0
INSIDE_SAID = 6.0
NEAR_ANOTHER = 1.2
NEXT_TO_ANOTHER = 4.0
SMALLER = frozenset({"city", "admin2"})
MANY = 3.0
"""`log2` of mentions at which a country counts as the article's own."""
CLEAR = 0.35
"""Lead in score from which a choice is not in doubt."""


class Choice(NamedTuple):
    """What a name stands for: the best candidate if the article decides it, the likeliest in any case."""

    best: Candidate | None
    likeliest: Candidate | None
    score: float | None
    reason: str


class _Context(NamedTuple):
    """What the article names for sure: countries and regions with the number of mentions, and what encloses a name."""

    countries: Counter[str]
    regions: dict[tuple[str, str], set[str]]
    enclosing: dict[str, list[Candidate]]
    anchors: list[tuple[str, Candidate]]


def choices(annotated: Annotated, found: Sequence[Name]) -> dict[str, Choice]:
    """The choice for each name's key."""
    candidates: dict[str, tuple[Candidate, ...]] = {name.key: name.candidates for name in found}
    context = _context(annotated, found)
    first = {key: _ranked(key, each, context) for key, each in candidates.items()}
    anchors = [(key, ranked[0][1]) for key, ranked in first.items() if ranked and _lead(ranked) >= CLEAR]
    settled = context._replace(anchors=anchors)
    return {key: _choice(_ranked(key, each, settled)) for key, each in candidates.items()}


def _context(annotated: Annotated, found: Sequence[Name]) -> _Context:
    countries: Counter[str] = Counter()
    regions: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in found:
        for c in name.candidates:
            if c.place.feature not in STABLE and (c.place.feature != "admin2" or len(name.candidates) > 1):
                continue
            countries[c.place.country or ""] += 1
            if c.place.feature != "country":
                regions[c.place.country or "", c.code].add(name.key)
    return _Context(countries, regions, _enclosing(annotated.article.text, found), [])


def _enclosing(text: str, found: Sequence[Name]) -> dict[str, list[Candidate]]:
    """For each name what stands right after it as "City, Region" or "City (Country)"."""
    result: dict[str, list[Candidate]] = defaultdict(list)
    for name, after in pairwise(found):
        if text[name.span.end : after.span.start].strip() not in {",", "("} or after.demonym:
            continue
        # countries stand in lists ("Georgia, Russia"), so that only a region after one makes it a town
        listed = any(c.place.feature == "country" for c in name.candidates)
        result[name.key].extend(c for c in after.candidates if c.place.feature in ({"admin1"} if listed else STABLE))
    return result


def _ranked(key: str, candidates: Iterable[Candidate], context: _Context) -> list[tuple[float, Candidate]]:
    scored = [(_score(key, c, context), c) for c in candidates]
    return sorted(scored, key=lambda pair: -pair[0])


def _lead(ranked: Sequence[tuple[float, Candidate]]) -> float:
    """How far the best candidate is ahead of the next one that lies elsewhere."""
    score, best = ranked[0]
    others = [s for s, c in ranked[1:] if _distance(best, c) > SAME_KM]
    return score - others[0] if others else MANY


def _choice(ranked: Sequence[tuple[float, Candidate]]) -> Choice:
    if not ranked:
        return Choice(None, None, None, "no table of places has this name")
    lead = _lead(ranked)
    best = ranked[0][1]
    if lead < CLEAR:
        return Choice(None, best, None, f"{len(ranked)} places of this name, none far ahead of the others")
    reason = "the only place of this name" if len(ranked) == 1 else f"ahead of {len(ranked) - 1} others"
    return Choice(best, best, round(1 - exp(-lead), 2), reason)


def _score(key: str, candidate: Candidate, context: _Context) -> float:
    total = _weight(candidate) - ALTERNATE_LOSS * candidate.alternate
    place, country = candidate.place, candidate.place.country or ""
    others = context.countries[country] - (place.feature == "country")
    total += COUNTRY_NAMED * min(1.0, log2(1 + max(0, others)) / MANY)
    total += KNOWN_AT_HOME * (candidate.known and others > 0)
    if place.feature in SMALLER and context.regions.get((country, candidate.code), set()) - {key}:
        total += REGION_NAMED
    if any(_inside(candidate, around) for around in context.enclosing.get(key, ())):
        total += INSIDE_SAID
    return total + _nearness(key, candidate, context.anchors)


def _weight(candidate: Candidate) -> float:
    """How well known a place is without any context."""
    people = log10(candidate.population + 1)
    feature = candidate.place.feature
    if feature == "country":
        return people + COUNTRY_BONUS
    if feature == "city":
        return people + CITY_BONUS + CAPITAL_BONUS * candidate.capital + KNOWN_BONUS * candidate.known
    return people if feature == "admin1" else COUNTY_WEIGHT if feature == "county" else AREA_WEIGHT


def _inside(candidate: Candidate, around: Candidate) -> bool:
    if candidate.place.country != around.place.country or candidate.place.feature == "country":
        return False
    return around.place.feature == "country" or candidate.code == around.code


def _nearness(key: str, candidate: Candidate, anchors: Iterable[tuple[str, Candidate]]) -> float:
    if candidate.place.feature != "city":
        return 0.0
    near = [(_distance(candidate, a), a) for k, a in anchors if k != key and a.place.feature != "country"]
    wide = min((km for km, _ in near), default=EARTH_RADIUS_KM)
    # capitals are named for their governments: Vienna, Virginia, is not meant because Washington is
    close = min((km for km, a in near if not a.capital), default=EARTH_RADIUS_KM)
    return NEAR_ANOTHER * exp(-wide / NEIGHBOURHOOD_KM) + NEXT_TO_ANOTHER * exp(-close / NEXT_KM)


def _distance(a: Candidate, b: Candidate) -> float:
    """Great-circle distance in km."""
    if None in {a.place.lat, a.place.lon, b.place.lat, b.place.lon}:
        return EARTH_RADIUS_KM
    lat1, lon1, lat2, lon2 = (radians(x or 0.0) for x in (a.place.lat, a.place.lon, b.place.lat, b.place.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))
