"""What was asked and said unasked, quiet hours, drafts handed in, and what each person has spent in a day."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m008_interview_and_submissions(db: SqliteUtils) -> None:
    db.executescript("""
        create table interview_asked (
            trip integer not null references trips on delete cascade,
            mark text not null,  -- the activity, as drafting/interview names it
            ask text not null,
            chat_id integer not null,
            message text not null,  -- as it was sent: a reply shows it again
            asked_at text not null,
            answered_by text,  -- reference of the piece that was sent in reply
            primary key (trip, mark, ask)
        ) strict, without rowid;
        create table reminders_said (
            trip integer not null references trips on delete cascade,
            chat_id integer not null,
            key text not null,
            at text not null,
            primary key (trip, chat_id, key)
        ) strict, without rowid;
        create table quiet_hours (
            chat_id integer primary key,
            chosen text not null check (json_valid(chosen))
        ) strict;
        create table submissions (
            draft integer primary key references drafts on delete cascade,
            by text not null,
            at text not null
        ) strict;
        create trigger submissions_are_noted after insert on submissions begin
            insert into audit (at, who, what, trip, detail) select new.at, new.by, 'submit', trip,
                'draft ' || new.draft from drafts where id = new.draft;
        end;
        create table spending (
            person integer not null,
            day text not null,
            drafts integer not null default 0,
            tokens integer not null default 0,
            bytes integer not null default 0,
            primary key (person, day)
        ) strict, without rowid;
    """)
