"""The traveller's own sentences: each message in clean statements, lists kept as lists, chat left out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafting.gather import cues
from drafting.gather.kinds import useful
from drafting.gather.lines import Line, lines_of
from drafting.material import Kind, Material, Ref
from drafting.offline.register import ended, written

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[」』）)]?")
_TAG = re.compile(r"^.{0,40}?[#＃](?:心得|建議|行程)\s*")  # what stands before a tag was said about it
_ENUMERATED = re.compile(r"^\s*[①-⑳]")
_ABBREVIATION = re.compile(
    r"^([A-Z][A-Za-z&-]{1,11})\s*[=＝:：]\s*([A-Z][A-Za-z ,.&'-]+[A-Za-z])\s+([\u4e00-\u9fff]{3,})$"
)
_INLINE_LIST = re.compile(r"(?:^|(?<=[\s：:]))(?:[(（]?\d[)）.、]?)\s*(?=[^\d\s/:.年月日%])|[①-⑨]\s*")


class Statement(NamedTuple):
    """``item`` marks a point of a list, ``head`` a headline for what follows, ``lead`` a sentence ending in a colon."""

    text: str
    sources: tuple[Ref, ...]
    item: bool = False
    head: bool = False

    @property
    def lead(self) -> bool:
        """Whether a list should follow."""
        return self.text.endswith("：")


def statements_of(piece: Material) -> list[Statement]:
    """What a message states, in order and in written register; nothing that only makes sense in a chat."""
    found: list[Statement] = []
    lines = lines_of(_TAG.sub("", piece.text))
    if _ENUMERATED.match(piece.text):
        joined = "；".join(written(line.text).rstrip("：") for line in lines if useful(line.text))
        return [Statement(joined.replace("：；", "："), (piece.ref,), item=True)] if joined else []
    listing = _listed(lines)
    for index, line in enumerate(lines):
        head = _headline(line.text) if index == 0 else None
        if head is not None:
            if head:
                found.append(Statement(head, (piece.ref,), head=True))
            continue
        if index in listing:
            if useful(line.text) and (text := _point(line.text)):
                found.append(Statement(text, (piece.ref,), item=True))
            continue
        leads = index + 1 in listing
        found += _plain(line.text, piece.ref, leads=leads, piece_is_fact=piece.kind is Kind.FACT)
    return _without_hanging(found)


def _plain(text: str, ref: Ref, *, leads: bool, piece_is_fact: bool) -> list[Statement]:
    """The sentences of one line; the last one leads into a list if ``leads``."""
    found = []
    sentences = [s for s in _SENTENCE.findall(text) if s.strip(" 　。！？!?」』）)")]
    for position, sentence in enumerate(sentences):
        kept = _kept_clauses(sentence)
        if not kept:
            continue
        last = position == len(sentences) - 1
        points = _inline_points(kept)
        if points:
            lead, *rest = points
            found.append(Statement(f"{written(lead) or '重點如下'}：", (ref,)))
            found += [Statement(written(p), (ref,), item=True) for p in rest if written(p)]
            continue
        clean = written(kept)
        if len(clean) < 2:
            continue
        question = sentence.rstrip(" 　」』").endswith(("？", "?"))
        if question and (piece_is_fact or len(clean) < 10):
            continue
        found.append(
            Statement(f"{clean}：" if leads and last else f"{clean}？" if question else ended(clean), (ref,))
        )
    return found


def _kept_clauses(sentence: str) -> str:
    """The sentence without the clauses that were said to the bot or to oneself; "" if nothing is left."""
    if useful(sentence):
        return sentence
    kept = [clause for clause in re.split(r"[，,]\s*", sentence) if useful(clause)]
    return "，".join(kept) if len("".join(kept)) >= 8 else ""


def _inline_points(sentence: str) -> list[str]:
    """「…：1 甲 2 乙 3 丙」 in its parts, lead first; [] if the digits do not count up from 1."""
    marks = [m for m in _INLINE_LIST.finditer(sentence)]
    numbers = [_number(m.group(0)) for m in marks]
    if len(marks) < 3 or numbers != list(range(1, len(marks) + 1)):
        return []
    edges = [m.start() for m in marks] + [len(sentence)]
    return [sentence[: edges[0]]] + [sentence[m.end() : edges[i + 1]] for i, m in enumerate(marks)]


def _number(mark: str) -> int:
    circled = next((ord(c) - 0x245F for c in mark if 0x2460 <= ord(c) <= 0x2468), 0)
    return circled or int(re.sub(r"\D", "", mark))


def _point(text: str) -> str:
    if match := _ABBREVIATION.match(text.strip()):
        return f"「{match[3]}」({match[2]}, {match[1]})"
    return written(text)


def _listed(lines: Sequence[Line]) -> set[int]:
    """Which lines are points: those with a mark, and short bare lines below a line that announces them."""
    marked = {i for i, line in enumerate(lines) if line.item and (i > 0 or len(lines) > 1)}
    if len(marked) > 1:
        return marked
    if len(lines) > 2 and (
        re.search(r"[：:↓]\s*$", lines[0].text)
        or all(not re.search(r"[，。；：]", line.text) and len(line.text) < 80 for line in lines)
    ):
        return set(range(1, len(lines)))
    return set()


def _headline(text: str) -> str | None:
    """The theme that a first line such as 「心得素材(一) 新南向」 names; "" if it names none; None if it is no headline."""
    for pattern in (cues.SUGGESTION_HEAD, cues.IMPRESSION_HEAD):
        match = pattern.match(text)
        if match and match.end() > 1:
            rest = text[match.end() :].strip(" 　:：-—")
            if len(rest) <= 24 and not re.search(r"[，。；]", rest):
                return re.sub(r"^[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[、.\s]*$", "", rest)
    return None


def _without_hanging(statements: list[Statement]) -> list[Statement]:
    """A lead without a list, and a headline without a text, do not stand alone."""
    found: list[Statement] = []
    for index, statement in enumerate(statements):
        after = statements[index + 1] if index + 1 < len(statements) else None
        if statement.lead and not (after and after.item):
            statement = statement._replace(text=ended(statement.text.rstrip("：")))
        found.append(statement)
    return [s for s in found if s.text.strip("。：，")]
