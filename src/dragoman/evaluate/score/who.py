"""Office held on a day: country code and sector.

Gold {id, code: [accepted], gov: true | false}; prediction {id, code, sector_code, role}. In office the sector must be
GOV; before or after it must be named and be another one (ELI for former officials, LEG for a member of parliament ...).
"""

from collections.abc import Mapping, Sequence

from dragoman.evaluate.score.counting import mean
from dragoman.evaluate.score.rows import Figures, Row

IN_OFFICE = "GOV"
NOTHING: Row = {}


def _sector_right(row: Row, said: Row) -> bool:
    sector = said.get("sector_code")
    return sector == IN_OFFICE if row["gov"] else sector not in {None, "", IN_OFFICE}


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Shares of rows with the right country, and with the right country and sector in and out of office."""
    del texts
    given = {row["id"]: row for row in predicted}
    country: list[bool] = []
    sector: dict[bool, list[bool]] = {True: [], False: []}
    for row in gold:
        said = given.get(row["id"], NOTHING)
        right = said.get("code") in row["code"]
        country.append(right)
        sector[bool(row["gov"])].append(right and _sector_right(row, said))
    return {
        "rows": len(gold),
        "country": mean(country),
        "in_office": mean(sector[True]),
        "out_of_office": mean(sector[False]),
    }
