"""One update of every kind that the Bot API knows, from a person in a chat; people and words are invented."""

from itertools import count
from typing import Any

from tests.emulator import Person

_AT = 1_790_000_000
_numbers = count(7_000_000)


def every_kind(person: Person) -> dict[str, dict[str, Any]]:
    """The updates by their kind, each with a number of its own; texts would be notes and commands if they counted."""
    who = {"id": person.user, "is_bot": False, "first_name": person.name, "username": "boss"}
    private = {"id": person.user, "type": "private", "first_name": person.name}
    channel = {"id": -1_009, "type": "channel", "title": "頻道"}
    group = {"id": -77, "type": "group", "title": "團"}
    bot = {"id": 42, "is_bot": True, "first_name": "隨行"}
    option = {"persistent_id": "1", "text": "是", "voter_count": 1}
    member = {
        "chat": group,
        "from": who,
        "date": _AT,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": {"status": "member", "user": bot},
    }
    boost = {"source": "premium", "user": who}
    thumb = {"type": "emoji", "emoji": "👍"}

    def said(chat: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"message_id": next(_numbers), "date": _AT, "chat": chat, "from": who, "text": "密語", **more}

    kinds: dict[str, dict[str, Any]] = {
        "message": said(private),
        "edited_message": said(private, edit_date=_AT + 60),
        "channel_post": said(channel),
        "edited_channel_post": said(channel, edit_date=_AT + 60),
        "business_connection": {
            "id": "b", "user": who, "user_chat_id": person.user, "date": _AT, "is_enabled": True,
        },
        "business_message": said(private, business_connection_id="b"),
        "edited_business_message": said(private, business_connection_id="b", edit_date=_AT + 60),
        "deleted_business_messages": {"business_connection_id": "b", "chat": private, "message_ids": [1]},
        "guest_message": said(group),
        "message_reaction": {
            "chat": private, "message_id": 1, "user": who, "date": _AT, "old_reaction": [], "new_reaction": [thumb],
        },
        "message_reaction_count": {
            "chat": channel, "message_id": 1, "date": _AT, "reactions": [{"type": thumb, "total_count": 3}],
        },
        "inline_query": {"id": "1", "from": who, "query": "草稿", "offset": ""},
        "chosen_inline_result": {"result_id": "1", "from": who, "query": "草稿"},
        "callback_query": {
            "id": "1", "from": who, "chat_instance": "1", "data": "approve:1", "message": said(private),
        },
        "shipping_query": {
            "id": "1", "from": who, "invoice_payload": "x",
            "shipping_address": {
                "country_code": "TW", "state": "", "city": "x", "street_line1": "x", "street_line2": "", "post_code": "1",
            },
        },
        "pre_checkout_query": {
            "id": "1", "from": who, "currency": "XTR", "total_amount": 1, "invoice_payload": "x",
        },
        "purchased_paid_media": {"from": who, "paid_media_payload": "x"},
        "poll": {
            "id": "1", "question": "?", "options": [option], "total_voter_count": 1, "is_closed": False,
            "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": True,
            "members_only": False,
        },
        "poll_answer": {"poll_id": "1", "user": who, "option_ids": [0], "option_persistent_ids": ["1"]},
        "my_chat_member": member,
        "chat_member": member,
        "chat_join_request": {"chat": group, "from": who, "date": _AT, "user_chat_id": person.user},
        "chat_boost": {
            "chat": channel, "boost": {"boost_id": "1", "add_date": _AT, "expiration_date": _AT, "source": boost},
        },
        "removed_chat_boost": {"chat": channel, "boost_id": "1", "remove_date": _AT, "source": boost},
        "managed_bot": {"user": who, "bot": bot},
    }  # fmt: skip
    return {kind: {"update_id": next(_numbers), kind: content} for kind, content in kinds.items()}
