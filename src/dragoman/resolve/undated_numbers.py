"""`data/undated.yaml` → the numbers by which clues are weighed."""

import functools
import importlib.resources

import msgspec
import yaml


class Yearly(msgspec.Struct, frozen=True):
    """Days without a year: the share of near ones, how their distance falls, the share on the other side.

    Attributes:
        near: The share of those that are near; the others are spread over a year.
        half: Days after which half as many are told.
        wrong: The share that lies on the other side.
        power: How steeply it falls.
        gap: Days told by their weekday rather than by their figure …
        close: … of which this share is told by its figure all the same.
    """

    near: float
    half: float
    wrong: float = 0.0
    power: float = 2.5
    gap: int = 0
    close: float = 1.0


class Explicit(msgspec.Struct, frozen=True):
    """Dates with a year: the share on the other side, and the days after which half as many are told."""

    wrong: float
    fade: float


class EventNumbers(msgspec.Struct, frozen=True):
    """How public events are told."""

    sudden: float
    sudden_loose: float
    planned_past: float
    planned_open: float
    planned_future: float
    ahead: float
    after_future: float
    fade: float
    main_power: float
    aside_power: float


class OfficeNumbers(msgspec.Struct, frozen=True):
    """How persons are titled before, in and after office."""

    early: float
    late: float
    late_fade: float
    floor: float
    former_early: float
    untitled_early: float
    untitled_late: float


class NameNumbers(msgspec.Struct, frozen=True):
    """How names are told before and after their time."""

    early: float
    late: float
    late_fade: float
    floor: float
    person_early: float
    person_late: float


class Beside(msgspec.Struct, frozen=True):
    """How often a relative time beside a date, or loosely near another time, is not that one's."""

    wrong: float
    loose: float
    month: float


class AgoNumbers(msgspec.Struct, frozen=True):
    """How far a distance told may be off, how often it is that of another time, and over how many days that may lie."""

    wrong: float
    event: float
    background: float
    slack: dict[str, float]
    less: float
    more: float
    anniversary: int
    longest: int


class LevelNumbers(msgspec.Struct, frozen=True):
    """How often a rate, index or price is not that of the report's day."""

    pair: float
    quoted: float


class Run(msgspec.Struct, frozen=True):
    """How much the dated articles of a run tell of another one; `data/undated.yaml` says what each number is."""

    wrong: float
    fade: float
    few: int
    rare: float
    names: int
    most: float
    name_wrong: float
    name_fade: float
    enough: int
    other: float
    days_fade: float
    days_power: float
    smooth: float
    likeness: float


class KinNumbers(msgspec.Struct, frozen=True):
    """How much the undated articles of a run tell of each other; `data/undated.yaml` says what each number is."""

    others: int
    part: float
    common: float
    other_act: float
    act_length: float
    apart: float
    same: float
    weight: float
    lengths: list[float]
    mixed: list[float]


class Astray(msgspec.Struct, frozen=True):
    """How often all clues together mislead, and how far off the report is then."""

    share: float
    fade: float
    later: float
    bound: float


class Numbers(msgspec.Struct, frozen=True):
    """All numbers of `data/undated.yaml`."""

    weekday: dict[str, list[float]]
    yearly: dict[str, dict[str, Yearly]]
    explicit: dict[str, Explicit]
    explicit_power: float
    own_year: dict[str, float]
    event: EventNumbers
    office: OfficeNumbers
    name: NameNumbers
    beside: Beside
    ago: AgoNumbers
    level: LevelNumbers
    run: Run
    kin: KinNumbers
    astray: Astray
    temper: float
    share: float
    likely: float


@functools.cache
def numbers() -> Numbers:
    """The shipped numbers."""
    path = importlib.resources.files("dragoman.resolve") / "data" / "undated.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Numbers)
