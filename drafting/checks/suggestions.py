"""Checks of the suggestions: as many as the form asks for, and each saying who does what, when and why."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.grams import grams, share_in
from drafting.checks.rule import Said, rule
from drafting.dates import find_dates
from drafting.finding import Severity
from drafting.form import Role
from drafting.report import ListBlock, Paragraph, Section

_BODY = r"(?:局|處|科|課|室|府|會|中心|公所|隊|所|署|部|院|校|單位|機關|同仁|小組|團隊)"
_ACTOR = re.compile(
    rf"由[^，。；]{{1,24}}{_BODY}|(?:本|各|貴|該|市|縣)(?:府|局|處|科|所|校|院|部|署|會|單位|機關)(?:[^，。；]{{0,10}})(?:應|宜|可|會同|邀集|編列|辦理|推動|主政|派)"
    rf"|(?:請|建議|會同|函請|責成)[^，。；]{{0,4}}[\u4e00-\u9fff]{{2,12}}(?:局|處|科|課|室|中心|公所|署|部|學校)|[\u4e00-\u9fff]{{2,8}}(?:局|處|科|課|(?<!會議)(?<!教)室|公所|署)[^，。；的]{{0,10}}(?:主辦|負責|辦理|完成|做得?完|做好|研議|整理|彙整|評估|規劃|提出|編列"
    r"|訂定|檢討|裝設|設置|建置|試辦|製作|推動|邀集|派員|回報)"
    r"|由本(?:局|處|科|課|室|所|校|院|部|署|會|府)"
    r"|\b(?:we|the (?:office|agency|department|division|bureau|team|embassy|mission))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"每(?:年|季|月|半年|週|日|天|學期)|年底|年度|季前|汛期|月底|前完成|上半年|下半年|(?:本|今|明|次|下|去)年|下(?:次|屆|一屆)|近期|即日|短期|中長期|[一二兩三四五六七八九十半\d]+(?:個?月|年|個?星期|[週周天日])之?內|第[一二三四1-4]季"
    r"|(?<![一二三四五六七八九十\d年個])(?:[一二三四五六七八九]|十[一二]?|1[0-2]|[1-9])月(?:份|底|初|中旬|間|前|起|可|就|會|要|完成)|(?:會議|大會|汛期|開學|年會)前"
    r"|\bby (?:the )?(?:end|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|20\d\d)",
    re.IGNORECASE,
)
_COST = re.compile(r"經費|預算|編列|補助|[\d萬億]\s?元|免費|人力|成本|\bbudget|\bcost", re.IGNORECASE)
_WHY = re.compile(
    r"因|為(?!止|期)|鑑於|考量|依據|依|(?<!值得)參考|參照|(?<!值得)借鏡|比照|仿|由於|以利|以期|俾|避免|既然|目標|以(?:全力|提升|強化|爭取|盡|免|便|維)|才能|成效|顯示|有助|是[^，。]{1,12}(?:也是|委員|理事|會員)"
    r"|席次|\b(?:because|since|so that|in order to|as)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"值得(?:借鏡|學習|參考|我們)|(?:持續|多加|予以|加以)(?:關注|重視|參考|留意)|加強交流|共同努力|集思廣益"
)
_DOES = re.compile(
    r"建議|應|宜|可|請|派|辦理|訂|建置|設置|裝設|推動|編列|邀|檢討|製作|完成|寄|送|做|產出|爭取|規劃|研議|提出|整理|彙整|評估|裝設|試辦|納入|列入|\b(?:should|recommend|will|shall|must)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"[\s。]*無[\s。]*")
_ECHO = 0.3  # of its pairs of signs stand in 過程 or 心得
_BLANKS = 2  # so many things left open make a suggestion that nobody can track


@rule(
    "REC-1",
    Severity.ERROR,
    "建議的項數達到表單的規定；每項寫明由誰、做什麼、何時或經費、為什麼。",
    "臺北市：三項以上回饋本機關之業務參採意見；審核表第 5 列「建議具參考價值」",
    good="陸、建議\n為維護席次，建議由國際事務科於108年編列預算，派員出席下屆大會。",
    bad="表單：taipei-a\n肆、建議\n值得借鏡，建議持續關注。",
)
def suggestions_can_be_followed_up(case: Case) -> Iterator[Said]:
    for part in case.form.parts:
        section = case.report.section(part.key)
        if section is None or not part.least_items:
            continue
        number = _items(section)
        if number < part.least_items:
            how = "。" if case.from_file else "（在對話中加 #建議）。"
            message = f"{part.heading}應有 {part.least_items} 項以上，目前 {number} 項，請補充{how}"
            yield Said(section.heading, message, quote=section.text[:60])
    yield from _open_questions(case)


def _items(section: Section) -> int:
    """Headed pieces and points; a part of plain paragraphs has as many items as paragraphs."""
    points = sum(len(b.items) for b in section.blocks if isinstance(b, ListBlock))
    headed = len(section.sections)
    return points + headed or sum(isinstance(b, Paragraph) for b in section.blocks)


def _open_questions(case: Case) -> Iterator[Said]:
    section = case.section_for(Role.SUGGESTIONS)
    part = case.form.part_for(Role.SUGGESTIONS)
    if section is None or part is None or Role.IMPRESSIONS in part.roles:
        return
    told = grams(f"{case.told(Role.PROCESS)}\n{case.told(Role.IMPRESSIONS)}")
    for text in _texts(section):
        if _NONE.fullmatch(text) or not text.strip():
            continue
        missing = _missing(case, text, told)
        vague = _VAGUE.search(text)
        if not missing:
            continue
        grave = len(missing) >= _BLANKS or (vague and missing)
        hint = f"「{vague[0]}」難以追蹤；" if vague else ""
        message = f"{hint}這項建議沒有寫明{'、'.join(missing)}，請補充，以利日後追蹤。"
        yield Said(
            section.heading, message, quote=text, severity=Severity.WARNING if grave else Severity.INFO
        )


def _missing(case: Case, text: str, told: frozenset[str]) -> list[str]:
    """What is left open; time and cost can stand for each other (reference catalogue: 「time/cost」).

    A suggestion rests on something if it says why, or if it takes up what 過程 and 心得 tell.
    """
    dated = bool(_WHEN.search(text) or find_dates(text, case.trip.report_date))
    asked = (
        (bool(_ACTOR.search(text)), "由哪個單位辦理"),
        (bool(_DOES.search(text)), "要做什麼"),
        (dated or bool(_COST.search(text)), "何時辦理或所需經費"),
        (bool(_WHY.search(text)) or share_in(text, told) >= _ECHO, "依據或理由"),
    )
    return [name for there, name in asked if not there]


def _texts(section: Section) -> Iterator[str]:
    """Each suggestion with its headline."""
    for block in section.blocks:
        if isinstance(block, ListBlock):
            yield from (item.text for item in block.items)
        elif isinstance(block, Paragraph):
            yield block.text
    for child in section.sections:
        yield f"{child.heading}{child.text}"
