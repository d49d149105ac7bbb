"""Every step that a database has gone through, a file each, applied in this order; steps are added, never changed."""

from sqlite_utils import Database as SqliteUtils

from storage.migrations import (
    m001_trips_and_material,
    m002_drafts_and_approvals,
    m003_inbox_people_and_audit,
    m004_audit_writes_itself,
    m005_jobs_and_outbox,
    m006_people_and_questions,
    m007_taking_back,
    m008_interview_and_submissions,
    m009_models,
    m010_where_bursts_begin,
    m011_remarks,
    m012_revisions,
    m014_requests_a_day,
    m015_waiting_updates,
)
from storage.migrations.registry import APPLICATION_ID, migrations

STEPS = (
    m001_trips_and_material,
    m002_drafts_and_approvals,
    m003_inbox_people_and_audit,
    m004_audit_writes_itself,
    m005_jobs_and_outbox,
    m006_people_and_questions,
    m007_taking_back,
    m008_interview_and_submissions,
    m009_models,
    m010_where_bursts_begin,
    m011_remarks,
    m012_revisions,
    m014_requests_a_day,
    m015_waiting_updates,
)
"""Importing a step enters it; the names are in the order of their numbers, so that is the order of the steps."""

__all__ = ["APPLICATION_ID", "STEPS", "known_steps", "migrations"]


def known_steps() -> frozenset[str]:
    """The names of all steps; an empty database still has every one of them before it."""
    return frozenset(step.name for step in migrations.pending(SqliteUtils(memory=True)))
