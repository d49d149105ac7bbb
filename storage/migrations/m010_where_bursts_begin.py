"""A burst of messages is known by where it begins; what came since is counted in the trip."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m010_where_bursts_begin(db: SqliteUtils) -> None:
    db.executescript("""
        drop table bursts;  -- nothing wrote into it yet
        -- one row for each chat: where it began to say something, until it is silent
        create table bursts (
            chat_id integer primary key,
            trip integer not null references trips on delete cascade,
            first_message integer not null,
            began_at text not null
        ) strict;
        create index bursts_by_trip on bursts (trip);
    """)
