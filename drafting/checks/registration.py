"""Checks what the registration at the portal needs, and how the file is handed on."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity

_LONGEST_NAME = 100
_OFFICE = re.compile(r"[府局處部院署會所校]$|公所|中心|學校|大學|公司")


@rule(
    "REG-1",
    Severity.WARNING,
    "公務出國報告資訊網要登錄的資料，報告裡都找得到。",
    "公務出國報告資訊網登錄欄位；監督案例：登錄資料不全",
    good="出國人員姓名/服務機關/單位/職稱：甲某/臺中市政府秘書處/國際科/科員",
    bad="出國人員姓名/服務機關/單位/職稱：甲某\n出國地區：",
)
def the_registration_can_be_filled(case: Case) -> Iterator[Said]:
    trip = case.trip
    needed = (
        ("report_name", bool(trip.report_name or case.report.title), "報告名稱"),
        ("travellers", bool(trip.travellers), "出國人員的姓名、服務機關與職稱"),
        ("period", bool(trip.period), "出國期間"),
        ("regions", bool(trip.regions), "前往地區"),
        ("category_line", bool(trip.categories or trip.purposes), "出國類別"),
    )
    if missing := [name for key, there, name in needed if not there and not _is_asked_for(case, key)]:
        message = f"登錄公務出國報告資訊網還缺：{'、'.join(missing)}，請補在表單或封面。"
        yield Said("登錄資料", message, quote=case.report.title)
    if len(trip.report_name) > _LONGEST_NAME:
        message = f"報告名稱有 {len(trip.report_name)} 字，登錄與歸檔不便，建議在 {_LONGEST_NAME} 字以內。"
        yield Said(case.label("report_name"), message, quote=trip.report_name, severity=Severity.INFO)
    for traveller in trip.travellers:
        if traveller.agency and not _OFFICE.search(traveller.agency):
            message = f"「{traveller.name}」的服務機關「{traveller.agency}」不像機關全銜，請查證欄位順序（姓名/服務機關/單位/職稱）。"
            yield Said(case.label("travellers"), message, quote=traveller.agency, severity=Severity.INFO)


def _is_asked_for(case: Case, key: str) -> bool:
    """Whether FRM-1 says already that this blank is empty, or an English form has no such blank."""
    field = case.form.field(key)
    if field is None and case.form.language == "en":
        return True
    return field is not None and field.required and not case.report.fields.get(key, "").strip()


@rule(
    "OUT-1",
    Severity.WARNING,
    "檔案可以流通：字型嵌入、有頁碼，可編輯的另附 ODF。",
    "推動 ODF-CNS15251 為政府文件標準格式續階實施計畫；行政院附件一「頁碼置於下方中央」",
    good="檔案：pdf 頁數12",
    bad="檔案：pdf 頁數12 無頁碼 未嵌字型TW-Kai",
)
def the_file_can_be_handed_on(case: Case) -> Iterator[Said]:
    file = case.file
    if file is None:
        return
    if file.loose_fonts:
        fonts = "、".join(file.loose_fonts[:4])
        message = f"PDF 沒有嵌入字型（{fonts}），換一臺電腦就可能缺字，請重新輸出並勾選嵌入字型。"
        yield Said("檔案", message, quote=fonts)
    if file.pages > 1 and not file.numbered_pages:
        yield Said("檔案", f"{file.pages} 頁都沒有頁碼，請在頁尾中央加上頁碼。", severity=Severity.WARNING)
    if file.kind == "docx":
        message = "對外流通的可編輯檔要有 ODF（.odt），不可編輯檔用 PDF；請另存一份。"
        yield Said("檔案", message, severity=Severity.INFO)
