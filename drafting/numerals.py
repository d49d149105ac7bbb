"""How numbers are written in Chinese and in digits: 37億6千萬, 37.6億 and 3,760,000,000 are one value."""

import re
from decimal import Decimal
from typing import NamedTuple

NARROW = {ord(c) + 0xFEE0: c for c in "0123456789/.-:%+()"} | {
    ord(pair[0]): pair[1]
    for pair in re.split(
        " ",
        "万萬 亿億 两兩 个個 时時 点點 钟鐘 场場 届屆 条條 楼樓 层層 页頁 张張 辆輛 队隊 团團 门門 处處 种種 类類 级級 顿頓 节節"
        " 笔筆 栋棟 户戶 头頭 岁歲 项項 间間 国國 县縣 区區 号號 组組 礼禮 总總 质質 轮輪 华華",
    )
}
"""Full-width signs to half-width, and the simplified signs of numbers and units; one to one, so that positions stay."""

_CAPITAL = str.maketrans("壹貳贰參叁参肆伍陸陆柒捌玖拾佰仟", "一二二三三三四五六六七八九十百千")
_CAPITALS = re.compile(
    "(?=[零萬億]*[壹貳贰參叁参肆伍陸陆柒捌玖拾佰仟]{2}|.[拾佰仟萬億])[零壹貳贰參叁参肆伍陸陆柒捌玖拾佰仟萬億]{2,}"
)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2, "○": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
_BIG = {"萬": 10**4, "億": 10**8, "兆": 10**12}

_UNITS = (  # longest first, so that 個月 is not read as 個
    "個百分點 平方公里 平方公尺 立方公尺 公里 公尺 公分 公頃 公噸 公斤 公升 公克 英里 坪 度 ℃ °C "
    "個人 個小時 個多小時 個多月 小時 分鐘 秒鐘 個月 世紀 年度 星期 禮拜 個星期 人次 人份 城市 國家 項目 "
    "新臺幣 美元 美金 歐元 日圓 日元 盧比 英鎊 韓元 泰銖 港幣 人民幣 USD EUR NTD "
    "攝氏度 摄氏度 kWh km kg GW MW kW percent st nd rd th % ‰ "
    "人 位 名 個 國 元 圓 年 月 日 天 週 周 時 點 分 秒 季 屆 次 場 件 案 項 家 間 座 條 款 號 樓 層 頁 張 份 篇 本 台 臺 輛 "
    "架 艘 班 站 所 區 市 縣 省 州 代 歲 周歲 席 票 組 隊 團 支 門 道 處 種 類 級 倍 成 折 噸 吋 里 米 頓 餐 杯 句 字 大 小 段 節 "
    "章 期 筆 棟 戶 校 隻 頭 株 棵 畝 克 桶 股 手 起 宗 枚 塊 粒 局 盤 輪 球 對 雙 名 則 回 冊 封 幅 首 部 冊 村 鎮 鄉 站 攤 格"
)
_UNIT = "|".join(re.escape(u) for u in sorted(set(_UNITS.split()), key=len, reverse=True))
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN = "零〇一二兩三四五六七八九"
_TEN = "十百千廿卅"
_NUMBER = re.compile(
    rf"""
    (?:
      百分之(?P<percent>(?:{_ARABIC})|[{_HAN}十百點]+)
    | (?P<below>\d+|[{_HAN}十百]+)\s?分之\s?(?P<above>\d+|[{_HAN}十百]+)
    | (?<![A-Za-z\d.,/])(?P<top>\d{{1,3}})/(?P<bottom>\d{{1,3}})(?![\d/])(?=\s?(?:的|強|弱|以上|多數|席|決|决))
    | (?<![A-Za-z\d.])(?<!\d,)(?<![A-Za-z]-)(?P<arabic>(?:{_ARABIC})(?:\s?(?:[多餘余]?[萬億兆]|[十百千萬億兆])+(?:\s?(?:{_ARABIC}|[{_HAN}])\s?[十百千萬億兆]+)*(?:\s?\d{{1,3}}(?:,\d{{3}})+|\d+|(?<=[萬億])零?[一二三四五六七八九])?)?)
    | (?P<half>半)(?=年|天|日|小時|個月|個小時|數)
    | (?P<han>[{_HAN}{_TEN}][{_HAN}{_TEN}萬億兆]*)
    )
    (?P<gap>\s?(?:多|餘|余|幾|來|點多)?\s?)(?P<unit>{_UNIT})?
    """,
    re.VERBOSE,
)
_START = re.compile(rf"[\d半{_HAN}{_TEN}]")
_ABOUT = re.compile("[ 多餘余]")
_PIECE = re.compile(rf"{_ARABIC}|[{_HAN}]+|[十百千廿卅萬億兆]")
_IDIOM = re.compile(
    "一(?:般|起|向|直|樣|些|定|下|旦|路|帶|致|切|再|同|行|併|律|貫|流|大早|方面|面|邊|步|點|會|時|面之緣|份子|份心|分子|道|席之地|番|度|年一度)"
    "|十(?:分|足|全|字)|千(?:萬別|萬不|萬要|變|古|里|秋)|百(?:姓|年樹人|業|貨|般)|萬(?:一|分|物|象)|三(?:思|明治)|四(?:處|周|川|季)"
    "|五(?:金|官|星)|六(?:法)|七(?:夕)|八(?:卦)|九(?:份)|兩(?:岸|者|側|造|性|廳)"
)


class Number(NamedTuple):
    """One number and its place in the text. ``unit`` is the measure word after it ("" if none); 第3 has ``ordinal``."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str = ""
    ordinal: bool = False


def find_numbers(text: str) -> list[Number]:
    """Every number with its value; idioms (一般, 十分) and digits inside Latin words (G20) are not numbers."""
    narrow = _CAPITALS.sub(lambda m: m[0].translate(_CAPITAL), text.translate(NARROW))
    found = []
    at = 0
    while start := _START.search(narrow, at):
        match = _NUMBER.match(narrow, start.start())
        at = match.end() if match else start.end()
        if match and (number := _read(match, text, narrow)):
            found.append(number)
    return found


def han_value(text: str) -> Decimal | None:
    """The value of a numeral in Chinese or mixed writing (十二, 二〇一八, 1萬4,286), or None if it is none."""
    pieces = _PIECE.findall(text.translate(NARROW))
    if not pieces or "".join(pieces) != text.translate(NARROW).replace(" ", ""):
        return None
    total = section = Decimal(0)
    current: Decimal | None = None
    for piece in pieces:
        if piece in _TENS:
            section, current = section + _TENS[piece], None
        elif piece in _SMALL:
            section += (Decimal(1) if current is None or not current else current) * _SMALL[piece]
            current = None
        elif piece in _BIG:
            section += current or 0
            if section:
                total += section * _BIG[piece]
            else:
                total = (total or Decimal(1)) * _BIG[piece]
            section, current = Decimal(0), None
        else:
            current = _plain(piece, after=pieces)
    return total + section + (current or 0)


def _plain(piece: str, after: list[str]) -> Decimal:
    if piece[0] in _DIGITS:
        digits = "".join(str(_DIGITS[c]) for c in piece)
        return Decimal(digits if len(after) == 1 else digits.lstrip("0") or "0")
    return Decimal(piece.replace(",", ""))


def _read(match: re.Match[str], text: str, narrow: str) -> Number | None:
    start, unit = match.start(), match["unit"] or ""
    if match["percent"]:
        value, unit = _decimal(match["percent"]), "%"
        end = match.end("percent")
    elif match["below"]:
        value, end, unit = _fraction(match["above"], match["below"]), match.end("above"), ""
    elif match["top"]:
        value, end, unit = _fraction(match["top"], match["bottom"]), match.end("bottom"), ""
    elif match["half"]:
        value, end = Decimal("0.5"), match.end("half")
    elif match["arabic"]:
        value, end = han_value(_ABOUT.sub("", match["arabic"])), match.end("arabic")
        if not unit and narrow[end : end + 1].isascii() and narrow[end : end + 1].isalpha():
            return None
    else:
        ordinal = narrow[start - 1 : start] == "第"
        if not _is_numeral(match["han"], unit, narrow, match, ordinal):
            return None
        value, end = han_value(match["han"]), match.end("han")
    if value is None:
        return None
    if (
        unit.isascii()
        and unit.isalpha()
        and narrow[match.end() : match.end() + 1].isascii()
        and narrow[match.end() : match.end() + 1].isalpha()
    ):
        unit = ""
        if match["arabic"] and not match["gap"]:
            return None
    if unit in ("臺", "台") and narrow[match.end() : match.end() + 1] in (
        "中",
        "北",
        "南",
        "東",
        "东",
        "灣",
        "湾",
    ):
        unit = ""  # 2018臺中世界花卉博覽會
    if unit == "成" and value <= 10:
        value, unit = value * 10, "%"
    unit = {"percent": "%", "個百分點": "%", "周歲": "歲"}.get(unit, unit).replace("多", "")
    ordinal = narrow[max(start - 2, 0) : start].strip().endswith("第") or unit in ("st", "nd", "rd", "th")
    return Number(start=start, end=end, text=text[start:end], value=value, unit=unit, ordinal=ordinal)


def _is_numeral(han: str, unit: str, narrow: str, match: re.Match[str], ordinal: bool) -> bool:
    start, end = match.start("han"), match.end("han")
    before = narrow[start - 1 : start]
    if _IDIOM.match(narrow, start) and not ordinal:
        return False
    if before and before in "星期週禮拜唯統萬進逐第" and not ordinal:
        return False
    digits_only = all(c in _DIGITS for c in han)
    if digits_only and len(han) > 1:
        return len(han) >= 4 or "〇" in han or "零" in han
    if len(han) > 1:
        return not (han[0] in "百千" or han[0] in "零〇")
    if han in _SMALL | _TENS and not unit and not ordinal:
        return False
    return ordinal or (bool(unit) and end < len(narrow))


def _fraction(above: str, below: str) -> Decimal | None:
    top, bottom = _decimal(above), _decimal(below)
    return round(top / bottom, 6) if top is not None and bottom else None


def _decimal(text: str) -> Decimal | None:
    if "點" in text:
        whole, _, rest = text.partition("點")
        left = han_value(whole)
        tail = "".join(str(_DIGITS[c]) for c in rest if c in _DIGITS)
        return Decimal(f"{left}.{tail}") if left is not None and tail else left
    return han_value(text)
