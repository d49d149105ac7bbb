"""Whether a sentence from a traveller's message does well by itself, without what was said around it."""

import re

_SHORTEST, _LONGEST = 10, 130  # characters
_LATIN_SHARE = 0.6
_CLINGING = re.compile(
    r"^(?:這|那|他|她|它|對方|本會議|其|此(?!行)|該|同場|同桌|下面|後面|另|但|也|所以|不|沒|而|且|再|又|才|等於|即使|因此|換言之|首先|原先|至少|跟著|"
    r"一樣|意思|旁邊|散場|席間|本次?人|人手|手冊|名片|平常|一天|一年|缺點|前[一二兩三]題|螢幕|牆上|目前|成果|自己|只要|可是|可以|冷|[\u4e00-\u9fff]了)"
)
_CHATTY = re.compile(r"本人|我(?![國府])|他說|她說|他們|很|真的|一直|快|搶|桌|排|警|茶|抄|覺得|老實|哪")
_LABEL = re.compile(r"[^，。：]{1,14}：")
"""How a heading stands before what it heads."""
_SPOKEN = re.compile(
    r"[你您咱啦喔哦耶嘛囉唷吧嗎呢]|蠻|超級|有夠|哈|可惜|而已|就是|跑去|碰到|肯(?=[來去做給])|值了|也是(?:他|她)"
    r"|聊|拜託|弄|搞|一堆|好多|大家|捧場|就(?=[一兩三四五六七八九十]+[個人位])|自己(?=[來出去])|毛病|多了(?=[，。]|$)"
)
"""Turns that no report has, beside those that only make a sentence chatty."""


def clings(text: str) -> bool:
    """Whether it leans on what was said before it."""
    return bool(_CLINGING.match(text))


def chattiness(text: str) -> int:
    """How many turns of speech are in it."""
    return len(_CHATTY.findall(text))


def is_whole(text: str) -> bool:
    """Whether it is one sentence of the usual length, in Chinese, with its quotation marks in pairs."""
    latin = sum(c.isascii() and c.isalpha() for c in text)
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and not text.endswith(("？", "：", "；"))
        and text.count("「") == text.count("」")
        and latin < _LATIN_SHARE * len(text)
    )


def reads_as_written(text: str) -> bool:
    """Whether it could stand in a report as it is."""
    labelled = _LABEL.match(text)
    return is_whole(text) and not (labelled or clings(text) or chattiness(text) or _SPOKEN.search(text))
