"""The last sheet of the edition for inside: every piece of material, who said it when, and whether the report uses it."""

import re

from drafting.form import Form
from drafting.material import Kind, Material, Medium
from drafting.report import Report
from drafting.trip import Trip
from drafting.wording.chat_words import PICTOGRAPHS
from export.body import Body
from export.document import Row, Sheet, Table
from export.measures import TEXT_WIDTH
from export.wording import clean

_WIDTHS = (1.4, 3.3, 2.0, 9.3)  # 107年12月10日 on one line
_LONGEST = 600  # characters of one piece
_LONGEST_OF_PAPER = 100  # papers are named and begun, not copied
_PICTOGRAPHS = re.compile(PICTOGRAPHS)  # they say nothing, and no office font has them
TITLES = {"zh-TW": "素材清單", "en": "Material"}
_COLUMNS = {"zh-TW": ("編號", "日期", "提供者", "內容"), "en": ("Ref.", "Date", "From", "Content")}
_UNUSED = {"zh-TW": "（未引用：{reason}）", "en": "(not used: {reason})"}


def material_list(report: Report, trip: Trip, form: Form, body: Body) -> Sheet:
    """The sheet. What the traveller called private is not on it; of chatter and of people's cards only that they came."""
    title, columns = TITLES[form.language], _COLUMNS[form.language]
    cited = report.cited()
    reasons = {unused.ref: unused.reason for unused in report.unused}
    rows = []
    for piece in trip.material:
        if piece.kind is Kind.PRIVATE or piece.label is Kind.PRIVATE:
            continue
        text = "" if piece.kind is Kind.ASIDE and piece.ref not in cited else _told(piece)
        if piece.ref not in cited:
            text = f"{text}{_UNUSED[form.language].format(reason=reasons.get(piece.ref, ''))}"
        rows.append(
            Row(
                cells=(piece.ref, form.words.day(piece.meant_on), clean(piece.author), text),
                whole=len(text) < 240,
            )
        )
    scale = TEXT_WIDTH / sum(_WIDTHS)
    table = Table(columns=columns, rows=tuple(rows), widths=tuple(round(w * scale, 2) for w in _WIDTHS))
    return Sheet(blocks=(body.heading(title), table))


def _told(piece: Material) -> str:
    name = piece.file.name if piece.file else ""
    text = _PICTOGRAPHS.sub("", clean(piece.text or piece.place_name or piece.address or name)).strip()
    most = _LONGEST
    if text.startswith("BEGIN:VCALENDAR"):
        return f"「{name}」"
    if piece.medium is Medium.PAPER:
        text, most = " ".join(text.split()), _LONGEST_OF_PAPER
    if len(text) > most:
        text = f"{text[:most]}……"
    return f"「{name}」{text}" if piece.text and name else text
