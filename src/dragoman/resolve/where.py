"""An annotated article → the places it names, each tied to one place on the map, and the names it leaves undecided."""

from dragoman.model.annotated import Annotated
from dragoman.model.because import Because, Issue
from dragoman.model.entity import Place
from dragoman.model.resolved import PlaceMention
from dragoman.ontology.places import Candidate, gazetteer
from dragoman.resolve.where_choice import Choice, choices
from dragoman.resolve.where_hints import names
from dragoman.resolve.where_names import Name

STAGE = "resolve"


def places(annotated: Annotated) -> tuple[tuple[PlaceMention, ...], tuple[Issue, ...]]:
    """The places that an article names, in the order of the text, and the names that it does not decide.

    Demonyms ("Turkish") are not places. A name that the recogniser takes for a place and no table knows is an issue.
    """
    found = names(annotated, gazetteer())
    chosen = choices(annotated, found)
    told = [(name, chosen[name.key]) for name in found if not name.demonym]
    mentions = tuple(_mention(annotated, name, choice, choice.best) for name, choice in told if choice.best is not None)
    return mentions, tuple(_issue(name, choice) for name, choice in told if choice.best is None)


def rows(annotated: Annotated) -> list[dict[str, object]]:
    """The places of an article as evaluation sets count them: demonyms are names of their country too."""
    found = names(annotated, gazetteer())
    chosen = choices(annotated, found)
    told = ((name, chosen[name.key].likeliest) for name in found)
    return [_row(name, candidate) for name, candidate in told if candidate is not None]


def _row(name: Name, candidate: Candidate) -> dict[str, object]:
    place = candidate.place
    return {
        "span": list(name.span),
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "country": place.country,
        "rule": name.rule,
    }


def _mention(annotated: Annotated, name: Name, choice: Choice, candidate: Candidate) -> PlaceMention:
    detail = f"{_described(candidate.place)} ({candidate.source}): {choice.reason}"
    because = Because(field="place", rule=name.rule, detail=detail, spans=(name.span,), score=choice.score)
    head = next(
        t.i for t in annotated.tokens[name.first : name.stop] if not name.first <= t.head < name.stop or t.head == t.i
    )
    return PlaceMention(
        span=name.span, head=head, first=name.first, stop=name.stop, place=candidate.place, because=because
    )


def _described(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def _issue(name: Name, choice: Choice) -> Issue:
    if choice.likeliest is None:
        return Issue(stage=STAGE, reason="unknown-place", detail="no table of places has this name", span=name.span)
    return Issue(stage=STAGE, reason="ambiguous-place", detail=choice.reason, span=name.span)
