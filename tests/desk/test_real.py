"""The real coder and a desk together: what lies in the desk is what `dragoman code` writes."""

from pathlib import Path

from dragoman import pipeline
from dragoman.desk import add
from dragoman.settings import Settings
from dragoman.store.desk.open import open_desk
from dragoman.store.lines import line
from tests.desk import reports


def test_the_desk_holds_the_lines_that_the_coder_writes(tmp_path: Path) -> None:
    """Byte for byte, in a database as well; nothing is wrong in it."""
    first, _ = reports.written(tmp_path)
    dated = "".join(row for row in first.read_text(encoding="utf-8").splitlines(keepends=True) if '"date"' in row)
    first.write_text(dated, encoding="utf-8")
    settings = Settings(model=False)
    written = sorted((record.id, line(record)) for item in pipeline.coded([first], settings) for record in item.records)
    with open_desk(tmp_path / "desk") as desk:
        assert add(desk, [first], settings).ways == {"new": len(reports.DATED)}
        with desk.view() as view:
            assert [(record.id, line(record)) for record in view.records()] == written
            assert list(view.lines()) == [one for _, one in written]
            assert list(view.verify()) == []
    assert len(written) > len(reports.DATED)
