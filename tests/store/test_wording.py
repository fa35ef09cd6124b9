"""Words for records: what, according to whom, how much."""

from msgspec.structs import replace

from dragoman.model.event import EventLoc, Via
from dragoman.store import wording
from tests import factory

REPORT = factory.article("Abe said the paper saw officials meet Rouhani in Tokyo; 5 percent of oil.")


def test_an_act_of_saying_tells_what_it_foresees() -> None:
    """The agreement with its content and time."""
    plan = factory.visit().events[1]
    assert wording.what(plan) == "agreement or promise: visit, Jan 2020"


def test_something_only_possible_is_called_so() -> None:
    """A conditional content is not told as a plan."""
    perhaps = factory.foreseen(REPORT, "meet", auxiliary=("hypothetical",))
    assert (
        wording.foreseen(factory.event(REPORT, "meet", "AGREE", anticipates=(perhaps,))) == "possible meeting or talks"
    )


def test_the_chain_of_attribution_runs_from_the_source_outwards() -> None:
    """First the source, then those who passed it on; the report itself where there is none."""
    via = Via(kind="outlet", raw_text="the paper", span=factory.span(REPORT, "the paper"))
    told = factory.source(REPORT, "officials", kind="anonymous", via=(via,))
    assert wording.according(factory.event(REPORT, "meet", attribution=(told,))) == "officials via the paper"
    assert wording.according(factory.event(REPORT, "meet")) == "the report"


def test_names_stand_once() -> None:
    """Two mentions of one entity are one name."""
    abe = factory.party(REPORT, "Abe")
    assert wording.names((abe, abe, factory.party(REPORT, "Rouhani"))) == "Abe, Rouhani"


def test_statements_and_figures_have_words_too() -> None:
    """A statement by its position, a figure by its number."""
    said = factory.statement(REPORT, "said", "the paper saw officials")
    share = factory.figure(REPORT, "oil", 5.0, "percent", of="imports", period="2018")
    assert wording.what(said) == "statement: “the paper saw officials”"
    assert wording.what(share) == "oil: 5 percent of imports (2018)"
    assert (wording.code(said), wording.code(share)) == ("statement", "figure")


def test_places_carry_their_country() -> None:
    """A city with its country's code, a country alone, nothing where nothing is told."""
    tokyo = EventLoc(
        raw_text="Tokyo",
        span=factory.span(REPORT, "Tokyo"),
        name="Tokyo",
        feature="city",
        admin1=None,
        admin2=None,
        country="JPN",
        lat=35.7,
        lon=139.7,
        geonameid=1850147,
        resolution=4,
    )
    met = factory.event(REPORT, "meet", event_loc=tokyo)
    assert wording.where(met) == "Tokyo (JPN)"
    assert wording.where(replace(met, event_loc=replace(tokyo, name="Japan", feature="country"))) == "Japan"
    assert wording.where(factory.event(REPORT, "meet")) == ""
