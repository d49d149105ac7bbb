"""What readers asked at the edge of a document, and how it was answered."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m011_remarks(db: SqliteUtils) -> None:
    db.executescript("""
        create table remarks (
            id integer primary key,
            trip integer not null references trips on delete cascade,
            text text not null check (text <> ''),
            quote text not null,
            by text not null,
            at text not null,
            answer text,
            answered_by text,
            answered_at text,
            unique (trip, text, quote, by)
        ) strict;
    """)
