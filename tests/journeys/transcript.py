"""A conversation as text that whoever reads Chinese can review: who said what, in order, with buttons and files (pure)."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

_INDENT = "    "
_MASKS = ((re.compile(r"摘要碼 [0-9a-f]+"), "摘要碼 …"),)


@dataclass
class Turn:
    """What a person did, and what the bot called until all was settled."""

    who: str
    words: str
    message_id: int | None = None
    chat_id: int = 0
    calls: list[dict[str, Any]] = field(default_factory=list)


def written(turns: Sequence[Turn]) -> str:
    """The whole conversation. Reactions stand behind the message they belong to, whenever they arrived."""
    reactions = _reactions(call for turn in turns for call in turn.calls)
    lines: list[str] = []
    for turn in turns:
        mark = reactions.get((turn.chat_id, turn.message_id), "")
        if turn.words:
            lines.append(_said(turn.who, f"{turn.words} {mark}".rstrip()))
        lines += _answers(_by_chat(turn))
    text = "\n".join(lines)
    for pattern, instead in _MASKS:
        text = pattern.sub(instead, text)
    return text


def _by_chat(turn: Turn) -> list[dict[str, Any]]:
    """What was said in one turn, that person's chat first: chats beside each other are told in no order."""

    def place(call: dict[str, Any]) -> tuple[bool, int]:
        chat = int(call["fields"].get("chat_id", turn.chat_id))
        return chat != turn.chat_id, chat

    return sorted(turn.calls, key=place)


def buttons(fields: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The rows of buttons below a message; [] if there are none."""
    markup = fields.get("reply_markup")
    rows: list[list[dict[str, Any]]] = json.loads(markup).get("inline_keyboard", []) if markup else []
    return rows


def _answers(calls: Sequence[dict[str, Any]]) -> list[str]:
    """What the bot said in one turn; a message that it edited meanwhile is shown as it ended."""
    last: dict[int, dict[str, Any]] = {}
    mine = {call["made"] for call in calls if call["method"].startswith("send")}
    for call in calls:
        if call["method"].startswith("editMessage") and int(call["fields"]["message_id"]) in mine:
            last[int(call["fields"]["message_id"])] = call["fields"]
    lines: list[str] = []
    for call in calls:
        fields, method = call["fields"], call["method"]
        if method.startswith("send") and call["made"] is None:
            continue  # refused; nobody saw it
        if method == "sendMessage":
            final = last.get(call["made"], fields)
            lines.append(_said("隨行", _with_buttons(str(final.get("text", fields["text"])), final)))
        elif method in ("sendDocument", "sendPhoto", "sendVoice"):
            names = "、".join(call["files"]) or "（先前的檔案）"
            lines.append(
                _said("隨行", _with_buttons(f"［檔案］{names} {fields.get('caption', '')}".rstrip(), fields))
            )
        elif method == "editMessageText" and int(fields["message_id"]) not in mine:
            lines.append(_said("隨行（改寫先前訊息）", _with_buttons(str(fields["text"]), fields)))
        elif method == "answerCallbackQuery" and fields.get("text"):
            lines.append(_said("隨行（按鈕提示）", str(fields["text"])))
    return lines


def _with_buttons(text: str, fields: dict[str, Any]) -> str:
    rows = ["".join(f"〔{button['text']}〕" for button in row) for row in buttons(fields)]
    return "\n".join([text, *rows])


def _said(who: str, words: str) -> str:
    first, *others = words.splitlines() or [""]
    return "\n".join([f"{who}：{first}", *(f"{_INDENT}{line}".rstrip() for line in others)])


def _reactions(calls: Iterable[dict[str, Any]]) -> dict[tuple[int, int | None], str]:
    return {
        (int(call["fields"]["chat_id"]), int(call["fields"]["message_id"])): "".join(
            shown.get("emoji", "") for shown in json.loads(call["fields"].get("reaction", "[]"))
        )
        for call in calls
        if call["method"] == "setMessageReaction"
    }
