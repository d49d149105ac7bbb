"""Regrets about what one had no time to see: they tell of nothing that happened, and leave the account of it.

Only a sentence that says nothing else is left out: within a longer one the same words may belong to a condition, to what
somebody said, or to what the rest of it means (「不去北九州，太可惜了」).
"""

import re

_NO_TIME = (
    r"(?:我們?|本人)?(?:這趟|這次|此行|本次)(?:我們?|本人)?(?:根本|完全)?沒有?(?:什麼|多少|太多)?時間再?(?:過去|進去|上去|去|看|逛|走走|拍照)"
    r"(?:看看|逛逛|了)?"
)
_SORRY = r"(?:真的?|好|很|有點|太|相當|非常|蠻|實在)*(?:可惜|遺憾)了?(?:的)?"
_REGRET = re.compile(rf"{_NO_TIME}(?:[，, 　]*{_SORRY})?")


def without_regrets(sentence: str) -> str:
    """Nothing, if the sentence tells only of what there was no time to see; otherwise the sentence itself."""
    return "" if _REGRET.fullmatch(sentence.strip(" 　。！!~～")) else sentence
