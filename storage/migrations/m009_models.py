"""What was asked of language models and what they answered, who agreed to that, and how servers want to be asked.

Requests and answers are kept with the trip and go with it. A request that was never settled (the process was killed)
keeps counting as much as was set aside for it: nobody knows whether it is billed.
"""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


@migrations()
def m009_models(db: SqliteUtils) -> None:
    db.executescript("""
        create table model_calls (
            id integer primary key,
            trip integer not null references trips on delete cascade,
            draft integer references drafts on delete cascade,
            person integer not null,
            at text not null,
            section text not null,
            purpose text not null,
            model text not null,
            request text not null,
            answer text not null default '',
            problem text not null default '',
            tries integer not null default 0,
            prompt_tokens integer not null default 0,
            completion_tokens integer not null default 0,
            charged integer not null,
            settled integer not null default 0 check (settled in (0, 1))
        ) strict;
        create index model_calls_by_draft on model_calls (draft);
        create index model_calls_by_trip on model_calls (trip);
        create index model_calls_by_person on model_calls (person, at);
        create table model_answers (
            trip integer not null references trips on delete cascade,
            key text not null check (length(key) = 64),
            section text not null,
            text text not null,
            at text not null,
            primary key (trip, key)
        ) strict, without rowid;
        create table model_answers_used (
            draft integer not null references drafts on delete cascade,
            key text not null,
            primary key (draft, key)
        ) strict, without rowid;
        create table model_dialects (
            server text not null,
            model text not null,
            dialect text not null check (json_valid(dialect)),
            at text not null,
            primary key (server, model)
        ) strict, without rowid;
        create table model_consents (
            id integer primary key,
            server text not null,
            model text not null,
            given integer not null check (given in (0, 1)),
            by text not null,
            at text not null
        ) strict;
        create trigger model_consents_are_noted after insert on model_consents begin
            insert into audit (at, who, what, trip, detail) values (new.at, new.by,
                case new.given when 1 then 'consent' else 'withdraw consent' end, null,
                new.model || ' ' || new.server);
        end;
    """)
