"""Checks for copying: from papers and links, from a colleague's draft, from earlier reports, with the country changed or not."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case, Line
from drafting.checks.given import Earlier
from drafting.checks.rule import Said, rule
from drafting.checks.shingles import Prints, longest_common, prints_of, runs
from drafting.counting import count
from drafting.finding import Severity
from drafting.form import Role
from drafting.material import Material, Medium

_LEAST = 30  # letters in a row that nobody writes twice by chance
_LONG_MESSAGE = 150
_SAME_SENTENCE = 0.8
_ALIKE = 0.25
_COPIED = 0.5
_WORTH_A_LOOK = 0.12
_LEAST_PRINTS = 60
_MOST_NAMED = 3  # reports that are most alike; the rest says nothing new
_ATTRIBUTED = re.compile(
    r"引自|摘自|摘錄|資料來源|依據?「|根據|據[^，。]{1,12}(?:指出|表示|報導|資料)|指出[，：]|表示[，：]|原文|譯文|「[^」]{20,}」"
)


@rule(
    "SRC-2",
    Severity.ERROR,
    "引用他人文字註明出處；不抄錄文件、網頁、同行者草稿與前案（換了國名也算）。",
    "審核表第 3 列「無抄襲相關資料」、第 8 列退回原因(4)(5)；實務：報告雷同僅換國名",
    good="前案：本府派員赴日本參加農產展，瞭解產銷制度與包裝規格，並拜會當地的農業協會。\n參、目的\n本府派員赴新加坡參加港灣會議，了解淹水預警與社區防災。",
    bad="前案：本府派員赴日本參加農產品展覽，瞭解當地產銷制度與包裝規格，並拜會農業協會交換意見，期能拓展本市農產品外銷通路，提升農民收益。"
    "各級農會代表踴躍發言，分享冷鏈運輸的經驗。\n"
    "參、目的\n本府派員赴新加坡參加農產品展覽，瞭解當地產銷制度與包裝規格，並拜會農業協會交換意見，期能拓展本市農產品外銷通路，提升農民收益。"
    "各級農會代表踴躍發言，分享冷鏈運輸的經驗。",
)
def nothing_is_copied(case: Case) -> Iterator[Said]:
    yield from _from_papers(case)
    yield from _from_reports(case)


def _from_papers(case: Case) -> Iterator[Said]:
    """Sentences that stand word for word in what others wrote: a paper, or a message passed on."""
    foreign = [m for m in case.trip.material if _is_of_others(m)]
    if not foreign:
        return
    known = [(m, runs(m.text)) for m in foreign]
    for line in case.lines:
        text = line.sentence.text
        if count(text).cjk < _LEAST or _ATTRIBUTED.search(text):
            continue
        own = runs(text)
        if not own:
            continue
        share, piece = max(
            ((len(own & theirs) / len(own), m) for m, theirs in known), key=lambda each: each[0]
        )
        if share >= _SAME_SENTENCE:
            yield _copied(line, piece)


def _copied(line: Line, piece: Material) -> Said:
    name = f"「{piece.file.name}」" if piece.file and piece.file.name else f" {piece.ref} "
    personal = line.part is not None and bool({Role.IMPRESSIONS, Role.SUGGESTIONS} & set(line.part.roles))
    if personal:
        message = f"心得、建議的這句與{name}的文字相同，請改寫成自己的看法。"
    else:
        message = f"這句與{name}的文字相同，請改寫，或在文中註明出處（例如「據……指出」）。"
    severity = Severity.WARNING if personal or piece.ref not in line.sentence.sources else Severity.INFO
    return Said(line.where, message, quote=line.sentence.text, sources=(piece.ref,), severity=severity)


def _is_of_others(piece: Material) -> bool:
    """A paper, or a long message passed on (news, a page of the web); a colleague's short note is nobody's work."""
    long = len(piece.text) >= (_LEAST if piece.medium is Medium.PAPER else _LONG_MESSAGE)
    return long and (piece.medium is Medium.PAPER or bool(piece.forwarded_from) or "http" in piece.text)


def _from_reports(case: Case) -> Iterator[Said]:
    if not case.earlier:
        return
    body = "\n".join(text for _, _, text in case.paragraphs)
    own = prints_of(body, case.trip.regions)
    if len(own.all) < _LEAST_PRINTS:
        return
    alike: list[tuple[float, Earlier, Prints]] = []
    for other in case.earlier:
        theirs = prints_of(other.text, other.places)
        if own.share_at_a_glance(theirs) < _WORTH_A_LOOK:
            continue
        share = len(own.all & theirs.all) / len(own.all)
        if share >= _ALIKE:
            alike.append((share, other, theirs))
    for share, other, theirs in sorted(alike, key=lambda each: -each[0])[:_MOST_NAMED]:
        yield _alike(case, other, share, theirs)


def _alike(case: Case, other: Earlier, share: float, theirs: Prints) -> Said:
    where, quote = _longest_passage(case, other, theirs)
    mine, yours = set(case.trip.regions), set(other.places)
    swapped = "，只換了地名" if mine and yours and not mine & yours and share >= _COPIED else ""
    name = f"{'前案' if other.approved else '其他案件的草稿'}「{other.title}」"
    message = f"內文有 {share:.0%} 與{name}相同{swapped}，請改寫成本次的內容；沿用的背景說明請註明出處。"
    severity = Severity.ERROR if share >= _COPIED and other.approved else Severity.WARNING
    return Said(where, message, quote=quote, severity=severity)


def _longest_passage(case: Case, other: Earlier, theirs: Prints) -> tuple[str, str]:
    """Where the most is alike, and the longest run of letters that both have there."""
    where, text = max(
        ((w, t) for w, _, t in case.paragraphs),
        key=lambda each: len(prints_of(each[1], case.trip.regions).all & theirs.all),
    )
    return where, longest_common(text, other.text) or text
