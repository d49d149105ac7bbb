"""The traveller's own sentences: each message in clean statements, lists kept as lists, chat left out."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from drafting.gather import cues
from drafting.gather.kinds import useful
from drafting.gather.lines import Line, lines_of
from drafting.material import Kind, Material, Ref
from drafting.wording.clauses import kept_clauses, sentences_of, without_commands
from drafting.wording.fragments import joined
from drafting.wording.punctuation import ended
from drafting.wording.register import written
from drafting.wording.regrets import without_regrets
from drafting.wording.statement import Statement

_TAG = re.compile(r"^.{0,40}?[#＃](?:心得|建議|行程)\s*")  # what stands before a tag was said about it
_ENUMERATED = re.compile(r"^\s*[①-⑳]")
_ABBREVIATION = re.compile(
    r"^([A-Z][A-Za-z&-]{1,11}) ?[=＝:：] ?([A-Z][A-Za-z ,.&'-]{2,120}?[A-Za-z]) ([\u4e00-\u9fff]{3,40})$"
)
_INLINE_LIST = re.compile(r"(?:^|(?<=[\s：:]))(?:[(（]?\d[)）.、]?)\s*(?=[^\d\s/:.年月日%])|[①-⑨]\s*")
_TITLED = re.compile(r"^(專欄|報導|文章|題目|標題)：(.{2,40})$")
_LONGEST_QUESTION_LEFT_OUT = 10


def statements_of(piece: Material) -> list[Statement]:
    """What a message states, in order and in written register; nothing that only makes sense in a chat."""
    lines = lines_of(_TAG.sub("", without_commands(piece.text)))
    if _ENUMERATED.match(piece.text):
        return _one_point(lines, piece.ref)
    found: list[Statement] = []
    listing = _listed(lines)
    for index, line in enumerate(lines):
        head = _headline(line.text) if index == 0 else None
        if head is not None:
            if head:
                found.append(Statement(head, (piece.ref,), head=True))
        elif index in listing:
            if useful(line.text) and (text := _point(line.text)):
                found.append(Statement(text, (piece.ref,), item=True))
        else:
            found += _plain(line.text, piece, leads=index + 1 in listing)
    return joined(_without_hanging(found))


def _one_point(lines: Sequence[Line], ref: Ref) -> list[Statement]:
    """A message that begins with ② is one point of a list that runs over several messages."""
    whole = "；".join(written(line.text).rstrip("：") for line in lines if useful(line.text))
    return [Statement(whole.replace("：；", "："), (ref,), item=True)] if whole else []


def _plain(text: str, piece: Material, *, leads: bool) -> list[Statement]:
    """The sentences of one line; the last one leads into a list if ``leads``."""
    found: list[Statement] = []
    refs = (piece.ref,)
    sentences = list(sentences_of(text))
    for position, sentence in enumerate(sentences, 1):
        kept = kept_clauses(sentence)
        if piece.kind in (Kind.FACT, Kind.QUOTE):
            kept = without_regrets(kept)
        points = _inline_points(kept)
        if points:
            lead, *rest = (written(point) for point in points)
            found.append(Statement(f"{lead or '重點如下'}：", refs))
            found += [Statement(point, refs, item=True) for point in rest if point]
            continue
        clean = written(kept).rstrip("？?")
        question = sentence.rstrip(" 　」』").endswith(("？", "?"))
        if question and (titled := _TITLED.match(clean)):
            found.append(Statement(f"{titled[1]}「{titled[2]}？」", refs))
            continue
        if len(clean) < 2 or (
            question and (piece.kind is Kind.FACT or len(clean) < _LONGEST_QUESTION_LEFT_OUT)
        ):
            continue
        if leads and position == len(sentences):
            found.append(Statement(f"{clean}：", refs))
        else:
            found.append(Statement(f"{clean}？" if question else ended(clean), refs))
    return found


def _inline_points(sentence: str) -> list[str]:
    """「…：1 甲 2 乙 3 丙」 in its parts, lead first; [] if the digits do not count up from 1."""
    marks = list(_INLINE_LIST.finditer(sentence))
    numbers = [_number(m.group(0)) for m in marks]
    if len(marks) < 3 or numbers != list(range(1, len(marks) + 1)):
        return []
    edges = [m.start() for m in marks] + [len(sentence)]
    return [sentence[: edges[0]]] + [sentence[m.end() : edges[i + 1]] for i, m in enumerate(marks)]


def _number(mark: str) -> int:
    circled = next((ord(c) - 0x245F for c in mark if 0x2460 <= ord(c) <= 0x2468), 0)
    return circled or int(re.sub(r"\D", "", mark))


def _point(text: str) -> str:
    if match := _ABBREVIATION.match(re.sub(r"\s+", " ", text.strip())):
        return f"「{match[3]}」({match[2]}, {match[1]})"
    return written(text)


def _listed(lines: Sequence[Line]) -> set[int]:
    """Which lines are points: those with a mark, and short bare lines below a line that announces them."""
    marked = {i for i, line in enumerate(lines) if line.item and (i > 0 or len(lines) > 1)}
    if len(marked) > 1:
        return marked
    if len(lines) > 2 and (
        lines[0].text.rstrip().endswith(("：", ":", "↓"))
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
    """A lead without a list ends in a full stop."""
    found: list[Statement] = []
    for statement, after in zip_longest(statements, statements[1:]):
        hanging = statement.lead and not (after and after.item)
        text = ended(statement.text.rstrip("：")) if hanging else statement.text
        found.append(statement._replace(text=text))
    return [s for s in found if s.text.strip("。：，")]
