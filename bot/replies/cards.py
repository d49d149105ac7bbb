"""The 提要 card with a button for each field, the questions that fill it, and what an answer brings with it (pure)."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from drafting.gather.corrections import FIELDS
from drafting.gather.implied import PURPOSES
from drafting.phrase import phrase
from drafting.starting.card import Row
from drafting.trip import Category, Classification, DestinationKind, Trip

PROPOSED = "*"
"""The value of a button that confirms what was proposed: names are longer than a button may carry."""
_IN_A_ROW = 3
_LONGEST = 60
_DESTINATIONS = {
    DestinationKind.FOREIGN: phrase("一般國外"),
    DestinationKind.MAINLAND: phrase("大陸地區"),
    DestinationKind.HK_MACAU: phrase("港澳"),
}
_QUESTIONS = {
    "classification": phrase("這趟是密件嗎？"),
    "destination": phrase("去哪一類地方？直接打國家或城市也可以。"),
    "period": phrase("哪天出發、哪天回來？例如 9/15–9/19。"),
    "regions": phrase("去哪個國家或地區？"),
    "travellers": phrase("誰去？姓名、機關、單位、職稱，一人一行；只打姓名也可以。"),
    "report_name": phrase("核定的計畫名稱是什麼？"),
    "host_agency": phrase("主辦機關是哪裡？"),
    "categories": phrase("出國類別是哪一種？"),
    "purposes": phrase("為了什麼去？"),
    "contact_person": phrase("報告的聯絡人是誰？"),
    "contact_phone": phrase("聯絡電話幾號？有分機一起寫。"),
    "has_attachments": phrase("報告有附件嗎？"),
    "report_date": phrase("報告日期寫哪一天？"),
    "itinerary": phrase("行程怎麼走？每天一行，例如「9/15 臺中—福岡 搭機前往」。"),
    "days_off": phrase("哪幾天沒有公務？"),
}
_OPTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "classification": (
        ("none", phrase("不是")),
        *((level.value, level.value) for level in Classification if level is not Classification.NONE),
    ),
    "destination": tuple((kind.value, shown) for kind, shown in _DESTINATIONS.items()),
    "has_attachments": ((phrase("是"), phrase("有")), (phrase("否"), phrase("沒有"))),
    "categories": tuple((c.value, c.value) for c in Category),
    "purposes": tuple((p, p) for p in PURPOSES),
}


def opened(trip: int, *, empty: bool) -> str:
    """After /new; what is enough to begin with, if nothing stood in the same message."""
    if not empty:
        return _("案件 {trip} 開好了。").format(trip=trip)
    return _(
        "案件 {trip} 開好了。\n"
        "把簽呈或公文轉傳給我（PDF、DOCX、ICS 也可以），或打一句去哪裡、什麼時候、跟誰。"
    ).format(trip=trip)


def cannot_read_pictures() -> str:
    """For a trip that begins with a picture without words."""
    return _("照片收好了，但我讀不到照片裡的字。若是公文，請傳檔案，或把名稱、日期、地點打一句給我。")


def card_text(trip: Trip, rows: Sequence[Row]) -> str:
    """What was recognised so far."""
    lines = [_("【提要】案件 {trip}　點下面的欄位就能改").format(trip=trip.id)]
    lines += [f"{_(row.label)}：{_short(row) or _proposal(row) or '—'}" for row in rows]
    return "\n".join(lines)


def card_keyboard(trip: int, rows: Sequence[Row]) -> InlineKeyboardMarkup:
    """A button for each field; those that are empty are marked."""
    buttons = [
        InlineKeyboardButton(
            _(row.label) if row.shown else f"✎ {_(row.label)}", callback_data=data("field", trip, row.key)
        )
        for row in rows
        if not row.proposed
    ]
    first = [
        [
            InlineKeyboardButton(
                _("✓ 名稱就用擬的"), callback_data=data("answer", trip, f"{row.key}={PROPOSED}")
            ),
            InlineKeyboardButton(_("✎ 改名稱"), callback_data=data("field", trip, row.key)),
        ]
        for row in rows
        if row.proposed
    ]
    return InlineKeyboardMarkup([*first, *(buttons[at : at + 2] for at in range(0, len(buttons), 2))])


def question(trip: int, key: str, now: str = "", proposed: str = "") -> tuple[str, InlineKeyboardMarkup]:
    """A question with its likely answers; ``now`` is what is known, when a field is to be changed; ``proposed`` one to confirm."""
    text = _(_QUESTIONS[key])
    if proposed:
        text = _("{question}\n可以的話就用「{proposed}」。").format(question=text, proposed=proposed)
    if now:
        text = _("「{field}」現在是「{now}」。\n{question}").format(
            field=_(FIELDS[key]), now=now, question=text
        )
    options = [
        InlineKeyboardButton(_(shown), callback_data=data("answer", trip, f"{key}={value}"))
        for value, shown in _OPTIONS.get(key, ())
    ]
    if proposed:
        options = [
            InlineKeyboardButton(_("就用這個"), callback_data=data("answer", trip, f"{key}={PROPOSED}"))
        ]
    rows = [options[at : at + _IN_A_ROW] for at in range(0, len(options), _IN_A_ROW)]
    if now:
        last = [InlineKeyboardButton(_("不改了"), callback_data=data("later", trip, "keep"))]
    else:
        last = [
            InlineKeyboardButton(_("略過"), callback_data=data("skip", trip, key)),
            InlineKeyboardButton(_("其他之後再說"), callback_data=data("later", trip)),
        ]
    return text, InlineKeyboardMarkup([*rows, last])


def why(key: str) -> str:
    """Why a field is asked for, to who wonders; the question stands above."""
    if key == "classification":
        return _("密件不能交給語言模型，也不能傳上來，所以先問。不方便答就按「略過」。")
    if key == "destination":
        return _("赴大陸、港澳的用語和通報規定不同，所以先問。不方便答就按「略過」。")
    return _("報告的提要要填「{field}」。現在不方便就按「略過」。").format(field=_(FIELDS.get(key, key)))


def noted(key: str, value: str) -> str:
    """One line for an answer, with its consequence if it has one."""
    match key, value:
        case "classification", "none":
            return _("好，不是密件。")
        case "classification", _level:
            return _("記為「{level}」：報告不會用語言模型，只由規則整理；密件本身請不要傳上來。").format(
                level=value
            )
        case "destination", DestinationKind.MAINLAND:
            return _("赴大陸地區：用語依規定檢查；返臺後 7 個工作日內要交通報表，到時提醒您。")
        case "destination", DestinationKind.HK_MACAU:
            return _("赴港澳：用語依規定檢查。")
        case _:
            return ""


def consequence(trip: Trip) -> str:
    """The same for what was recognised without being asked."""
    lines = []
    if trip.classification is not Classification.NONE:
        lines.append(noted("classification", trip.classification.value))
    if trip.destination is not DestinationKind.FOREIGN:
        lines.append(noted("destination", trip.destination))
    return "\n".join(lines)


def all_known() -> str:
    return _("欄位都齊了，其他邊走邊記就好。要改再傳 /card。")


def later() -> str:
    return _("好，之後再說。想補時傳 /card。")


def enough() -> str:
    """Everything was asked; some of it was left out."""
    return _("好，先這樣；想補時傳 /card。")


def kept_as_is() -> str:
    return _("好，不改。")


def _proposal(row: Row) -> str:
    return _("（擬）{name}").format(name=row.proposed) if row.proposed else ""


def _short(row: Row) -> str:
    shown = row.shown
    if row.key == "destination":
        shown = _(_DESTINATIONS[DestinationKind(shown)])
    text = "；".join(line for line in shown.split("\n") if line)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
