"""Slow work and messages to people, as rows that outlive the process."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m005_jobs_and_outbox(db: SqliteUtils) -> None:
    db.executescript("""
        create table jobs (
            id integer primary key autoincrement,
            kind text not null check (kind <> ''),
            key text not null,  -- the same work asked for twice is one; "" is never the same
            payload text not null check (json_valid(payload)),
            chat_id integer not null,  -- 0 if it belongs to no chat
            trip integer references trips on delete cascade,
            state text not null check (state in ('waiting', 'done', 'dead')),
            added_at text not null,
            due_at text not null,
            leased_until text,
            attempts integer not null default 0,  -- that ended in an error
            leases integer not null default 0,  -- since the last orderly end: more than a few, and it kills us
            problem text not null default ''
        ) strict;
        create unique index jobs_by_key on jobs (kind, key) where key <> '';
        create index jobs_to_do on jobs (due_at, id) where state = 'waiting';
        create index jobs_by_trip on jobs (trip);
        create table outbox (
            id integer primary key autoincrement,
            key text not null,  -- the same message asked for twice is one; "" is never the same
            chat_id integer not null,
            method text not null check (method <> ''),
            fields text check (fields is null or json_valid(fields)),  -- gone once it is sent
            file_name text not null default '',
            file blob,
            state text not null check (state in ('waiting', 'sent', 'dead')),
            added_at text not null,
            due_at text not null,
            attempts integer not null default 0,
            problem text not null default '',
            check (fields is not null or state = 'sent')
        ) strict;
        create unique index outbox_by_key on outbox (key) where key <> '';
        create index outbox_to_do on outbox (chat_id, id) where state = 'waiting';
    """)
