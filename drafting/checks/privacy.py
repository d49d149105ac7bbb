"""Checks before anybody else may read a report: personal data and secrets."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.grounding.phones import phones_in
from drafting.trip import Classification

_IDENTITY = re.compile(r"(?<![A-Za-z\d])[A-Z][1289A-D]\d{8}(?![\dA-Za-z])")
_MOBILE = re.compile(r"(?<![\d-])(?:09\d{2}|\+886[-\s]?9\d{2})[-\s]?\d{3}[-\s]?\d{3}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET = re.compile(r"密件|極機密|絕對機密|(?:屬|列為|為|係)機密|限閱|不得公開|請勿外流|僅供內部")


@rule(
    "PRV-1",
    Severity.WARNING,
    "內文不含身分證號、電話、電子郵件等個人資料。",
    "個人資料保護法第 5 條；政府資訊公開法第 18 條",
)
def body_holds_no_personal_data(case: Case) -> Iterator[Said]:
    contact = {digits for _, _, digits in phones_in(case.trip.contact_phone)}
    for where, text in case.body:
        numbers = [text[start:end] for start, end, digits in phones_in(text) if digits not in contact]
        numbers += [m[0] for m in _MOBILE.finditer(text) if not any(m[0] in n for n in numbers)]
        for label, found in (
            ("身分證或居留證號碼", _IDENTITY.findall(text)),
            ("電話", numbers),
            ("電子郵件", _MAIL.findall(text)),
        ):
            for value in found:
                yield Said(where, f"內文有{label}「{value}」，公開前請刪除或取得本人同意。", quote=text)


@rule(
    "SEN-1",
    Severity.WARNING,
    "列密或限閱的案件不用語言模型，公開前另製可公開版本。",
    "行政院及所屬機關使用生成式AI參考指引第 3 點",
)
def secrets_stay_inside(case: Case) -> Iterator[Said]:
    level = case.trip.classification
    if level is not Classification.NONE:
        message = f"本案機密等級為「{level.value}」，只能離線撰寫；送出或公開前請依機密文書規定處理。"
        yield Said("機密等級", message)
        return
    for where, text in case.passages:
        if match := _SECRET.search(text):
            yield Said(
                where, f"文中出現「{match[0]}」，請確認可否公開；列密案件請先設定機密等級。", quote=text
            )
