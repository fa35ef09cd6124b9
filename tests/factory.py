"""Records and coded articles for tests in one line each; words are looked up in the article, so spans are always right.

report = article("Rouhani met Abe in Tokyo on Friday.")
coded(report, event(report, "met", who=["Rouhani"], whom=["Abe"], mode=("visit",)))
"""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.event import (
    ActorRef,
    Anticipated,
    ArticleRef,
    Attribution,
    EventRecord,
    FigureRecord,
    Record,
    StatementRecord,
)
from dragoman.model.ids import EntityId
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span

CODER = "dragoman test"
CODES = {"Rouhani": "IRN", "Iran": "IRN", "Tehran": "IRN", "Abe": "JPN", "Japan": "JPN", "Tokyo": "JPN", "Trump": "USA"}
NAMES = {"IRN": "Iran", "JPN": "Japan", "USA": "United States"}


def article(text: str, date: str | None = "2019-12-20", **fields: object) -> Article:
    """An article with a given date, or without one."""
    made = Article(
        id=ids.article_id(None, None, text),
        revision=ids.revision(text),
        text=text,
        date=None if date is None else dt.date.fromisoformat(date),
        date_basis="unknown" if date is None else "given",
    )
    return replace(made, **fields)


def span(report: Article, words: str) -> Span:
    """Where words first stand in an article."""
    start = report.text.index(words)
    return Span(start, start + len(words))


def sentence(report: Article, inside: Span) -> Span:
    """The sentence around a span, from one full stop or line break to the next."""
    starts = [match.end() for match in re.finditer(r"[.!?]\s+|\n+", report.text) if match.end() <= inside.start]
    stop = re.compile(r"[.!?](?=\s|$)|(?=\n)|$").search(report.text, inside.end)
    return Span(max(starts, default=0), len(report.text) if stop is None else stop.end())


def party(report: Article, words: str, **fields: object) -> ActorRef:
    """An actor named by words of the article, with the country of a small table."""
    code = next((code for name, code in CODES.items() if name in words), None)
    made = ActorRef(
        raw_text=words,
        span=span(report, words),
        entity_id=EntityId(f"test:{words}"),
        entity_name=words,
        country_name=NAMES.get(code or ""),
        code=code,
        sector_code="GOV",
    )
    return replace(made, **fields)


def source(report: Article, words: str, cue: str = "said", **fields: object) -> Attribution:
    """A source named by words of the article, who is certain."""
    made = Attribution(
        kind="named", raw_text=words, span=span(report, words), cue=cue, cue_span=span(report, cue), factuality="CT+"
    )
    return replace(made, **fields)


def foreseen(report: Article, word: str, kind: str = "CONSULT", **fields: object) -> Anticipated:
    """What an act of saying foresees."""
    return replace(Anticipated(event=kind, event_span=span(report, word)), **fields)


def event(
    report: Article,
    word: str,
    kind: str = "CONSULT",
    parties: tuple[Sequence[str], Sequence[str]] = ((), ()),
    **fields: object,
) -> EventRecord:
    """An event told by a word of the article, between actors and recipients named by words of the article."""
    at = span(report, word)
    sides = (tuple(party(report, words) for words in side) for side in parties)
    made = EventRecord(
        id=ids.record_id(report.id, report.revision, "event", at, 0),
        article=reference(report),
        event=(kind,),
        actor=next(sides),
        recipient=next(sides),
        event_text=word,
        event_span=at,
        text=sentence(report, at).of(report.text),
        text_span=sentence(report, at),
        sentence=0,
        confidence=0.9,
        coder=CODER,
    )
    return replace(made, **fields)


def statement(report: Article, word: str, position: str, **fields: object) -> StatementRecord:
    """A statement told by a word of the article, its content in the article's words."""
    at = span(report, word)
    made = StatementRecord(
        id=ids.record_id(report.id, report.revision, "statement", at, 0),
        article=reference(report),
        kind="said",
        position=position,
        position_span=span(report, position),
        event_text=word,
        event_span=at,
        text=sentence(report, at).of(report.text),
        text_span=sentence(report, at),
        sentence=0,
        confidence=0.8,
        coder=CODER,
    )
    return replace(made, **fields)


def figure(report: Article, word: str, value: float, unit: str, **fields: object) -> FigureRecord:
    """A figure told by a word of the article."""
    at = span(report, word)
    made = FigureRecord(
        id=ids.record_id(report.id, report.revision, "figure", at, 0),
        article=reference(report),
        measure=word,
        value=value,
        unit=unit,
        event_text=word,
        event_span=at,
        text=sentence(report, at).of(report.text),
        text_span=sentence(report, at),
        sentence=0,
        confidence=0.8,
        coder=CODER,
    )
    return replace(made, **fields)


def reference(report: Article) -> ArticleRef:
    """What a record says about its article."""
    return ArticleRef(
        id=report.id,
        revision=report.revision,
        publisher=report.publisher,
        url=report.url,
        title=report.title,
        language=report.language,
        date=report.date,
        date_basis=report.date_basis,
    )


def coded(report: Article, *records: Record, silent: Sequence[str] = ()) -> Coded:
    """A coded article with these records, and sentences that name two actors and gave none."""
    annotated = Annotated(article=report, tokens=(), sentences=(), names=(), times=(), quotes=())
    return Coded(
        article=report,
        resolved=Resolved(annotated=annotated, actors=(), places=(), times=()),
        events=tuple(one for one in records if isinstance(one, EventRecord)),
        statements=tuple(one for one in records if isinstance(one, StatementRecord)),
        figures=tuple(one for one in records if isinstance(one, FigureRecord)),
        silent=tuple(span(report, words) for words in silent),
        reasons={one.id: (because(one),) for one in records},
        issues=(),
    )


def because(record: Record) -> Because:
    """A reason for a record's type."""
    return Because(
        field="event", rule="lexicon:test", detail="the verb tells it", spans=(record.event_span,), score=0.9
    )


VISIT = (
    "Iran's leader in Japan\n\nPresident Rouhani met Prime Minister Abe in Tokyo on Friday. "
    "Abe will travel to Tehran next month; officials said the trip was planned for January. "
    'Iran denied that it had threatened Japan & its "friends". Trump also spoke of Iran and Japan.'
)
"""A report in our own words, with something for each part of a page."""


def visit() -> Coded:
    """A coded report with a visit, a plan on anonymous word, a denial, a statement, a figure and a silent sentence."""
    report = article(VISIT, title="Iran's leader in Japan", publisher="Harbour Gazette", path="visit.txt")
    day = dt.date(2019, 12, 20)
    plan = foreseen(report, "travel", mode=("visit",), date=dt.date(2020, 1, 1), enddate=dt.date(2020, 1, 31))
    met = event(report, "met", "CONSULT", (["President Rouhani"], ["Prime Minister Abe"]), mode=("visit",), cameo="042")
    return coded(
        report,
        replace(met, date=day, enddate=day, edtf="2019-12-20", date_text="Friday", date_span=span(report, "Friday")),
        event(
            report,
            "planned",
            "AGREE",
            (["Abe will"], ["Tehran"]),
            anticipates=(replace(plan, edtf="2020-01"),),
            attribution=(source(report, "officials", kind="anonymous"),),
            factuality="U",
            quad_code=1,
        ),
        event(report, "threatened", "THREATEN", (["Iran"], ["Japan"]), auxiliary=("negation",), factuality="CT-"),
        statement(report, "spoke", "of Iran and Japan", speaker=(party(report, "Trump"),)),
        silent=["Trump also spoke of Iran and Japan."],
    )
