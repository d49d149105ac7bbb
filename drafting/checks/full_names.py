"""Whether the full name of an abbreviation stands right beside it, with or without brackets: 「UNDP聯合國開發計劃署」."""

import re

_HAN = "\u4e00-\u9fff"
_WORD = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'’&-]*"
_LATIN_AFTER = re.compile(
    rf"[」』]?[\s,，:：=＝「『]{{0,3}}(?:[{_HAN}]{{2,24}}[」』]?\s?[（(])?({_WORD}(?: {_WORD}){{1,14}})"
)
_LATIN_BEFORE = re.compile(rf"((?:{_WORD} ){{1,14}}{_WORD})[」』]?[\s,，:：=＝「『]{{0,3}}$")
_HAN_AFTER = re.compile(rf"[」』]?[\s=＝:：即「『]{{0,3}}([{_HAN}]{{5,30}})")
_HAN_BEFORE = re.compile(rf"([{_HAN}]{{5,30}})[」』]?[\s=＝:：「『]{{0,2}}$")
_BODY = re.compile(
    "協會|聯合會|協議會|協進會|促進會|研究會|聯盟|同盟|組織|機構|署|基金會|銀行|學會|公會|商會|總會|網絡|大學|公司"
)
_NO_NAME = re.compile(
    "[的在將由是對向從把被等]|^[與和及]|主席|秘書|會員|代表|總部|年度|舉辦|主辦|合辦|辦理|出席|參加|拜會|拜訪|加入|贊助|支持|支援|協助|邀請|補助|共同"
)
_HAN_TO_A_LETTER = (
    1.5  # 聯合國開發計劃署 for UNDP; 「ASPAC亞太協會」 names another body by the abbreviation of this one
)
_REACH = 160  # characters on either side


def full_name_beside(text: str, start: int, end: int) -> bool:
    """Whether the abbreviation ``text[start:end]`` is written out in the words directly before or after it.

    A foreign name must have the letters as the first letters of its words, in order. A Chinese name must end like the
    name of a body, hold nothing but a name, and be long enough for the letters.
    """
    before, word, after = text[max(0, start - _REACH) : start], text[start:end], text[end : end + _REACH]
    for latin in (_LATIN_AFTER.match(after), _LATIN_BEFORE.search(before)):
        if latin and _spells(word, latin[1]):
            return True
    least = max(5.0, _HAN_TO_A_LETTER * len(word))
    return _begins_with_a_name(after, least) or _ends_in_a_name(before, least)


def _begins_with_a_name(after: str, least: float) -> bool:
    follows = _HAN_AFTER.match(after)
    body = _BODY.search(follows[1], 4) if follows else None
    return follows is not None and body is not None and _is_name(follows[1][: body.end()], least)


def _ends_in_a_name(before: str, least: float) -> bool:
    precedes = _HAN_BEFORE.search(before)
    if precedes is None or not any(m.end() == len(precedes[1]) for m in _BODY.finditer(precedes[1])):
        return False
    tail = precedes[1][max((m.end() for m in _NO_NAME.finditer(precedes[1])), default=0) :]
    return _is_name(tail, least)


def _is_name(words: str, least: float) -> bool:
    return len(words) >= least and not _NO_NAME.search(words)


def _spells(word: str, name: str) -> bool:
    """Whether the letters are among the first letters of the words, in this order: GIZ in 「… Gesellschaft … I… Z…」."""
    letters = iter(part[0].upper() for part in re.split(r"[\s-]+", name) if part)
    return all(any(letter == each for each in letters) for letter in word.replace("&", "").upper())
