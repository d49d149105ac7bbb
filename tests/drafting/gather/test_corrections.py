"""Fields set by hand: how each is written, what is refused, and what a correction changes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.dates import roc_range
from drafting.errors import FieldUnknown, ValueUnclear
from drafting.gather.corrections import FIELDS, checked, corrected
from drafting.material import Ref
from drafting.trip import (
    Category,
    Classification,
    DestinationKind,
    ItineraryDay,
    Period,
    Traveller,
    Trip,
)

NEAR = date(2026, 9, 1)
PERIOD = Period(start=date(2026, 9, 3), end=date(2026, 9, 8))
DAYS = st.dates(date(2015, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("key", "text", "update"),
    [
        ("report_name", " 赴日考察 ", {"report_name": "赴日考察"}),
        ("categories", "考察、進修", {"categories": (Category.STUDY_VISIT, Category.FURTHER_STUDY)}),
        ("purposes", "國際會議、洽展", {"purposes": ("國際會議", "洽展")}),
        ("has_attachments", "有", {"has_attachments": True}),
        ("has_attachments", "否", {"has_attachments": False}),
        ("period", "115年9月3日至115年9月8日", {"period": PERIOD}),
        ("period", "9/3-9/8", {"period": PERIOD}),
        ("regions", "日本、韓國", {"regions": ("日本", "韓國"), "destination": DestinationKind.FOREIGN}),
        ("regions", "上海", {"regions": ("中國大陸",), "destination": DestinationKind.MAINLAND}),
        ("regions", "亞特蘭提斯", {"regions": ("亞特蘭提斯",), "destination": DestinationKind.FOREIGN}),
        ("report_date", "115年12月1日", {"report_date": date(2026, 12, 1)}),
        ("destination", "hk_macau", {"destination": DestinationKind.HK_MACAU}),
        ("classification", "極機密", {"classification": Classification.TOP_SECRET}),
        ("classification", "普通", {"classification": Classification.NONE}),
        (
            "travellers",
            "王小芸/交通局/運輸科/科員；李大華/交通局/運輸科/股長",
            {
                "travellers": (
                    Traveller(name="王小芸", agency="交通局", unit="運輸科", title="科員"),
                    Traveller(name="李大華", agency="交通局", unit="運輸科", title="股長"),
                )
            },
        ),
        (
            "itinerary",
            "9/3 臺北—東京 搭機；9/4 東京 拜會都廳",
            {
                "itinerary": (
                    ItineraryDay(day=date(2026, 9, 3), place="臺北—東京", activity="搭機"),
                    ItineraryDay(day=date(2026, 9, 4), place="東京", activity="拜會都廳"),
                )
            },
        ),
    ],
)
def test_how_each_field_is_written(key, text, update):
    assert checked(key, text, NEAR) == update


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("categories", "出去玩"),
        ("has_attachments", "也許"),
        ("period", "九月"),
        ("period", "115年9月8日至115年9月3日"),
        ("report_date", "月底"),
        ("report_date", "115年12月"),
        ("destination", "國外"),
        ("classification", "很密"),
        ("travellers", "大家"),
        ("itinerary", "照舊"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_an_example(key, text):
    with pytest.raises(ValueUnclear) as refused:
        checked(key, text, NEAR)
    assert FIELDS[key] in str(refused.value)
    assert text in str(refused.value)


def test_an_unknown_field_is_refused_and_the_known_ones_are_named():
    with pytest.raises(FieldUnknown) as refused:
        checked("天氣", "晴")
    assert all(key in str(refused.value) for key in FIELDS)


@pytest.mark.parametrize("key", list(FIELDS))
def test_an_empty_value_clears_any_field(key):
    trip = Trip(
        report_name="赴日考察", categories=(Category.VISIT,), purposes=("表演",), has_attachments=True, host_agency="交通局",
        contact_person="林志明", contact_phone="04-22289111", travellers=(Traveller(name="王小芸"),), period=PERIOD, regions=("香港",),
        report_date=NEAR, destination=DestinationKind.HK_MACAU, classification=Classification.SECRET, itinerary=(ItineraryDay(day=NEAR),),
    )  # fmt: skip
    assert getattr(corrected(trip, {key: " "}), key) == getattr(Trip(), key)


def test_what_is_corrected_has_no_source_in_the_material_any_more():
    trip = Trip(period=PERIOD, sources={"period": (Ref("N1"),), "regions": (Ref("N2"),)})
    by_hand = corrected(trip, {"regions": "香港"})
    assert by_hand.sources == {"period": (Ref("N1"),)}
    assert by_hand.by_hand == ("destination", "regions")


def test_every_field_is_one_of_the_trip():
    assert set(FIELDS) <= set(Trip.model_fields)


@settings(deadline=None)  # the first reading loads the names of the countries
@given(DAYS, st.integers(1, 60))
def test_a_period_as_the_report_writes_it_can_be_set(start, length):
    end = date.fromordinal(start.toordinal() + length)
    assert checked("period", roc_range(start, end)) == {"period": Period(start=start, end=end)}


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.sampled_from(list(FIELDS)), st.text(max_size=80))
def test_any_text_is_either_understood_or_refused(key, text):
    try:
        update = checked(key, text, NEAR)
    except ValueUnclear:
        return
    assert Trip(**update).model_dump().keys() >= update.keys()


@pytest.mark.parametrize("name", ["Kolas Virtanen", "O'Brien", "歐<b>", "谷辣斯·尤", "\u05d0\u05d1\u05d2"])
def test_a_name_of_any_script_is_taken_by_the_order_that_is_asked_for(name):
    (person,) = checked("travellers", f"{name}/測試市政府綠政處/公園科/科員", NEAR)["travellers"]
    assert person == Traveller(name=name, agency="測試市政府綠政處", unit="公園科", title="科員")
