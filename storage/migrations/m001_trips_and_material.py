"""Trips, their material and corrections, and the files that they own."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import APPLICATION_ID, migrations


@migrations()
def m001_trips_and_material(db: SqliteUtils) -> None:
    db.executescript(f"pragma application_id = {APPLICATION_ID};")
    db.executescript("""
        create table trips (
            id integer primary key autoincrement,  -- never given twice: the audit names erased trips
            source text not null,
            form text not null,
            chat_id integer not null,
            created_at text not null
        ) strict;
        create unique index trips_by_source on trips (source) where source <> '';
        create table chats (
            chat_id integer primary key,
            trip integer not null references trips on delete cascade
        ) strict;
        create index chats_by_trip on chats (trip);

        create table counters (
            trip integer not null references trips on delete cascade,
            letter text not null check (letter in ('N', 'P', 'V', 'L', 'C', 'D')),
            last integer not null check (last > 0),
            primary key (trip, letter)
        ) strict, without rowid;
        create table material (
            trip integer not null references trips on delete cascade,
            ref text not null check (ref <> ''),
            said_at text not null,
            message_id integer not null,  -- the first one
            received text not null check (json_valid(received)),
            worked_out text check (worked_out is null or json_valid(worked_out)),
            label text check (label in
                ('fact', 'quote', 'impression', 'suggestion', 'particulars', 'aside', 'private')),
            primary key (trip, ref)
        ) strict;
        create index material_in_order on material (trip, said_at, message_id);
        -- stays when the piece is dropped, so that the same message is not taken in once more
        create table material_messages (
            trip integer not null references trips on delete cascade,
            chat_id integer not null,
            message_id integer not null,
            ref text not null,
            primary key (trip, chat_id, message_id)
        ) strict, without rowid;
        create index messages_by_chat on material_messages (chat_id);
        create table material_history (
            id integer primary key,
            trip integer not null,
            ref text not null,
            text text not null,
            written_at text not null,
            foreign key (trip, ref) references material on delete cascade
        ) strict;
        create index history_by_piece on material_history (trip, ref);
        create table corrections (
            id integer primary key,
            trip integer not null references trips on delete cascade,
            field text not null check (field <> ''),
            value text not null,
            by text not null,
            at text not null
        ) strict;
        create index corrections_by_trip on corrections (trip);
        create table trip_files (
            digest text not null check (length(digest) = 64),
            trip integer not null references trips on delete cascade,
            primary key (digest, trip)
        ) strict, without rowid;
        create index files_by_trip on trip_files (trip);
        -- files whose last row is gone, until the bytes are gone too
        create table doomed_files (digest text primary key check (length(digest) = 64)) strict;
    """)
