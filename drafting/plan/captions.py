"""Captions: the traveller's own words, the words sent beside the photo, or the name of the activity; never twice the same."""

import re
from collections.abc import Sequence

from drafting.gather import cues
from drafting.gather.people import is_name
from drafting.material import Material, Medium, Ref
from drafting.numbering import chinese
from drafting.offline.register import written
from drafting.report import PhotoItem
from drafting.trip import Trip

LONG_CAPTION = 30  # characters above which words sent with a photo are a note, not a caption
_TITLE = r"(?:副?市長|副?秘書長|聯合主席|副?主席|代表|副?執行長|副?局長|副?處長|會長|副?理事長|部長|大使|議長|教授|知事|課長|部長|主任|館長|校長)"
_FOREIGN_PERSON = re.compile(
    rf"(?P<office>[\u4e00-\u9fff]{{0,12}}{_TITLE})?\s*(?P<name>(?:Mr|Ms|Mrs|Dr|Prof)\.[^，,。！!？；\u4e00-\u9fff]{{3,50}}[A-Za-z.)])"
)
_FOREIGN_SURNAME = re.compile(rf"[A-Z][a-zà-ÿ]{{2,20}}(?:[ -][A-Z][a-zà-ÿ]{{2,20}}){{0,3}}\s?{_TITLE}")
_PERSON = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{3}})(?P<office>{_TITLE})")


def captioned(trip: Trip, refs: Sequence[Ref], title: str, taken: set[str]) -> tuple[PhotoItem, ...]:
    """The photos with captions. ``title`` names their activity; ``taken`` holds the captions of the whole report so far."""
    items = []
    for ref in refs:
        photo = trip.piece(ref)
        if photo is None or photo.medium is not Medium.PHOTO:
            continue
        text, sources = _caption(photo, trip, title)
        unique, number = text, 2
        while unique in taken:
            unique, number = f"{text}（{chinese(number)}）", number + 1
        taken.add(unique)
        items.append(PhotoItem(ref=ref, caption=unique, sources=tuple(dict.fromkeys((ref, *sources)))))
    return tuple(items)


def _caption(photo: Material, trip: Trip, title: str) -> tuple[str, tuple[Ref, ...]]:
    comment = next((m for m in trip.material if m.reply_to == photo.ref and m.text), None)
    album = [
        m for m in trip.material if photo.album and m.album == photo.album and m.text and m.ref != photo.ref
    ]
    for source in (photo, comment, *album):
        if source and len(source.text) <= LONG_CAPTION and (text := _short(source.text)):
            return text, (source.ref,) if source is not photo else ()
    beside = _note_beside(photo, trip)
    if beside and (cues.ENCOUNTER.search(beside.text) or not title) and (person := _person_in(beside.text)):
        return written(f"與{person}合影"), (beside.ref,)
    if title:
        return title, ()
    return (
        (_short(beside.text), (beside.ref,))
        if beside and _short(beside.text)
        else (f"{photo.meant_on.month}月{photo.meant_on.day}日", ())
    )


def _short(text: str) -> str:
    """A caption from a message: its first sentence without brackets about oneself; "" if it is no caption."""
    line = re.split(r"[。！!\n]", text.strip())[0]
    line = re.sub(r"[（(][^（）()]*我[^（）()]*[）)]", "", line)
    clean = written(re.sub(r"(?:昨天|今天)的?", "", line))
    if re.match(r"^(?:與|和)", clean) and not re.search(r"合影|合照", clean) and re.search(_TITLE, clean):
        clean += "合影"
    return clean.replace("合照", "合影") if 2 <= len(clean) <= 60 else re.split(r"[，；：]", clean)[0][:60]


def _note_beside(photo: Material, trip: Trip) -> Material | None:
    notes = [m for m in trip.material if m.medium is Medium.NOTE and m.author == photo.author and m.text]
    near = [
        (abs((m.said_at - photo.said_at).total_seconds()) + (90 if m.said_at > photo.said_at else 0), m)
        for m in notes
    ]
    near = [pair for pair in near if pair[0] < 330]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _person_in(text: str) -> str:
    if match := _FOREIGN_PERSON.search(text):
        office = (match["office"] or "").strip()
        return f"{office} {match['name'].strip()}".strip()
    if match := _FOREIGN_SURNAME.search(text):
        return match.group(0)
    for match in _PERSON.finditer(text):
        if is_name(match["name"]):
            return match.group(0)
    return ""
