"""Whose words a place in a sentence holds: those of the traveller, or what somebody else said, without quotation marks."""

import re
from collections.abc import Sequence

_SAYING = re.compile(
    "說(?!明會|服|法)|表示|指出|提到|提及|認為|強調|補充|坦言|透露|回[答覆應信電函]|答覆?|介紹|解釋|說明(?!會|書)|建議|提醒|希望|期盼|期望|盼|拜託|告訴"
    "|感謝|謝謝|追問|反問|詢問|(?<![學疑訪])問(?!題)|講(?![者習座台臺義師評])|談到|分享|呼籲|宣布|承諾|保證|意思|寫[著道]|喊|笑(?:著|稱)|來[信函電]|[函復]復|函覆|復函|通知|(?i:e-?mail)"
    "|(?<!宴|會|敘|午|晚|題|點|識|論|記|軸|站|場|的|程|費|數|果|形|況|容)[：:]"
)
_SPEAKING = re.compile(
    f"{_SAYING.pattern}|解說|致詞|歡迎詞|演[講說]|結論|發[言表]|簡報|報告|導覽|回憶|主張|轉述|口述|自述|來訊|留言|公告|邀請函|官網"
    "|描述|[敘訴]說|敘述|[談聊]|抱怨|感嘆|坦承|自豪|舉例|直言|點出|要求|開場|見證|經驗|故事|問答|(?i:sa(?:id|ys))"
)
"""Words after which a whole message may be somebody else's, also those that say nothing of a single sentence."""
_BY_US = re.compile(
    "^(?:[^，。；：]{0,8}?(?:時|後|上午|下午|中午|晚上|當日|當晚|今天|昨天))?(?:也|再|又|並|同時|另|當面|一起|先|還|才|就|便)*"
    "(?:(?:我|本人|本府|本局|本團)(?![國媽爸們])|(?=請教|追問|詢問|拜託|簡報|問(?!題))(?P<bare>))"
)
_HEARD = re.compile("[聽據經][^，。；：]{1,12}(?:說|表示|介紹|解釋|提到|分享|講|指出|告知)")
_ANOTHER = re.compile(
    "(?:[長員者方師士授]|對方|[他她]們?|代表|小姐|先生|女士|主席|主任|經理|志工|[A-Za-z.])(?:也|還|則|都|就|便|再|又)?$"
)
_TOWARDS = re.compile("[向對跟與給][^，。]{1,12}$")
REACH = 160  # characters on either side that are looked at
_TOLD_TO = re.compile("(?:告訴|提醒|感謝|謝謝|問)$")
_SAID_AFTER = re.compile("^[^。]*，[^，。：]{1,12}(?:說|表示|補充|強調|指出|回憶)。?$")
_MARKS = str.maketrans(" 　\n,;!?", "，，，，；！？")
_NO_VOICE = re.compile(r"(?<=\d)[:：](?=\d)|[（(][^（）()]{0,20}[)）](?=[:：])")
"""Colons of clock times, and brackets between an occasion and its colon: 「茶敘(10日)：」."""


def others_speak(before: str, after: str = "", people: Sequence[str] = ()) -> bool:
    """Whether what stands between these two is what somebody else said. ``people`` are the travellers.

    When in doubt it is: whoever changes a word there would put the hosts' words into the travellers' mouths.
    """
    before, after = before[-REACH:], after[:REACH]
    if _SAID_AFTER.match(after):
        return True
    clauses = _clauses(before)
    if told_to := _TOLD_TO.search(before):  # 「提醒我們」: said to us
        clauses[-1] = clauses[-1][: told_to.start() - len(before)]
    return any(_anothers(clause, _SAYING, people) for clause in clauses)


def others_spoke(message: str, people: Sequence[str] = ()) -> bool:
    """Whether anybody but the travellers begins to speak in a message as it was typed, however long ago."""
    clauses = _clauses(_NO_VOICE.sub("", message).translate(_MARKS))
    return any(
        _anothers(clause[at : at + REACH], _SPEAKING, people)
        for clause in clauses
        for at in range(0, len(clause), REACH)
    )


def _clauses(words: str) -> list[str]:
    return re.split(r"(?<=[，。；！？])", words)


def _anothers(clause: str, cues: re.Pattern[str], people: Sequence[str]) -> bool:
    """Whether a word of saying in the clause is not the travellers' own."""
    for cue in cues.finditer(clause):
        lead = clause[: cue.start()]
        by_us = _BY_US.match(clause) or any(lead.startswith(name) for name in people)
        another = _ANOTHER.search(lead) and not _TOWARDS.search(lead)
        if not by_us or another or _HEARD.search(clause):
            return True
    return False
