"""A form value by value, each with how sure it is: for `suixing forms` and for docs/forms.md."""

from collections.abc import Iterator

from drafting.counting import Counting
from drafting.form import Confidence, Form, Known, Length

_SURE = {
    Confidence.READ: "讀自原規定",
    Confidence.SECOND_HAND: "轉引",
    Confidence.SEED: "取自實例",
    Confidence.ASSUMED: "推定，未查證",
}

_PAGES = {"cover": "封面", "form": "提要表", "contents": "目次", "title": "首頁標題"}
_COUNTED = {
    Counting.CJK: "只計中文字",
    Counting.WORD: "依文書軟體之字數統計",
    Counting.CHARACTERS: "計空白以外的字元",
}


def lines_of(form: Form) -> Iterator[str]:
    """The form for a person: every value with its confidence, the deadline with its source too."""
    yield f"{form.key}　{form.name}"
    yield f"  {form.summary}"
    yield f"  期限：返國後 {form.deadline.months} 個月（{_SURE[form.deadline.confidence]}：{form.deadline.source}）"
    yield f"  文前頁：{_front_pages(form)}（{_SURE[form.front.confidence]}）"
    yield f"  標題編號：{' '.join(form.numbering.levels)}（{_SURE[form.numbering.confidence]}）"
    if form.cover:
        sizes = f"{form.cover.head_size:g}／{form.cover.title_size:g}／{form.cover.line_size:g} 點"
        yield f"  封面：{sizes}{form.cover.face and f'，{form.cover.face}'}（{_SURE[form.cover.confidence]}）"
    if form.type:
        yield f"  內文：{form.type.size:g} 點，行距 {form.type.pitch:g} 點（{_SURE[form.type.confidence]}）"
    if form.captions:
        numbers = "、".join(filter(None, (form.captions.figure.strip(), form.captions.table.strip())))
        yield f"  圖表編號：{numbers}（{_SURE[form.captions.confidence]}）"
    fields = (f"{f.label}（{_SURE[f.confidence]}）" for f in form.fields)
    yield f"  欄位：{'、'.join(fields)}"
    for part in form.parts:
        limit = ""
        if part.length:
            counted = _COUNTED[part.length.counted]
            limit = f"　{_limit(part.length)}（{counted}；{_SURE[part.length.confidence]}）"
        yield f"  {part.heading}{limit}（{_SURE[part.confidence]}）"
    for annex in form.annexes:
        yield f"  附頁：{annex.title}（{_SURE[annex.confidence]}）"


def _front_pages(form: Form) -> str:
    pages = "、".join(_PAGES[page] for page in form.front.pages) or "無"
    return f"{pages}，頁碼用羅馬數字" if form.front.roman else pages


def _limit(length: Length) -> str:
    least, most = length.least, length.most
    return f"{least} 至 {most} 字" if least and most else f"至少 {least} 字" if least else f"至多 {most} 字"


def values_of(form: Form) -> Iterator[tuple[str, str, Known]]:
    """What, the value, and where it comes from."""
    yield "categories", "、".join(form.categories), form.serves
    yield "pages before the body", _front(form), form.front
    if form.cover:
        sizes = f"{form.cover.head_size:g}, {form.cover.title_size:g}, {form.cover.line_size:g} pt"
        yield "cover", f"{sizes} {form.cover.face}".strip(), form.cover
    if form.type:
        yield "type of the body", f"{form.type.size:g} pt on {form.type.pitch:g} pt", form.type
    if form.captions:
        yield "captions", f"{form.captions.figure} {form.captions.table}".strip(), form.captions
    yield "deadline", f"{form.deadline.months} months, day one: {form.deadline.day_one}", form.deadline
    yield "numbering", " ".join(form.numbering.levels), form.numbering
    for field in form.fields:
        yield f"field `{field.key}`", field.label + ("" if field.required else " (optional)"), field
    for part in form.parts:
        yield f"part `{part.key}`", part.heading + ("" if part.required else " (optional)"), part
        if part.length:
            yield f"length of `{part.key}`", _bounds(part.length), part.length
    for annex in form.annexes:
        yield f"annex `{annex.key}`", f"{annex.title} ({annex.kind})", annex


def _front(form: Form) -> str:
    pages = "、".join(form.front.pages) or "none"
    return f"{pages}; numbered i, ii, iii" if form.front.roman else pages


def _bounds(length: Length) -> str:
    least, most = length.least, length.most
    bounds = f"{least} to {most}" if least and most else f"at least {least}" if least else f"at most {most}"
    return f"{bounds}, counted: {length.counted.value}"
