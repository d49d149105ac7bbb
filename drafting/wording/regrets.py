"""Regrets about what one had no time to see: they tell of nothing that happened, and leave the account of it."""

import re

_NO_TIME = (
    r"(?:沒有?|來不及|無|抽不出|找不到)(?:什麼|多少|太多)?(?:時間|空檔?|機會)?(?:可以|能)?(?:再?(?:過去|進去|上去|下去|去|看|逛|玩|走走|繞|拍照))"
    r"(?:一[趟下]|看看|逛逛|了)?"
)
_SIGHTS = r"(?:那[裡邊個]|這[裡邊個]|老街|夜市|海邊|市區|景點|商店街|古蹟|名勝|世界遺產|遺址|風景)?(?:看看|逛逛|走走|拍照)?"
_SORRY = r"(?:(?:真的?|好|很|有點|太|相當|非常|蠻|實在)*(?:可惜|遺憾|殘念)了?(?:的)?(?:是)?)"
_WHO = r"(?:(?:這趟|這次|此行|本次|今天|當日|行程太?[滿趕緊]|但是?|可是|只是|不過|結果|就是|我們?|本人|也|都|還是|實在|根本|完全)*)"
_REGRET = re.compile(
    rf"{_WHO}(?:{_SORRY}|{_SORRY}?{_NO_TIME}{_SIGHTS}{_SORRY}?|下次再(?:來|去)[看逛玩]?(?:吧)?)"
)
_PLANNED = re.compile(r"原[訂定本]|本來|預[定計]|計畫|安排|排定|想去|拜會|參訪|會議|會見")


def without_regrets(sentence: str) -> str:
    """The sentence without such clauses at its end; "" if it says nothing else. What was planned and missed is a fact."""
    clauses = re.split(r"([，,]\s*|[ 　]+)", sentence.strip(" 　。！!~～"))
    texts = clauses[::2]
    if not _REGRET.fullmatch(texts[-1].strip()) or _PLANNED.search(sentence):
        return sentence
    while texts and _REGRET.fullmatch(texts[-1].strip()):
        texts.pop()
    return "".join(clauses[: 2 * len(texts) - 1]) if texts else ""
