"""A faulty lexicon: every fault of every file is told at once, each with file and line."""

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import lexicon

CLASSES = "body: [union, council]\n"


def _folder(path: Path, **files: str) -> Path:
    for name, text in {"classes": CLASSES, **files}.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def _faults(path: Path, **files: str) -> tuple[str, ...]:
    with pytest.raises(DataError) as caught:
        lexicon.read(_folder(path, **files))
    return caught.value.faults


@pytest.mark.parametrize(
    "line, fault",
    [
        ("{verb: [], event: AID}", "'verb' names no word"),
        ("{event: AID}", "expected exactly one of verb, noun, adjective, found none"),
        ("{verb: [a], noun: [b], event: AID}", "expected exactly one of verb, noun, adjective, found verb, noun"),
        ("{verb: [a]}", "no event"),
        ("{verb: [a], event: FIGHT}", "unknown type 'FIGHT'"),
        ("{verb: [a], event: AID, mode: visit}", "AID has no mode 'visit'"),
        ("{verb: [a], event: AID, cameo: 07}", "unknown CAMEO code '07'"),
        ("{verb: [a], event: AID, recipient: [indirect]}", "unknown slot 'indirect' in 'recipient'"),
        ("{verb: [a], event: AID, object: ['@bodies']}", "unknown class '@bodies' in 'object'"),
        ("{verb: [a], event: AID, complement: [CONSULT.trip]}", "CONSULT has no mode 'trip' in 'complement'"),
        ("{verb: [a], event: AID, prep: {beneath: ['*']}}", "unknown preposition 'beneath'"),
        ("{verb: [a], event: AID, objects: [b]}", "unknown key 'objects'"),
        ("{verb: [a], event: AID, say: maybe}", "'say' is 'maybe', expected true or false"),
        ("{verb: [a], event: AID, context: [weather]}", "unknown context 'weather'"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, line: str, fault: str) -> None:
    assert _faults(tmp_path, acts=f"# a comment\n- {line}\n") == (f"acts.yaml:2: {fault}",)


def test_faults_of_all_files_come_together(tmp_path: Path) -> None:
    faults = _faults(
        tmp_path,
        acts="- {verb: [a], event: FIGHT}\n- {verb: [], event: AID}\n",
        aspect="- {verb: [b], aux: soon}\n",
        classes="body: []\nbloc: ['@bodies']\n",
    )
    assert [fault.split(": ", 1)[0] for fault in faults] == [
        "classes.yaml:1",
        "classes.yaml:2",
        "acts.yaml:1",
        "acts.yaml:2",
        "aspect.yaml:1",
    ]


def test_broken_yaml_is_a_fault_with_its_line(tmp_path: Path) -> None:
    assert _faults(tmp_path, acts="- {verb: [a, event: AID}\n- {verb\n")[0].startswith("acts.yaml:")


def test_a_word_told_twice_without_conditions_is_a_fault(tmp_path: Path) -> None:
    acts = "- {verb: [raid], event: ASSAULT}\n- {verb: [raid], event: COERCE}\n"
    assert _faults(tmp_path, acts=acts) == ("acts.yaml:2: verb 'raid' stands already in acts.yaml:1",)


def test_prepositions_and_codes_stay_text(tmp_path: Path) -> None:
    read = lexicon.read(_folder(tmp_path, acts="- {verb: [sit], event: AID, recipient: [on], cameo: 070}\n"))
    frame = read.frames_for("sit", "verb")[0]
    assert (frame.recipient, frame.cameo) == (("on",), "070")


def test_head_of_a_noun_is_its_last_word_and_of_a_verb_its_first(tmp_path: Path) -> None:
    acts = "- {noun: [air strike], event: ASSAULT}\n- {verb: [call off], event: REJECT}\n"
    read = lexicon.read(_folder(tmp_path, acts=acts))
    assert read.frames_for("strike", "noun")[0].particle == ("air",)
    assert read.frames_for("call", "verb")[0].particle == ("off",)
