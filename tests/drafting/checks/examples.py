"""Reads the examples of the rules: a small report as a clerk would write it, with a few lines before it for the rest.

A line `[N1] …` is material (`[N1 心得]`, `[N1 轉傳]` say its kind, `[P1 缺檔]` that its file was lost), `前案：…` an earlier report, `表單：`, `撰寫模型：`, `檔案：`
`未寫成：` and `註解：` speak of these, `▣ …` is a photo's caption, cells are divided by ` | `, and `{N1}` after a sentence names its sources (`{N1；甲某}`: written by hand by 甲某).
Other lines `欄位：…` replace the blanks of a form page that is filled in well.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby

from drafting.checks.case import Case
from drafting.checks.given import Earlier, FileFacts
from drafting.existing import read_existing
from drafting.existing.blocks import CaptionBlock, Opened, OpenedBlock, TableBlock, TextBlock
from drafting.form import form_named
from drafting.material import Kind, Material, Medium, Ref, StoredFile
from drafting.report import FailedPart, ListBlock, Paragraph, Report, Section, Sentence
from drafting.review import Recipe
from drafting.revision import Remark

TODAY = date(2018, 6, 1)
_BLANKS = {
    "類別": "其他",
    "出國報告提要名稱": "臺中市政府出席海國「港灣城市會議」",
    "含附件": "☐是 ☑否",
    "出國計畫主辦機關": "秘書處",
    "聯絡人": "乙某",
    "電話": "04-00000000分機1",
    "出國人員姓名/服務機關/單位/職稱": "甲某/臺中市政府秘書處/國際科/科員",
    "出國類別": "其他 ☑國際會議 ☐業務接洽",
    "出國期間": "107年4月9日至107年4月10日",
    "出國地區": "海國",
    "報告日期": "107年6月1日",
}
_SPECIAL = ("表單", "撰寫模型", "檔案", "前案", "未寫成", "註解")
_MATERIAL = re.compile(r"\[(?P<ref>[NDPV]\d+)(?: (?P<kind>\S+))?\] (?P<text>.+)")
_SOURCES = re.compile(r"\{(?P<refs>[^}]+)\}")
_PART = re.compile("[壹貳參肆伍陸][、，]")


def case_of(example: str) -> Case:
    """The case that the example describes."""
    lines = example.split("\n")
    special = dict(line.split("：", 1) for line in lines if line.split("：")[0] in _SPECIAL)
    given = [m for line in lines if (m := _MATERIAL.fullmatch(line))]
    first = next((i for i, line in enumerate(lines) if _PART.match(line)), len(lines))
    blanks = _BLANKS | dict(line.split("：", 1) for line in lines[:first] if line.split("：")[0] in _BLANKS)
    form = form_named(special.get("表單", "taichung-summary"))
    front = [TextBlock(text=f"{label}：{value}") for label, value in blanks.items()]
    file = _file(special["檔案"]) if "檔案" in special else None
    opened = Opened(blocks=(*front, *_blocks(lines[first:])), facts=file)
    existing = read_existing(opened, form)
    model = special.get("撰寫模型", "")
    earlier = special.get("前案")
    title, _, problem = special.get("未寫成", "").partition("＝")
    failed = (FailedPart(key="process", title=title, problem=problem),) if title else ()
    remarks = (Remark(text=special["註解"], by="乙某", number=1),) if "註解" in special else ()
    return Case(
        _cited(existing.report).model_copy(update={"failed": failed}),
        existing.trip.model_copy(update={"material": tuple(map(_piece, given)), "remarks": remarks}),
        form,
        TODAY,
        from_file=not given,
        recipe=Recipe(writer="openai", model=model, place="機關內") if model else None,
        earlier=(Earlier(title="前一份報告", places=("日本",), passages=(("參、目的", earlier),)),)
        if earlier
        else (),
        file=file,
        layout=existing.layout,
    )


def _blocks(lines: list[str]) -> Iterator[OpenedBlock]:
    for is_row, group in groupby(lines, key=lambda line: " | " in line):
        if is_row:
            yield TableBlock(rows=tuple(tuple(line.split(" | ")) for line in group))
            continue
        for line in group:
            caption = line.startswith("▣ ")
            yield CaptionBlock(text=line[2:]) if caption else TextBlock(text=line)


def _piece(match: re.Match[str]) -> Material:
    ref, kind = match["ref"], match["kind"]
    medium = {"N": Medium.NOTE, "D": Medium.PAPER, "P": Medium.PHOTO, "V": Medium.VOICE}[ref[0]]
    return Material(
        ref=Ref(ref),
        medium=medium,
        author="甲某",
        said_at=datetime(2018, 4, 9, 3, tzinfo=UTC),
        meant_on=date(2018, 4, 9),
        text=match["text"],
        kind=Kind.IMPRESSION if kind == "心得" else Kind.FACT,
        own=kind != "轉傳",
        file=StoredFile(name="1.jpg", missing="這張照片只收到一部分，請重新傳送。")
        if kind == "缺檔"
        else None,
    )


def _file(text: str) -> FileFacts:
    kind, *words = text.split()
    found = {word[:2]: word for word in words}
    return FileFacts(
        kind=kind,
        pages=int(re.sub(r"\D", "", found.get("頁數", "0"))),
        numbered_pages="無頁碼" not in words,
        loose_fonts=tuple(word[4:] for word in words if word.startswith("未嵌字型")),
        located_pictures=int(re.sub(r"\D", "", found.get("帶位", "0"))),
    )


def _cited(report: Report) -> Report:
    return report.model_copy(update={"sections": tuple(map(_cited_section, report.sections))})


def _cited_section(section: Section) -> Section:
    blocks = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            blocks.append(Paragraph(sentences=tuple(_sentences(block.text, section))))
        elif isinstance(block, ListBlock):
            blocks.append(
                ListBlock(items=tuple(s for item in block.items for s in _sentences(item.text, section)))
            )
        else:
            blocks.append(block)
    return section.model_copy(
        update={"blocks": tuple(blocks), "sections": tuple(map(_cited_section, section.sections))}
    )


def _sentences(text: str, section: Section) -> Iterator[Sentence]:
    kind = "opinion" if section.key in ("impressions", "suggestions") else "fact"
    for piece in re.findall(r"[^。！？{]*[。！？]*(?:\{[^}]*\})?", text):
        if plain := _SOURCES.sub("", piece):
            given = _SOURCES.search(piece)
            refs, _, by = given["refs"].partition("；") if given else ("", "", "")
            sources = tuple(Ref(ref) for ref in refs.split("、") if ref)
            yield Sentence(text=plain, sources=sources, kind=kind, by=by)
