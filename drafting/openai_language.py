"""Whether a sentence is written in the Chinese of Taiwan, as far as its characters tell."""

import re

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def language_problem(text: str, sources: str) -> str:
    """What is wrong, in zh-TW, or "".

    A few names in Taiwan are written with characters that Big5 lacks (煊, 祢): what the sources write so may stay,
    unless they are themselves written in simplified characters.
    """
    theirs = set(filter(_only_simplified, sources))
    allowed = theirs if len(theirs) <= 2 else set[str]()
    if simplified := "".join(dict.fromkeys(c for c in text if _only_simplified(c) and c not in allowed)):
        return f"含簡體字「{simplified}」"
    foreign = len(_LATIN.findall(text)) >= 4 and len(_HAN.findall(text)) < 4
    if foreign and text.strip("。 ") not in sources:  # the title of a session stays as it is
        return "不是中文"
    return ""


def _only_simplified(character: str) -> bool:
    """In the character set of the mainland (GB 2312) but not in that of Taiwan (Big5)."""
    if not _HAN.match(character):
        return False
    return not _encodes(character, "cp950") and _encodes(character, "gb2312")


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
