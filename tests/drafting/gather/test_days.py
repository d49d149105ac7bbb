"""The local day that each message speaks of."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from drafting.gather import gather
from drafting.material import Material, Medium, Position, Ref
from tests.drafting.gather.told import BEFORE, ON_THE_WAY, PLAN, on_the_way, paper, said

TOKYO = timezone(timedelta(hours=9))
BERLIN = Position(latitude=52.52, longitude=13.40)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment by the clock of Tokyo in September 2026."""
    return datetime(2026, 9, day, hour, minute, tzinfo=TOKYO)


def meant(text: str, when: datetime = ON_THE_WAY) -> tuple[int, time | None]:
    piece = on_the_way(said(text, when, 2))[0]
    return piece.meant_on.day, piece.meant_at


def photo(number: int, when: datetime, caption: str = "", **more) -> Material:
    return said(caption, when, number, ref=Ref(f"P{number}"), medium=Medium.PHOTO, **more)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("昨天下午拜會橫濱市政府", 3, time(15)), ("昨晚的晚宴有40人", 3, time(19)), ("昨晚與會長聊了一下", 3, time(20)), ("補：昨天參訪的焚化爐一天處理900噸", 3, None),
        ("3號上午在機場集合", 3, time(10)), ("9/3 下午的說明會", 3, time(15)), ("（補記）昨日中午與會長餐敘", 3, time(12)),
        ("今天看了三個攤位", 4, time(11)), ("他說昨天下午發生過", 4, time(11)), ("5號要去橫濱", 4, time(11)), ("20號報名截止", 4, time(11)),
        ("前天在臺北", 2, None),
    ],
)  # fmt: skip
def test_the_opening_words_name_the_day_if_it_is_past_and_of_the_trip(text, day, hour):
    assert meant(text) == (day, hour)


def test_a_picture_right_behind_a_backdated_note_shows_the_same():
    note = said("昨天下午拜會橫濱市政府", at(4, 11), 2)
    soon, later = photo(3, at(4, 11, 2)), photo(4, at(4, 11, 20))
    assert [p.meant_on.day for p in on_the_way(note, soon, later)] == [3, 3, 4]


def test_after_midnight_it_is_still_the_evening_of_whoever_has_not_slept():
    awake = on_the_way(said("晚宴剛結束", at(4, 23), 2), said("主席致詞的重點", at(5, 1), 3))
    assert [(p.meant_on.day, p.meant_at) for p in awake] == [(4, time(23)), (4, time(23, 59))]
    slept = on_the_way(said("晚宴剛結束", at(4, 18), 2), said("早班車去橫濱", at(5, 3), 3))
    assert [p.meant_on.day for p in slept] == [4, 5]
    landing = on_the_way(said("起飛", at(4, 23), 2), said("剛落地", at(5, 1), 3))
    assert [p.meant_on.day for p in landing] == [4, 5]


def test_the_clock_of_the_camera_wins():
    taken = datetime(2026, 9, 3, 16, 5)  # noqa: DTZ001 - cameras often know no zone
    piece = on_the_way(photo(2, at(5, 9), "昨天的會場", taken_at=taken))[0]
    assert (piece.meant_on, piece.meant_at) == (date(2026, 9, 3), time(16, 5))


def test_the_zone_comes_from_the_region_and_ends_with_the_trip():
    noon = [datetime(2026, 9, day, 4, tzinfo=UTC) for day in (1, 4, 9)]
    zones = [p.zone for p in on_the_way(*(said(f"第{n}則", when, n) for n, when in enumerate(noon, 2)))]
    assert zones == ["Asia/Taipei", "Asia/Tokyo", "Asia/Taipei"]


def test_words_of_return_end_the_zone_early():
    pieces = on_the_way(said("順利返抵桃園", at(8, 14), 2), said("整理資料", at(8, 20), 3))
    assert [p.zone for p in pieces] == ["Asia/Taipei", "Asia/Taipei"]


def test_a_position_tells_the_zone_until_the_next():
    place = said("", at(5, 12), 3, ref=Ref("L3"), medium=Medium.PLACE, position=BERLIN)
    pieces = on_the_way(said("早上", at(4, 9), 2), place, said("晚上", at(5, 22), 4))
    assert [p.zone for p in pieces][1:] == ["Europe/Berlin", "Europe/Berlin"]


def test_a_picture_with_a_position_is_in_the_zone_where_it_was_taken():
    piece = on_the_way(photo(2, at(4, 12), position=BERLIN), photo(3, at(4, 13)))[0]
    assert (piece.zone, piece.meant_at) == ("Europe/Berlin", time(5))


def test_a_calendar_tells_the_zone():
    agenda = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTART;TZID=America/Los_Angeles:20260904T090000\r\nSUMMARY:Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    note = said("開幕了", datetime(2026, 9, 5, 1, tzinfo=UTC), 2)
    trip = gather(1, [said("出國期間：9/3-9/8\n目的地：美國"), paper(agenda), note], {})
    piece = trip.piece(Ref("N2"))
    assert piece is not None
    assert (piece.zone, piece.meant_on) == ("America/Los_Angeles", date(2026, 9, 4))


def test_of_a_country_with_several_zones_the_city_that_is_named_decides():
    note = said("早上開會", datetime(2026, 9, 4, 16, tzinfo=UTC), 2)
    zones = []
    for city in ("紐約", "洛杉磯"):
        trip = gather(1, [said(f"出國期間：9/3-9/8\n目的地：美國{city}"), note], {})
        zones.append(trip.material[-1].zone)
    assert zones == ["America/New_York", "America/Los_Angeles"]


def test_a_corrected_period_decides_the_zone():
    note = said("早上開會", datetime(2026, 10, 2, 4, tzinfo=UTC), 2)
    trip = gather(1, [said(PLAN), note], {"period": "115年10月1日至115年10月4日"})
    assert [p.zone for p in trip.material] == ["Asia/Taipei", "Asia/Tokyo"]


def test_messages_are_read_in_the_order_said_however_they_arrive():
    pieces = [said("二", BEFORE + timedelta(hours=1), 2), said("一", BEFORE, 1)]
    assert [m.ref for m in gather(1, pieces, {}).material] == ["N1", "N2"]
    assert gather(1, pieces, {}) == gather(1, pieces[::-1], {})


def test_a_camera_that_kept_home_time_is_put_right_by_the_place():
    """23:30 by a telephone still at Taipei's offset is half past midnight of the next day in Tokyo."""
    home, there = timezone(timedelta(hours=8)), TOKYO
    late = photo(2, at(6, 9), taken_at=datetime(2026, 9, 4, 23, 30, tzinfo=home))
    right = photo(3, at(6, 9, 1), taken_at=datetime(2026, 9, 4, 23, 30, tzinfo=there))
    assert [(p.meant_on.day, p.meant_at) for p in on_the_way(late, right)] == [
        (5, time(0, 30)),
        (4, time(23, 30)),
    ]


def test_a_picture_file_sent_home_later_is_in_the_zone_where_it_was_taken():
    berlin = timezone(timedelta(hours=2))
    piece = on_the_way(
        photo(2, at(20, 9), position=BERLIN, taken_at=datetime(2026, 9, 5, 10, tzinfo=berlin)),
        said("整理照片", at(20, 10), 3),
    )
    assert [(p.zone, p.meant_on.day) for p in piece] == [("Europe/Berlin", 5), ("Asia/Taipei", 20)]


def test_the_day_set_by_hand_goes_before_everything():
    taken = datetime(2026, 9, 5, 10, tzinfo=TOKYO)
    piece = on_the_way(
        photo(2, at(6, 9), "昨天的會場", taken_at=taken, dated_on=date(2026, 9, 4), dated_at=time(9))
    )[0]
    assert (piece.meant_on.day, piece.meant_at) == (4, time(9))


def test_a_comment_speaks_of_what_it_answers():
    pieces = on_the_way(
        photo(2, at(4, 15)),
        said("這是橫濱的抽水站", at(6, 9), 3, reply_to="P2"),
        said("另一件事", at(6, 9), 4),
    )
    assert [(p.meant_on.day, p.meant_at) for p in pieces] == [(4, time(15)), (4, time(15)), (6, time(9))]


def test_a_comment_that_names_its_own_day_keeps_it():
    pieces = on_the_way(photo(2, at(4, 15)), said("今天又看到一座", at(6, 9), 3, reply_to="P2"))
    assert pieces[1].meant_on.day == 6


def test_written_up_at_home_a_part_of_the_day_belongs_to_the_day_just_named():
    pieces = on_the_way(
        said("9/5 拜會市政府", at(12, 20), 2), said("下午看淨水場，一天出水 30 萬噸", at(12, 20, 3), 3)
    )
    assert [(p.meant_on.day, p.meant_at) for p in pieces] == [(5, None), (5, time(15))]
