"""Text as a document may hold it, and the sentences that the exporter itself adds."""

import re

from drafting.form import Length

_WHITE = (("\r\n", "\n"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\t", "　"))
DRAFT_MARK = "草稿"
CONTENTS_TITLE = "目次"
_FORBIDDEN = re.compile(
    "[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
)


def clean(text: str) -> str:
    """Without what no file may hold: control characters go, half surrogates and tabs become marks that all formats know."""
    for given, kept in _WHITE:
        text = text.replace(given, kept)
    return _FORBIDDEN.sub(lambda m: "\ufffd" if "\ud800" <= m[0] <= "\udfff" else "", text)


def length_note(length: Length | None) -> str:
    """(500字以上), (300字以內), (200至300字), or "" if the rule sets no bound."""
    if length is None or (length.least is None and length.most is None):
        return ""
    if length.most is None:
        return f"({length.least}字以上)"
    if length.least is None:
        return f"({length.most}字以內)"
    return f"({length.least}至{length.most}字)"


def disclosure(model: str, place: str, *, approved: bool) -> str:
    """The line that tells readers of a language model's part in the text; "" if none had one."""
    if not model:
        return ""
    confirmed = "，經機關審核確認" if approved else "，尚待出國人員及機關確認"
    where = f"，執行處所：{place}" if place else ""
    return f"本報告部分文字由生成式人工智慧（模型：{model}{where}）依出國人員提供之素材整理{confirmed}。"
