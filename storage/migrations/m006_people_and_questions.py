"""Languages, consents, held messages, open questions, and the people of a trip."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m006_people_and_questions(db: SqliteUtils) -> None:
    db.executescript("""
        alter table people add column language text not null default '';  -- '': as their Telegram is set
        create table consents (
            id integer primary key,
            person integer not null,  -- no reference: what was agreed to outlives the list of people
            version text not null,
            answer text not null check (answer in ('yes', 'no')),
            at text not null
        ) strict;
        create index consents_by_person on consents (person, id);
        create trigger consents_are_not_changed before update on consents begin
            select raise(abort, 'an answer to the notice never changes');
        end;
        -- what somebody sent before agreeing to the notice: nobody reads it, it waits or goes
        create table held_updates (
            update_id integer primary key,
            person integer not null,
            chat_id integer not null,
            raw text not null check (json_valid(raw)),
            held_at text not null
        ) strict;
        create index held_by_person on held_updates (person, update_id);

        create table dialogues (
            chat_id integer primary key,
            trip integer references trips on delete cascade,
            question text not null check (question <> ''),
            payload text not null check (json_valid(payload)),
            asked_at text not null
        ) strict;
        create index dialogues_by_trip on dialogues (trip);
        create table skipped_questions (
            trip integer not null references trips on delete cascade,
            question text not null check (question <> ''),
            at text not null,
            primary key (trip, question)
        ) strict, without rowid;

        create table trip_people (
            trip integer not null references trips on delete cascade,
            person integer not null,
            name text not null,
            joined_at text not null,
            primary key (trip, person)
        ) strict, without rowid;
        create index trips_by_person on trip_people (person, trip);
        create table trip_invitations (
            code_digest text primary key check (length(code_digest) = 64),  -- a copied database lets nobody in
            trip integer not null references trips on delete cascade,
            made_by integer not null,
            made_at text not null,
            until text not null,
            used integer not null default 0
        ) strict;
        create index invitations_by_trip on trip_invitations (trip);
        insert into trip_people (trip, person, name, joined_at)
            select trips.id, people.id, people.name, trips.created_at
            from trips join people on people.id = trips.chat_id;
    """)
