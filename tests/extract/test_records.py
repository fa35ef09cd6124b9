"""Whole sentences of our own → the records that they give: type, parties, auxiliary modes, days, sources."""

from typing import NamedTuple

import pytest

from dragoman.extract.records import coded
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, EventRecord
from dragoman.resolve.ties import resolved
from tests.parsing import annotated

DAY = "2019-12-20"
ANY = "any"
"""Recipient of a case that does not say who it must be."""


class Told(NamedTuple):
    """What a record must say: type, codes of actors and recipients, auxiliary modes."""

    event: str
    actor: str
    recipient: str = ""
    auxiliary: str = ""


def code(text: str, date: str | None = DAY) -> Coded:
    """The coded text."""
    return coded(resolved(annotated(text, date)))


def codes(actors: tuple[ActorRef, ...]) -> str:
    return " ".join(sorted({a.code for a in actors if a.code is not None}))


def told(record: EventRecord) -> Told:
    return Told(record.event[0], codes(record.actor), codes(record.recipient), " ".join(record.auxiliary))


CASES = {
    "active": ("Kenya condemned Somalia on Monday.", Told("ACCUSE", "KEN", "SOM")),
    "passive": ("Somalia was condemned by Kenya on Monday.", Told("ACCUSE", "KEN", "SOM")),
    "compound actor": ("France and Germany accused Russia of espionage.", Told("ACCUSE", "DEU FRA", "RUS")),
    "light verb": ("Norway expressed concern over Myanmar's crackdown.", Told("ACCUSE", "NOR", "MMR")),
    "participle": ("Chile met Peru in Lima, urging it to free the crew.", Told("REQUEST", "CHL", "PER")),
    "control": ("Brazil urged Venezuela to release the prisoners.", Told("REQUEST", "BRA", "VEN")),
    "meeting": (
        "Italian Prime Minister Giuseppe Conte met French President Emmanuel Macron.",
        Told("CONSULT", "ITA", "FRA"),
    ),
    "planned meeting": (
        "Egypt's foreign minister will meet his Turkish counterpart next week.",
        Told("AGREE", "EGY", "TUR"),
    ),
    "expected by others": ("Sweden is expected to visit Finland in May.", Told("CONSULT", "SWE", "FIN", "future")),
    "negated trade": (
        "No Indian refiners have bought crude from Iran since May.",
        Told("COOPERATE", "IND", "IRN", "negation"),
    ),
    "condition": ("Ghana would act if Togo attacked Ghana.", Told("ASSAULT", "TGO", "GHA", "hypothetical")),
    "threat": ("North Korea threatened to attack South Korea.", Told("THREATEN", "PRK", "KOR")),
    "refusal": ("Hungary refused to accept refugees from Greece.", Told("REJECT", "HUN", ANY)),
    "sanctions": ("The United States imposed sanctions on Venezuela.", Told("SANCTION", "USA", "VEN")),
    "leaving a treaty": ("Burundi withdrew from the International Criminal Court.", Told("SANCTION", "BDI", "IGO")),
    "aid": ("Japan sent food aid to Zimbabwe.", Told("AID", "JPN", "ZWE")),
    "arrest": ("Turkish police arrested three German journalists.", Told("COERCE", "TUR", "DEU")),
    "protest": ("Thousands of Algerians protested in Algiers against the government.", Told("PROTEST", "DZA", ANY)),
    "deployment": ("Poland deployed troops to the border with Belarus.", Told("MOBILIZE", "POL", ANY)),
    "planned deployment": ("Australia plans to send a frigate to the Gulf.", Told("MOBILIZE", "AUS", "", "future")),
    "attack": ("Israeli warplanes bombed targets in Syria.", Told("ASSAULT", "ISR", ANY)),
    "release": ("Iran released a British sailor on Sunday.", Told("RETREAT", "IRN", "GBR")),
    "announced retreat": ("Sudan said it would withdraw its troops from Yemen.", Told("CONCEDE", "SDN", "YEM")),
    "noun": ("Spain welcomed Portugal's withdrawal from the pact.", Told("SANCTION", "PRT", ANY)),
    "signing": ("Ethiopia and Eritrea signed a peace agreement.", Told("SUPPORT", "ERI ETH")),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_gives_its_record(case: str) -> None:
    """Each construction gives a record with the right type, parties and auxiliary modes."""
    text, expected = CASES[case]
    found = [told(record) for record in code(text).events]
    if expected.recipient == ANY:
        found = [record._replace(recipient=ANY) for record in found]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("Kenya condemned Somalia on Monday.", "2019-12-16", "relative"),
        ("Kenya condemned Somalia on 3 March 2018.", "2018-03-03", "explicit"),
        ("Kenya condemned Somalia.", "2019-12-19/2019-12-20", "article"),
        ("Kenya had condemned Somalia.", None, None),
        ("No Kenyan traders have bought oil from Iran since May.", "2019-05-01/2019-12-20", "relative"),
    ],
)
def test_an_act_is_dated_by_what_its_clause_tells(text: str, edtf: str | None, basis: str | None) -> None:
    """A time of the clause dates the act; the report's news has the report's days; background has none."""
    (record,) = code(text).events
    assert (record.edtf, record.date_basis) == (edtf, basis)


def test_what_is_foreseen_is_dated_apart() -> None:
    """A plan is an agreement told now; its content stands in `anticipates` with its own days."""
    (record,) = code("Chad will meet Niger on 5 March 2020.").events
    assert record.event == ("AGREE",)
    assert record.anticipates is not None
    assert (record.anticipates[0].event, record.anticipates[0].edtf) == ("CONSULT", "2020-03-05")


def test_an_unnamed_source_is_kept_with_the_record() -> None:
    """Who tells an act stands in `attribution`, and the narrator leaves it open."""
    (record,) = code("Mali expelled the French ambassador, an official said on condition of anonymity.").events
    assert [a.kind for a in record.attribution] == ["anonymous"]
    assert record.factuality == "U"


def test_an_act_told_twice_is_one_record() -> None:
    """A second telling with the same type and parties stands in the evidence of the first."""
    text = "Kenya condemned Somalia on Friday. Kenya condemned Somalia in a statement on Friday."
    (record,) = code(text).events
    assert [span.of(text) for span in record.evidence.event] == ["condemned"]


def test_two_acts_on_different_days_stay_two() -> None:
    """Days that exclude each other keep tellings apart."""
    text = "Kenya condemned Somalia on 3 May 2018. Kenya condemned Somalia on 7 June 2019."
    assert len(code(text).events) == 2


def test_a_pair_without_a_record_is_listed() -> None:
    """A sentence that names two actors and gives no record is kept for the reader."""
    text = "Norway and Sweden share a long border."
    assert [span.of(text) for span in code(text).silent] == [text]


def test_an_undated_article_leaves_relative_times_open() -> None:
    """Without a report's date nothing relative is guessed."""
    (record,) = code("Kenya condemned Somalia on Monday.", None).events
    assert (record.date, record.enddate) == (None, None)


def test_every_record_says_why() -> None:
    """Type, date and each actor carry a reason that names the rule or the line of data."""
    coded_text = code("Kenya condemned Somalia on Monday.")
    reasons = coded_text.reasons[coded_text.events[0].id]
    assert {"event", "date", "actor", "factuality"} <= {because.field for because in reasons}
