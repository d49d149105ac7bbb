"""A report as offices publish them, with the seventeen slips that one such report had: each is found, and quoted."""

from datetime import date
from pathlib import Path

import pytest

from drafting.existing import check_existing, read_existing
from drafting.form import form_named
from export.opened import open_report

REPORT = Path(__file__).with_name("published_report.md")
SLIPS = {
    "a comma in place of 、 after 肆": ("SEC-2", "肆，過程"),
    "one place spelled in two ways": ("CON-3", "馬爾單"),
    "one meeting called in two ways": ("CON-3", "執行局委員會會議"),
    "one person spelled in two ways": ("CON-3", "Shed Mohammad"),
    "more than 150, but 88 and 62": ("CON-2", "88位市長"),
    "a recommended event that is over": ("TIM-3", "5 月 23 日至 26 日"),
    "the conference lasts longer in the itinerary": ("CON-1", "2018年4月10日至12日"),
    "a visit that the itinerary does not know": ("CON-1", "北岸省馬爾丹區政府"),
    "a delegation of one": ("CON-2", "代表團一行"),
    "a name that lost words": ("CON-3", "聯合會年執行局"),
    "21-Century": ("TRM-3", "21-Century"),
    "days written in many ways": ("DAT-1", ""),
    "brackets of two widths": ("PUN-1", "("),
    "western quotation marks": ("PUN-1", "“"),
    "臺北市府": ("CON-3", "臺北市府"),
    "the same caption twice": ("PHO-1", "港灣城市聯合會會議"),
    "an abstract that is too short": ("LEN-1", "本府代表團"),
    "suggestions without anybody to follow them up": ("REC-1", "建議派員"),
    "headings of one rank on two levels": ("SEC-2", "二、會議活動"),
    "a heading behind a bullet": ("SEC-2", "- (三)"),
}


@pytest.fixture(scope="module")
def found():
    form = form_named("taichung-summary")
    existing = read_existing(open_report(REPORT.name, REPORT.read_bytes()), form)
    return check_existing(existing, form, date(2018, 6, 12))


@pytest.mark.parametrize(("check", "words"), SLIPS.values(), ids=SLIPS)
def test_each_slip_is_found_and_quoted(found, check, words):
    assert [f for f in found if f.check == check and f.quote and words in f.quote]


def test_nothing_is_said_that_is_not_so(found):
    """Every warning is about one of the slips."""
    known = {check for check, _ in SLIPS.values()}
    assert {f.check for f in found if f.severity != "info"} <= known
