"""One official trip: the fields of the form, the people, the days and the material."""

from datetime import date, time
from enum import StrEnum
from typing import Literal

from drafting.frozen import Frozen
from drafting.material import Material, Ref
from drafting.revision import Edit, Remark, Wish


class Category(StrEnum):
    """出國類別 (Taichung point 三, and the longer list of the central cover)."""

    STUDY_VISIT = "考察"
    FURTHER_STUDY = "進修"
    RESEARCH = "研究"
    PRACTICE = "實習"
    INSPECTION = "視察"
    VISIT = "訪問"
    MEETING = "開會"
    NEGOTIATION = "談判"
    OTHER = "其他"


class DestinationKind(StrEnum):
    """Where a trip goes decides wording and duties (赴大陸地區: 通報表)."""

    FOREIGN = "foreign"
    MAINLAND = "mainland"
    HK_MACAU = "hk_macau"


class Classification(StrEnum):
    """機密等級. From 密 up no model may be asked (生成式AI參考指引 point 3)."""

    NONE = "none"
    CONFIDENTIAL = "密"
    SECRET = "機密"  # noqa: S105 - a level, no password
    TOP_SECRET = "極機密"  # noqa: S105
    ABSOLUTE = "絕對機密"


NO_DUTY = "無公務行程"
"""What the itinerary says of a day of which the traveller said that nothing official was done."""


class Traveller(Frozen):
    """出國人員: 姓名／服務機關／單位／職稱."""

    name: str
    agency: str = ""
    unit: str = ""
    title: str = ""


class Period(Frozen):
    """出國期間, both days included."""

    start: date
    end: date


class ItineraryDay(Frozen):
    """One row of the 行程表."""

    day: date
    place: str = ""
    activity: str = ""
    sources: tuple[Ref, ...] = ()


class Event(Frozen):
    """One item of an agenda, in local time; ``title`` as written there."""

    day: date
    start: time | None = None
    end: time | None = None
    title: str
    place: str = ""
    sources: tuple[Ref, ...] = ()


class Name(Frozen):
    """One entry of the names desk: a Chinese form, a foreign form and an abbreviation of the same thing."""

    zh: str = ""
    foreign: str = ""
    abbreviation: str = ""
    kind: Literal["", "person", "organisation", "place"] = ""
    sources: tuple[Ref, ...] = ()


class Trip(Frozen):
    """A trip as known at one moment: what the messages say, corrected by hand where somebody did so.

    ``sources`` names for each field the material that it was read from; fields set by hand have no source.
    """

    id: int = 0
    form: str = ""  # key of the form; "" lets the category choose (Taichung point 三)
    report_name: str = ""
    categories: tuple[Category, ...] = ()
    purposes: tuple[str, ...] = ()  # what is ticked under 其他: 國際會議, 業務接洽 …
    has_attachments: bool | None = None
    host_agency: str = ""
    contact_person: str = ""
    contact_phone: str = ""
    travellers: tuple[Traveller, ...] = ()
    period: Period | None = None
    regions: tuple[str, ...] = ()
    report_date: date | None = None
    destination: DestinationKind = DestinationKind.FOREIGN
    classification: Classification = Classification.NONE
    itinerary: tuple[ItineraryDay, ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[Name, ...] = ()
    days_off: tuple[date, ...] = ()  # 「今天無公務」, said by hand
    sources: dict[str, tuple[Ref, ...]] = {}
    by_hand: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()  # sentences in people's own words; every draft carries them
    remarks: tuple[
        Remark, ...
    ] = ()  # what readers asked at the edge of a document, and nobody has answered yet
    wishes: tuple[Wish, ...] = ()  # what people want of a part; every draft heeds them
    material: tuple[Material, ...] = ()

    def piece(self, ref: Ref) -> Material | None:
        """The material with this reference, or None."""
        return next((m for m in self.material if m.ref == ref), None)

    @property
    def refs(self) -> frozenset[Ref]:
        """Every reference that exists."""
        return frozenset(m.ref for m in self.material)
