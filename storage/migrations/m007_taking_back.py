"""Pieces that a traveller took back, and bursts of messages that are still to be told in one line."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m007_taking_back(db: SqliteUtils) -> None:
    db.executescript("""
        alter table material add column withdrawn_at text;
        -- the message that asked for it ("chat:message"), so that asking again after a crash takes nothing more back
        alter table material add column withdrawn_by text;
        create index material_withdrawn on material (withdrawn_by) where withdrawn_by is not null;
        -- one row for each chat: what came since the chat was last silent
        create table bursts (
            chat_id integer primary key,
            trip integer not null references trips on delete cascade,
            first_at text not null,
            last_at text not null,
            messages integer not null check (messages > 0),
            counts text not null check (json_valid(counts))
        ) strict;
        create index bursts_by_trip on bursts (trip);
    """)
