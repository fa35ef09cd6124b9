"""Whether an act happened, lies ahead, is only possible or did not happen, by the words around it."""

import pytest

from dragoman.extract.factuality import Judgement, judge, score
from dragoman.extract.factuality_happened import happened
from dragoman.model.syntax import Tree
from tests.parsing import annotated


def judged(text: str, word: str) -> Judgement:
    layers = annotated(text)
    return judge(Tree(layers.tokens), next(t.i for t in layers.tokens if t.text == word))


VALUES = [
    ("The rebels shelled the market.", "shelled", "CT+"),
    ("France had urged Chad to sign.", "urged", "CT+"),
    ("The rebels did not shell the market.", "shell", "CT-"),
    ("No traders have bought oil since May.", "bought", "CT-"),
    ("Nobody was killed in the blast.", "killed", "CT-"),
    ("The leaders neither met nor spoke.", "spoke", "CT-"),
    ("Without informing its allies, Chad withdrew.", "informing", "CT-"),
    ("The general failed to attend the ceremony.", "attend", "CT-"),
    ("Kenya refused to extradite the suspect.", "extradite", "CT-"),
    ("The army denied that it shelled the market.", "shelled", "CT-"),
    ("The court barred the party from holding rallies.", "holding", "CT-"),
    ("Egypt canceled the visit.", "visit", "CT-"),
    ("The union managed to win a pay rise.", "win", "CT+"),
    ("Guests were kept from leaving the hotel.", "leaving", "CT-"),
    ("Rather than close the mine, the owner sold it.", "close", "CT-"),
    ("Not a single boat was searched.", "searched", "CT-"),
    ("The crowd cheered the singer, not the mayor.", "cheered", "CT+"),
    ("Rioters made a failed attempt to burn the mill.", "burn", "CT-"),
    ("Nurses tried in vain to save the boy.", "save", "CT-"),
    ("The board dismissed reports that it had sold the port.", "sold", "CT-"),
    ("The rumour that wolves had attacked the town was a hoax.", "attacked", "CT-"),
    ("Had Iceland joined the pact, the fleet would have sailed.", "joined", "CT-"),
    ("Iceland neither confirmed nor denied that it sold the port.", "sold", "U"),
    ("The guild took the opportunity to praise the queen.", "praise", "CT+"),
    ("The strike is unlikely to end.", "end", "PR-"),
    ("Lisbon postponed the election.", "election", "PR+"),
    ("The colonel ordered his troops to burn the bridge.", "burn", "PR+"),
    ("Lisbon ordered the company to burn the cargo.", "burn", "U"),
    ("A draft law would ban the sect.", "ban", "U"),
    ("Lisbon is considering closing the port.", "closing", "PS+"),
    ("The mayor said he would close the port.", "close", "CT+"),
    ("The president regretted that the talks had collapsed.", "collapsed", "CT+"),
    ("She became the first president to visit the island.", "visit", "CT+"),
    ("The ministers will meet in Oslo.", "meet", "CT+"),
    ("The ministers are to meet in Oslo.", "meet", "PR+"),
    ("India plans to buy jets.", "buy", "PR+"),
    ("The company is believed to have paid a ransom.", "paid", "PR+"),
    ("The island reportedly bought missiles.", "bought", "PR+"),
    ("An alleged attack on the consulate alarmed them.", "attack", "PR+"),
    ("The country may suspend inspections.", "suspend", "PS+"),
    ("The ministers may have met in secret.", "met", "PS+"),
    ("India urged France to send ships.", "send", "U"),
    ("If the rebels attack the port, ships will turn back.", "attack", "U"),
    ("The envoy asked whether the embassy would reopen.", "reopen", "U"),
    ("Did Ghana sign the treaty?", "sign", "U"),
    ("Peru's threat to expel the envoy raised tensions.", "expel", "U"),
    ("The minister hopes that the strike will end.", "end", "U"),
    ("The sultan, whose overthrow had been an ambition of two admirals, fled.", "overthrow", "U"),
    ("Toppling the sultan has long been a dream of the exiles.", "Toppling", "U"),
    ("The overthrow of the sultan was a blow to the bank.", "overthrow", "CT+"),
]


@pytest.mark.parametrize(("text", "word", "value"), VALUES, ids=[text for text, _, _ in VALUES])
def test_value(text: str, word: str, value: str) -> None:
    """Negation, modal verbs, conditions, complements and nouns set FactBank's value."""
    assert judged(text, word).value == value


FLAGS = [
    ("The ministers will meet in Oslo.", "meet", (True, False, False)),
    ("Talks are expected to begin next week.", "begin", (True, False, False)),
    ("The ministers meet tomorrow.", "meet", (True, False, False)),
    ("The country may suspend inspections.", "suspend", (True, True, False)),
    ("Chad will not sign the treaty.", "sign", (True, False, True)),
    ("The rebels did not shell the market.", "shell", (False, False, True)),
    ("The planned visit caused anger.", "visit", (True, False, False)),
    ("Chad sent troops to the border.", "sent", (False, False, False)),
    ("The guards cannot open the vault while the alarm is on.", "open", (False, False, True)),
    ("Divers could not reach the wreck.", "reach", (False, False, True)),
    ("Divers can reach the wreck.", "reach", (False, True, False)),
]


@pytest.mark.parametrize(("text", "word", "flags"), FLAGS, ids=[text for text, _, _ in FLAGS])
def test_auxiliary_flags(text: str, word: str, flags: tuple[bool, bool, bool]) -> None:
    """What lies ahead, what is only possible and what is negated are told apart."""
    found = judged(text, word)
    assert (found.future, found.hypothetical, found.negated) == flags


def test_expectation_of_others_is_marked() -> None:
    """What is expected of somebody is not announced by him."""
    assert judged("Talks are expected to begin next week.", "begin").expected
    assert not judged("India plans to buy jets.", "buy").expected


def test_condition_that_others_would_bring_about() -> None:
    """A condition with a subject of its own is noted."""
    assert judged("Ships will turn back if the rebels attack.", "turn").conditioned_by_other


def test_reported_speech_is_marked_but_stays_as_sure_as_it_is_told() -> None:
    """A verb of saying changes nothing but the flag."""
    found = judged("The army said it captured the town.", "captured")
    assert (found.value, found.reported) == ("CT+", True)


def test_names_the_words_that_decided() -> None:
    """Every judgement points at its reasons."""
    text = "The country may suspend inspections."
    found = judged(text, "suspend")
    assert [span.of(text) for span in found.cues] == ["may"]
    assert found.because == "may: may"


def test_scales_run_from_sure_to_denied() -> None:
    """A told act outweighs a planned one, which outweighs a denied one; only the told one has happened."""
    texts = ("Chad bought jets.", "Chad plans to buy jets.", "Chad did not buy jets.")
    trees = [Tree(annotated(t).tokens) for t in texts]
    words = [next(k.i for k in annotated(t).tokens if k.lemma == "buy") for t in texts]
    scores = [score(tree, i) for tree, i in zip(trees, words, strict=True)]
    assert scores == sorted(scores, reverse=True)
    assert happened(trees[0], words[0]) > 0 > happened(trees[1], words[1])
