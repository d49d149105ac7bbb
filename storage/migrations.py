"""Every step that a database has gone through, oldest first; steps are only ever added, never changed.

An approved report never changes: triggers refuse to update, replace or delete a row of ``approvals``. Erasing a trip
(a privacy duty) is the one way past them. It puts the trip's number into ``erasing`` and takes it out again within its
own transaction, so no other connection ever sees the door open. Dropping the trigger instead would write the text of
the trigger in two places, and would open the door for every trip.
"""

from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

APPLICATION_ID = 0x73756978  # "suix": tells our file from a stranger's

migrations = Migrations("suixing")


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


@migrations()
def m002_drafts_and_approvals(db: SqliteUtils) -> None:
    db.executescript("""
        create table drafts (
            id integer primary key autoincrement,
            trip integer not null references trips,
            status text not null check (status in
                ('requested', 'written', 'failed', 'submitted', 'returned', 'approved', 'superseded')),
            recipe text not null check (json_valid(recipe)),
            usage text not null check (json_valid(usage)),
            requested_at text not null,
            written_at text,
            report text check (report is null or json_valid(report)),
            trip_then text check (trip_then is null or json_valid(trip_then)),
            problem text not null default ''
        ) strict;
        create index drafts_by_trip on drafts (trip, id);
        create table findings (
            draft integer not null references drafts on delete cascade,
            place integer not null,
            finding text not null check (json_valid(finding)),
            primary key (draft, place)
        ) strict, without rowid;
        create table returns (
            id integer primary key,
            draft integer not null references drafts on delete cascade,
            reason text not null check (reason in ('1', '2', '3', '4', '5', '6')),
            note text not null,
            by text not null,
            at text not null
        ) strict;
        create index returns_by_draft on returns (draft);
        create table approvals (
            id integer primary key autoincrement,
            trip integer not null references trips,
            draft integer not null unique references drafts,
            by text not null,
            at text not null,
            digest text not null check (length(digest) = 64),
            snapshot text not null check (json_valid(snapshot))
        ) strict;
        create index approvals_by_trip on approvals (trip, id);
        create table erasing (trip integer primary key) strict;
        create trigger approvals_are_not_updated before update on approvals begin
            select raise(abort, 'an approved report never changes');
        end;
        create trigger approvals_are_not_replaced before insert on approvals
        when exists (select 1 from approvals where id = new.id or draft = new.draft) begin
            select raise(abort, 'an approved report never changes');
        end;
        create trigger approvals_are_not_deleted before delete on approvals
        when not exists (select 1 from erasing where trip = old.trip) begin
            select raise(abort, 'an approved report never changes');
        end;
    """)


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


@migrations()
def m004_audit_writes_itself(db: SqliteUtils) -> None:
    """Decisions are noted in the transaction that makes them, and a note is never changed or taken out alone."""
    db.executescript("""
        create trigger approvals_are_noted after insert on approvals begin
            insert into audit (at, who, what, trip, detail) values (new.at, new.by, 'approve', new.trip,
                'draft ' || new.draft || ' ' || substr(new.digest, 1, 12)
                || ' ' || ifnull(json_extract(new.snapshot, '$.overrides'), ''));
        end;
        create trigger returns_are_noted after insert on returns begin
            insert into audit (at, who, what, trip, detail) select new.at, new.by, 'return', trip,
                'draft ' || new.draft || ' ' || new.reason || ' ' || new.note from drafts where id = new.draft;
        end;
        create trigger corrections_are_noted after insert on corrections begin
            insert into audit (at, who, what, trip, detail)
                values (new.at, new.by, 'set', new.trip, new.field || '=' || new.value);
        end;
        create trigger people_are_noted after insert on people begin
            insert into audit (at, who, what, trip, detail)
                values (new.added_at, '', 'people add', null, new.id || ' ' || new.role || ' ' || new.name);
        end;
        create trigger audit_never_changes before update on audit begin
            select raise(abort, 'a line of the audit never changes');
        end;
        create trigger audit_is_kept before delete on audit
            when not exists (select 1 from erasing where trip = old.trip) begin
            select raise(abort, 'a line of the audit is kept');
        end;
    """)


def known_steps() -> frozenset[str]:
    """The names of all steps above; an empty database still has every one of them before it."""
    return frozenset(step.name for step in migrations.pending(SqliteUtils(memory=True)))
