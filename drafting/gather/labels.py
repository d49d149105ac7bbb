"""Lines that name a field and give its value: 「主辦機關 秘書處」, 「報告日期就押107年6月12日」."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.gather.lines import lines_of
from drafting.material import Material, Medium, Ref

_BEFORE = r"(?:所以|這次|本次|本案|那|另外|還有|計畫|我們的?|的)*"
_LINK = r"\s*(?:[:：]|即為|就是|擬訂為|暫定為?|訂為|定為|屬於|會有|是|為|就|留|填|寫|押|由|自)?\s*[:：]?\s*"

LABELS: dict[str, tuple[str, ...]] = {
    "report_name": ("出國計畫名稱", "計畫名稱", "計劃名稱", "報告提要名稱", "報告名稱", "案名", "題目"),
    "host_agency": ("出國計畫主辦機關", "計畫主辦機關", "主辦機關", "主辦單位", "主辦"),
    "category": ("出國類別", "類別", "性質"),
    "contact": ("聯絡人", "聯絡窗口", "承辦人"),
    "contact_phone": ("聯絡電話", "電話"),
    "period": ("出國期間", "出國日期", "出差期間", "期間", "日期"),
    "regions": ("出國地區", "派赴國家", "前往國家", "前往地區", "目的地", "地區", "國家", "地點"),
    "report_date": ("報告日期", "報告日", "繳交日期"),
    "travellers": (
        "出國人員名單",
        "出國人員",
        "出國的",
        "這次去的人",
        "這次去的",
        "去的人",
        "同行人員",
        "同行",
        "團員",
        "人員名單",
        "人員",
        "成員",
    ),
    "has_attachments": ("含附件", "附件"),
    "classification": ("機密等級", "密等"),
}
"""What people write before a value, longest first; the keys are fields of Trip or parts of them."""

_LOOSE = {
    "題目",
    "主辦單位",
    "主辦",
    "性質",
    "期間",
    "日期",
    "地區",
    "國家",
    "地點",
    "目的地",
    "同行",
    "人員",
    "成員",
    "團員",
    "電話",
    "承辦人",
    "附件",
}
# Words that a note about a visit may begin with as well: they count in a message that names another field too,
# or fill a blank that nothing else fills.

_PATTERNS = [
    (key, label, re.compile(rf"{_BEFORE}{label}{_LINK}(.*)", re.DOTALL))
    for key, words in LABELS.items()
    for label in words
]


class Labelled(NamedTuple):
    """``value`` runs to the end of the line; ``rest`` holds the lines below it in the same message."""

    key: str
    value: str
    rest: tuple[str, ...]
    ref: Ref
    loose: bool


def labelled(material: Sequence[Material]) -> Iterator[Labelled]:
    """Every labelled value in the notes and captions, in the order said."""
    for piece in material:
        if piece.medium is Medium.PAPER and not re.search(r"出國計畫|出國人員|派員出國|派赴國", piece.text):
            continue
        if piece.medium not in (Medium.NOTE, Medium.VOICE, Medium.PAPER):
            continue
        lines = [line.text for line in lines_of(piece.text)[:400]]
        found = [
            Labelled(key, value, tuple(lines[index + 1 :]), piece.ref, loose=label in _LOOSE)
            for index, line in enumerate(lines)
            for key, label, value in _values(line)
        ]
        several = len({f.key for f in found}) > 1
        yield from (f._replace(loose=f.loose and not several) for f in found)


def _values(line: str) -> list[tuple[str, str, str]]:
    """The fields that one line names: the whole line if it begins with a label and names no second one."""
    clauses = [clause for clause in re.split(r"[，,；;。]\s*", line) if clause]
    found = [hit for clause in clauses if (hit := _value(clause))]
    whole = _value(line)
    return [whole] if whole and len({hit[0] for hit in found}) <= 1 else found


def _value(text: str) -> tuple[str, str, str] | None:
    stripped = text.lstrip("「『【〔★※ 　").rstrip("】〕 　")
    for key, label, pattern in _PATTERNS:
        if (match := pattern.match(stripped)) and match.group(1).strip():
            return key, label, match.group(1).strip()
    return None
