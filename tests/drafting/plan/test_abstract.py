"""How an abstract is put together from what the writers of the sections give for it."""

from datetime import UTC, datetime

from drafting.counting import Counting
from drafting.form import Length, Role
from drafting.plan.abstract import drafted
from drafting.report import Sentence
from drafting.revision import Edit
from drafting.writer import Prose, Slot

ORDER = tuple(
    Slot(key=key, role=role, title="", share=share)
    for key, role, share in (
        ("purpose", Role.PURPOSE, 1),
        ("opening", Role.PROCESS, 1),
        ("visit", Role.PROCESS, 1),
        ("impressions", Role.IMPRESSIONS, 1),
        ("suggestions", Role.SUGGESTIONS, 1),
    )
)


def said(text: str, *refs: str, opinion: bool = False) -> Sentence:
    return Sentence(text=text, sources=refs, kind="opinion" if opinion else "fact")


def abstract(
    *edits: Edit,
    least: int | None = None,
    most: int | None = None,
    first: tuple[Sentence, ...] = (),
    **given: tuple[Sentence, ...],
) -> list[str]:
    prose = {each.key: Prose(for_abstract=given.get(each.key, ())) for each in ORDER}
    length = Length.model_construct(least=least, most=most, counted=Counting.CHARACTERS)
    slot = Slot(key="abstract", role=Role.ABSTRACT, title="摘要", length=length)
    return [s.text for s in drafted(prose, ORDER, slot, edits, first)]


def test_sentences_stand_in_the_order_of_the_form_and_opinions_at_the_end() -> None:
    found = abstract(
        impressions=(said("演練紮實，值得參考。", "N5", opinion=True), said("另與志工座談。", "N6")),
        visit=(said("參訪海城抽水站。", "N3"),),
        purpose=(said("為瞭解海城防洪作法，爰派員出席。", "N1"),),
    )
    assert found == [
        "為瞭解海城防洪作法，爰派員出席。",
        "參訪海城抽水站。",
        "另與志工座談。",
        "演練紮實，值得參考。",
    ]


def test_what_two_sections_say_alike_stands_once_but_other_figures_are_another_fact() -> None:
    found = abstract(
        opening=(said("論壇開幕式計有19個城市出席。", "N2"),),
        visit=(said("開幕式計有19個城市出席。", "N2"), said("論壇開幕式計有9個國家的城市出席。", "N2")),
    )
    assert found == ["論壇開幕式計有19個城市出席。", "論壇開幕式計有9個國家的城市出席。"]


def test_a_foreign_name_in_brackets_stands_at_its_first_mention_only() -> None:
    """Each section is written without sight of the others."""
    found = abstract(
        opening=(said("低碳城市聯盟 (Low Carbon Cities Alliance, LCCA) 主辦論壇。", "N1"),),
        visit=(said("低碳城市聯盟 (Low Carbon Cities Alliance, LCCA) 安排參訪抽水站（海城市區）。", "N3"),),
    )
    assert found == [
        "低碳城市聯盟 (Low Carbon Cities Alliance, LCCA) 主辦論壇。",
        "低碳城市聯盟安排參訪抽水站（海城市區）。",
    ]


def test_what_is_too_much_is_taken_from_the_section_that_gave_most() -> None:
    """The last of it; a section with one sentence keeps it."""
    found = abstract(
        most=30,
        opening=(said("市長致詞歡迎各國代表。", "N1"),),
        visit=(said("抽水站設有四臺機組。", "N2"), said("每年定期舉辦測試演練。", "N3")),
    )
    assert found == ["市長致詞歡迎各國代表。", "抽水站設有四臺機組。"]


def test_who_went_beyond_their_share_make_room_and_every_part_keeps_a_sentence() -> None:
    """What is suggested stands last and is not what is cut for the length of what happened."""
    found = abstract(
        most=60,
        purpose=(said("為瞭解海城防洪作法，爰派員出席論壇並參訪各處設施。", "N1"),),
        visit=(
            said("抽水站設有四臺機組。", "N2"),
            said("每年定期舉辦測試演練，並由各里推派志工參加。", "N3"),
        ),
        impressions=(said("演練紮實，值得參考。", "N5", opinion=True),),
        suggestions=(said("建議於雨季前比照辦理。", "N7", opinion=True),),
    )
    assert found == [
        "為瞭解海城防洪作法，爰派員出席論壇並參訪各處設施。",
        "抽水站設有四臺機組。",
        "演練紮實，值得參考。",
        "建議於雨季前比照辦理。",
    ]


def test_the_most_that_the_form_allows_holds_even_if_a_part_loses_its_sentence() -> None:
    given = {
        "purpose": (said("為瞭解海城防洪作法，爰派員出席論壇並參訪各處設施。", "N1"),),
        "visit": (said("抽水站設有四臺機組，並由各里推派志工定期參加演練。", "N2"),),
        "suggestions": (said("建議於雨季前比照辦理並編列預算。", "N3", opinion=True),),
    }
    assert abstract(most=45, **given) == [given["purpose"][0].text, given["suggestions"][0].text]


WENT = said("海城市政府科長王測甲於115年10月12日至10月16日赴日本。", "N9")


def test_it_begins_with_who_went_when_and_where_which_no_section_knows() -> None:
    """The sentence counts in the length, and others make room for it."""
    given = (said("抽水站設有四臺機組。", "N2"), said("每年定期舉辦測試演練。", "N3"))
    assert abstract(first=(WENT,), visit=given)[0] == WENT.text
    assert abstract(first=(WENT,), most=45, visit=given) == [WENT.text, "抽水站設有四臺機組。"]


def test_where_no_section_gave_anything_there_is_no_abstract_to_begin() -> None:
    assert abstract(first=(WENT,)) == []


def test_where_only_a_least_length_is_set_an_abstract_stays_brief() -> None:
    many = tuple(said(f"第{n}場會議討論防洪。", f"N{n}") for n in range(1, 30))
    found = abstract(least=60, visit=many)
    assert 60 <= len("".join(found)) <= 90


def test_what_a_person_took_out_or_changed_does_not_come_back_through_the_abstract() -> None:
    """It would say what that person did not want; the sentence beside it, of the same note, stays."""
    at = datetime(2026, 11, 2, tzinfo=UTC)
    edit = Edit(
        section="visit", before="副市長遲到半小時才致詞。", after="", by="王小芸", at=at, sources=("N2",)
    )
    found = abstract(edit, visit=(said("副市長遲到半小時後致詞。", "N2"), said("抽水站設有四臺機組。", "N2")))
    assert found == ["抽水站設有四臺機組。"]
