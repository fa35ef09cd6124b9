"""Steps that bring a desk's tables to what this version knows, each in one transaction together with its record.

A step, once released, never changes; what is to be different is a new step at the end.
"""

from collections.abc import Callable
from importlib import resources

from sqlalchemy import Connection, Engine, insert, inspect, select

from dragoman.errors import InputError
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.tables import METADATA, migrations

Step = Callable[[Connection, Dialect], None]


def first_tables(connection: Connection, dialect: Dialect) -> None:
    """All tables and indexes, the index of full text, and the triggers."""
    METADATA.create_all(connection)
    for statement in _statements(f"{dialect.name}.sql"):
        connection.exec_driver_sql(statement)


STEPS: tuple[Step, ...] = (first_tables,)


def migrate(engine: Engine, dialect: Dialect, steps: tuple[Step, ...] = STEPS) -> tuple[str, ...]:
    """Do all steps that were not done.

    Returns:
        The names of those done now.

    Raises:
        InputError: The desk was made by a newer version, or the tables are somebody else's.
    """
    with engine.connect() as connection:  # who only reads a desk does not wait for who writes to it
        done = _done(connection)
    _known(done, steps)
    missing = [step for step in steps if step.__name__ not in done]
    with dialect.writing(engine) as connection:
        return tuple(step.__name__ for step in missing if _made(connection, dialect, step))


def _statements(name: str) -> list[str]:
    """The statements of a data file, without its comment."""
    told = resources.files("dragoman.store.desk").joinpath("data", name).read_text(encoding="utf-8")
    return [part.strip() for part in told.split("\n\n") if not part.startswith("--")]


def _made(connection: Connection, dialect: Dialect, step: Step) -> bool:
    """Do a step, unless somebody else did it while this one waited."""
    dialect.lock(connection)
    wanted = step.__name__ not in _done(connection)
    if wanted:
        step(connection, dialect)
        connection.execute(insert(migrations).values(name=step.__name__))
    connection.commit()
    return wanted


def _done(connection: Connection) -> frozenset[str]:
    there = frozenset(inspect(connection).get_table_names())
    if migrations.name in there:
        return frozenset(connection.scalars(select(migrations.c.name)))
    taken = sorted(there & METADATA.tables.keys())
    if len(taken) > 0:
        raise InputError(f"this database is no desk: another program has tables of our names in it, {', '.join(taken)}")
    return frozenset()


def _known(done: frozenset[str], steps: tuple[Step, ...]) -> None:
    foreign = sorted(done - {step.__name__ for step in steps})
    if len(foreign) > 0:
        raise InputError(f"the desk was made by a newer version of dragoman: it has had the steps {', '.join(foreign)}")
