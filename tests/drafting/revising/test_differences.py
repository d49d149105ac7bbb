"""Two versions are compared word by word, and nothing is lost between them."""

from hypothesis import given
from hypothesis import strategies as st

from drafting.form import form_named
from drafting.report import Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.revising.differences import compare, pieces


def version(*sentences: str, heading: str = "(一)參訪", key: str = "activity-1", **fields: str) -> Report:
    block = Paragraph(sentences=tuple(Sentence(text=text) for text in sentences))
    visit = Section(key=key, heading=heading, blocks=(block,))
    return Report(
        form="",
        title="",
        fields=fields,
        sections=(Section(key="process", heading="肆、過程", sections=(visit,)),),
    )


def shown(old: Report, new: Report) -> list[str]:
    marks = {"same": "{}", "removed": "-{}-", "added": "+{}+"}
    return ["".join(marks[p.kind].format(p.text) for p in change.pieces) for change in compare(old, new)]


def test_the_same_text_has_no_differences():
    assert compare(version("抽水機4台。"), version("抽水機4台。")) == ()


def test_a_number_changes_as_a_whole():
    assert shown(version("會員有127個城市。"), version("會員有129個城市。")) == ["會員有-127-+129+個城市。"]


def test_new_lines_and_lost_lines_stand_alone():
    assert shown(version("甲乙丙。", "子丑寅卯。"), version("甲乙丙。", "風雨雷電。")) == [
        "+風雨雷電。+",
        "-子丑寅卯。-",
    ]


def test_fields_are_called_as_the_form_calls_them():
    form = form_named("taichung-summary")
    (change,) = compare(version(contact_person="王小芸"), version(contact_person="王大同"), form)
    assert (change.where, change.before, change.after) == ("聯絡人", "王小芸", "王大同")


def test_a_new_number_before_a_heading_is_no_difference():
    assert (
        shown(version("甲。", heading="(一)參訪"), version("甲。", heading="(二)參訪", key="activity-2"))
        == []
    )


def test_a_heading_in_other_words_is_one():
    assert shown(version("甲。"), version("甲。", heading="(一)拜會")) == ["(一)-參訪-+拜會+"]


def test_tables_and_captions_count_too():
    def told(cell: str, caption: str) -> Report:
        blocks = (
            Table(columns=("日期", "行程"), rows=(("5/11", cell),)),
            Photos(items=(PhotoItem(ref="P1", caption=caption),)),
        )
        return Report(
            form="",
            title="",
            fields={},
            sections=(Section(key="process", heading="肆、過程", blocks=blocks),),
        )

    assert shown(told("搭機", "閘門"), told("搭船", "閘門外")) == ["5/11｜搭-機-+船+", "P1｜閘門+外+"]


@given(st.text("甲乙丙12 ab.", max_size=30), st.text("甲乙丙12 ab.", max_size=30))
def test_both_texts_can_be_read_back_from_the_pieces(before, after):
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "added") == before
    assert "".join(p.text for p in found if p.kind != "removed") == after
