"""PLOVER's reading rules that cut across types: each has a test of its own, and holds in what the whole coder says."""

import functools

import pytest

from dragoman import extract, resolve
from dragoman.model.event import EventRecord
from tests.parsing import annotated

DATE = "2023-06-14"


@functools.cache
def events(text: str) -> tuple[EventRecord, ...]:
    """The event records of a sentence."""
    return next(extract.records(resolve.articles([annotated(text, DATE)]))).events


def told(text: str) -> list[str]:
    """Each record as "TYPE mode (auxiliary)"."""
    return [" ".join((*one.event, *one.mode, *(f"({a})" for a in one.auxiliary))) for one in events(text)]


def codes(record: EventRecord) -> tuple[list[str | None], list[str | None]]:
    return [a.code for a in record.actor], [r.code for r in record.recipient]


def the(text: str) -> EventRecord:
    """The only record of a sentence."""
    (record,) = events(text)
    return record


def test_a_compound_of_actors_is_one_record() -> None:
    record = the("Norway and Sweden accused Russia of jamming their satellites.")
    assert codes(record) == (["NOR", "SWE"], ["RUS"])


@pytest.mark.parametrize(
    "text",
    ["Chad and Sudan held talks in Cairo.", "Egypt and Turkey met on Tuesday.", "Laos signed a treaty with Thailand."],
)
def test_what_is_done_together_has_all_parties_as_actors_and_no_recipient(text: str) -> None:
    actor, recipient = codes(the(text))
    assert len(actor) == 2
    assert recipient == []


def test_of_a_visit_the_visitor_is_the_actor_and_the_host_the_recipient() -> None:
    assert codes(the("The president of Ghana visited Togo on Monday.")) == (["GHA"], ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "The Polish president will meet his Lithuanian counterpart in Vilnius next week.",
        "Finland will send 50 ambulances to Ukraine.",
        "Oman will hold joint exercises with India in the spring.",
        "Denmark said it would sign the fishing treaty with Norway.",
        "South Korea promised aid to Cambodia.",
        "Tunisia invited the Algerian prime minister to visit Tunis.",
    ],
)
def test_future_cooperation_that_its_doer_announces_is_agreed(text: str) -> None:
    assert told(text) == ["AGREE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The relief agencies hope that Turkey will send food to Syria.", "AID"),
        ("Analysts expect that Modi could visit Bangladesh.", "CONSULT"),
    ],
)
def test_cooperation_that_only_others_expect_keeps_its_type(text: str, expected: str) -> None:
    events_of = [one for one in events(text) if one.event[0] in {expected, "AGREE"}]
    assert [one.event[0] for one in events_of] == [expected]
    assert events_of[0].auxiliary in {("hypothetical",), ("future",)}


@pytest.mark.parametrize(
    "text",
    [
        "Ottawa refused to send helicopters to Mali.",
        "Hungary declined to receive the Ukrainian foreign minister.",
        "Caracas's request for a loan was refused by Canada.",
    ],
)
def test_cooperation_that_was_asked_for_and_refused_is_rejected(text: str) -> None:
    assert told(text)[-1].split()[0] == "REJECT"


def test_cooperation_that_is_told_not_to_come_keeps_its_type_negated_and_future() -> None:
    record = the("The king of Spain will not visit Morocco.")
    assert (record.event, set(record.auxiliary)) == (("CONSULT",), {"future", "negation"})


def test_a_future_concession_stays_one() -> None:
    assert told("Thailand will lift its ban on imports from Laos.") == ["CONCEDE"]


@pytest.mark.parametrize(
    "text",
    [
        "France announced that its troops would leave Gabon.",
        "Russia said it would release two American prisoners on Sunday.",
    ],
)
def test_a_retreat_that_is_only_announced_is_conceded(text: str) -> None:
    assert [line.split()[0] for line in told(text)] == ["CONCEDE"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran said it would attack Israel if its ships were stopped.",
        "North Korea vowed to turn Seoul into a sea of fire.",
        "The United States will impose tariffs on Switzerland if talks fail, the White House said.",
    ],
)
def test_hostility_that_its_doer_announces_as_pressure_is_a_threat(text: str) -> None:
    assert told(text)[0].split()[0] == "THREATEN"


@pytest.mark.parametrize(
    ("text", "foreseen"),
    [
        ("Japan promised aid to Nepal if talks began.", "AID"),
        ("Iran threatened to attack Israel if its ships were stopped.", "ASSAULT"),
    ],
)
def test_what_is_done_by_saying_has_no_auxiliary_and_foresees_its_content(text: str, foreseen: str) -> None:
    record = events(text)[0]
    assert record.auxiliary == ()
    assert [one.event for one in record.anticipates or ()] == [foreseen]


def test_a_plan_of_a_type_that_does_not_fold_is_future() -> None:
    assert told("Belgium will deploy troops near Libya in March.") == ["MOBILIZE troops (future)"]


@pytest.mark.parametrize(
    "text",
    [
        "If Iran attacked Bahrain, oil would rise.",
        "Diplomats fear that Turkey could invade Syria.",
    ],
)
def test_what_hangs_on_a_condition_or_is_feared_is_hypothetical(text: str) -> None:
    assert "hypothetical" in events(text)[0].auxiliary


@pytest.mark.parametrize("text", ["Rwanda denied that it had shelled Goma.", "Algeria did not attack Morocco."])
def test_what_is_denied_is_negated(text: str) -> None:
    assert events(text)[-1].auxiliary == ("negation",)


def test_what_is_told_of_long_ago_is_historical_and_news_is_not() -> None:
    assert the("In 1990 Iraq invaded Kuwait.").auxiliary == ("historical",)
    assert the("Iraq invaded Kuwait on Monday.").auxiliary == ()


def test_a_missing_recipient_is_noted_where_the_type_needs_one() -> None:
    record = next(one for one in events("Norway imposed sanctions on Monday.") if one.event == ("SANCTION",))
    assert record.notes == ("recipient_missing",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile held talks on Monday.", ("reciprocal",)),
        ("Kenya and Uganda will meet next week.", ("reciprocal",)),
        ("The navies of India and Oman held joint exercises on Monday.", ("reciprocal",)),
        ("Peru and Chile condemned the coup on Monday.", ()),
        ("Chile's president visited Peru on Monday.", ()),
    ],
)
def test_parties_that_act_on_each_other_are_noted(text: str, expected: tuple[str, ...]) -> None:
    assert events(text)[0].notes == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New Zealand imposed a travel ban on twelve Iranian officers.", "SANCTION discontinue"),
        ("Germany imposed an arms embargo on Myanmar.", "SANCTION discontinue"),
        ("Burundi withdrew from the International Criminal Court.", "SANCTION withdraw"),
        ("A court in Kenya sentenced a Somali minister to nine years.", "SANCTION convict"),
        ("Austria summoned the Turkish ambassador.", "ACCUSE disapprove"),
    ],
)
def test_sanctions_exits_convictions_and_summoned_ambassadors(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_sanction_is_material_conflict_and_accuse_is_scored_below_zero() -> None:
    assert the("Germany imposed an arms embargo on Myanmar.").quad_code == 4
    accusation = the("Belarus criticised Lithuania.")
    assert accusation.quad_code == 3
    assert accusation.event_scale is not None
    assert accusation.event_scale < 0


@pytest.mark.parametrize(
    "text",
    [
        "The Austrian chancellor said Slovakia had mild winters.",
        "The Kenyan minister believes that Ethiopia will grow.",
    ],
)
def test_a_mere_statement_is_no_event(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        ("Norway's foreign minister summoned Cuban ambassador Jorge Ruiz.", "ACCUSE", {"NOR"}, {"CUB"}),
        ("The Cuban chargé d'affaires was summoned to the Norwegian foreign ministry.", "ACCUSE", {"NOR"}, {"CUB"}),
    ],
)
def test_title_before_a_name_tells_who_it_is(text: str, event: str, actor: set[str], recipient: set[str]) -> None:
    """What a frame asks of its object may be told by the title; who is summoned to a ministry, by it."""
    [found] = events(text)
    assert found.event == (event,)
    assert ({a.code for a in found.actor}, {a.code for a in found.recipient}) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "event", "recipient"),
    [
        ("Ghana wishes to thank Norway for its help.", "SUPPORT", ["NOR"]),
        ("Norway and Iceland issued statements of support for Ghana.", "SUPPORT", ["GHA"]),
        ("The Chadian opposition was denied access to the airwaves.", "REJECT", ["TCD"]),
        ("Gunmen threw a grenade at the house of a Ghanaian judge.", "ASSAULT", ["GHA"]),
    ],
)
def test_who_is_at_the_receiving_end_of_a_phrase(text: str, event: str, recipient: list[str]) -> None:
    """Wishing to thank is thanking; whoever is denied something, or owns the house, is met by it."""
    found = the(text)
    assert (found.event, found.auxiliary, codes(found)[1]) == ((event,), (), recipient)
