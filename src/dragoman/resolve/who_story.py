"""A whole report → the country that its unnamed police, courts and officials belong to: its own, or its heading's.

The country of a report is that of the town it comes from, where it speaks of that country half as often as of any
other or lets it act in its lead; else the only one of which it speaks, unless a body of several states acts; else the
one of which it speaks most, if that one acts in the lead, or if none does and it is told twice as often as the next.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterator

from dragoman.model.annotated import Sentence
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary
from dragoman.ontology.countries import countries
from dragoman.ontology.places import gazetteer
from dragoman.resolve.reference_candidates import of_another_land
from dragoman.resolve.who_issuer import issuer
from dragoman.resolve.who_places import DATELINE, body_sentence
from dragoman.resolve.who_scene import Scene, country_of_place

LEAST = 3
"""Sentences that must tell of a country before it is what a report without a dateline is about."""
AHEAD = 2
"""How many times as often as the next country that one is told, and how far behind the dateline's may be."""
LEAD = 4
"""Sentences in which a report's lead is looked for."""
HEADING_WORDS = 5
"""Words of the longest heading that is nothing but a country's or body's name."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SEVERAL = frozenset({"IGO", "UNO", "EUR"})
_MONTH = "|".join((*calendar.month_name[1:], *calendar.month_abbr[1:]))
_DAY = rf"(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH})\.? (?:\d{{1,2}}\b|\d{{4}}))"
_DATED = re.compile(
    rf"^[ \t]*(?P<town>[A-Z][\w.’' -]{{1,30}}?)(?: \([^)\n]{{2,40}}\))?(?:, [A-Z][\w ]{{2,20}})?, {_DAY}", re.MULTILINE
)
_BYLINE = re.compile(r"^(?:By|From) [^\n.]{0,40}\b(?:in|at) (?P<town>[A-Z][\w.’' -]{1,30})$", re.MULTILINE)
OPENING = 600
"""Characters in which a report says where it comes from."""


def told_home(scene: Scene, sentence: int) -> str | None:
    """The country of the heading over a sentence, else the report's own."""
    headed = heading_home(scene, sentence)
    return headed if headed is not None else report_home(scene)


def heading_home(scene: Scene, sentence: int) -> str | None:
    """The country or body that is the heading over a sentence, if there is one."""
    return _headings(scene).get(scene.annotated.sentences[sentence].paragraph)


def report_home(scene: Scene) -> str | None:
    """The country that a report is from or mostly about; None where it is about several."""
    if scene.home is None:
        own = issuer(scene)
        scene.home = (own.code if own is not None else _home(scene),)
    return scene.home[0]


def _home(scene: Scene) -> str | None:
    told = _told(scene)
    ranked = told.most_common(2)
    if len(ranked) == 0:
        return None
    first, times = ranked[0]
    acting = _acting(scene)
    if len(told) == 1 and _is_at_home(scene, first) and (first in acting or not _of_several(scene)):
        return first
    for town in _towns(scene):
        if told[town] > 1 and (town in acting or told[town] * AHEAD >= times):
            return town
    second = ranked[1][1] if len(ranked) > 1 else 0
    leading = [code for code in acting if told[code] == times]
    if len(leading) == 0 and len(acting) == 0 and times >= AHEAD * second:
        leading = [first]
    return leading[0] if len(leading) == 1 and times >= LEAST else None


def _acting(scene: Scene) -> set[str]:
    """The countries whose actors are subjects in the report's lead: its first sentence that has any."""
    for sentence in range(LEAD):
        near = [d for d in scene.told.get(body_sentence(scene) + sentence, ()) if not d.dropped]
        subjects = [d for d in near if scene.tokens[d.head].dep in SUBJECTS]
        codes = {scene.code(e) for d in subjects for e in d.entities}
        acting = {code for code in codes if code is not None and code in countries()}
        if len(acting) > 0:
            return acting
    return set()


def leading_states(scene: Scene, number: int) -> tuple[str, ...]:
    """So many states of which the report tells, each at least twice as often as any other."""
    ranked = _told(scene).most_common(number + 1)
    rest = ranked[number][1] if len(ranked) > number else 0
    told = ranked[:number]
    clear = len(told) == number and told[-1][1] >= max(LEAST, AHEAD * rest)
    return tuple(code for code, _ in told) if clear else ()


def _is_at_home(scene: Scene, code: str) -> bool:
    """Whether a country is told at least once other than for its envoys, ships and goods, or as a way or goal."""
    drafts = [d for d in scene.living() if code in {scene.code(e) for e in d.entities}]
    heads = [d.head for d in drafts if not (d.kind == "name" and d.entities[0].kind == "person")]
    placed = [i for i, place in scene.places.items() if place == code]
    return any(not of_another_land(scene, scene.tokens[i]) for i in (*heads, *placed))


def _of_several(scene: Scene) -> bool:
    """Whether a body of several states comes in, whose people are of none of them."""
    codes = {scene.code(e) for d in scene.living() for e in d.entities}
    return not codes.isdisjoint(SEVERAL)


def _told(scene: Scene) -> Counter[str]:
    """In how many sentences each country is told, by names of states, people, bodies or places."""
    found: set[tuple[int, str]] = set()
    for draft in scene.living():
        codes = {scene.code(e) for e in draft.entities} if draft.kind != "pronoun" else set()
        found |= {(scene.tokens[draft.head].sentence, c) for c in codes if c is not None and c in countries()}
    for i, code in scene.places.items():
        found.add((scene.tokens[i].sentence, code))
    return Counter(code for _, code in found)


def _towns(scene: Scene) -> Iterator[str]:
    """The countries that the dateline's town may lie in, the likeliest first."""
    article = scene.annotated.article
    start = article.text.rfind("\n", 0, article.body) + 1
    opening = article.text[: max(start, 0) + OPENING]
    found = [
        m["town"] for m in (DATELINE.match(opening, start), DATELINE.match(opening, article.body)) if m is not None
    ]
    found += [m["town"] for m in (*_DATED.finditer(opening), *_BYLINE.finditer(opening))]
    for town in found:
        name = town.strip().title() if town.isupper() else town.strip()
        if name not in words().meeting_places:
            yield from _lands(name)


def _lands(town: str) -> list[str]:
    known = [r.entity.code for r in dictionary().aliases.get(town, []) if r.kind in {"capital", "name"}]
    known += [country_of_place(town), *(city.place.country for city in gazetteer().cities(town)[:1])]
    return [code for code in dict.fromkeys(known) if code is not None]


def _headings(scene: Scene) -> dict[int, str]:
    """Countries of the headings that stand at the head of a paragraph ("Switzerland."), by paragraph."""
    if scene.headings is None:
        found: dict[int, str] = {}
        opened: set[int] = set()
        for sentence in scene.annotated.sentences:
            code = None if sentence.paragraph in opened else _headed(scene, sentence)
            opened.add(sentence.paragraph)
            if code is not None:
                found[sentence.paragraph] = code
        scene.headings = found
    return scene.headings


def _headed(scene: Scene, sentence: Sentence) -> str | None:
    """The country or body of a sentence that is nothing but its name."""
    named = [t for t in scene.tokens[sentence.first : sentence.stop] if t.pos != "PUNCT"]
    if not 0 < len(named) <= HEADING_WORDS:
        return None
    drafts = {id(d): d for t in named if (d := scene.owner.get(t.i)) is not None and not d.dropped}
    if len(drafts) != 1 or any(t.i not in scene.owner for t in named):
        return None
    draft = next(iter(drafts.values()))
    return scene.code(draft.entities[0]) if draft.kind == "name" and len(draft.entities) == 1 else None
