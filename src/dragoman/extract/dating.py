"""When an act took place: its own time; for an act done by saying, the time of the saying; what it foresees apart."""

from dragoman.extract.acts import Act
from dragoman.extract.clock import NEVER, Clock, Dated
from dragoman.extract.typing import Match
from dragoman.model.because import Because
from dragoman.model.event import Anticipated
from dragoman.model.interval import Interval
from dragoman.model.span import Span

WITHIN = "within"
"""Rule of limits ("within 60 days")."""
SAYING = frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT", "REQUEST"})


def of_act(act: Act, clock: Clock) -> Dated:
    """The days of the coded act itself."""
    if act.folded.foreseen is not None:
        return _of_saying(act, clock)
    ahead = act.folded.future or act.folded.hypothetical
    words = (*act.match.words, *act.stage.words) if act.stage.words else act.match.words
    own = _own(act)
    dated = clock.dated(own, act.match.predication, open_to_future=ahead)
    if dated.text is None and len(words) > len(own):
        staged = clock.told(words)
        dated = dated if staged is None else clock.from_told(staged, open_to_future=ahead)
    if act.stage.phase == "begun":
        dated = clock.lasting(words, dated)
    if dated.basis in {None, "article"} and act.folded.event in SAYING:
        said = _time_of_cue(act, clock)
        return said or dated
    return dated


def _own(act: Act) -> tuple[int, ...]:
    """The words whose times date the act: not the content that it foresees."""
    content = act.match.content
    return tuple(word for word in act.match.words if word != content)


def _of_saying(act: Act, clock: Clock) -> Dated:
    """The time of the cue if it has one, else the report's own."""
    said = _time_of_cue(act, clock)
    if said is not None:
        return said
    if clock.today is None or not clock.is_news(act.match.predication):
        return Dated(None, None, None, None, NEVER)
    return clock.by_report(act.match.predication, open_to_future=False)


def _time_of_cue(act: Act, clock: Clock) -> Dated | None:
    """The time told for the words by which the act is passed on ("said last week that he was open to talks")."""
    for token in act.match.predication.token, *(t.i for t in clock.tree.ancestors(act.token)):
        if token == act.token or token not in clock.predicates:
            continue
        cue = clock.predicates[token]
        told = clock.told((token,)) or (clock.inherited(cue) if cue.kind == "verb" else None)
        if told is not None and cue.kind == "verb":
            return clock.from_told(told, open_to_future=False)
        if clock.predicates[token].relation == "ROOT":
            return None
    return None


def anticipated(act: Act, clock: Clock) -> tuple[Anticipated, ...] | None:
    """What an act of saying foresees, dated apart."""
    if act.folded.foreseen is not None:
        return (_foreseen(act.match, act.folded.foreseen, of_act(act, clock), clock),)
    inner = act.match.complement
    if inner is None or act.folded.event not in {"AGREE", "CONCEDE", "THREATEN"} or not inner.frame.is_event:
        return None
    return (_foreseen(inner, inner.frame.event, of_act(act, clock), clock),)


def _foreseen(match: Match, event: str, said: Dated, clock: Clock) -> Anticipated:
    mode = match.frame.mode
    told = clock.told(match.words)
    dated = Dated(None, None, None, None, NEVER) if told is None else clock.from_told(told, open_to_future=True)
    interval = dated.interval
    if told is not None and told.time.because.rule == WITHIN and interval is not None:
        interval = _from_saying(interval, said, clock)
    return Anticipated(
        event=event,
        mode=() if mode is None else (mode,),
        auxiliary=("future",),
        date=None if interval is None else interval.start,
        enddate=None if interval is None else interval.last,
        edtf=None if interval is None else interval.edtf,
        date_span=dated.span,
        event_span=clock.tree.tokens[match.predication.token].span,
    )


def _from_saying(limit: Interval, said: Dated, clock: Clock) -> Interval:
    """A limit that was counted from the report, counted from the day of the saying where that is told."""
    day = said.interval
    if clock.today is None or day is None or day.start is None or day.last != day.start or limit.end is None:
        return limit
    return Interval(day.start, limit.end + (day.start - clock.today))


def why(dated: Dated) -> Because:
    """The reason for a date, without one for its span."""
    spans: tuple[Span, ...] = () if dated.span is None else (dated.span,)
    return (
        dated.because
        if dated.because.spans
        else Because(field="date", rule=dated.because.rule, detail=dated.because.detail, spans=spans)
    )
