"""An itinerary that comes as an Excel workbook is read as it is seen."""

import io
import zipfile
from datetime import UTC, date, datetime, time

import pytest

from drafting.gather import gather
from drafting.material import Material, Medium, Ref
from export.opened import open_report
from export.papers import PaperUnreadable, read_paper

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STRINGS = (
    "日期",
    "時間",
    "行程",
    "地點",
    "<r><t>開幕</t></r><r><t>典禮</t></r>",
    "福岡國際會議場",
    "拜會港灣局",
    "隱藏列",
)


def workbook(rows: str, *, properties: str = "", state: str = "visible") -> bytes:
    """A workbook with one sheet of these rows; styles 1 to 3 show a date, a time, and a date in letters."""
    items = "".join(f"<si>{s if s.startswith('<') else f'<t>{s}</t>'}</si>" for s in STRINGS)
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {MAIN} {REL}>{properties}<sheets><sheet name="行程表" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {MAIN}>{items}</sst>",
        "xl/styles.xml": f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def shared(reference: str, number: int) -> str:
    return f'<c r="{reference}" t="s"><v>{number}</v></c>'


HEAD = f"<row>{''.join(shared(f'{c}1', n) for n, c in enumerate('ABCD'))}</row>"
FIRST = f'<row><c r="A2" s="1"><v>46280</v></c><c r="B2" s="2"><v>0.3958333333</v></c>{shared("C2", 4)}{shared("D2", 5)}</row>'
SECOND = (
    f'<row><c r="A3" s="3"><v>46281</v></c><c r="B3" s="2"><v>0.5833333333</v></c>{shared("C3", 6)}</row>'
)


def test_cells_are_read_as_they_are_shown():
    text = read_paper("行程.xlsx", workbook(HEAD + FIRST + SECOND))
    assert text == (
        "行程表\n日期\t時間\t行程\t地點\n2026/9/15\t09:30\t開幕典禮\t福岡國際會議場\n2026/9/16\t14:00\t拜會港灣局\t"
    )


def test_the_rows_become_the_days_and_events_of_the_trip():
    said = datetime(2026, 9, 1, tzinfo=UTC)
    paper = Material(
        ref=Ref("D1"), medium=Medium.PAPER, author="林測試", said_at=said,
        text=read_paper("行程.xlsx", workbook(HEAD + FIRST + SECOND)),
    )  # fmt: skip
    period = Material(
        ref=Ref("N1"), medium=Medium.NOTE, author="林測試", said_at=said, text="出國期間：115年9月15日至115年9月19日\n出國地區：日本"
    )  # fmt: skip
    events = gather(1, [period, paper], {}).events
    assert [(e.day, e.start, e.title) for e in events] == [
        (date(2026, 9, 15), time(9, 30), "開幕典禮"),
        (date(2026, 9, 16), time(14), "拜會港灣局"),
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c t="inlineStr"><is><t>備註</t></is></c>', "備註"), ("<c><v>12.0</v></c>", "12"), ("<c><v>12.5</v></c>", "12.5"),
        ('<c t="str"><f>A1</f><v>算出的字</v></c>', "算出的字"), ('<c t="b"><v>1</v></c>', "1"), ('<c s="1"><v>46280.75</v></c>', "2026/9/15 18:00"),
        ('<c t="inlineStr"><is><t>東京</t><rPh><t>とうきょう</t></rPh></is></c>', "東京"),
    ],
)  # fmt: skip
def test_kinds_of_cells(cell: str, shown: str):
    assert read_paper("a.xlsx", workbook(f"<row>{cell}</row>")) == f"行程表\n{shown}"


def test_a_workbook_of_1904_counts_from_there():
    content = workbook('<row><c s="1"><v>1</v></c></row>', properties='<workbookPr date1904="1"/>')
    assert read_paper("a.xlsx", content).endswith("1904/1/2")


def test_gaps_stay_gaps_and_hidden_rows_and_sheets_are_not_read():
    rows = f'<row>{shared("A1", 0)}{shared("C1", 2)}</row><row hidden="1">{shared("A2", 7)}</row>'
    assert read_paper("a.xlsx", workbook(rows)) == "行程表\n日期\t\t行程"
    with pytest.raises(PaperUnreadable, match="沒有文字"):
        read_paper("a.xlsx", workbook(rows, state="hidden"))


@pytest.mark.parametrize(
    "rows", ["<row><c t='s'><v>999</v></c></row>", "<row><c t='e'><v>#REF!</v></c></row>", ""]
)
def test_a_workbook_without_words_says_so(rows: str):
    with pytest.raises(PaperUnreadable, match="沒有文字"):
        read_paper("a.xlsx", workbook(rows))


def test_a_broken_workbook_is_one_sentence():
    with pytest.raises(PaperUnreadable, match="毀損"):
        read_paper("a.xlsx", workbook("<row><c></row>"))


def test_a_workbook_is_no_report_to_be_checked():
    with pytest.raises(PaperUnreadable, match="試算表，不是報告"):
        open_report("a.xlsx", workbook(HEAD))
