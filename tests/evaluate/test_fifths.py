"""Parts of a development file: which documents are only scored, and what is printed of each part."""

from development.fifths import Part, parts, scored

INPUTS = [{"id": name, "text": "Nothing is dated here."} for name in "abcdefg"]
GOLD = [{"id": name, "timex": []} for name in "gfedcba"]


def names(rows: list[dict[str, object]]) -> str:
    return "".join(str(row["id"]) for row in rows)


def test_every_fifth_document_of_the_input_is_untouched() -> None:
    """The order of the gold rows does not matter."""
    found = {name: names(rows) for name, rows in parts(INPUTS, GOLD).items()}
    assert found == {"tuned": "abcdfg", "untouched": "e", "all": "abcdefg"}


def test_each_part_is_scored_by_its_own_documents() -> None:
    """What is predicted for a document of one part counts nothing in the other."""
    inputs = [*INPUTS[:4], {"id": "e", "text": "They met on Friday."}]
    found = {part.name: part.figures["predicted"] for part in scored("timex", inputs, GOLD[2:])}
    assert found == {"tuned": 0, "untouched": 1, "all": 1}


def test_a_part_is_told_in_one_line() -> None:
    part = Part("all", GOLD, {"gold": 3, "strict": {"f1": 0.5}, "far": 1.25, "missed": 2})
    assert part.line("names", ("strict", "far", "missed")) == (
        "all           7 documents, 3 names: strict 0.5000, far 1.2500, missed 2"
    )
