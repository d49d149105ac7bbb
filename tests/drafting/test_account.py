"""A draft as JSON: the contract that scripts read."""

import json
from datetime import UTC, datetime

from drafting.account import as_json
from drafting.compose import compose
from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.offline.writer import OfflineWriter
from drafting.review import Draft, Recipe, Status
from tests.drafting.plan.invented import said, trip_of

CONTRACT = {
    "trip", "draft", "form", "status", "writer", "fields", "sections", "material", "unused", "usage", "counts", "findings",
}  # fmt: skip


async def account() -> dict:
    trip = trip_of(said("N12", "抽水機4台", hour=15), said("P3", hour=15.01), said("V1"))
    composed = await compose(trip, form_named("taichung-summary"), OfflineWriter())
    finding = Finding(check="LEN-1", severity=Severity.ERROR, where="摘要", message="請補字。")
    draft = Draft(
        id=2, trip=1, status=Status.WRITTEN, recipe=Recipe(writer="offline"), usage=composed.usage,
        written_at=datetime(2026, 6, 1, tzinfo=UTC), report=composed.report, trip_then=trip, findings=(finding,),
    )  # fmt: skip
    return json.loads(json.dumps(as_json(draft), ensure_ascii=False))


async def test_every_key_of_the_contract_is_there():
    found = await account()
    assert set(found) >= CONTRACT
    assert {k: found[k] for k in ("trip", "draft", "form", "status", "writer")} == {
        "trip": 1, "draft": 2, "form": "taichung-summary", "status": "written", "writer": "offline",
    }  # fmt: skip


async def test_fields_are_values_not_what_is_printed():
    found = await account()
    assert found["fields"]["period"] == {"start": "2026-05-11", "end": "2026-05-13"}
    assert found["fields"]["shown"]["period"] == "115年5月11日至115年5月13日"


async def test_blocks_have_the_shapes_of_the_contract():
    blocks = [b for s in walk((await account())["sections"]) for b in s["blocks"]]
    shapes = {b["type"]: b for b in blocks}
    assert set(shapes) == {"paragraph", "table", "photos"}
    assert set(shapes["paragraph"]["sentences"][0]) == {"text", "sources", "kind"}
    assert set(shapes["table"]) >= {"columns", "rows", "sources"}
    assert set(shapes["photos"]["items"][0]) == {"ref", "caption", "sources"}


async def test_sections_have_key_heading_blocks_and_sections():
    assert all(
        set(s) == {"key", "heading", "blocks", "sections"} for s in walk((await account())["sections"])
    )


async def test_material_says_who_when_and_which_messages():
    piece = next(m for m in (await account())["material"] if m["ref"] == "N12")
    assert {k: piece[k] for k in ("ref", "kind", "author", "said_at", "meant_on", "message_ids", "text")} == {
        "ref": "N12", "kind": "fact", "author": "王小芸", "said_at": "2026-05-12T15:00:00+00:00",
        "meant_on": "2026-05-12", "message_ids": [12], "text": "抽水機4台",
    }  # fmt: skip


async def test_unused_usage_counts_and_findings_are_plain_values():
    found = await account()
    assert found["unused"] == ["V1"]
    assert found["usage"] == {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0}
    assert set(found["counts"]["abstract"]) == {"cjk", "word", "characters"}
    (finding,) = found["findings"]
    wanted = {"check": "LEN-1", "severity": "error", "where": "摘要", "message": "請補字。", "sources": []}
    assert {key: finding[key] for key in wanted} == wanted


def test_a_failed_draft_says_why_and_has_no_sections():
    found = as_json(
        Draft(id=3, trip=1, status=Status.FAILED, recipe=Recipe(writer="openai"), problem="服務無法使用")
    )
    assert (found["problem"], found["sections"], found["status"]) == ("服務無法使用", [], "failed")


def walk(sections):
    for section in sections:
        yield section
        yield from walk(section["sections"])
