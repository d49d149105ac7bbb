"""Triggers that write the audit."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations.registry import migrations


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
