"""Checks before anybody else may read a report: personal data and secrets."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.identity import numbers_of_persons
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.grounding.phones import phones_in
from drafting.trip import Classification

_MOBILE = re.compile(r"(?<![\d-])(?:09\d{2}|\+886[-\s]?9\d{2})[-\s]?\d{3}[-\s]?\d{3}(?!\d)")
_MAY_BE_PERSONAL = re.compile(r"\d{3}[-\s]?\d{3}|@|生日|出生")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET = re.compile(r"密件|極機密|絕對機密|(?:屬|列為|為|係)機密|限閱|不得公開|請勿外流|僅供內部")


@rule(
    "PRV-1",
    Severity.ERROR,
    "內文不含身分證號、護照號碼、電話、電子郵件等個人資料。",
    "個人資料保護法第 5 條；政府資訊公開法第 18 條",
    good="參、目的\n本府派員出席會議，聯絡窗口為秘書處。",
    bad="參、目的\n本府派員（身分證A123456789）出席會議，行動電話0900-000-000。",
)
def body_holds_no_personal_data(case: Case) -> Iterator[Said]:
    contact = {digits for _, _, digits in phones_in(case.trip.contact_phone)}
    for where, text in dict.fromkeys((hit.where, hit.text) for hit in case.hits(_MAY_BE_PERSONAL)):
        numbers = [text[start:end] for start, end, digits in phones_in(text) if digits not in contact]
        numbers += [m[0] for m in _MOBILE.finditer(text) if not any(m[0] in n for n in numbers)]
        for label, value in numbers_of_persons(text):
            yield Said(where, f"內文有{label}「{value}」，請刪除。", quote=text, severity=Severity.ERROR)
            numbers = [n for n in numbers if n not in value and value not in n]
        for label, found in (("電話", numbers), ("電子郵件", _MAIL.findall(text))):
            for value in found:
                message = f"內文有{label}「{value}」，公開前請刪除或取得本人同意。"
                yield Said(where, message, quote=text, severity=Severity.WARNING)


@rule(
    "SEN-1",
    Severity.WARNING,
    "列密或限閱的案件不用語言模型，公開前另製可公開版本。",
    "行政院及所屬機關使用生成式AI參考指引第 3 點",
    good="參、目的\n本府派員出席會議。",
    bad="參、目的\n本件屬機密，僅供內部參考。",
)
def secrets_stay_inside(case: Case) -> Iterator[Said]:
    level = case.trip.classification
    if level is not Classification.NONE:
        message = f"本案機密等級為「{level.value}」，只能離線撰寫；送出或公開前請依機密文書規定處理。"
        yield Said("機密等級", message)
        return
    for hit in case.hits(_SECRET, fields=True):
        message = f"文中出現「{hit.words}」，請確認可否公開；列密案件請先設定機密等級。"
        yield Said(hit.where, message, quote=hit.near)
