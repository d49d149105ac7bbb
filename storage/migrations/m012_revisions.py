"""What people said about drafts: edits, wishes, and the moments when an earlier version was restored."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m012_revisions(db: SqliteUtils) -> None:
    db.executescript("""
        create table revisions (
            id integer primary key,
            trip integer not null references trips on delete cascade,
            kind text not null check (kind in ('edit', 'wish', 'restore')),
            value text not null check (json_valid(value)),
            by text not null,
            at text not null
        ) strict;
        create index revisions_by_trip on revisions (trip, id);
        create trigger revisions_are_noted after insert on revisions begin
            insert into audit (at, who, what, trip, detail)
                values (new.at, new.by, 'revise', new.trip, new.kind || ' ' || new.id);
        end;
    """)
