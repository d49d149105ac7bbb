"""Later notes that correct earlier ones."""

from drafting.amendments import amendments_in
from drafting.wording.amended import amended_statements
from tests.drafting.plan.invented import said


def stated(*notes) -> list[str]:
    """Every statement of these notes once the corrections are applied."""
    found = amendments_in(notes)
    return [s.text for note in notes for s in amended_statements(note, found)]


def test_a_number_said_to_be_wrong_is_replaced_and_the_correction_is_not_said_again():
    assert stated(
        said("N1", "展後洽談21件，成果可期"), said("N2", "更正：洽談應為23件，非21件", hour=11)
    ) == ["展後洽談23件，成果可期。"]


def test_the_mended_sentence_names_both_notes():
    notes = said("N1", "展後洽談21件"), said("N2", "更正：洽談應為23件，非21件", hour=11)
    (statement,) = amended_statements(notes[0], amendments_in(notes))
    assert statement.sources == ("N1", "N2")


def test_a_name_heard_wrongly_is_replaced_by_the_one_on_the_card():
    notes = said("N1", "簡報由主查澤口健吾說明"), said("N2", "名片上那位是「沢田健吾」不是澤口", hour=20)
    assert stated(*notes)[0] == "簡報由主查沢田健吾說明。"


def test_a_word_seen_wrongly_is_taken_out_with_its_clause():
    notes = (
        said("N1", "冬天照常營運，停車樁有加熱除雪"),
        said("N2", "不是加熱，我看錯了，是加蓋頂棚，除雪是人工", hour=11),
    )
    assert stated(*notes) == ["冬天照常營運。", "加蓋頂棚，除雪是人工。"]


def test_what_has_not_changed_is_not_told_again():
    correction = "更正：洽談應為23件，非21件。媒合場次63場沒有變動。"
    assert stated(said("N1", "展後洽談21件，成果可期"), said("N2", correction, hour=11)) == [
        "展後洽談23件，成果可期。"
    ]


def test_two_numbers_side_by_side_are_no_correction():
    notes = said("N1", "抽水機21件"), said("N2", "本站23件，他站21件", hour=11)
    assert amendments_in(notes) == ()


def test_who_says_that_it_is_a_correction_may_say_so_days_later():
    later = said("N1", "洽談21件", day=11), said("N2", "更正：應為23件，非21件", day=14)
    assert stated(*later)[0] == "洽談23件。"


def test_a_correction_in_passing_two_days_later_changes_nothing_by_itself():
    assert amendments_in((said("N1", "洽談21件", day=11), said("N2", "應為23件，非21件", day=13))) == ()


def test_part_of_a_longer_number_is_left_alone():
    notes = said("N1", "共121件，其中21件為新案"), said("N2", "更正：新案應為23件，非21件", hour=11)
    assert stated(*notes) == ["共121件，其中23件為新案。"]
