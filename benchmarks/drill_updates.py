"""What twenty travellers send in the crash drill: notes, albums, papers, edits, drafts; the same for the same seed."""

import random
from typing import Any, NamedTuple

FIRST_CHAT = 1001
_BEGUN = 1_790_000_000


class Backlog(NamedTuple):
    """``updates`` in the order of sending. By chat: the texts and files that must be there in the end, in order."""

    updates: list[dict[str, Any]]
    notes: dict[int, list[tuple[int, str]]]
    files: dict[int, list[int]]
    drafts: int


def backlog(count: int, chats: int, seed: int) -> Backlog:
    """``count`` updates, dealt out to the chats at random, each chat's own in order."""
    dice = random.Random(seed)  # noqa: S311 - a drill, no secret
    made = Backlog([], {}, {}, 0)
    messages = dict.fromkeys(range(FIRST_CHAT, FIRST_CHAT + chats), 0)
    drafts = 0
    while len(made.updates) < count:
        chat = dice.choice(list(messages))
        kind = dice.choices(("note", "album", "paper", "edit", "draft"), (78, 6, 5, 10, 1))[0]
        burst = dice.randint(2, 10) if kind == "album" else 1
        album = f"{chat}-{len(made.updates)}"
        for item in range(burst):
            messages[chat] += 1
            number = messages[chat]
            message: dict[str, Any] = {
                "message_id": number,
                "date": _BEGUN + len(made.updates),
                "chat": {"id": chat, "type": "private", "first_name": "林測試"},
                "from": {"id": chat, "is_bot": False, "first_name": "林測試"},
            }
            notes = made.notes.setdefault(chat, [])
            name = "message"
            if kind == "album":
                picture = {"file_id": f"photo-{chat}-{number}", "file_unique_id": f"p{chat}{number}"}
                message |= {"photo": [{**picture, "width": 320, "height": 240}], "media_group_id": album}
                if item == burst // 2:
                    message["caption"] = f"第 {number} 則：與協會人員合影"
                made.files.setdefault(chat, []).append(number)
            elif kind == "paper":
                paper = {"file_id": f"paper-{chat}-{number}", "file_unique_id": f"d{chat}{number}"}
                message["document"] = {**paper, "file_name": f"議程{number}.txt", "mime_type": "text/plain"}
                made.files.setdefault(chat, []).append(number)
            elif kind == "edit" and notes:
                messages[chat] -= 1  # an edit is no new message
                place = dice.randrange(len(notes))
                number = notes[place][0]
                text = (
                    f"第 {number} 則（更正 {len(made.updates)}）：協會受託管理 {dice.randint(10, 99)} 座公園"
                )
                notes[place] = (number, text)
                message |= {"message_id": number, "edit_date": message["date"] + 1, "text": text}
                name = "edited_message"
            elif kind == "draft":
                message["text"] = "/draft"
                drafts += 1
            else:
                text = f"第 {number} 則：拜會東京都公園協會，員工約 {dice.randint(100, 999)} 人"
                notes.append((number, text))
                message["text"] = text
            made.updates.append({"update_id": len(made.updates) + 1, name: message})
    return made._replace(drafts=drafts)
