"""A record's id and articles → for every field of that record what decided it, with the words it rests on."""

from collections.abc import Iterable, Iterator

import msgspec
from rich.padding import Padding
from rich.text import Text

from dragoman import pipeline
from dragoman.cli.tally import Tally
from dragoman.cli.terminal import Terminal, printable
from dragoman.errors import UsageError
from dragoman.extract.learned.examples import nearest
from dragoman.extract.learned.typer import Candidate
from dragoman.extract.opinions import DIFFER, SAME
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord, Record
from dragoman.model.ids import DIGITS
from dragoman.model.span import Span
from dragoman.settings import Settings
from dragoman.store import status, wording

Found = tuple[Coded, Record]
LISTED = 4
"""Ids that are named where several begin alike."""


def run(wanted: str, paths: tuple[str, ...], settings: Settings) -> None:
    """Explain one record.

    Raises:
        NothingReadError: No input gave an article.
        UsageError: No record has this id, or several begin with it.
    """
    tally = Tally()
    item, record = find(wanted, tally.counted(pipeline.coded(paths, settings, tally.skip)), tally)
    terminal = Terminal(soft_wrap=False)
    for line in explanation(item, record):
        terminal.print(line)


def find(wanted: str, items: Iterable[Coded], tally: Tally) -> Found:
    """The record with an id, or the only one that begins so; a whole id is not searched further once it is found."""
    found: list[Found] = []
    for item in items:
        found.extend((item, record) for record in item.records if record.id.startswith(wanted))
        if len(found) > 0 and len(wanted) == DIGITS:
            break
    tally.require_articles()
    if len(found) == 0:
        raise UsageError(
            f"no record {wanted!r} in these {tally.articles} articles with {tally.kinds.total()} records; "
            "give the articles it was coded from, and the same --lead"
        )
    if len(found) > 1:
        listed = ", ".join(record.id for _, record in found[:LISTED])
        raise UsageError(f"{len(found)} records begin with {wanted!r}: {listed}{' …' if len(found) > LISTED else ''}")
    return found[0]


def explanation(item: Coded, record: Record) -> Iterator[Text | Padding]:
    """The record in words, then each field that was decided, in the order of the record."""
    article = item.article
    yield Text(f"{record.id}  {wording.code(record)}  {status(record)}", style="bold")
    yield Text(printable(f"{wording.what(record)} · {wording.when(record) or 'no date'} · {wording.according(record)}"))
    yield Text(printable(f"{article.path or article.id}: “{record.text}”"), style="italic")
    reasons = item.reasons.get(record.id, ())
    for field in _fields(record, reasons):
        yield Text(f"\n{field}", style="bold").append(f"  {_value(record, field)}", "not bold")
        for reason in reasons:
            if reason.field == field:
                yield Padding(_reason(reason, article.text), (0, 0, 0, 2), expand=False)
    yield from _examples(record, reasons)
    if len(reasons) == 0:
        yield Text("\nno stage left a reason for this record", style="dim")


def _examples(record: Record, reasons: tuple[Because, ...]) -> Iterator[Text | Padding]:
    """The training sentences most like an act on which the learned typer was asked."""
    if not isinstance(record, EventRecord) or not any(reason.rule in {SAME, DIFFER} for reason in reasons):
        return
    yield Text("\ntraining sentences most like it", style="bold").append("  written for training, no facts", "dim")
    for near in nearest(record.text, _candidate(record)):
        label = " ".join(filter(None, (near.example.event or "no act", near.example.mode)))
        line = (
            Text(label, style="cyan").append(f" {near.likeness:.2f}", "dim").append(f"  {near.example.text}", "default")
        )
        yield Padding(line, (0, 0, 0, 2), expand=False)


def _candidate(record: EventRecord) -> Candidate:
    """What the typer was asked: event word, actors and recipients in the characters of the record's sentence."""
    start = record.text_span.start

    def inside(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(Span(a - start, b - start) for a, b in spans if record.text_span.holds(Span(a, b)))

    (trigger,) = inside([record.event_span]) or (None,)
    actor, recipient = (inside(one.span for one in parts) for parts in (record.actor, record.recipient))
    return Candidate(trigger=trigger, actor=actor, recipient=recipient)


def _fields(record: Record, reasons: tuple[Because, ...]) -> list[str]:
    """Fields with a reason: those of the record in its order, then others that stages name."""
    named = dict.fromkeys(reason.field for reason in reasons)
    own = [field for field in record.__struct_fields__ if field in named]
    return own + [field for field in named if field not in own]


def _value(record: Record, field: str) -> str:
    """A field's value, as short as it can be told."""
    value = getattr(record, field, None)
    if field in {"actor", "recipient", "speaker", "addressee", "about"} and isinstance(value, tuple):
        return printable("; ".join(f"{one.entity_name} {wording.codes(one)}".strip() for one in value)) or "none"
    if field == "attribution":
        return printable(wording.according(record))
    if field == "event_loc":
        return printable(wording.where(record)) or "none"
    if field in {"date", "edtf"}:
        return record.edtf or wording.when(record) or "none"
    return printable(_plain(value))


def _plain(value: object) -> str:
    if value is None or value == ():
        return "none"
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _reason(reason: Because, text: str) -> Text:
    """Rule and score, what it saw, and the words it rests on with their places."""
    line = Text(printable(reason.rule), style="cyan")
    if reason.score is not None:
        line.append(f" {reason.score:.2f}", "dim")
    if reason.detail:
        line.append(printable(f"  {reason.detail}"), "default")
    for span in reason.spans:
        line.append("  ").append(_quoted(span, text)).append(f" {span.start}–{span.end}", "dim")
    return line


def _quoted(span: Span, text: str) -> Text:
    return Text(printable(f"“{' '.join(span.of(text).split())}”"), style="yellow")
