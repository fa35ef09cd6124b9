"""`cases.yaml` → for each marked phrase whether the resolver is right, wrong or leaves it open.

In a case's text `[words|answer]` marks a phrase and what it means:

- `KEN`, `KEN GOV`: a country, and a sector if told; `ISR+PSE` all of several;
- `?`: must stay open, that is without a country;
- `KEN GOV / KEN / ?`: any of several answers.
"""

import datetime as dt
import functools
import random
import re
from pathlib import Path

import msgspec
import yaml
from tests.parsing import article
from tests.resolve.references.scored import Verdict, at, taken_in

from dragoman import annotate
from dragoman.model.resolved import ActorMention, Resolved
from dragoman.model.span import Span
from dragoman.ontology import offices
from dragoman.resolve import ties

CASES = Path(__file__).parent / "cases.yaml"
MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
HELD_OUT = 3
"""One report in so many is held out at random: nobody looks at it while the rules are mended."""
SEED = 20261122


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One short report with marked phrases."""

    id: str
    kind: str
    date: dt.date
    text: str

    @property
    def plain(self) -> str:
        """The text without its marks."""
        return MARKED.sub(r"\1", self.text)

    def phrases(self) -> list[tuple[Span, str]]:
        """Where each marked phrase stands in the plain text, and its answer."""
        found, cut = [], 0
        for mark in MARKED.finditer(self.text):
            start = mark.start() - cut
            found.append((Span(start, start + len(mark[1])), mark[2]))
            cut += len(mark[0]) - len(mark[1])
        return found


class Judged(msgspec.Struct, frozen=True):
    """A phrase, what was found, and what that is worth."""

    case: Case
    words: str
    answer: str
    found: str
    rules: str
    verdict: Verdict
    held_out: bool


@functools.cache
def judged() -> tuple[Judged, ...]:
    """All phrases, judged."""
    cases = msgspec.convert(yaml.safe_load(CASES.read_text(encoding="utf-8")), list[Case])
    apart = random.Random(SEED).sample(range(len(cases)), len(cases) // HELD_OUT)
    parsed = annotate.articles(article(case.plain, case.date.isoformat()) for case in cases)
    resolved = [ties.resolved(one) for one in parsed]
    return tuple(
        _judge(case, resolved[n], phrase, held_out=n in apart)
        for n, case in enumerate(cases)
        for phrase in case.phrases()
    )


def _judge(case: Case, resolved: Resolved, phrase: tuple[Span, str], *, held_out: bool) -> Judged:
    span, answer = phrase
    said = at(resolved, span) or taken_in(resolved, span)
    codes, sectors = _standing(said, case.date)
    found = "+".join(sorted(codes)) + "".join(f" {s}" for s in sorted(sectors))
    rules = ", ".join(dict.fromkeys(f"{m.entity.id} by {m.because.rule}" for m in said))
    verdict = _verdict(answer, codes, sectors)
    return Judged(case, span.of(case.plain), answer, found, rules, verdict, held_out)


def _standing(said: list[ActorMention], day: dt.date) -> tuple[set[str], set[str]]:
    """The countries and sectors of mentions on a day."""
    standings = [offices.standing(m.entity, day) for m in said]
    return {s.code for s in standings if s.code is not None}, {sector for s in standings for sector in s.sectors}


def _verdict(answer: str, codes: set[str], sectors: set[str]) -> Verdict:
    if any(_fits(one, codes, sectors) for one in answer.split(" / ")):
        return "right"
    return "wrong" if len(codes) > 0 else "open"


def _fits(answer: str, codes: set[str], sectors: set[str]) -> bool:
    if answer == "?":
        return len(codes) == 0
    expected, *rest = answer.split()
    return codes == set(expected.split("+")) and sectors.issuperset(rest)
