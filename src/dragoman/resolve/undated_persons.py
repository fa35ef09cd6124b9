"""Persons of an undated article → clues: in an office, formerly in it, or merely named."""

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from dragoman.model.ids import EntityId
from dragoman.model.interval import Interval
from dragoman.model.resolved import ActorMention
from dragoman.ontology import offices as terms
from dragoman.ontology.actor_persons import persons
from dragoman.ontology.actor_words import words
from dragoman.ontology.offices import Office
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

RULING = frozenset({"administration", "government", "cabinet", "presidency", "white"})
"""Words behind a name that say that its bearer governs ("the Clinton administration", "the Bush White House")."""
LEADERS = frozenset({"leader", "ruler", "strongman", "head", "dictator"})
"""Words that say that somebody holds some office of government."""
ELECT = "elect"
ELECT_DAYS = dt.timedelta(days=110)
"""Longest time between an election and the first day in office, in states that have such a word."""
WIDE = dt.timedelta(days=365)
"""A person is named about a year before his first office."""
REACH = 4
"""Words before a mention among which "former" is looked for."""


def clues(page: Page) -> Iterator[Weighed]:
    """All clues of an article's persons; each person and way of naming him once."""
    seen: set[tuple[str, str]] = set()
    full = {_surname(m) for m in page.resolved.actors if _is_person(m) and len(_own_words(m, page)) > 1}
    for mention in page.resolved.actors:
        if not _is_person(mention):
            continue
        clue = _clue(mention, page, alone=_surname(mention) not in full)
        if clue is not None and (clue.kind, clue.detail) not in seen:
            seen.add((clue.kind, clue.detail))
            yield clue


def _is_person(mention: ActorMention) -> bool:
    return mention.kind == "name" and mention.entity.id in terms.offices()


@functools.cache
def _by_surname() -> dict[str, tuple[EntityId, ...]]:
    found: dict[str, list[EntityId]] = defaultdict(list)
    for person in terms.offices():
        found[persons()[person].name.split()[-1].lower()].append(person)
    return {name: tuple(every) for name, every in found.items()}


def _words_of(mention: ActorMention, page: Page) -> list[str]:
    return [t.text.lower() for t in page.annotated.tokens[mention.first : mention.stop]]


def _own_words(mention: ActorMention, page: Page) -> list[str]:
    """Those words of a mention that belong to the name."""
    name = set(mention.entity.name.lower().split())
    return [word for word in _words_of(mention, page) if word in name]


def _surname(mention: ActorMention) -> str:
    return mention.entity.name.split()[-1].lower()


def _clue(mention: ActorMention, page: Page, *, alone: bool) -> Weighed | None:
    told = _words_of(mention, page)
    same = _by_surname().get(_surname(mention), ()) if alone and len(_own_words(mention, page)) == 1 else ()
    people = same or (mention.entity.id,)
    held = [office for person in people for office in terms.offices()[person]]
    around = {*told, *page.before(mention.span, REACH)[-1:]}
    former = not words().former.isdisjoint(around)
    if ELECT in told:
        titled = [o for o in held if _titles(o, told)]
        return _elect(mention, titled) if titled else None
    titled = [o for o in held if _titles(o, told) or _rules(o, mention, told, page)]
    if former:
        return _former(mention, titled or held)
    if titled:
        return _titled(mention, titled)
    return None if alone and len(_own_words(mention, page)) == 1 else _untitled(mention, held, people)


def _titles(office: Office, told: Sequence[str]) -> bool:
    """Whether the words of a mention tell an office, by all words of its title in their order."""
    rest = iter(told)
    return all(word in rest for word in office.title.lower().replace("defence", "defense").split())


def _rules(office: Office, mention: ActorMention, told: Sequence[str], page: Page) -> bool:
    """Whether a general word ("Soviet leader") or one behind the name ("the Clinton administration") tells it."""
    if "GOV" not in office.sectors:
        return False
    tokens = page.annotated.tokens
    behind = tokens[mention.stop].text.lower() if mention.stop < len(tokens) else ""
    return not LEADERS.isdisjoint(told) or behind in RULING


def _titled(mention: ActorMention, held: Sequence[Office]) -> Weighed:
    found = numbers().office
    curve = np.max([curves.within(o.first, o.last, _fading(o, found.late), found.early) for o in held], axis=0)
    return Weighed("office", f"{_names(held)} in office", mention.span, curve, _span(held), *_latest(held), holds=True)


def _latest(held: Sequence[Office]) -> tuple[Curve, int]:
    """Offices count as something told of: the day they begin is an anchor, without fading while they last."""
    return curves.flat(), min(o.first for o in held).toordinal()


def _fading(office: Office, late: float) -> Curve:
    found = numbers().office
    return np.maximum(late * curves.fading(office.last, found.late_fade), found.floor)


def _former(mention: ActorMention, held: Sequence[Office]) -> Weighed | None:
    ends = [o.last for o in held]
    if not ends or any(end is None for end in ends):
        return None
    last = max(end for end in ends if end is not None)
    curve = curves.within(last, None, 1.0, numbers().office.former_early)
    return Weighed(
        "office", f"{_names(held)}, no longer in office", mention.span, curve, Interval(last, None), holds=True
    )


def _elect(mention: ActorMention, held: Sequence[Office]) -> Weighed:
    found = numbers().office
    every = [curves.within(o.first - ELECT_DAYS, o.first, found.floor, found.early) for o in held]
    days = Interval(min(o.first for o in held) - ELECT_DAYS, max(o.first for o in held))
    return Weighed(
        "office", f"{_names(held)}, elected and not yet in office", mention.span, np.max(every, axis=0), days
    )


def _untitled(mention: ActorMention, held: Sequence[Office], people: Sequence[EntityId]) -> Weighed:
    found = numbers().office
    every = [_active([o for o in held if o.person == person], found.untitled_late) for person in people]
    names = " or ".join(sorted({persons()[person].name for person in people}))
    detail = f"{names}, named as somebody present"
    return Weighed("person", detail, mention.span, np.max(every, axis=0), _span(held))


def _active(held: Sequence[Office], late: float) -> Curve:
    """From about a year before the first office to the last one's end."""
    first = min(o.first for o in held) - WIDE
    last = None if any(o.last is None for o in held) else max(o.last for o in held if o.last is not None)
    after = np.maximum(late * curves.fading(last, numbers().office.late_fade), numbers().office.floor * 2)
    return curves.within(first, last, after, numbers().office.untitled_early)


def _names(held: Sequence[Office]) -> str:
    return " or ".join(sorted({f"{persons()[o.person].name} as {o.title}" for o in held}))


def _span(held: Sequence[Office]) -> Interval:
    last = None if any(o.last is None for o in held) else max(o.last for o in held if o.last is not None)
    return Interval.days(min(o.first for o in held), last)
