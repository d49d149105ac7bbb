"""The words that the program itself puts into a document, in the language of the form; a form may change any of them."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale

from drafting.dates import roc, roc_range, weekday_zh
from drafting.frozen import Frozen

Language = Literal["zh-TW", "en"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def _english() -> dict[str, str]:
    """Names of countries and regions in Taiwan's Chinese → English."""
    english = Locale.parse("en").territories
    return {
        name: english[code]
        for code, name in Locale.parse("zh_Hant_TW").territories.items()
        if code in english
    }


class Words(Frozen):
    """Defaults are those of a Taiwanese office. ``{…}`` in a word is filled in by code.

    ``dates`` says how days are written: ``roc`` (107年4月9日) or ``en`` (9 April 2018).
    """

    dates: Literal["roc", "en"] = "roc"
    draft_mark: str = "草稿"
    contents: str = "目次"
    subject: str = "公務出國報告"
    author: str = "出國人員"
    colon: str = "："
    none: str = "無。"
    form_abstract: str = "內容摘要"
    at_least: str = "({least}字以上)"
    at_most: str = "({most}字以內)"
    between: str = "({least}至{most}字)"
    missing_photo: str = "（照片缺漏：{ref}）"
    photo: str = "照片 {ref}"
    disclosure: str = (
        "本報告部分文字由生成式人工智慧（模型：{model}{place}）依出國人員提供之素材整理{confirmed}。"
    )
    disclosure_place: str = "，執行處所：{place}"
    confirmed: str = "，經機關審核確認"
    unconfirmed: str = "，尚待出國人員及機關確認"
    member_columns: tuple[str, str, str, str] = ("編號", "單位", "職稱", "姓名")
    day_columns: tuple[str, str, str] = ("日期", "地點", "行程")
    dates_columns: tuple[str, str, str] = ("出發日期", "返國日期", "地區")
    detail_columns: tuple[str, str] = ("項目", "內容")
    contact_columns: tuple[str, str, str] = ("姓名", "職銜或單位", "會晤日期")
    paper_columns: tuple[str, str, str] = ("編號", "名稱", "取得日期")
    itinerary: str = "行程表"
    agenda: str = ""  # "" lets the purpose of the trip choose: 會議活動內容及達成效益 …
    media: str = "媒體報導"
    encounters: str = "參與會外相關活動達成效益"
    met_on: str = "會晤與會人士（{day}）"
    met: str = "會晤與會人士"
    dated: str = "{title}（{day}）"
    impressions: str = "心得"
    overall: str = "整體心得"
    suggestions: str = "建議"
    purpose: str = "目的"
    abstract: str = "摘要"

    def day(self, day: date) -> str:
        """107年4月9日, or 9 April 2018."""
        return roc(day) if self.dates == "roc" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def regions(self, names: Sequence[str]) -> str:
        """日本、韓國; in English the name that CLDR gives, or the name as it was said."""
        if self.dates == "roc":
            return "、".join(names)
        return ", ".join(_english().get(name, name) for name in names)

    def short_day(self, day: date) -> str:
        """4月9日, or 9 April."""
        return f"{day.month}月{day.day}日" if self.dates == "roc" else f"{day.day} {_MONTHS[day.month - 1]}"

    def day_of_week(self, day: date) -> str:
        """（星期一）, or (Monday)."""
        return f"（{weekday_zh(day)}）" if self.dates == "roc" else f"({_WEEKDAYS[day.weekday()]})"

    def days(self, start: date, end: date) -> str:
        """107年4月9日至107年4月14日, or 9 April 2018 to 14 April 2018; one day is written once."""
        if self.dates == "roc":
            return roc_range(start, end)
        return self.day(start) if start == end else f"{self.day(start)} to {self.day(end)}"


ENGLISH = Words(
    dates="en",
    draft_mark="DRAFT",
    contents="Contents",
    subject="Trip report",
    author="Traveller",
    colon=": ",
    none="None.",
    form_abstract="Summary",
    at_least="(at least {least} words)",
    at_most="(at most {most} words)",
    between="({least} to {most} words)",
    missing_photo="(photograph missing: {ref})",
    photo="Photograph {ref}",
    disclosure=(
        "Parts of this report were drafted by generative AI (model: {model}{place}) "
        "from material supplied by the traveller{confirmed}."
    ),
    disclosure_place=", run at: {place}",
    confirmed=", and were confirmed by the agency",
    unconfirmed="; they are still to be confirmed by the traveller and the agency",
    member_columns=("No.", "Agency", "Position", "Name"),
    day_columns=("Date", "Place", "Programme"),
    dates_columns=("From", "To", "Country or region"),
    detail_columns=("Item", "Details"),
    contact_columns=("Name", "Position or organization", "Met on"),
    paper_columns=("No.", "Title", "Received on"),
    itinerary="Itinerary",
    agenda="Meetings and visits",
    media="Media coverage",
    encounters="Contacts outside the programme",
    met_on="Meetings on {day}",
    met="Meetings",
    dated="{title} ({day})",
    impressions="Findings",
    overall="Overall",
    suggestions="Recommendations",
    purpose="Purpose",
    abstract="Summary",
)

WORDS: dict[str, Words] = {"zh-TW": Words(), "en": ENGLISH}
"""The words of each language that a form may be in."""
