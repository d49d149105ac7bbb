"""Other reports of the house, for comparison: approved ones, and what colleagues are writing; classified ones stay out."""

import json
from typing import Any

from drafting.checks import Earlier, earlier_from
from drafting.report import Report
from drafting.trip import Classification, Trip
from storage.database import Database

_MOST = 400  # of the newest; a house that writes more a year compares with its last years


class EarlierReports:
    """What was read is remembered: an approval never changes, and a draft's row is read again when its text changed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._read: dict[tuple[str, int], tuple[int, Earlier]] = {}

    def than(self, trip: int) -> tuple[Earlier, ...]:
        """The newest approval of each other trip, else its newest draft; the newest trip first."""
        rows = self._db.rows(_NEWEST, (trip, trip, _MOST))
        keep: dict[tuple[str, int], tuple[int, Earlier]] = {}
        for table, number, length, _ in rows:
            key = (table, number)
            known = self._read.get(key)
            keep[key] = known if known and known[0] == length else (length, self._load(table, number))
        self._read = keep
        return tuple(each for _, each in keep.values() if each.passages)

    def _load(self, table: str, number: int) -> Earlier:
        report, trip = self._db.rows(_TEXTS[table], (number,))[0]
        named: dict[str, Any] = json.loads(trip or "{}")
        if named.get("classification", "none") != Classification.NONE.value or not report:
            return Earlier(title="", passages=())
        known = Trip(report_name=named.get("report_name", ""), regions=tuple(named.get("regions", ())))
        return earlier_from(self._db.parse(Report, report), known, approved=table == "approvals")


_NEWEST = """
    select * from (
        select 'approvals', max(id), length(snapshot), trip from approvals where trip <> ? group by trip
        union all
        select 'drafts', max(id), length(report), trip from drafts
        where trip <> ? and status in ('written', 'submitted', 'returned') and report is not null
          and trip not in (select trip from approvals)
        group by trip
    ) order by 4 desc limit ?
"""
_TEXTS = {
    "approvals": "select json_extract(snapshot, '$.draft.report'), json_extract(snapshot, '$.draft.trip_then') from approvals where id = ?",
    "drafts": "select report, trip_then from drafts where id = ?",
}
