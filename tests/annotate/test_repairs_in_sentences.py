"""Whole sentences: the verbs that the parser joins to the wrong one go where their subject is."""

import pytest
from tests.parsing import annotated


@pytest.mark.parametrize(
    "text, verb, above",
    [
        ("Copenhagen said its troops had been invited and demanded an explanation.", "demanded", "said"),
        ("Kenya's government said two soldiers had been killed and blamed al-Shabaab.", "blamed", "said"),
        ("The minister said the ship had been boarded in open waters and condemned the raid.", "condemned", "said"),
        ("The army said its forces had repelled the attack and accused rebels of lying.", "accused", "said"),
        ("The court said he had been told twice and remained silent.", "remained", "told"),
        ("The court said they had been warned and accused the police of lying.", "accused", "warned"),
        ("Togo said Benin had broken the truce and demanded an apology.", "demanded", "broken"),
        ("The president, who took office in May, called for talks but said he would not resign.", "said", "called"),
    ],
)
def test_second_verbs_stand_beside_the_verb_of_their_subject(text: str, verb: str, above: str) -> None:
    """What is said or demanded goes on from the speaker, unless those just told of may say it themselves."""
    tokens = annotated(text).tokens
    found = next(token for token in tokens if token.text == verb)
    assert (tokens[found.head].text, found.dep, found.pos) == (above, "conj", "VERB")


def test_the_first_of_two_main_verbs_has_the_subject() -> None:
    """Behind a relative clause the first verb is the sentence's own, not a description of its subject."""
    text = "The president, who took office in May, called for talks but said he would not resign."
    tokens = annotated(text).tokens
    subject, called = tokens[1], next(token for token in tokens if token.text == "called")
    assert (subject.head, subject.dep, called.dep, called.head) == (called.i, "nsubj", "ROOT", called.i)
