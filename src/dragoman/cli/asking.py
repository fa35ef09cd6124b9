"""A question about a name → the answer in words or as JSON, and whether there was one."""

import datetime as dt
import json
import sys

import typer

from dragoman.cli.terminal import printable
from dragoman.errors import UsageError
from dragoman.ontology import actor_check, plover
from dragoman.ontology.lookup import Answer, Line, Meaning, look


def day(given: str | None) -> dt.date | None:
    """The day of a question.

    Raises:
        UsageError: It is no day.
    """
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"--on {given!r}: write a day such as 2019-12-20") from None


def run(name: str, on: dt.date | None, *, as_json: bool, actors: tuple[str, ...]) -> bool:
    """Answer a question; False if nobody has that name."""
    note_replaced(actor_check.use(actors))
    answer = look(name, on)
    if as_json:
        typer.echo(json.dumps(_json(name, on, answer), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(_words(name, on, answer)))
    return len(answer.meanings) > 0


def note_replaced(replaced: tuple[str, ...]) -> None:
    """Tell on standard error what the user's files put in place of something else."""
    sys.stderr.writelines(f"note: {printable(one)}\n" for one in replaced)


def _words(name: str, on: dt.date | None, answer: Answer) -> list[str]:
    if len(answer.meanings) == 0:
        close = f"; spelt like it: {', '.join(answer.close)}" if answer.close else ""
        return [printable(f"nobody of the dictionary is called {name!r}{close}")]
    lines = []
    if len(answer.meanings) > 1:
        lines.append(printable(f"{name!r} may be any of {len(answer.meanings)}; the text around it decides"))
    for meaning in answer.meanings:
        lines.extend(_meaning(meaning, on))
    return lines


def _meaning(meaning: Meaning, on: dt.date | None) -> list[str]:
    standing = meaning.standing
    country = standing.country_name or plover.country_like().get(standing.code or "") or "no country"
    sectors = " ".join(standing.sectors) or "no sector"
    role = f", {standing.role}" if standing.role else ""
    when = f" on {on}" if on is not None else ""
    head = f"{meaning.entity.name}{when}: {country} ({standing.code or '—'}), {sectors}{role}"
    told = () if meaning.line is None else (_line(meaning.line),)
    beside = (f"  also {words}\n  {_line(line)}" for words, line in meaning.beside)
    return [printable(head), *(printable(f"  {one}") for one in told), *(printable(one) for one in beside)]


def _line(line: Line) -> str:
    return f"{line.file}:{line.number} [{line.basis}]: {line.text}"


def _json(name: str, on: dt.date | None, answer: Answer) -> dict[str, object]:
    return {
        "name": name,
        "date": None if on is None else on.isoformat(),
        "answers": [
            {
                "entity_id": meaning.entity.id,
                "entity_name": meaning.entity.name,
                "kind": meaning.entity.kind,
                "code": meaning.standing.code,
                "country_name": meaning.standing.country_name,
                "sector_code": next(iter(meaning.standing.sectors), None),
                "other_sector_codes": meaning.standing.sectors[1:],
                "role": meaning.standing.role,
                "line": None if meaning.line is None else meaning.line._asdict(),
                "beside": [{"office": words, "line": line._asdict()} for words, line in meaning.beside],
            }
            for meaning in answer.meanings
        ],
        "close": answer.close,
    }
