"""Captions: the traveller's own words, the words sent beside the photo, or the name of the activity; never twice the same."""

import re
from collections.abc import Sequence

from drafting.gather import cues
from drafting.gather.people import is_name
from drafting.material import Kind, Material, Medium, Ref
from drafting.numbering import chinese
from drafting.plan.routing import LONG_CAPTION
from drafting.plan.vicinity import Vicinity
from drafting.report import PhotoItem
from drafting.trip import Trip
from drafting.wording import caption_words
from drafting.wording.chat_words import PICTOGRAPHS
from drafting.wording.office import own_office
from drafting.wording.register import written
from drafting.wording.relative_days import settled

_TITLE = r"(?:副?市長|副?秘書長|聯合主席|副?主席|代表|副?執行長|副?局長|副?處長|會長|副?理事長|部長|大使|議長|教授|知事|課長|部長|主任|館長|校長)"
_LONGEST_LINE = 200
_SHORTEST, _LONGEST = 2, 40  # characters of a caption
_BEFORE, _AFTER = 330, 240  # seconds in which a note tells of a photo
_LESS_LIKELY = 90  # seconds by which a note after the photo counts as farther
_NOT_FOR_PRINT = (Kind.PRIVATE, Kind.ASIDE)
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_ABOUT_THE_PICTURE = re.compile(r"我|拍|照片|原檔|可以放|這張|那張|晃|糊")
_SMILES = re.compile(f"(?:{PICTOGRAPHS}|{cues.LAUGH.pattern})+")
_WHEN = re.compile(r"(?:昨天|今天|昨日|今日)的?")
_FULL_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日(?:上午|下午|晚上|傍晚|中午)?")
_FOREIGN_PERSON = re.compile(
    rf"(?P<office>[\u4e00-\u9fff]{{0,12}}{_TITLE})?\s*(?P<name>(?:Mr|Ms|Mrs|Dr|Prof)\.[^，,。！!？；\u4e00-\u9fff]{{3,50}}[A-Za-z.)])"
)
_FOREIGN_SURNAME = re.compile(rf"[A-Z][a-zà-ÿ]{{2,20}}(?:[ -][A-Z][a-zà-ÿ]{{2,20}}){{0,3}}\s?{_TITLE}")
_PERSON = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{3}})(?P<office>{_TITLE})")


def captioned(
    trip: Trip, vicinity: Vicinity, refs: Sequence[Ref], title: str, taken: set[str]
) -> tuple[PhotoItem, ...]:
    """The photos with captions. ``title`` names their activity; ``taken`` holds the captions of the whole report so far."""
    items = []
    for ref in refs:
        photo = vicinity.piece(ref)
        if photo is None or photo.medium is not Medium.PHOTO:
            continue
        text, source = _caption(photo, trip, vicinity, title)
        unique, number = text, 2
        while unique in taken:
            unique, number = f"{text}（{chinese(number)}）", number + 1
        taken.add(unique)
        refs_of = (ref,) if source is None else tuple(dict.fromkeys((ref, source.ref)))
        items.append(PhotoItem(ref=ref, caption=unique, sources=refs_of))
    return tuple(items)


def _caption(photo: Material, trip: Trip, vicinity: Vicinity, title: str) -> tuple[str, Material | None]:
    """The text and the other piece that it was taken from, if any."""
    near = (*vicinity.replies(photo), *(m for m in vicinity.album(photo) if m.text))
    words = (photo, *(m for m in near if m.kind not in _NOT_FOR_PRINT))
    for source in words:
        if len(source.text) <= LONG_CAPTION and (text := _short(source, trip)):
            return text, source
    beside = _note_beside(photo, vicinity)
    met = beside and (cues.ENCOUNTER.search(beside.text) or not title)
    if beside and met and (person := _person_in(beside.text)):
        return written(f"與{person}合影"), beside
    if title:
        return title, None
    for other in (photo, beside):
        if other and (text := _short(other, trip)):
            return text, other
    return f"{photo.meant_on.month}月{photo.meant_on.day}日", None


def _short(source: Material, trip: Trip) -> str:
    """A caption from a message: its first sentence without words about the taking of the picture; "" if it is none."""
    line = re.split(r"[。！!\n]", source.text.strip(), maxsplit=1)[0][:_LONGEST_LINE]
    line = _BRACKET.sub(lambda m: "" if _ABOUT_THE_PICTURE.search(m[0]) else m[0], line)
    line = caption_words.captioned(_WHEN.sub("", _SMILES.sub("", line)), own_office(trip))
    clean = settled(written(line), source, trip)
    clean = _FULL_DATE.sub("", clean).strip("，、：； ")
    if re.match(r"^[與和]", clean) and not re.search(r"合影|合照", clean) and re.search(_TITLE, clean):
        clean += "合影"
    clean = clean.replace("合照", "合影")
    if len(clean) > _LONGEST:
        clean = re.split(r"[，；：]", clean, maxsplit=1)[0][:_LONGEST]
    return clean if len(clean) >= _SHORTEST and re.search(r"[\u4e00-\u9fffA-Za-z]", clean) else ""


def _note_beside(photo: Material, vicinity: Vicinity) -> Material | None:
    def gap(note: Material) -> float:
        seconds = (photo.said_at - note.said_at).total_seconds()
        return seconds if seconds >= 0 else _LESS_LIKELY - seconds

    notes = [n for n in vicinity.notes(photo, _BEFORE, _AFTER) if n.kind not in _NOT_FOR_PRINT]
    return min(notes, key=gap, default=None)


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
