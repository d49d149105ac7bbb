"""`set` fills, corrects and clears every field of a trip."""

import pytest

from drafting.gather.corrections import FIELDS

VALUES = {
    "report_name": ("赴日本考察", "赴日本考察"),
    "categories": ("考察、研究", ["考察", "研究"]),
    "purposes": ("國際會議", ["國際會議"]),
    "has_attachments": ("是", True),
    "host_agency": ("測試局", "測試局"),
    "contact_person": ("甲測試", "甲測試"),
    "contact_phone": ("04-00000000", "04-00000000"),
    "travellers": (
        "林測試/測試局/一科/技士",
        [{"name": "林測試", "agency": "測試局", "unit": "一科", "title": "技士"}],
    ),
    "period": ("115年9月20日至115年9月24日", {"start": "2026-09-20", "end": "2026-09-24"}),
    "regions": ("韓國", ["韓國"]),
    "report_date": ("115年10月30日", "2026-10-30"),
    "destination": ("hk_macau", "hk_macau"),
    "classification": ("密", "密"),
    "itinerary": (
        "9/21 臺北—首爾 搭機；9/22 首爾 拜會市政府",
        [
            {"day": "2026-09-21", "place": "臺北—首爾", "activity": "搭機", "sources": []},
            {"day": "2026-09-22", "place": "首爾", "activity": "拜會市政府", "sources": []},
        ],
    ),
    "days_off": ("9/22", ["2026-09-22"]),
}
EMPTY = {
    "categories": [], "purposes": [], "travellers": [], "regions": [], "itinerary": [], "days_off": [], "has_attachments": None,
    "period": None, "report_date": None, "destination": "foreign", "classification": "none",
}  # fmt: skip


def test_every_field_can_be_set_and_cleared(written):
    assert set(VALUES) == set(FIELDS)
    for field, (value, _) in VALUES.items():
        done = written("set", 1, field, value)
        assert (done.status, done.out) == (0, f"案件 1 的{FIELDS[field]}已改為：{value}\n")
    fields = written("show", 1, "--json").json["fields"]
    assert {key: fields[key] for key in VALUES} == {key: value for key, (_, value) in VALUES.items()}
    for field in VALUES:
        assert written("set", 1, field, "").out == f"案件 1 的{FIELDS[field]}已改為：（清空）\n"
    fields = written("show", 1, "--json").json["fields"]
    assert {key: fields[key] for key in VALUES} == {key: EMPTY.get(key, "") for key in VALUES}


def test_what_was_set_by_hand_is_marked_and_outlives_another_import(written, chat):
    written("set", 1, "host_agency", "測試局")
    written("import", chat)
    assert "出國計畫主辦機關" not in written("show", 1).out  # the central form has no such blank
    shown = written("show", 1, "--json").json
    assert shown["fields"]["host_agency"] == "測試局"
    assert "host_agency" not in shown["field_sources"]
    written("set", 1, "report_name", "赴日本考察")
    assert "報告名稱：赴日本考察（手動填寫）" in written("show", 1).out


@pytest.mark.parametrize(
    "field", ["period", "report_date", "classification", "destination", "has_attachments"]
)
def test_a_value_that_cannot_be_understood_is_refused_with_an_example(written, field):
    done = written("set", 1, field, "改天再說")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"看不懂欄位「{FIELDS[field]}」的內容「改天再說」，請照這樣寫：")


def test_a_field_that_there_is_not_is_refused_with_those_there_are(written):
    done = written("set", 1, "天氣", "晴")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"沒有「天氣」這個欄位，可用的欄位：{'、'.join(FIELDS)}。\n"


def test_the_form_can_be_changed_and_left_to_the_category_again(written):
    chosen = written("show", 1, "--json").json["form"]
    assert written("set", 1, "form", "taichung-summary").status == 0
    assert written("show", 1, "--json").json["form"] == "taichung-summary"
    written("set", 1, "form", "")
    assert written("show", 1, "--json").json["form"] == chosen
    assert written("set", 1, "form", "none").status == 2


def test_a_trip_that_is_not_there_is_told(run):
    done = run("set", 3, "host_agency", "測試局")
    assert (done.status, done.err) == (2, "沒有編號 3 的案件，請先列出案件再選擇。\n")
