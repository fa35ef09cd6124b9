"""The records as they are written: PLOVER's field names with ours beside them, one JSON object a line.

Source: PLOVER codebook, draft 0.9 (2024), for `event`, `mode`, `context`, `actor`, `recipient`, `quad_code`,
`event_scale`, `event_loc`, `event_text` and `size`; FactBank (Saurí and Pustejovsky 2009) for `factuality`;
EDTF (ISO 8601-2) for `edtf`.
"""

import datetime as dt
from typing import Literal

import msgspec

from dragoman.model.article import ArticleDateBasis
from dragoman.model.ids import ArticleId, EntityId, RecordId, Revision
from dragoman.model.interval import Basis
from dragoman.model.resolved import Reading
from dragoman.model.span import Span

SCHEMA_VERSION = 1

Auxiliary = Literal["historical", "future", "hypothetical", "negation"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"]
Phase = Literal[
    "intended",
    "proposed",
    "announced",
    "scheduled",
    "ordered",
    "attempted",
    "begun",
    "completed",
    "postponed",
    "cancelled",
]
SourceKind = Literal["named", "anonymous", "document", "outlet"]


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a record; written with all its fields."""


class ArticleRef(_Part, frozen=True, kw_only=True):
    """Which article a record comes from."""

    id: ArticleId
    revision: Revision
    publisher: str | None
    url: str | None
    title: str | None
    language: str
    date: dt.date | None
    date_basis: ArticleDateBasis
    date_edtf: str | None = None


class ActorRef(_Part, frozen=True, kw_only=True):
    """An actor or recipient of a record, as it was on the day of the act."""

    raw_text: str
    span: Span
    entity_id: EntityId
    entity_name: str
    wikidata_id: str | None = None
    wiki_description: str | None = None
    country_name: str | None = None
    code: str | None = None
    sector_code: str | None = None
    other_sector_codes: tuple[str, ...] = ()
    role: str | None = None


class EventLoc(_Part, frozen=True, kw_only=True):
    """Where the act took place."""

    raw_text: str
    span: Span
    name: str
    feature: str
    admin1: str | None
    admin2: str | None
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    resolution: int


class Via(_Part, frozen=True, kw_only=True):
    """One who passed a claim on, on its way from the source to the article."""

    kind: SourceKind
    raw_text: str
    span: Span
    entity: ActorRef | None = None


class Quality(_Part, frozen=True, kw_only=True):
    """Something that is told of a source: "senior", "on condition of anonymity"."""

    raw_text: str
    span: Span


class Attribution(_Part, frozen=True, kw_only=True):
    """According to whom: the first source, the words that say so, how sure that source is, and who passed it on."""

    kind: SourceKind
    raw_text: str
    span: Span
    cue: str
    cue_span: Span
    entity: ActorRef | None = None
    factuality: Factuality = "U"
    via: tuple[Via, ...] = ()
    qualities: tuple[Quality, ...] = ()


class Quantity(_Part, frozen=True, kw_only=True):
    """A number with what it counts; `upper` is the other end of a range, a vague word stands for its least."""

    value: float
    upper: float | None = None
    unit: str
    of: str | None
    approximate: bool
    raw_text: str
    span: Span


class Size(_Part, frozen=True, kw_only=True):
    """People harmed or held, as the article tells it."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


class Link(_Part, frozen=True, kw_only=True):
    """A tie that the text states between two records, and whose reading it is."""

    kind: Literal["because", "purpose", "response"]
    to: RecordId
    span: Span
    source: str | None = None


class Anticipated(_Part, frozen=True, kw_only=True):
    """What an act of saying foresees: its content with its own type, auxiliary modes and dates."""

    event: str
    mode: tuple[str, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
    date: dt.date | None = None
    enddate: dt.date | None = None
    edtf: str | None = None
    date_span: Span | None = None
    event_span: Span


class Evidence(_Part, frozen=True, kw_only=True):
    """Spans for the fields that have none of their own."""

    event: tuple[Span, ...] = ()
    mode: tuple[Span, ...] = ()
    context: tuple[Span, ...] = ()
    auxiliary: tuple[Span, ...] = ()
    factuality: tuple[Span, ...] = ()
    phase: tuple[Span, ...] = ()


class _Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="record"):
    """What records of all kinds share."""

    schema_version: int = SCHEMA_VERSION
    id: RecordId
    article: ArticleRef
    auxiliary: tuple[Auxiliary, ...] = ()
    factuality: Factuality = "CT+"
    date: dt.date | None = None
    enddate: dt.date | None = None
    edtf: str | None = None
    date_text: str | None = None
    date_span: Span | None = None
    date_basis: Basis | None = None
    event_loc: EventLoc | None = None
    attribution: tuple[Attribution, ...] = ()
    event_text: str
    event_span: Span
    text: str
    text_span: Span
    sentence: int
    evidence: Evidence = Evidence()
    links: tuple[Link, ...] = ()
    readings: tuple[Reading, ...] = ()
    repeats: str | None = None
    confidence: float
    coder: str


class EventRecord(_Record, frozen=True, kw_only=True, tag="event"):
    """One event as one article tells it. `event` always has exactly one member."""

    event: tuple[str]
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad_code: int | None = None
    event_scale: float | None = None
    cameo: str | None = None
    phase: Phase | None = None
    anticipates: tuple[Anticipated, ...] | None = None
    actor: tuple[ActorRef, ...] = ()
    recipient: tuple[ActorRef, ...] = ()
    quantity: tuple[Quantity, ...] = ()
    size: Size = Size()
    notes: tuple[str, ...] = ()


class StatementRecord(_Record, frozen=True, kw_only=True, tag="statement"):
    """What is only said, or is told to stand; it has no PLOVER type.

    Attributes:
        kind: said (a comment, denial, hope, assessment) or stands (a standing relation or state).
        speaker: Who says it, or between whom it stands.
        addressee: To whom it is said.
        about: Who it is about.
        position: The content, in the article's words.
        position_span: Where the content stands.
        polarity: positive or negative where the cue tells it, else null.
        quote: The quoted characters, where it is a quotation.
    """

    kind: Literal["said", "stands"]
    speaker: tuple[ActorRef, ...] = ()
    addressee: tuple[ActorRef, ...] = ()
    about: tuple[ActorRef, ...] = ()
    position: str
    position_span: Span
    polarity: Literal["positive", "negative"] | None = None
    quote: Span | None = None


class FigureRecord(_Record, frozen=True, kw_only=True, tag="figure"):
    """A figure told for a measure: value, unit, of what, from whom, to whom, over which period (EDTF)."""

    measure: str
    value: float
    unit: str
    of: str | None = None
    source_of: ActorRef | None = msgspec.field(default=None, name="from")
    destination: ActorRef | None = msgspec.field(default=None, name="to")
    period: str | None = None


Record = EventRecord | StatementRecord | FigureRecord
