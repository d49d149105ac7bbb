"""`draft` writes, `check` reads it again; both end with 1 while an error stands."""

from tests.suixing.chats import lay, message
from tests.suixing.conftest import TODAY


def errors(document):
    return [f["check"] for f in document["findings"] if f["severity"] == "error"]


def blocks(sections):
    for section in sections:
        yield from section["blocks"]
        yield from blocks(section["sections"])


def test_the_json_of_a_draft_has_the_agreed_shape(written):
    done = written("draft", 1, "--today", TODAY, "--json")
    found = done.json
    assert list(found) == [
        "trip", "draft", "form", "status", "writer", "model", "fields", "sections", "material", "unused",
        "unused_reasons", "usage", "counts", "findings",
    ]  # fmt: skip
    assert (found["trip"], found["draft"], found["status"], found["writer"]) == (1, 2, "written", "offline")
    assert found["usage"] == {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0}
    assert set(found["counts"]) == {section["key"] for section in found["sections"]}
    assert all(set(counts) == {"cjk", "word", "characters"} for counts in found["counts"].values())
    assert all({"check", "severity", "where", "message", "sources"} <= set(f) for f in found["findings"])
    assert set(found["unused"]) == set(found["unused_reasons"])


def test_every_sentence_names_material_that_there_is(clean):
    found = clean("draft", 1, "--today", TODAY, "--json").json
    known = {piece["ref"] for piece in found["material"]}
    kinds = {block["type"] for block in blocks(found["sections"])}
    assert kinds == {"paragraph", "table", "photos", "list"}
    sentences = [
        sentence
        for block in blocks(found["sections"])
        for sentence in block.get("sentences", []) or (block["items"] if block["type"] == "list" else [])
    ]
    assert all(s["sources"] for s in sentences if s["kind"] != "link")
    assert {ref for s in sentences for ref in s["sources"]} <= known


def test_the_status_says_whether_errors_stand(written, clean):
    with_errors = written("draft", 1, "--today", TODAY, "--json")
    assert (with_errors.status, errors(with_errors.json)) == (1, ["FRM-1", "LEN-1"])
    without = clean("draft", 1, "--today", TODAY, "--json")
    assert (without.status, errors(without.json)) == (0, [])


def test_people_are_told_of_unused_material_and_findings(clean):
    done = clean("draft", 1, "--today", TODAY)
    assert done.out.startswith("草稿 2 已完成。未使用素材 ")
    assert done.out.endswith("錯誤 0 項、注意 0 項、說明 4 項。\n")
    assert "完成" in done.err


def test_a_check_finds_what_the_draft_found(written):
    done = written("check", 1, "--today", TODAY, "--json")
    assert (done.status, done.err) == (1, "")
    assert list(done.json) == ["trip", "draft", "form", "counts", "findings"]
    assert (done.json["trip"], done.json["draft"], errors(done.json)) == (1, 1, ["FRM-1", "LEN-1"])


def test_a_check_counts_from_the_day_it_is_told(clean):
    def deadline(day):
        return next(f["message"] for f in clean("check", 1, "--today", day, "--json").json["findings"]
                    if f["check"] == "TIM-1")  # fmt: skip

    assert "還有 1 天" in deadline("2026-12-17")
    assert "已過期限" in deadline("2026-12-19")


def test_a_check_can_ask_for_another_form(clean):
    assert clean("check", 1, "--today", TODAY).status == 0
    done = clean("check", 1, "--form", "taichung-report", "--today", TODAY, "--json")
    assert {f["check"] for f in done.json["findings"]} > {"TIM-1"}
    assert clean("check", 1, "--form", "none").status == 2


def test_a_check_without_a_draft_says_to_write_one(run, chat):
    run("import", chat)
    done = run("check", 1, "--json")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("案件 1 還沒有草稿，")


def test_a_chat_that_holds_nothing_for_the_body_is_written_as_far_as_it_goes(run, tmp_path):
    run("import", lay(tmp_path / "chat", [message(1, "2026-09-21T10:00:00", "到了")]))
    done = run("draft", 1, "--json")
    assert (done.status, done.json["status"]) == (1, "written")
    assert "FRM-1" in errors(done.json)


def test_a_model_that_is_not_configured_is_not_asked(written):
    done = written("draft", 1, "--writer", "openai", "--json")
    assert (done.status, done.out) == (2, "")
    assert "SUIXING_LLM_BASE_URL" in done.sentence
    assert written("trips", "--json").json[0]["draft"] == 1


def test_a_trip_that_is_not_there_is_told(run):
    for command in ("draft", "check"):
        done = run(command, 5, "--json")
        assert (done.status, done.out, done.err) == (2, "", "沒有編號 5 的案件，請先列出案件再選擇。\n")
