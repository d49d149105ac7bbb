"""Checks of the form page: the right form, every blank filled, nothing that contradicts itself."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.form import Form, all_forms
from drafting.trip import Category

_PLACEHOLDER = re.compile(
    r"[○◯]{2,}|(?<![一二三四五六七八九十\d])〇{2,}(?![一二三四五六七八九十])|(?<![A-Za-z])X{3,}(?![A-Za-z])|\uff38{2,}"
    r"|待填|待補(?!充)|待確認|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])|【(?:請|待|尚)[^】]{0,30}】|_{3,}|\uff3f{2,}"
)
_SPOKEN_OF = re.compile(r"附[件錄]")
_ATTACHED = re.compile(r"(?:如|詳|見|參閱?|併?附於|列於)附(?:件|錄)|附件[一二三四五六七八九十\d]")


@rule(
    "CAT-1",
    Severity.ERROR,
    "出國類別決定文件：考察、進修、研究、實習或兩類以上應提出國報告，其他提提要。",
    "臺中市政府公務出國或赴大陸地區報告注意事項第三點第二項",
    good="類別：其他",
    bad="類別：考察",
)
def category_fits_form(case: Case) -> Iterator[Said]:
    wanted = set(case.trip.categories)
    if not wanted or _serves(case.form, wanted):
        return
    names = "、".join(c.value for c in case.trip.categories)
    better = next((f for f in all_forms() if f.agency == case.form.agency and _serves(f, wanted)), None)
    advice = (
        f"請改用「{better.name}」（表單代碼 {better.key}）。" if better else "請確認類別，或改用其他表單。"
    )
    yield Said(case.label("category_line"), f"類別「{names}」不適用「{case.form.name}」，{advice}")


@rule(
    "FRM-1",
    Severity.ERROR,
    "表單各欄都要填寫，不得留有待填字樣。",
    "提要表（附件一）各欄",
    good="聯絡人：乙某",
    bad="聯絡人：○○○",
)
def every_field_is_filled(case: Case) -> Iterator[Said]:
    for field in case.form.fields:
        if field.required and not case.report.fields.get(field.key, "").strip():
            yield Said(field.label, f"請補「{field.label}」{_how(case, field.key)}")
    for traveller in case.trip.travellers:
        for value, label, severity in (
            (traveller.agency, "服務機關", Severity.ERROR),
            (traveller.unit, "單位", Severity.WARNING),
            (traveller.title, "職稱", Severity.ERROR),
        ):
            if not value.strip():
                message = f"請補「{traveller.name}」的{label}{_how(case, 'travellers')}"
                yield Said(case.label("travellers"), message, severity=severity)
    for hit in case.hits(_PLACEHOLDER, fields=True):
        yield Said(hit.where, f"還有待填的字樣「{hit.words}」，請填入內容或刪除。", quote=hit.text)


@rule(
    "FRM-2",
    Severity.ERROR,
    "類別與出國類別要一致，含附件要與實際相符。",
    "提要表（附件一）「類別」「出國類別」「含附件」",
    good="含附件：☑是 ☐否\n參、目的\n議程詳附件一。",
    bad="含附件：☐是 ☑否\n參、目的\n議程詳附件一。",
)
def fields_agree(case: Case) -> Iterator[Said]:
    if case.trip.purposes and case.trip.categories and Category.OTHER not in case.trip.categories:
        ticked = "、".join(case.trip.purposes)
        yield Said(case.label("purposes"), f"類別不是「其他」，卻勾選了「{ticked}」，請擇一更正。")
    field = case.form.field("purposes")
    if field and field.options and not field.free_option:
        for purpose in case.trip.purposes:
            if purpose not in field.options:
                yield Said(field.label, f"表單沒有「{purpose}」，請改選：{'、'.join(field.options)}。")
    yield from _attachments(case)


def _attachments(case: Case) -> Iterator[Said]:
    if case.trip.has_attachments is None:
        return
    named = next(case.hits(_ATTACHED), None)
    label = case.label("has_attachments")
    if named and not case.trip.has_attachments:
        yield Said(label, "內文提到附件，「含附件」卻勾「否」，請改勾「是」或修改內文。", quote=named.text)
    if case.trip.has_attachments and not next(case.hits(_SPOKEN_OF), None):
        message = "「含附件」勾「是」，內文卻沒有提到附件，請確認附件已備妥並在內文註明。"
        yield Said(label, message, severity=Severity.WARNING)


def _how(case: Case, key: str) -> str:
    return "。" if case.from_file else f"：在對話中告訴我，或用 /set 填寫（指令列為 suixing set … {key} …）。"


def _serves(form: Form, wanted: set[Category]) -> bool:
    if len(wanted) > 1:
        return form.several_categories
    return wanted <= set(form.categories)
