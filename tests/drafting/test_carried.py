"""A place, a person or a body that was named before in the section, and rightly, may be named again; another is stopped."""

from datetime import date

import pytest

from drafting.checks import check
from drafting.form import Role
from drafting.material import Ref
from drafting.report import Paragraph, Report, Section, Sentence
from tests.drafting.model_trip import FORM, TRIP, piece, slot
from tests.drafting.test_openai_writer_gate import sentences, written
from tests.model_server import ModelServer, answer, rewritten, says

MEETING = piece("N1", "會議在東京舉行，談港灣合作")
VISIT = piece("N2", "會後代表團拜會市議會，談志工制度")
ELSEWHERE = piece("N3", "翌日在首爾拜會商工會議所，談展覽")
MILL = piece("N4", "FKIZ用酵素分離棉與聚酯")
RATE = piece("N5", "回收率94%，規模每批200公升")
QUARTERLY = piece("N6", "VZKL每季抽查5%的申報資料")
CARRIED = TRIP.model_copy(
    update={"material": (MEETING, VISIT, ELSEWHERE, MILL, RATE, QUARTERLY), "names": ()}
)
BODY = ("FKIZ以酵素分離棉與聚酯。", ["N4"])
HERE = ("會議在東京舉行，談港灣合作。", ["N1"])

HONEST = [
    [HERE, ("代表團隨後在當地拜會市議會，談志工制度。", ["N2"])],
    [HERE, ("代表團隨後在東京拜會市議會，談志工制度。", ["N2"])],
    [HERE, ("會後談志工制度。", ["N2"]), ("代表團並在東京拜會市議會。", ["N2"])],
    [BODY, ("FKIZ之回收率為94%，規模為每批200公升。", ["N5"])],
    [HERE, BODY, ("FKIZ之回收率為94%。", ["N5"]), ("代表團並在東京拜會市議會。", ["N2"])],
]
WRONG = {
    "another place": [HERE, ("代表團隨後在柏林拜會市議會，談志工制度。", ["N2"])],
    "its own note names another": [HERE, ("翌日在東京拜會商工會議所，談展覽。", ["N3"])],
    "the last place named is another": [
        HERE,
        ("翌日在首爾拜會商工會議所，談展覽。", ["N3"]),
        ("代表團並在東京拜會市議會。", ["N2"]),
    ],
    "its own note names another body": [BODY, ("FKIZ每季抽查5%的申報資料。", ["N6"])],
    "a body that nobody named": [BODY, ("ZKIF之回收率為94%。", ["N5"])],
    "a wrong place lends nothing": [
        ("會議在柏林舉行，談港灣合作。", ["N1"]),
        ("代表團隨後在柏林拜會市議會，談志工制度。", ["N2"]),
    ],
}


def report(said: list[tuple[str, list[str]]]) -> Report:
    told = tuple(Sentence(text=text, sources=tuple(map(Ref, refs))) for text, refs in said)
    part = FORM.part_for(Role.PURPOSE)
    section = Section(key=part.key, heading=part.heading, blocks=(Paragraph(sentences=told),))
    return Report(form=FORM.key, title="", fields={}, sections=(section,))


def stopped(said: list[tuple[str, list[str]]]) -> list[str]:
    found = check(report(said), CARRIED, FORM, date(2026, 6, 1))
    return [f.quote for f in found if f.check == "GRD-1"]


@pytest.mark.parametrize("said", HONEST)
async def test_a_name_is_carried_over(said):
    assert stopped(said) == []
    async with ModelServer(says(answer(*said))) as server:
        prose = await written(server, slot(Role.PURPOSE, "N1", "N2", "N3", "N4", "N5", "N6"), CARRIED)
    assert [s.text for s in sentences(prose)] == [text for text, _ in said]
    assert [list(s.sources) for s in sentences(prose)] == [refs for _, refs in said]
    assert len(server.requests) == 1, "nothing had to be mended"


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
async def test_a_wrong_name_is_stopped(said):
    assert stopped(said)[-1] == said[-1][0]
    async with ModelServer(says(answer(*said)), says(rewritten())) as server:
        prose = await written(server, slot(Role.PURPOSE, "N1", "N2", "N3", "N4", "N5", "N6"), CARRIED)
    assert sentences(prose)[-1].text.endswith("【待確認】")


def test_what_another_section_names_is_not_carried():
    first, second = HONEST[1]
    apart = report([first]).sections[0], report([second]).sections[0].model_copy(update={"key": "process", "heading": "肆、過程"})  # fmt: skip
    both = report([first]).model_copy(update={"sections": apart})
    found = check(both, CARRIED, FORM, date(2026, 6, 1))
    assert [f.quote for f in found if f.check == "GRD-1"] == [second[0]]
