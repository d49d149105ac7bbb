"""The updates that wait are found by an index of those alone, so that what is dealt with costs none."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m015_waiting_updates(db: SqliteUtils) -> None:
    db.executescript("""
        drop index inbox_by_state;
        create index inbox_waiting on inbox (seq) where state = 'waiting';
    """)
