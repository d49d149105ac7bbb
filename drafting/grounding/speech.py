"""Whose words a place in a sentence holds: those of the traveller, or what somebody else said, without quotation marks."""

import re
from collections.abc import Sequence

_SAYING = re.compile(
    "說(?!明會|服|法)|表示|指出|提到|提及|認為|強調|補充|坦言|透露|回[答覆應]|答覆?|介紹|解釋|說明(?!會|書)|建議|提醒|希望|期盼|期望|盼|拜託|告訴"
    "|感謝|謝謝|追問|反問|詢問|(?<![學疑訪])問(?!題)|講(?![者習座台臺義師評])|談到|分享|呼籲|宣布|承諾|保證|意思|寫著|喊|笑(?:著|稱)|(?<!宴|會|敘|午|晚|題|點|識|論|記|軸|站|場|的|程|費|數|果|形|況|容)[：:]"
)
_BY_US = re.compile(
    "^(?:[^，。；：]{0,8}?(?:時|後|上午|下午|中午|晚上|當日|當晚|今天|昨天))?(?:也|再|又|並|同時|另|當面|一起|先|還|才|就|便)*"
    "(?:(?:我|本人|本府|本局|本團)(?![國媽爸])|(?=請教|追問|詢問|拜託|簡報|問(?!題))(?P<bare>))"
)
_HEARD = re.compile("[聽據經][^，。；：]{1,12}(?:說|表示|介紹|解釋|提到|分享|講|指出|告知)")
_ANOTHER = re.compile(
    "(?:[長員者方師士授]|對方|[他她]們?|代表|小姐|先生|女士|主席|主任|經理|志工|[A-Za-z.])(?:也|還|則|都|就|便|再|又)?$"
)
_TOWARDS = re.compile("[向對跟與給][^，。]{1,12}$")
REACH = 160  # characters on either side that are looked at
_TOLD_TO = re.compile("(?:告訴|提醒|感謝|謝謝|問)$")
_SAID_AFTER = re.compile("^[^。]*，[^，。：]{1,12}(?:說|表示|補充|強調|指出)。?$")


def others_speak(before: str, after: str = "", people: Sequence[str] = ()) -> bool:
    """Whether what stands between these two is what somebody else said. ``people`` are the travellers.

    When in doubt it is: whoever changes a word there would put the hosts' words into the travellers' mouths.
    """
    before, after = before[-REACH:], after[:REACH]
    if _SAID_AFTER.match(after):
        return True
    begin = 0
    for clause in re.split(r"(?<=[，。；！？])", before):
        for cue in _SAYING.finditer(clause):
            here = begin + cue.start()
            lead = before[begin:here]
            if _TOLD_TO.search(before) and begin + cue.end() == len(before):
                continue  # 「提醒我們」: said to us
            by_us = _BY_US.match(clause) or any(lead.startswith(name) for name in people)
            another = _ANOTHER.search(lead) and not _TOWARDS.search(lead)
            if not by_us or another or _HEARD.search(clause):
                return True
        begin += len(clause)
    return False
