"""Drafts, findings, returns and approvals.

An approved report never changes: triggers refuse to update, replace or delete a row of ``approvals``. Erasing a trip
(a privacy duty) is the one way past them. It puts the trip's number into ``erasing`` and takes it out again within its
own transaction, so no other connection ever sees the door open. Dropping the trigger instead would write the text of
the trigger in two places, and would open the door for every trip.
"""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


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
