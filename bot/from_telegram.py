"""One message of the Bot API -> Incoming (pure)."""

from telegram import (
    Audio,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
    Video,
    Voice,
)

from bot.cards import of_card
from bot.incoming import Attachment, Contact, Incoming, Location


def read_message(message: Message) -> Incoming:
    """Everything that a report could use; chats with one person have no title."""
    sender, chat = message.from_user, message.sender_chat
    reply = message.reply_to_message
    return Incoming(
        chat_id=message.chat.id,
        message_id=message.message_id,
        sent_at=message.date,
        edited_at=message.edit_date,
        sender_id=sender.id if sender else (chat.id if chat else 0),
        sender_name=sender.full_name if sender else (chat.title or "" if chat else ""),
        is_bot=bool(sender and sender.is_bot),
        chat_title=message.chat.title or "",
        text=message.text or message.caption or "",
        links=tuple(e.url for e in (*message.entities, *message.caption_entities) if e.url),
        forwarded_from=_origin(message),
        reply_to_message_id=reply.message_id if reply else None,
        album=message.media_group_id or "",
        attachment=_attachment(message),
        location=_location(message),
        contact=_contact(message),
    )


def _origin(message: Message) -> str | None:
    match message.forward_origin:
        case None:
            return None
        case MessageOriginUser(sender_user=user):
            return user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.title or chat.full_name or ""
        case _:
            return ""


def _attachment(message: Message) -> Attachment | None:
    if message.photo:
        return _picture(message.photo[-1], message.message_id)
    if message.live_photo and message.live_photo.photo:
        return _picture(message.live_photo.photo[-1], message.message_id)
    if (file := message.animation) is not None:  # before document: an animation carries both
        return Attachment(kind="animation", handle=file.file_id, name=file.file_name or "")
    if message.sticker:
        return Attachment(kind="sticker", handle=message.sticker.file_id)
    if (paper := message.document) is not None:
        return Attachment(
            kind="document",
            handle=paper.file_id,
            name=paper.file_name or f"document_{message.message_id}",
            mime=paper.mime_type or "",
            size=paper.file_size or 0,
            file_id=paper.file_id,
        )
    return _sound(message) or _film(message)


def _picture(photo: PhotoSize, message_id: int) -> Attachment:
    return Attachment(
        kind="photo",
        handle=photo.file_id,
        name=f"photo_{message_id}.jpg",
        mime="image/jpeg",
        size=photo.file_size or 0,
        file_id=photo.file_id,
    )


def _sound(message: Message) -> Attachment | None:
    if (voice := message.voice) is not None:
        return Attachment(
            kind="voice",
            handle=voice.file_id,
            name=f"voice_{message.message_id}.ogg",
            mime=voice.mime_type or "audio/ogg",
            size=voice.file_size or 0,
            file_id=voice.file_id,
            duration=_seconds(voice),
        )
    if (audio := message.audio) is not None:
        return Attachment(
            kind="audio",
            handle=audio.file_id,
            name=audio.file_name or f"audio_{message.message_id}",
            mime=audio.mime_type or "",
            size=audio.file_size or 0,
            file_id=audio.file_id,
            duration=_seconds(audio),
        )
    return None


def _film(message: Message) -> Attachment | None:
    if (video := message.video) is not None:
        return Attachment(
            kind="video",
            handle=video.file_id,
            name=video.file_name or f"video_{message.message_id}.mp4",
            mime=video.mime_type or "",
            size=video.file_size or 0,
            file_id=video.file_id,
            duration=_seconds(video),
        )
    if (note := message.video_note) is not None:
        return Attachment(
            kind="video_note",
            handle=note.file_id,
            name=f"video_{message.message_id}.mp4",
            size=note.file_size or 0,
            file_id=note.file_id,
        )
    return None


def _location(message: Message) -> Location | None:
    if (venue := message.venue) is not None:
        return Location(
            latitude=venue.location.latitude,
            longitude=venue.location.longitude,
            name=venue.title,
            address=venue.address,
        )
    if (place := message.location) is not None:
        return Location(latitude=place.latitude, longitude=place.longitude)
    return None


def _contact(message: Message) -> Contact | None:
    if (contact := message.contact) is None:
        return None
    name = f"{contact.first_name} {contact.last_name or ''}".strip()
    card = contact.vcard or ""
    return Contact(
        name=name,
        phone=contact.phone_number,
        organisation=of_card(card, "ORG"),
        title=of_card(card, "TITLE"),
    )


def _seconds(sound: Voice | Audio | Video) -> int:
    """PTB's ``duration`` warns of what it will become; the message as it came says seconds."""
    told = sound.to_dict().get("duration", 0)
    return told if isinstance(told, int) else 0
