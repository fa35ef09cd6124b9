"""Records with every text and day that a file may bring, for properties that all exports keep."""

import datetime as dt
from typing import get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.model.event import ActorRef, ArticleRef, Auxiliary, EventLoc, EventRecord, Factuality
from dragoman.model.ids import ArticleId, EntityId, RecordId, Revision
from dragoman.model.interval import Basis
from dragoman.model.span import Span
from dragoman.ontology import plover
from tests import factory

REPORT = factory.article("Rouhani met Abe in Tokyo.")
NASTY = (
    "</script><img src=x onerror=alert(1)>",
    "a;b,c\\n\\",
    "BEGIN:VEVENT\r\nUID:1\r\n",
    "\"quoted\", 'so'",
    "\ud83d half, \udc00 other",
    "\x00\x07\x85\u2028",
    "東京で会談した" * 30,
    "e\u0301" * 60,
    "None",
    "=1+1",
    "{}[]",
    " ",
)
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(), min_size=1, max_size=90))
URLS = st.one_of(st.none(), st.just("https://example.org/a?b=c&d"), st.just("javascript:alert(1)"), TEXTS)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max, dt.date(2020, 2, 29)]))
NUMBERS = st.one_of(st.none(), st.floats(-400, 400, allow_nan=False))
KINDS = st.sampled_from(["state:IRN", "person:x", "org:x", "ship:x", "generic:x", "article:x", "odd"])
CODES = st.sampled_from([None, "IRN", "JPN", "KOS", "EUR", "UNO", "SRB", "QQQ", "\ud800"])
BASES = st.one_of(st.none(), st.sampled_from(get_args(Basis)))
ONE = Span(0, 1)


@st.composite
def parties(draw: st.DrawFn) -> ActorRef:
    """An actor of any kind."""
    return ActorRef(
        raw_text=draw(TEXTS),
        span=ONE,
        entity_id=EntityId(draw(KINDS)),
        entity_name=draw(TEXTS),
        wiki_description=draw(st.one_of(st.none(), TEXTS)),
        code=draw(CODES),
        sector_code=draw(st.sampled_from([None, "GOV", "REB", "?"])),
        role=draw(st.one_of(st.none(), TEXTS)),
    )


@st.composite
def places(draw: st.DrawFn) -> EventLoc:
    """A place, on this world or not."""
    return EventLoc(
        raw_text="x",
        span=ONE,
        name=draw(TEXTS),
        feature=draw(st.sampled_from(["city", "country"])),
        admin1=None,
        admin2=None,
        country=draw(CODES),
        lat=draw(NUMBERS),
        lon=draw(NUMBERS),
        geonameid=None,
        resolution=draw(st.integers(0, 9)),
    )


@st.composite
def articles(draw: st.DrawFn) -> ArticleRef:
    """The article of a record."""
    return ArticleRef(
        id=ArticleId(draw(TEXTS)),
        revision=Revision("r"),
        publisher=draw(st.one_of(st.none(), TEXTS)),
        url=draw(URLS),
        title=draw(st.one_of(st.none(), TEXTS)),
        language=draw(st.sampled_from(["en", "de", "xx", ""])),
        date=draw(DAYS),
        date_basis=draw(st.sampled_from(["given", "inferred", "unknown"])),
        date_edtf=draw(st.sampled_from([None, "2019-05/2019-06"])),
    )


@st.composite
def events(draw: st.DrawFn) -> EventRecord:
    """An event, told in any words about any day."""
    kind = draw(st.sampled_from(sorted(plover.types())))
    foreseen = factory.foreseen(REPORT, "met", draw(st.sampled_from(["CONSULT", "AID"])))
    record = factory.event(REPORT, "met", kind, attribution=())
    return replace(
        record,
        id=RecordId(f"{draw(st.integers(0, 2**64 - 1)):016x}"),
        article=draw(articles()),
        auxiliary=tuple(draw(st.sets(st.sampled_from(get_args(Auxiliary)), max_size=2))),
        factuality=draw(st.sampled_from(get_args(Factuality))),
        date=draw(DAYS),
        enddate=draw(DAYS),
        edtf=draw(st.sampled_from([None, "2019", "2019-05~", "../2019-05-01", "1997~/2001~"])),
        date_basis=draw(BASES),
        event_loc=draw(st.one_of(st.none(), places())),
        event_scale=draw(NUMBERS),
        quad_code=draw(st.sampled_from([None, 1, 2, 3, 4])),
        text=draw(TEXTS),
        actor=tuple(draw(st.lists(parties(), max_size=3))),
        recipient=tuple(draw(st.lists(parties(), max_size=3))),
        anticipates=tuple(
            draw(st.lists(st.builds(lambda a, b: replace(foreseen, date=a, enddate=b), DAYS, DAYS), max_size=2))
        ),
    )
