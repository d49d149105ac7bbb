"""A sentence in a person's own words stands in every later draft, where the one stood that it replaces."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.form import form_named
from drafting.material import Ref
from drafting.offline.writer import OfflineWriter
from drafting.report import ListBlock, Paragraph, Report, Section, Sentence
from drafting.revising.edits import edited, find
from drafting.revision import Edit
from tests.drafting.plan.invented import said, trip_of

AT = datetime(2026, 5, 20, tzinfo=UTC)
PUMPS = Sentence(text="抽水機共4台。", sources=(Ref("N2"),))
GATES = Sentence(text="閘門每月測試一次。", sources=(Ref("N3"),))
THOUGHT = Sentence(text="深感演練重要。", sources=(Ref("N4"),), kind="opinion")


def report(*process: Sentence, abstract: tuple[Sentence, ...] = (), key: str = "activity-1") -> Report:
    visit = Section(key=key, heading="(一)參訪抽水站", blocks=(Paragraph(sentences=process),))
    return Report(
        form="taichung-summary", title="考察", fields={},
        sections=(
            Section(key="abstract", heading="壹、摘要", blocks=(Paragraph(sentences=abstract),) if abstract else ()),
            Section(key="process", heading="肆、過程", sections=(visit,)),
            Section(key="impressions", heading="伍、心得", blocks=(ListBlock(items=(THOUGHT,)),)),
        ),
    )  # fmt: skip


def edit(before: str, after: str, section: str = "activity-1", sources: tuple[str, ...] = ("N2",)) -> Edit:
    refs = tuple(Ref(ref) for ref in sources)
    return Edit(section=section, before=before, after=after, by="王小芸", at=AT, sources=refs)


def texts(of: Report) -> list[str]:
    return [s.text for top in of.sections for s in top.sentences()]


def test_the_new_sentence_keeps_the_sources_and_names_who_wrote_it():
    done = edited(report(PUMPS, GATES), (edit("抽水機共4台。", "抽水機共4台，2台備用。"),))
    assert texts(done) == ["抽水機共4台，2台備用。", "閘門每月測試一次。", "深感演練重要。"]
    mine = next(done.section("process").sentences())
    assert (mine.by, mine.sources, mine.kind) == ("王小芸", ("N2",), "fact")


def test_the_abstract_that_repeats_a_sentence_follows():
    done = edited(report(PUMPS, abstract=(PUMPS,)), (edit("抽水機共4台。", "抽水機有4台。"),))
    assert texts(done)[:2] == ["抽水機有4台。", "抽水機有4台。"]


def test_a_redraft_that_words_it_anew_is_known_by_its_source():
    anew = Sentence(text="站內設有四部抽水機組。", sources=(Ref("N2"),))
    done = edited(report(GATES, anew), (edit("抽水機共4台。", "抽水機有4台。"),))
    assert texts(done)[:2] == ["閘門每月測試一次。", "抽水機有4台。"]


def test_activities_may_have_moved_to_another_place():
    done = edited(report(PUMPS, key="activity-2"), (edit("抽水機共4台。", "抽水機有4台。"),))
    assert texts(done)[0] == "抽水機有4台。"


def test_what_lost_its_place_is_added_and_never_dropped():
    done = edited(report(GATES), (edit("抽水機共4台。", "抽水機有4台。"),))
    assert texts(done)[:2] == ["閘門每月測試一次。", "抽水機有4台。"]


def test_a_sentence_that_was_taken_out_stays_out():
    assert texts(edited(report(PUMPS, GATES), (edit("抽水機共4台。", ""),)))[0] == "閘門每月測試一次。"


def test_own_words_are_edited_again():
    twice = (edit("抽水機共4台。", "抽水機有4台。"), edit("抽水機有4台。", "抽水機有5台。"))
    assert texts(edited(report(PUMPS), twice))[0] == "抽水機有5台。"


def test_an_opinion_stays_an_opinion():
    done = edited(report(PUMPS), (edit("深感演練重要。", "演練比設備重要。", "impressions", ("N4",)),))
    assert next(iter(done.section("impressions").sentences())).kind == "opinion"


SENTENCES = st.lists(st.sampled_from([PUMPS, GATES]), min_size=1, max_size=4).map(tuple)


@given(
    SENTENCES, st.text("甲乙丙丁", min_size=1, max_size=5), st.sampled_from(["activity-1", "gone", "process"])
)
def test_own_words_are_in_every_draft_once_it_was_said_and_saying_it_twice_changes_nothing(
    process, words, where
):
    said_once = (edit("抽水機共4台。", words, where),)
    once = edited(report(*process), said_once)
    assert words in texts(once)
    assert edited(once, said_once) == once


def test_part_of_a_sentence_finds_it_if_only_one_has_it():
    assert find(report(PUMPS, GATES), "每月測試")[1] == GATES
    assert find(report(PUMPS, GATES), "。") is None
    assert find(report(PUMPS), "沒有這句") is None


async def test_a_written_report_carries_what_the_trip_was_told():
    trip = trip_of(said("N1", "想了解海城如何抽水", day=9), said("N2", "抽水機4台", hour=15))
    form, writer = form_named("taichung-summary"), OfflineWriter()
    first = (await compose(trip, form, writer)).report
    process = first.section("process")
    old = next(s for s in process.sentences() if "抽水機4台" in s.text)
    section, _ = find(first, old.text)
    told = Edit(
        section=section.key,
        before=old.text,
        after="抽水機4台，1台備用。",
        by="王小芸",
        at=AT,
        sources=old.sources,
    )
    again = (await compose(trip.model_copy(update={"edits": (told,)}), form, writer)).report
    mine = [s for s in again.section("process").sentences() if s.by]
    assert [(s.text, s.by) for s in mine] == [("抽水機4台，1台備用。", "王小芸")]
    assert find(again, old.text) is None
