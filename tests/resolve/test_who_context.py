"""Actors whose country or name their own phrase does not tell take it from clause, sentence and paragraph."""

import pytest
from tests.parsing import annotated

from dragoman.model.resolved import ActorMention
from dragoman.resolve.who import mentions


def found(text: str, words: str) -> list[ActorMention]:
    """The mentions with these words, in the order of the text."""
    return [m for m in mentions(annotated(text))[0] if m.span.of(text) == words]


def codes(text: str, words: str) -> set[str | None]:
    """The codes of the last mention with these words, on no particular day."""
    last = found(text, words)[-1:]
    return {m.entity.code for m in found(text, words) if m.span == last[0].span} if last else set()


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        ("Peru warned Chile. On Friday, it sued Peru over fish.", "it", "state:PER"),
        ("Kenya heard Somalia out. Then it told Kenya to wait.", "it", "state:KEN"),
        ("The alliance fighting Boko Haram said its air strikes had ended.", "its", "org:boko-haram"),
        ("Kenya praised Chad, whose army fell. Its raids on Chad went on.", "Its", "state:TCD"),
    ],
)
def test_pronoun_is_no_other_party_of_its_clause(text: str, words: str, never: str) -> None:
    """Nobody does a thing to himself under his own name."""
    assert never not in [m.entity.id for m in found(text, words)]


def test_alliance_is_the_one_told_before() -> None:
    """A coalition that came in with its country keeps it."""
    text = "The Kenyan-led coalition bombed a port in Somalia. The coalition said its raids went on."
    assert codes(text, "The coalition") == codes(text, "its") == {"KEN"}


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        (
            "A commander of the Kenyan navy, Otieno Wambua, said that President William Ruto was safe. He said so.",
            "He",
            "article:otieno-wambua",
        ),
        (
            "A general, Peter Odhiambo, claimed that Emmanuel Macron had fled. He claimed that forty men had died.",
            "He",
            "article:peter-odhiambo",
        ),
    ],
)
def test_who_said_it_says_more(text: str, words: str, entity: str) -> None:
    """After one who said something, "he said" is he, and not somebody in what he said."""
    assert [m.entity.id for m in found(text, words)] == [entity]


def test_their_own_is_the_subjects() -> None:
    """What is somebody's own is the subject's of its clause."""
    text = "Kenya and Somalia signed a pact in May. Sudanese rebels issued their own statement."
    assert codes(text, "their") == {"SDN"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The rockets had been flown in from Yemen. Investigators found parts of them.", "Investigators"),
        ("Police said that three men had left for Syria.", "Police"),
        ("Protesters gathered outside the Turkish embassy.", "Protesters"),
        ("An international force met farmers from Chad and Mali.", "An international force"),
        ("Foreign journalists left Sudan.", "Foreign journalists"),
        ("A man in a hat praised the Turkish president.", "A man"),
        ("The Kenyan president spoke of friends and of people.", "people"),
        ("Officials said in Geneva that talks went on.", "Officials"),
    ],
)
def test_no_country_of_what_only_comes_from_or_goes_there(text: str, words: str) -> None:
    """Where things come from or go, an embassy's flag, and a town of conferences tell nothing of who acts."""
    assert codes(text, words) <= {None, "IGO"}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("In London, ministers debated the plan.", "ministers", "GBR"),
        ("Kenya shut its border. In Lima, officials called the step wrong.", "officials", "PER"),
        ("Police in the city of Mombasa fired tear gas.", "Police", "KEN"),
        ("An aide to the prime minister said in Tokyo that nothing had changed.", "An aide", "JPN"),
        ("A spokesman for the government in Santiago declined to comment.", "A spokesman", "CHL"),
        (
            "Kenya tells it otherwise: a foreign ministry spokesman said it was lost.",
            "a foreign ministry spokesman",
            "KEN",
        ),
        ("NAIROBI (Reuters) - The opposition rejected the vote on Monday.", "The opposition", "KEN"),
        ("LIMA, May 2 - The police arrested forty people on Monday.", "The police", "PER"),
        (
            "Chad's defence minister flew to Oman. The town was hot. The defence minister left.",
            "The defence minister",
            "TCD",
        ),
    ],
)
def test_officials_are_of_the_country_in_play(text: str, words: str, code: str) -> None:
    """An official takes his country from where he acts, his principal, the dateline or the clause before."""
    assert codes(text, words) == {code}


def test_two_leaders_are_the_two_who_met() -> None:
    """A pair of people means the two told before."""
    text = "Angela Merkel met Emmanuel Macron on Sunday. The two leaders agreed on trade."
    assert {m.entity.id for m in found(text, "The two leaders")} == {"person:angela-merkel", "person:emmanuel-macron"}


@pytest.mark.parametrize(
    ("text", "words", "code", "rule"),
    [
        ("Striking miners blocked a road in Chile on Monday.", "Striking miners", "CHL", "only-country-in-sentence"),
        ("Yoruba elders forgave the Nigerian president.", "Yoruba elders", "NGA", "only-country-in-sentence"),
        ("Kenya's government banned rallies. The police beat students.", "students", "KEN", "home-of-the-other-side"),
    ],
)
def test_people_at_home(text: str, words: str, code: str, rule: str) -> None:
    """People without a country are of the only one in the sentence, and the rule says that it was guessed."""
    [mention] = found(text, words)
    assert (mention.entity.code, mention.because.rule) == (code, rule)


def test_two_countries_in_a_sentence_tell_nothing() -> None:
    """Where two countries are named, no side is chosen."""
    assert codes("Journalists saw Chad's army fight in Niger.", "Journalists") == {None}


def test_ethnic_minority_lives_where_the_sentence_is() -> None:
    """Ethnic people of a nation are those of another country."""
    assert codes("Ethnic Albanians marched in Macedonia on Monday.", "Ethnic Albanians") == {"MKD"}


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("Rep. Jane Doe, R-Ind., asked for a vote.", "Rep. Jane Doe", "USA", "LEG"),
        ("Sen. John Roe (D-N.Y.) rejected the bill.", "Sen. John Roe", "USA", "LEG"),
        ("Senator Jane Doe, a Republican from Ohio, opposed the bill.", "Senator Jane Doe", "USA", "LEG"),
        ("Gov. Mary Major of Nevada signed the bill.", "Gov. Mary Major", "USA", "GOV"),
        ("The White House objected. Senator Jane Doe, a Democrat, did not.", "Senator Jane Doe", "USA", "LEG"),
        ("Royal Marines boarded the ship.", "Royal Marines", "GBR", "MIL"),
        ("The Royal Navy escorted the ship.", "The Royal Navy", "GBR", "MIL"),
    ],
)
def test_american_politicians_and_british_forces(text: str, words: str, code: str, sector: str) -> None:
    """Party, state and service tell a country without naming it."""
    [mention] = found(text, words)
    assert (mention.entity.code, mention.entity.sectors[0]) == (code, sector)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "The Eastern Ports Council objected on Monday. The council asked for talks.",
            "The council",
            "eastern-ports-council",
        ),
        (
            "Northfield Steel Company shut a mill. The company gave no reason.",
            "The company",
            "northfield-steel-company",
        ),
    ],
)
def test_own_names_cut_short(text: str, words: str, meant: str) -> None:
    """A body's last word stands for the body."""
    assert {m.entity.id for m in found(text, words)} == {f"article:{meant}"}


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("The carrier Abraham Lincoln entered the Gulf.", "The carrier Abraham Lincoln", "USA", "MIL"),
        ("The frigate HMS Montrose warned off the boats.", "The frigate HMS Montrose", "GBR", "MIL"),
        ("The USS Boxer shot down a drone.", "The USS Boxer", "USA", "MIL"),
        ("The Greek-owned tanker Delta Star was seized.", "The Greek-owned tanker Delta Star", "GRC", "BUS"),
        ("Norway's frigate Otto Berg sank.", "Norway's frigate Otto Berg", "NOR", "MIL"),
        ("The tanker Delta Star left port. On Monday the Delta Star burned.", "the Delta Star", None, "BUS"),
        ("The British-flagged tanker Red Rose sank. The Red Rose had been old.", "The Red Rose", "GBR", "BUS"),
        (
            "An American destroyer, the Bainbridge, picked up the crew.",
            "An American destroyer, the Bainbridge",
            "USA",
            "MIL",
        ),
    ],
)
def test_ships_are_named_actors(text: str, words: str, code: str | None, sector: str) -> None:
    """A ship is one mention with its class and name, of the country told beside it or known for famous ones."""
    [mention] = found(text, words)
    assert (mention.kind, mention.entity.code, mention.entity.sectors[0]) == ("name", code, sector)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("A coalition led by Kenya entered Somalia. The coalition gave no reason.", "The coalition", "KEN"),
        ("Hezbollah, which fought Chad, claimed it; its military spokesman was glad.", "its military spokesman", "LBN"),
        (
            "Chad's prime minister met Oman's. No farmers were hurt, the interior ministry said.",
            "the interior ministry",
            "TCD",
        ),
        (
            "Iran's Revolutionary Guards left. A commander of the Guards, Hassan Dehghani, spoke.",
            "Hassan Dehghani",
            "IRN",
        ),
        ("Kenya's navy boarded the Greek tanker Delta Star and forced it to stop.", "it", "GRC"),
        ("The Delta Star, a Greek-flagged tanker, was stopped.", "The Delta Star, a Greek-flagged tanker", "GRC"),
        ("The Greek tanker Grace 1 was stopped.", "The Greek tanker Grace 1", "GRC"),
    ],
)
def test_those_told_by_the_words_around(text: str, words: str, code: str) -> None:
    """Who leads a coalition, who went before, whose ship it is: each is told by words near."""
    assert codes(text, words) == {code}


def test_the_house_is_not_the_white_house() -> None:
    """A last word that means something else by itself is no short name."""
    text = "The White House objected. Many members of the House were glad."
    assert "org:white-house:USA" not in [m.entity.id for m in mentions(annotated(text))[0][1:]]


def test_two_of_whom_nothing_is_told_are_nobody_before() -> None:
    """Somebody's two children are not the two people told before."""
    text = "Angela Merkel met Emmanuel Macron. Their two children waited."
    assert "person:angela-merkel" not in [m.entity.id for m in found(text, "Their two children")]
