"""The query language: what is understood, what is refused and how, and that a query is written as it is read."""

import pytest
from hypothesis import given

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.store.find import Query, parse, written
from dragoman.store.find.keys import by_any_name, guessed, keys, meant, terms
from dragoman.store.find.names import country_codes
from tests.store.find.strategies import queries


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("  oil   exports ", "oil exports"),
        ('"Oil Exports" sanct*', '"oil exports" sanct*'),
        ("oil , gas", "oil,gas"),
        ("-oil,gas", "-oil,gas"),
        ("U.S. S-400", '"u s" "s 400"'),
        ("text:oil", "oil"),
        ("type:threaten,Accuse,THREATEN", "type:THREATEN,ACCUSE"),
        ("actor:Iran recipient:usa -actor:jpn", "actor:IRN recipient:USA -actor:JPN"),
        ('actor:"United States"', "actor:USA"),
        ("party:IAEA", "party:org:international-atomic-energy-agency"),
        ("actor:MIL,Rouhani", 'actor:MIL,"rouhani"'),
        ("pair:USA-IRN pair:USA>IRN pair:Japan-Iran", "pair:IRN-USA pair:USA>IRN pair:IRN-JPN"),
        ("aux:future,historical", "auxiliary:future,historical"),
        ("told:ct+,ps\N{MINUS SIGN}", "told:CT+,PS-"),
        ("status:called-off context:Human_Rights", 'status:"called off" context:human_rights'),
        ("quad:4 cameo:04* record:event", 'quad:4 cameo:"04"* record:event'),
        ("place:JPN,Tokyo place:none", 'place:JPN,"tokyo" place:none'),
        ("date:2019-05/2019-06", "date:2019-05..2019-06"),
        ("date:2019-05..2019-05 published:2019-W18", "date:2019-05 published:2019-04-29..2019-05-05"),
        ("date:2019/.. date:../2019-05-02 date:none", "date:2019-01-01.. date:..2019-05-02 date:none"),
        ("confidence:0.8.. confidence:..0.5 confidence:0.90", "confidence:0.8.. confidence:..0.5 confidence:0.9"),
        ("article:https://news.example/a", "article:https://news.example/a"),
        ('article:"none" id:3f2a*', 'article:"none" id:"3f2a"*'),
        ('publisher:"The ""Post"""', 'publisher:"the post"'),
    ],
)
def test_a_text_is_understood(text: str, canonical: str) -> None:
    """What it means is told by the form in which it is written back."""
    assert written(parse(text)) == canonical


@given(queries)
def test_a_query_is_read_as_it_was_written(query: Query) -> None:
    """The text of a query stands for that query."""
    assert parse(written(query)) == query


@pytest.mark.parametrize(
    ("text", "marked", "told"),
    [
        ("actr:IRN", "actr", "did you mean 'actor'?"),
        ("who:IRN", "who", "did you mean 'actor'?"),
        ("oil type:THRETEN", "THRETEN", "did you mean 'THREATEN'?"),
        ("type:THREATEN,ACUSE", "ACUSE", "did you mean 'ACCUSE'?"),
        ("context:nuclear", "nuclear", "did you mean 'cbrn'?"),
        ("source:article", "article", "did you mean 'none'?"),
        ("mode:visits", "visits", "did you mean 'visit'?"),
        ("type:TH*", "TH*", "AGREE, CONSULT"),
        ("actor:IRM", "IRM", "an ISO 3166 alpha-3 code"),
        ("place:QQQ", "QQQ", "unknown code"),
        ("type=THREATEN", "type=THREATEN", "write type:VALUE"),
        ("date>=2019", "date>=2019", "write date:VALUE"),
        ("date:2019-13", "2019-13", "2019-W18"),
        ("date:>2019", ">2019", "2019-W18"),
        ("date:9999", "9999", "is no date"),
        ("date:2019-06..2019-05", "2019-06..2019-05", "ends before it begins"),
        ("date:..", "..", "names no day"),
        ("confidence:high", "high", "0.8.."),
        ("confidence:nan", "nan", "is no number"),
        ("pair:IRN", "IRN", "IRN-USA"),
        ("pair:IRN-abe", "IRN-abe", "IRN-USA"),
        ("oil OR gas", "OR", "a comma between values means or"),
        ("NOT oil", "NOT", "a minus denies"),
        ("(oil gas)", "(oil", "a comma between values means or"),
        ('"oil exports', '"', "not closed"),
        ("oil,", " ", "a value is missing"),
        ("type: oil", " ", "a value is missing"),
        ('oil"exports"', '"', "a space or a comma"),
        ('"—"', '"—"', "no letter or digit"),
        ("https://news.example", "https", "put in quotation marks"),
        ("oil \x00", " ", "a character that no text holds"),
    ],
)
def test_what_is_not_understood_is_shown_with_a_caret(text: str, marked: str, told: str) -> None:
    """The caret stands below the wrong part; the message says what is allowed, and what is spelt like it."""
    with pytest.raises(UsageError) as refused:
        parse(text)
    _, shown, caret, *_ = str(refused.value).split("\n")
    assert told in str(refused.value)
    at = slice(caret.index("^"), len(caret))
    assert f"{shown} "[at] == marked


def test_every_guess_names_what_is_there() -> None:
    """Of keys and of terms; and no guess is a key or term itself."""
    names = set(by_any_name())
    assert not set(guessed()) & names
    for key in keys():
        known = {*terms(key).values(), "none"} if keys()[key].form == "list" else set()
        assert set(meant(key).values()) <= known
        assert not set(meant(key)) & set(terms(key) if known else ())


def test_codes_of_countries_and_sectors_are_never_the_same() -> None:
    """A code alone tells which of both is meant."""
    assert not country_codes() & set(plover.sectors())
