"""An invented trip, told in messages: what is sent when, and the trip that it makes."""

from collections.abc import Mapping
from datetime import UTC, datetime

from drafting.gather import gather
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.trip import Trip

BEFORE_THE_TRIP = (
    "計畫名稱：測試市政府赴日本東京考察都市公園管理\n主辦機關 綠政處\n類別 考察",
    "期間115年9月21日到115年9月24日，地區日本",
    (
        "行程\n- 9/21 臺北—東京 搭機\n- 9/22 東京 09:30 拜會東京都公園協會；14:00 參觀日比谷公園\n"
        "- 9/23 東京 考察葛西臨海公園\n- 9/24 東京—臺北 回程"
    ),
)


def tokyo(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in September 2026 by the clock of Tokyo."""
    return datetime(2026, 9, day, hour - 9 if hour >= 9 else hour + 15, minute, tzinfo=UTC).replace(
        day=day if hour >= 9 else day - 1
    )


def note(number: int, at: datetime, text: str, **more: object) -> Material:
    return Material(
        ref=Ref(f"N{number}"), medium=Medium.NOTE, author="林測試", said_at=at, text=text,
        chat_id=1, message_ids=(number,), **more,
    )  # fmt: skip


def photo(number: int, at: datetime, text: str = "", **more: object) -> Material:
    return Material(
        ref=Ref(f"P{number}"), medium=Medium.PHOTO, author="林測試", said_at=at, text=text, chat_id=1,
        message_ids=(1000 + number,), file=StoredFile(name="a.jpg", content=f"{number:064x}"), **more,
    )  # fmt: skip


def trip_of(*material: Material, corrections: Mapping[str, str] | None = None) -> Trip:
    """The trip of the plan above and of this material."""
    plan = [note(900 + i, tokyo(18, 10, i), text) for i, text in enumerate(BEFORE_THE_TRIP)]
    return gather(1, [*plan, *material], corrections or {})
