"""Raw updates, people, invitations, and the audit log."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m003_inbox_people_and_audit(db: SqliteUtils) -> None:
    db.executescript("""
        create table inbox (
            seq integer primary key autoincrement,
            update_id integer not null unique,
            chat_id integer not null,  -- 0 if the update names no chat
            state text not null check (state in ('waiting', 'done', 'failed', 'unreadable')),
            received_at text not null,
            tries integer not null default 0,
            problem text not null default '',
            raw text check (raw is null or json_valid(raw)),
            check (raw is not null or state = 'done')
        ) strict;
        create index inbox_by_state on inbox (state, seq);
        create table people (
            id integer primary key,
            role text not null check (role in ('traveller', 'staff', 'admin')),
            name text not null,
            added_at text not null
        ) strict;
        create table invitations (
            code_digest text primary key check (length(code_digest) = 64),  -- a copied database lets nobody in
            role text not null check (role in ('traveller', 'staff', 'admin')),
            made_at text not null,
            until text not null,
            redeemed_by integer,
            redeemed_at text
        ) strict;
        create table audit (
            id integer primary key,
            at text not null,
            who text not null,
            what text not null,
            trip integer,  -- no reference: the row outlives an erased trip
            detail text not null
        ) strict;
        create index audit_by_trip on audit (trip);
    """)
