"""Which words of a text are commands to the bot, and what remains of the text without them."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from drafting.phrase import phrase
from storage.role import Role

COMMANDS: dict[str, str] = {
    "start": phrase("開始使用"),
    "new": phrase("建立新的出國案件"),
    "trips": phrase("看所有案件、換一件"),
    "card": phrase("看提要欄位、補欄位"),
    "names": phrase("人名、機關、地名對照"),
    "invite": phrase("邀同行的人一起記"),
    "who": phrase("看誰記了什麼"),
    "status": phrase("看目前有什麼、還缺什麼"),
    "draft": phrase("撰寫報告草稿"),
    "cancel": phrase("停止進行中的工作"),
    "quiet": phrase("設定不打擾的時段"),
    "queue": phrase("看待審的草稿（審核人員）"),
    "approve": phrase("核可草稿（審核人員）"),
    "return": phrase("退回草稿（審核人員）"),
    "export": phrase("取得報告檔案"),
    "set": phrase("填寫或更正欄位"),
    "undo": phrase("收回最後傳的一則"),
    "drop": phrase("拿掉回覆的那一則"),
    "date": phrase("更正時間（例：/date 昨天下午）"),
    "label": phrase("標示回覆的那一則用在哪裡"),
    "why": phrase("問某一則為什麼放在那裡"),
    "language": phrase("切換語言 Language"),
    "help": phrase("使用說明"),
}
"""Every command, with the line that Telegram shows beside it."""

FOR_STAFF = frozenset({"queue", "approve", "return"})
"""What only staff and admins may do."""

IN_GROUPS = frozenset({"status", "who", "trips", "invite", "help"})
"""What the menu of a group offers; the others work there too."""


def may(command: str, role: Role) -> bool:
    """Whether somebody is shown a command."""
    return command not in FOR_STAFF or role is not Role.TRAVELLER


_NO_LETTER = r"(?=\s|\Z|[\u3000-\u9fff\uff00-\uffef])"  # Chinese is typed without a space: 「/date昨天」
_LEADING = re.compile(
    rf"\A\s*/([a-z][a-z0-9_]*)(?:@[a-z0-9_]+)?{_NO_LETTER}[^\S\n]*([^\n]*)\n?", re.IGNORECASE
)
_SLIP = re.compile(r"\A\s*/([a-z][a-z0-9_]{1,31})(?![^\s])", re.IGNORECASE)
_LIKE = 0.6  # share of letters from which on two commands are alike
_TRAILING = re.compile(r"(?:\A|\s+)/([a-z][a-z0-9_]*)(?:@\w+)?\s*\Z", re.IGNORECASE)


def meant_by(text: str, role: Role) -> tuple[str, str] | None:
    """A command that does not exist, as a text begins with it, and the one that was probably meant ("" if none is like it)."""
    found = _SLIP.match(text)
    if found is None or (slip := found[1].lower()) in COMMANDS:
        return None
    known = [name for name in COMMANDS if may(name, role)]
    return slip, next(iter(get_close_matches(slip, known, n=1, cutoff=_LIKE)), "")


OPENS_A_TRIP = frozenset({"new"})
"""Answered before the message is kept, so that what stands in it goes to the new trip."""


class Spoken(NamedTuple):
    """A text taken apart: the command in it or "", what was said to the command, and what else was written."""

    command: str
    argument: str
    rest: str


def take_apart(text: str) -> Spoken:
    """Find the command that begins or ends a text.

    A beginning command owns its line; further lines are a note of their own ("/status⏎到飯店了").
    What stands behind /new is the first note of the new trip. Unknown commands with words after them are kept as text, so that nothing is lost to a slip.
    """
    if (found := _LEADING.match(text)) and (name := found[1].lower()) in COMMANDS:
        if name in OPENS_A_TRIP:
            return Spoken(name, "", f"{found[2].strip()}\n{text[found.end() :].strip()}".strip())
        return Spoken(name, found[2].strip(), text[found.end() :].strip())
    if found := _TRAILING.search(text):
        name = found[1].lower()
        rest = text[: found.start()].strip()
        if name in COMMANDS or not rest:
            return Spoken(name, "", rest)
    return Spoken("", "", text.strip())
