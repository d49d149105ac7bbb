"""What holds for all checks together."""

from datetime import date

from drafting.checks import CHECKS, check, check_file
from drafting.form import form_named
from drafting.report import Report, Section


def test_the_good_report_passes_every_check(sample):
    form = form_named(sample.form)
    found = check(sample.report, sample.trip, form, date(2018, 5, 1))
    assert [(f.check, f.message) for f in found if f.severity != "info"] == []


def test_ids_and_names_are_unique_and_every_rule_has_words_and_a_source():
    assert len({rule.id for rule in CHECKS}) == len({rule.name for rule in CHECKS}) == len(CHECKS)
    assert all(rule.says.endswith("。") and rule.source for rule in CHECKS)


def test_a_report_from_a_file_is_not_asked_for_sources(sample, write):
    bare = sample.body("purpose", write("新的一句，有99位代表。", sources=()))
    form = form_named(bare.form)
    with_material = {f.check for f in check(bare.report, bare.trip, form, date(2018, 5, 1))}
    without = {f.check for f in check_file(bare.report, bare.trip, form, date(2018, 5, 1))}
    assert with_material - without == {"SRC-1", "SRC-5"}  # SRC-5 only shows a share


def test_a_long_report_is_checked(sample, say):
    """Ten thousand signs with thirty pieces of material; the bound is wide, since test machines are slow."""
    texts = [
        f"第{i}場會議由城市協會主持，4月10日有{i * 3 + 10}位代表出席，包括{i}位市長及{i * 2 + 10}位議員，City Forum {i}。"
        for i in range(200)
    ]
    material = tuple(say(f"N{i}", "".join(texts[i * 7 : i * 7 + 7])) for i in range(1, 29))
    process = Section(
        key="process",
        heading="肆、過程",
        blocks=tuple(_prose("".join(texts[i * 7 : i * 7 + 7]).split("。"), f"N{i}") for i in range(1, 29)),
    )
    report = Report.model_validate(
        {
            **sample.report.model_dump(),
            "sections": [s.model_dump() for s in (*sample.report.sections[:3], process)],
        }
    )
    trip = sample.trip.model_copy(update={"material": material})
    found = check(report, trip, form_named("taichung-summary"), date(2018, 5, 1))
    assert not [f for f in found if f.check == "GRD-1" and f.where == "肆、過程"]


def _prose(texts, ref):
    from drafting.report import Paragraph, Sentence

    return Paragraph(sentences=tuple(Sentence(text=t + "。", sources=(ref,)) for t in texts if t))
