"""How often models were asked about a person's voices and photos in a day; the tokens stand beside it."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m014_requests_a_day(db: SqliteUtils) -> None:
    db.executescript("alter table spending add column requests integer not null default 0;")
