"""Which pieces were sent together."""

from datetime import UTC, date, datetime, timedelta

from bot.recent import burst_before, last_sent
from drafting.material import Material, Medium, Ref

NOON = datetime(2026, 9, 21, 12, tzinfo=UTC)


def sent(number: int, seconds: int = 0, author: str = "林測試", **more) -> Material:
    fields = {
        "ref": Ref(f"N{number}"), "medium": Medium.NOTE, "author": author, "said_at": NOON + timedelta(seconds=seconds),
        "chat_id": 1, "message_ids": (number,),
    }  # fmt: skip
    return Material(**(fields | more))


def test_the_last_is_the_newest_message_before_the_command_whatever_its_clock_says():
    pieces = [sent(1, 50), sent(2, 10), sent(9, 60)]
    assert last_sent(pieces, 1, "", before=5) == ("N2",)


def test_the_last_of_an_album_is_the_whole_album():
    pieces = [sent(1), sent(2, album="a"), sent(3, album="a")]
    assert last_sent(pieces, 1, "", before=9) == ("N2", "N3")


def test_in_a_group_it_is_the_last_of_that_person_and_never_of_another_chat():
    pieces = [sent(1), sent(2, author="許測試"), sent(3, chat_id=7)]
    assert last_sent(pieces, 1, "林測試", before=9) == ("N1",)
    assert last_sent(pieces, 2, "", before=9) == ()


def test_a_burst_is_what_came_in_one_breath_before():
    pieces = [sent(1), sent(2, 200), sent(3, 260), sent(4, 300), sent(5, 310)]
    assert burst_before(pieces, Ref("N4")) == ("N2", "N3")


def test_a_burst_leaves_out_what_has_a_time_of_its_own():
    pieces = [
        sent(1, 1),
        sent(2, 2, dated_on=date(2026, 9, 20)),
        sent(3, 3, taken_at=NOON),
        sent(4, 4, album="a"),
        sent(5, 5, album="a"),
    ]
    assert burst_before(pieces, Ref("N5")) == ("N1",)
    assert burst_before(pieces, Ref("N77")) == ()
