"""`cases.jsonl` → for each case whether the resolver is right, wrong or leaves the phrase open.

In a case's text the phrase asked for stands in [brackets], an earlier one that means the same in {braces}. Its answer:

- `KEN`, `KEN GOV`: a country, and a sector if told; `ISR+PSE` all of several;
- `KEN =`: so, and the same entity as the earlier phrase;
- `!KEN`: whoever else; `?`: must stay open; `-`: no actor at all. The last two are right if no country is given.
"""

import datetime as dt
import functools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Protocol

import msgspec
from tests.parsing import article

from dragoman import annotate
from dragoman.model.resolved import ActorMention, Resolved
from dragoman.model.span import Span
from dragoman.ontology import offices
from dragoman.resolve import ties

CASES = Path(__file__).parent / "cases.jsonl"
MARKS = re.compile(r"[\[\]{}]")
TAKING = frozenset({"country-of-possessor", "noun-with-country"})
EACH = 5
"""Every fifth case is held out: nobody looks at it while the rules are mended."""
Verdict = Literal["right", "wrong", "open"]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One short report, the phrase in it, and who is meant."""

    id: str
    kind: str
    date: dt.date
    text: str
    answer: str

    @property
    def plain(self) -> str:
        """The text without its marks."""
        return MARKS.sub("", self.text)

    @property
    def held_out(self) -> bool:
        """Whether it is one of those that are only counted."""
        return int(self.id.rpartition("-")[2]) % EACH == EACH - 1

    def span(self, opening: str, closing: str) -> Span | None:
        """Where the words between two marks stand in the plain text."""
        if opening not in self.text:
            return None
        start, end = (len(MARKS.sub("", self.text[: self.text.index(mark)])) for mark in (opening, closing))
        return Span(start, end)


class Judged(msgspec.Struct, frozen=True):
    """A case, what was found, and what that is worth."""

    case: Case
    found: str
    rules: str
    verdict: Verdict


@functools.cache
def judged() -> tuple[Judged, ...]:
    """All cases, judged."""
    with CASES.open(encoding="utf-8") as lines:
        cases = [msgspec.convert(json.loads(line), Case) for line in lines]
    parsed = annotate.articles(article(case.plain, case.date.isoformat()) for case in cases)
    return tuple(_judge(case, ties.resolved(one)) for case, one in zip(cases, parsed, strict=True))


def _judge(case: Case, resolved: Resolved) -> Judged:
    span = case.span("[", "]")
    said = [] if span is None else at(resolved, span) or taken_in(resolved, span)
    standings = {m.entity.id: offices.standing(m.entity, case.date) for m in said}
    codes = {s.code for s in standings.values() if s.code is not None}
    sectors = {sector for s in standings.values() for sector in s.sectors}
    found = "+".join(sorted(codes)) + "".join(f" {s}" for s in sorted(sectors))
    earlier = case.span("{", "}")
    whole = any(m.span == span for m in said)
    same = earlier is None or not whole or _same(said, at(resolved, earlier))
    rules = ", ".join(dict.fromkeys(f"{m.entity.id} by {m.because.rule}" for m in said))
    return Judged(case, found, rules, _verdict(case.answer, codes, sectors, same=same))


def _verdict(answer: str, codes: set[str], sectors: set[str], *, same: bool) -> Verdict:
    if answer in {"?", "-"}:
        return "wrong" if codes else "right"
    if answer.startswith("!"):
        return "wrong" if answer[1:] in codes else "right"
    if len(codes) == 0:
        return "open"
    expected, *rest = answer.removesuffix("=").split()
    right = codes == set(expected.split("+")) and sectors.issuperset(rest) and same
    return "right" if right else "wrong"


def _same(said: list[ActorMention], earlier: list[ActorMention]) -> bool:
    """Whether two phrases mean the same; true where nobody saw the earlier one, so that only the code counts."""
    return len(earlier) == 0 or {m.entity.id for m in said} == {m.entity.id for m in earlier}


def at(resolved: Resolved, span: Span) -> list[ActorMention]:
    """The mentions of exactly these words, else those with their head, else all inside a joint adjective."""
    exact = [m for m in resolved.actors if m.span == span]
    if exact:
        return exact
    tokens = resolved.annotated.tokens
    inside = [t for t in tokens if span.start <= t.span.start and t.span.end <= span.end]
    heads = {t.i for t in inside if t.head == t.i or not span.holds(tokens[t.head].span)}
    headed = [m for m in resolved.actors if m.head in heads and m.kind != "demonym"]
    joint = [m for m in resolved.actors if span.holds(m.span) and m.kind == "demonym"]
    return headed or joint


def taken_in(resolved: Resolved, span: Span) -> list[ActorMention]:
    """The phrase that took a possessor or adjective in: its country is how that was read ("its soldiers")."""
    return [m for m in resolved.actors if m.span.holds(span) and m.because.rule in TAKING]


class Scored(Protocol):
    """A case of this suite or a phrase of another one, with how it was judged."""

    @property
    def case(self) -> "Kinded":
        """What was asked."""

    @property
    def verdict(self) -> Verdict:
        """How it was answered."""


class Kinded(Protocol):
    """Something of a kind, by which it is counted."""

    @property
    def kind(self) -> str:
        """The construction or kind of phrase."""


def rates(scored: Iterable[Scored]) -> dict[Verdict, float]:
    """The shares of right, wrong and open."""
    counted = Counter(one.verdict for one in scored)
    return {verdict: counted[verdict] / counted.total() for verdict in ("right", "wrong", "open")}


def by_kind(scored: Iterable[Scored]) -> dict[str, Counter[str]]:
    """Counts of the verdicts for each kind."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        counted[one.case.kind][one.verdict] += 1
    return dict(counted)
