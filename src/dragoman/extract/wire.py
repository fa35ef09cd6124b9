"""Layers → the parts of written records: article, actors, places, sources as they stand in the output."""

import datetime as dt

from dragoman.extract.attribution import Told
from dragoman.extract.cast import Cast, Part
from dragoman.model.article import Article
from dragoman.model.event import ActorRef, ArticleRef, Attribution, EventLoc, Factuality, Quality, Via
from dragoman.model.resolved import ActorMention, PlaceMention
from dragoman.ontology import offices


def article_ref(article: Article) -> ArticleRef:
    """The article as every record names it."""
    return ArticleRef(
        id=article.id,
        revision=article.revision,
        publisher=article.publisher,
        url=article.url,
        title=article.title,
        language=article.language,
        date=article.date,
        date_basis=article.date_basis,
        date_edtf=article.date_edtf,
    )


def actor_ref(mention: ActorMention, text: str, day: dt.date | None) -> ActorRef:
    """An actor as it was on a day: code, sectors and office looked up for that day."""
    entity = mention.entity
    standing = offices.standing(entity, day)
    return ActorRef(
        raw_text=mention.span.of(text),
        span=mention.span,
        entity_id=entity.id,
        entity_name=entity.name,
        country_name=standing.country_name,
        code=standing.code,
        sector_code=standing.sectors[0] if standing.sectors else None,
        other_sector_codes=standing.sectors[1:],
        role=standing.role,
    )


def actor_refs(parts: tuple[Part, ...], text: str, day: dt.date | None) -> tuple[ActorRef, ...]:
    """Several actors, in the order of the text."""
    mentions = sorted((p.mention for p in parts), key=lambda m: m.span)
    return tuple(actor_ref(mention, text, day) for mention in mentions)


def event_loc(mention: PlaceMention, text: str) -> EventLoc:
    """A place as it is written."""
    place = mention.place
    return EventLoc(
        raw_text=mention.span.of(text),
        span=mention.span,
        name=place.name,
        feature=place.feature,
        admin1=place.admin1,
        admin2=place.admin2,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        resolution=place.resolution,
    )


def attribution(told: Told, cast: Cast, text: str, day: dt.date | None, sure: Factuality) -> Attribution:
    """A source as it is written, with those who passed it on."""
    span = told.source[0] if told.source else told.cue
    return Attribution(
        kind=told.kind,
        raw_text=span.of(text),
        span=span,
        cue=told.cue.of(text),
        cue_span=told.cue,
        entity=_entity(told.source_head, cast, text, day),
        factuality=sure,
        via=tuple(
            Via(kind=v.kind, raw_text=v.span.of(text), span=v.span, entity=_entity(v.head, cast, text, day))
            for v in told.via
        ),
        qualities=tuple(Quality(raw_text=q.of(text), span=q) for q in told.qualities),
    )


def _entity(head: int | None, cast: Cast, text: str, day: dt.date | None) -> ActorRef | None:
    named = () if head is None else cast.named(head)
    return actor_ref(named[0], text, day) if named else None
