"""Checks for text that came out wrong: lost characters, leftover markup, doubled words, the same sentence twice."""

import re
from collections import Counter
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.form import Role

_LOST = re.compile(
    r"\ufffd+|[\ue000-\uf8ff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|(?:[\u00c2\u00c3\u00e2-\u00ef][\u0080-\u00bf\u2018-\u201d\u20ac]){2,}|□{2,}|&(?:nbsp|amp|lt|gt|quot);"
)
_MARKUP = re.compile(
    r"\*\*[^*\n]{1,80}\*\*|^#{1,6}\s|```|\]\(https?://|</?(?:p|b|i|br|div|span|table|td|tr|input|img)\b[^>]{0,80}>",
    re.MULTILINE,
)
_NOISE = re.compile(r"(?:asdf|qwer|lorem ipsum|測試測試|ㄅㄆㄇ)|([^\s\d\W_])\1{4,}", re.IGNORECASE)
_TWICE = re.compile(
    r"(?<![一每逐])(?P<word>(?![一二三四五六七八九十每逐])[\u4e00-\u9fff]{2,5})(?P=word)(?!的)"
)
_DOUBLED_IN_SPEECH = "研究 討論 考慮 商量 休息 參考 學習 介紹 整理 溝通 準備 觀察 思考 嘗試 評估 某某 種種 天天 哈哈 謝謝 看看 試試 比較"
_SPOKEN = frozenset(_DOUBLED_IN_SPEECH.split())
_LONG_ENOUGH = 18


@rule(
    "TXT-1",
    Severity.WARNING,
    "文字沒有亂碼、殘留標記、疊字或重複的句子。",
    "實務：抄自旅行社簡介之「原野原野」、四份報告同一錯字",
    good="參、目的\n參訪原野公園，了解維護方式。",
    bad="參、目的\n參訪原野原野公園，了解**維護**方式\ufffd\ufffd。",
)
def text_came_out_right(case: Case) -> Iterator[Said]:
    for pattern, advice, severity in (
        (_LOST, "有亂碼或無法顯示的字（{n} 處），請對照原稿補正。", Severity.ERROR),
        (_MARKUP, "殘留網頁或 Markdown 標記「{mark}」（{n} 處），請刪除。", Severity.WARNING),
        (_NOISE, "「{mark}」不成文字，請刪除或改寫（{n} 處）。", Severity.WARNING),
    ):
        if hits := list(case.hits(pattern, fields=True)):
            message = advice.format(mark=hits[0].words, n=len(hits))
            yield Said(hits[0].where, message, quote=hits[0].near, severity=severity)
    for hit in case.hits(_TWICE):
        word = hit.match["word"]
        if word not in _SPOKEN and len(set(word)) > 1:
            yield Said(hit.where, f"「{hit.words}」疑為疊字，請查證。", quote=hit.near)
    yield from _said_twice(case)


def _said_twice(case: Case) -> Iterator[Said]:
    """The abstract repeats the body by its nature; elsewhere a long sentence stands once."""
    abstract = case.form.part_for(Role.ABSTRACT)
    lines = [
        line for line in case.lines if line.part is not abstract and len(line.sentence.text) >= _LONG_ENOUGH
    ]
    times = Counter(line.sentence.text.strip() for line in lines)
    for text, number in times.items():
        if number > 1:
            where = next(line.where for line in lines if line.sentence.text.strip() == text)
            yield Said(where, f"同一句寫了 {number} 次，請刪去重複的。", quote=text)
