"""`trips`, `show` and `forms` show what is there, to people and to programs."""

from drafting.form import all_forms
from drafting.gather.corrections import FIELDS


def test_an_empty_home_has_no_trips(run):
    assert run("trips", "--json").json == []
    done = run("trips")
    assert (done.status, done.out) == (
        0,
        "還沒有案件。請用 suixing import 匯入對話，或用 suixing chat 開始記錄。\n",
    )


def test_trips_are_listed_with_the_state_of_their_draft(written):
    assert written("trips", "--json").json == [
        {
            "trip": 1,
            "report_name": "測試市政府赴日本東京考察都市公園管理",
            "period": {"start": "2026-09-21", "end": "2026-09-23"},
            "material": 10,
            "draft": 1,
            "status": "written",
        }
    ]
    assert written("trips").out.startswith(
        "1　測試市政府赴日本東京考察都市公園管理　115年9月21日至115年9月23日　"
    )


def test_show_gives_every_field_its_value_and_where_it_was_said(written):
    shown = written("show", 1, "--json").json
    assert set(FIELDS) <= set(shown["fields"])
    assert shown["fields"]["host_agency"] == "綠政處"
    assert shown["fields"]["travellers"] == [
        {"name": "林測試", "agency": "測試市政府綠政處", "unit": "公園科", "title": "科員"}
    ]
    assert (shown["field_sources"]["report_name"], shown["field_sources"]["period"]) == (["N1"], ["N3"])
    assert [day["day"] for day in shown["fields"]["itinerary"]] == ["2026-09-21", "2026-09-22", "2026-09-23"]


def test_show_names_every_message_under_its_reference(written):
    material = written("show", 1, "--json").json["material"]
    assert {m["ref"]: m["message_ids"] for m in material} == {
        "N1": [101], "N2": [102], "N3": [103], "N4": [104], "N5": [105], "N6": [106], "P1": [150], "N7": [107],
        "N8": [108], "N9": [109],
    }  # fmt: skip
    assert {m["ref"]: m["kind"] for m in material[-2:]} == {"N8": "impression", "N9": "suggestion"}
    assert material[6]["meant_on"] == "2026-09-22"


def test_show_for_people_names_fields_days_and_messages(written):
    done = written("show", 1)
    assert (done.status, done.err) == (0, "")
    assert "  報告名稱：測試市政府赴日本東京考察都市公園管理\n" in done.out
    assert "  2026-09-22　東京　拜會東京都公園協會\n" in done.out
    assert "N6   2026-09-22 fact" in done.out
    assert "(訊息 106)" in done.out


def test_a_trip_that_is_not_there_is_told(written):
    done = written("show", 7, "--json")
    assert (done.status, done.out, done.err) == (2, "", "沒有編號 7 的案件，請先列出案件再選擇。\n")


def test_forms_tell_how_sure_each_value_is(run):
    found = run("forms", "--json").json
    assert [form["key"] for form in found] == [form.key for form in all_forms()]
    assert all(
        {"source", "verified_on", "confidence"} <= set(part) for form in found for part in form["parts"]
    )
    printed = run("forms").out
    assert all(f"{form.key}　{form.name}\n" in printed for form in all_forms())


def test_forms_speak_to_clerks_in_their_own_words(run):
    """The names that programs read stay in the JSON; what is printed says 封面 and 至少 500 字."""
    printed = run("forms").out
    central, taichung = (printed[printed.index(f"{key}　") :] for key in ("central", "taichung-report"))
    assert "  文前頁：封面、目次（" in central
    assert "  摘要　200 至 300 字（只計中文字；" in central
    assert "  圖表編號：圖1、表1（" in central
    assert "  文前頁：封面、提要表、目次，頁碼用羅馬數字（" in taichung
    assert "  摘要　至少 500 字（依文書軟體之字數統計；" in taichung
    of_machines = ("：cover", "、contents", "：title", "（cjk", "（word", "– 字")
    assert [word for word in of_machines if word in printed] == []


def test_why_a_piece_stands_where_it_stands(clean):
    done = clean("why", 1, "n26")
    assert done.status == 0
    assert "它放在「展覽參觀（9月16日）」" in done.out
    assert "草稿在這裡引用它：" in done.out
    assert clean("why", 1, "N999").status == 2
