"""From the way people write on a phone to the way a report is written; facts, numbers and names stay as they are."""

import re

from drafting.gather import cues

_DATE = re.compile(
    r"(?<![\d/.])(?:(?P<y>(?:19|20)\d\d)\s*[/.]\s*)?(?P<m>1[0-2]|0?[1-9])\s*/\s*(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/%])"
    r"(?:\s*(?:[-－–—~～至到]|——)\s*(?:(?P<m2>1[0-2]|0?[1-9])\s*/\s*)?(?P<d2>3[01]|[12]\d|0?[1-9])(?![\d/:：%點個位人國件家場]))?"
    r"\s*[日號]?(?!\s*的(?:人|比例))"
)
_YEAR_MONTH = re.compile(r"(?<![\d/.])((?:19|20)\d\d)\s*/\s*(1[0-2]|0?[1-9])(?![\d/])")

_OPENERS = re.compile(
    r"^(?:(?:OK|ok|好|嗯|喔|哇|欸|誒|啊|對了|話說|原來|說真的|老實說|其實|總之|然後|所以(?=為)|哈哈+)(?:\s*(?:收|收到))?[\s，,、。.!！~～]*|"
    r"(?:補充?(?:一下|記)?|補)\s*[:：，,]?\s*(?=昨|前|\d|[（(]|今)|(?:所以)?為(?:什麼|何)要去(?:[（(][^（）()]*[）)])?[：:，,]\s*|開始了[，,\s]*|.{0,10}漏(?:記|掉|寫)(?:的|一個|一點|了)?[：:，,]\s*|.{0,10}報告用得到的數字[：:]\s*|.{0,8}先(?:丟|記|寫|講)一(?:句|下|筆|點)[：:，,]?\s*|"
    r"(?:還有)?(?:一個|一點|個)?感想[，,\s]*(?:是我自己的)?[：:]\s*|(?:我(?:自己)?)?還?想(?:加|補)一點\s*(?:[（(].{1,4}[)）])?[：:，,]?\s*|[跟與]長官報告時可以講的|"
    r"第?\S{1,6}自己的筆記[：:]\s*|另外補充[：:，,]?\s*)"
)
_BACKDATE = re.compile(
    r"^(?:昨天|昨日|昨晚|前天|前晚)(?:的)?(?:[（(][^（）()]{1,14}[)）])?(?:早上|上午|中午|下午|傍晚|晚上)?(?:的)?[:：，,]?\s*"
)
_PARTICLE = re.compile(r"(?:啦|喔|哦|耶|囉|嘛|唷|呦|捏|齁|欸|ㄟ)+(?=$|[，。！？、；\s])")
_SWAPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f\u200d]", ""),
        (cues.LAUGH.pattern, ""),
        (r"[#＃](?:心得|建議|行程|私|紀錄)\S*\s*", ""),
        (r"https?://\S+", ""),
        (r"\s*(?:→|➜|⇒|->)\s*", "，"),
        (r"[↑↓←]+", ""),
        (r"^\s*Q\s*(?:\d|[①-⑳])?\s*(?=[\u4e00-\u9fff])", ""),
        (r"^\s*(?:【轉貼?】|［轉貼?］|\[轉貼?\])\s*", ""),
        (r"^.{0,8}給你們?(?:帶著|路上)?看[～~：:，,]\s*", ""),
        (r"^幫我記一下(?=要)", ""),
        (r"^(?:睡不著|睡前)?補一下[：:，,]?\s*", ""),
        (r"今天", "當日"),
        (r"^自問[：:]\s*", ""),
        (r"(?:…|\.\.\.)+(?=$|[，。！？\s])", ""),
        (r"(?<!\d)((?:19|20)\d\d)-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(?!\d)", r"\1/\2/\3"),
        (r"[~～]+(?=$|[，。！？\s])", ""),
        (r"(?<=[\u4e00-\u9fff」）)])\s*[＋+]\s*(?=[\u4e00-\u9fff「A-Za-z（])", "及"),
        (r"(?<=[\u4e00-\u9fffA-Za-z])\s*[=＝]\s*(?=[\u4e00-\u9fffA-Z「])", "即"),
        (r"(?<=[\u4e00-\u9fff])[／](?=[\u4e00-\u9fff])", "、"),
        (r"台(?=[北中南灣東大商電])", "臺"),
        (r"我們市府", "本府"),
        (r"我們(?=市(?!府))", "本"),
        (r"我們(?=[局處校](?!長))", "本"),
        (r"這次", "本次"),
        (r"這趟", "此行"),
        (r"今年", "本年"),
        (r"(?:蠻|滿(?=好|多的|有|大|不|強|厲害|實用|方便|清楚|重要|特別)|超(?=熱|多|大|快|棒|強|好|有|認)|超級)(?=[\u4e00-\u9fff])", "相當"),
        (r"(?<=[\u4e00-\u9fffA-Za-z）)」])跟(?=[\u4e00-\u9fffA-Z「])(?!著|上|不|進|隨|在|到|我說|團|我們說)", "與"),
        (r"^跟\s*(?=[\u4e00-\u9fffA-Z「])(?!著|上|不|進|隨|在|團)", "與"),
        (r"怎麼辦", "如何因應"),
        (r"怎麼(?!樣)", "如何"),
        (r"人家", "對方"),
        (r"^還有[，,\s]*(?=[\u4e00-\u9fff])", "另"),
        (r"為什麼", "為何"),
        (r"沒有?辦法", "無法"),
        (r"拿去(?=[\u4e00-\u9fff\d])", "提至"),
        (r"派人去", "派員參加"),
        (r"順便", "並"),
        (r"常常", "經常"),
        (r"(?<=[\u4e00-\u9fff])搶著(?=講|發)", "爭相"),
        (r"講話(?=的|[，。])", "致詞"),
        (r"爭相講話", "踴躍發言"),
        (r"爭相致詞", "踴躍發言"),
        (r"一堆", "許多"),
        (r"差不多(?=[：:])", "大致為"),
        (r"(?<=[\u4e00-\u9fff])蓋的(?=[，。]|$)", "興建"),
        (r"[，,]?\s*傳?原檔\s*$", ""),
        (r"^錢(?=[：:])", "經費"),
        (r"\s*手冊上?[少漏]了[A-Za-z]+", ""),
        (r"中文就照.{0,6}用的", "中文名稱為"),
        (r"中文我?(?:這樣|這麼)翻(?:譯)?", "中譯如下"),
        (r"我(?:抄|記|聽)到的(?=[：:]?$|[：:])", "重點如下"),
        (r"(?:^|(?<=[，。；]))我(?=[\u4e00-\u9fff])(?!國|們|方|府|市|媽|爸|家|兒|女)", "本人"),
    )
)  # fmt: skip
_HAN = "\u4e00-\u9fff"


def written(text: str) -> str:
    """One clause or sentence in written register, without its final full stop."""
    text = _OPENERS.sub("", text.strip())
    for pattern, by in _SWAPS:
        text = pattern.sub(by, text)
    text = _OPENERS.sub("", text.strip())
    text = _BACKDATE.sub("", text)
    text = _dates(text)
    text = punctuated(text)
    text = _PARTICLE.sub("", text)
    return text.strip(" 　，,、；;：:。.!！~～·")


def punctuated(text: str) -> str:
    """Full-width marks beside Chinese, half-width within Latin and digits; blanks between Chinese become commas."""
    text = re.sub(
        rf"(?<=[{_HAN}」）\d])\s*,\s*(?=[{_HAN}「A-Za-z])|(?<=[{_HAN}A-Za-z」）]),(?=[{_HAN}「])", "，", text
    )
    text = re.sub(rf"(?<=[{_HAN}」）]);|;(?=[{_HAN}])", "；", text)
    text = re.sub(rf"(?<=[{_HAN}」）]):(?!\d)|:(?=[{_HAN}「])", "：", text)
    text = re.sub(rf"(?<=[{_HAN}」）])!+", "！", text)
    text = re.sub(rf"(?<=[{_HAN}」）])\?+", "？", text)
    text = re.sub(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)", r"（\1）", text)
    text = re.sub(
        r"（([^（）]*)）", lambda m: f"（{m[1]}）" if re.search(rf"[{_HAN}]", m[1]) else f"({m[1]})", text
    )
    text = re.sub(
        rf"((?:長|員|師|士|任|授|表|佐|席|查|補|所|課|局|處|科|部|署|府))[ 　]+(?=[{_HAN}]{{2,6}}(?:$|[(（，。]))",
        r"\1",
        text,
    )
    text = re.sub(rf"(?<=[{_HAN}」）！？])[ 　]+(?=[{_HAN}「（])", "，", text)
    text = re.sub(
        rf"(?<=[{_HAN}」），。：；、])[ 　]+(?=[A-Za-z\d(])|(?<=[A-Za-z\d)])[ 　]+(?=[{_HAN}「（，。：；、])",
        "",
        text,
    )
    text = re.sub(r"[，、]{2,}", "，", text)
    text = re.sub(r"，(?=[。；：！？）])", "", text)
    return re.sub(r"([。；：！？])，", r"\1", text)


def _dates(text: str) -> str:
    """4/10 → 4月10日, 5/7－5/9 → 5月7日至5月9日, 9/12－15 → 9月12日至15日, 2004/4 → 2004年4月."""

    def full(match: re.Match[str]) -> str:
        first = (f"{match['y']}年" if match["y"] else "") + f"{int(match['m'])}月{int(match['d'])}日"
        if not match["d2"]:
            return first
        return f"{first}至" + (f"{int(match['m2'])}月" if match["m2"] else "") + f"{int(match['d2'])}日"

    text = _DATE.sub(full, text)
    return _YEAR_MONTH.sub(lambda m: f"{m[1]}年{int(m[2])}月", text)


def ended(text: str) -> str:
    """The sentence with a final mark; one that already ends, inside a quotation too, is left."""
    return text if re.search(r"[。！？：；][」』）]?$", text) else f"{text}。"
