"""A small trip to an invented harbour city and a report on it that passes every check."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from drafting.checks import check
from drafting.finding import Finding
from drafting.form import form_named
from drafting.material import Kind, Material, Medium, Ref
from drafting.report import Block, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.trip import Category, ItineraryDay, Period, Traveller, Trip

TODAY = date(2018, 5, 1)


def note(ref: str, text: str, kind: Kind = Kind.FACT, **more) -> Material:
    said = datetime(2018, 4, 10, 3, tzinfo=UTC)
    medium = Medium.PHOTO if ref.startswith("P") else Medium.NOTE
    return Material(
        ref=Ref(ref),
        medium=medium,
        author="甲",
        said_at=said,
        text=text,
        kind=kind,
        meant_on=date(2018, 4, 10),
        **more,
    )


def prose(*texts: str, sources: tuple[str, ...] = ("N1",), kind="fact") -> Paragraph:
    return Paragraph(
        sentences=tuple(Sentence(text=t, sources=tuple(map(Ref, sources)), kind=kind) for t in texts)
    )


def photos(*captions: str) -> Photos:
    return Photos(items=tuple(PhotoItem(ref=Ref(f"P{i}"), caption=c) for i, c in enumerate(captions, 1)))


class Sample:
    """The good trip and report; ``body``, ``field``, ``trip_with`` and the like give a changed copy."""

    def __init__(self, trip: Trip, report: Report, form: str = "taichung-summary") -> None:
        self.trip, self.report, self.form = trip, report, form

    def trip_with(self, **changes) -> "Sample":
        return Sample(self.trip.model_copy(update=changes), self.report, self.form)

    def using(self, form: str) -> "Sample":
        return Sample(self.trip, self.report, form)

    def field(self, key: str, value: str) -> "Sample":
        return self._report(fields={**self.report.fields, key: value})

    def body(
        self, key: str, *blocks: Block, heading: str = "", sections: tuple[Section, ...] = ()
    ) -> "Sample":
        """With other blocks in one part."""
        return self._report(
            sections=tuple(
                Section(key=key, heading=heading or s.heading, blocks=blocks, sections=sections)
                if s.key == key
                else s
                for s in self.report.sections
            )
        )

    def without(self, key: str) -> "Sample":
        return self._report(sections=tuple(s for s in self.report.sections if s.key != key))

    def findings(self, check_id: str, today: date = TODAY) -> list[Finding]:
        return [f for f in check(self.report, self.trip, form_named(self.form), today) if f.check == check_id]

    def messages(self, check_id: str, today: date = TODAY) -> list[str]:
        """What the check says beyond information."""
        return [f.message for f in self.findings(check_id, today) if f.severity != "info"]

    def _report(self, **changes) -> "Sample":
        return Sample(self.trip, self.report.model_copy(update=changes), self.form)


@pytest.fixture
def sample() -> Sample:
    long = "本次會議討論港灣城市的合作與永續發展，各城市分享經驗並交換意見。" * 20
    opinion = (
        "港灣城市的做法讓我想到臺中港的轉型，地方政府可以先從小處開始，逐步累積成果，再邀請市民一起參與規劃與維護的工作。"
        * 4
    )
    trip = Trip(
        id=1,
        report_name="出席港灣城市會議",
        categories=(Category.OTHER,),
        purposes=("國際會議",),
        has_attachments=False,
        host_agency="秘書處",
        contact_person="乙某",
        contact_phone="04-00000000分機1",
        travellers=(Traveller(name="甲某", agency="臺中市政府秘書處", unit="國際科", title="科員"),),
        period=Period(start=date(2018, 4, 9), end=date(2018, 4, 10)),
        regions=("海國",),
        report_date=date(2018, 6, 1),
        itinerary=(
            ItineraryDay(day=date(2018, 4, 9), place="臺北—海城", activity="搭機"),
            ItineraryDay(day=date(2018, 4, 10), place="海城", activity="參加會議"),
        ),
        material=(
            note("N1", long),
            note("N2", opinion, Kind.IMPRESSION),
            note("N3", "為維護席次，建議由國際科派員出席9月12日的大會", Kind.SUGGESTION),
            note("N4", "會員88位、代表62位，超過140位，Mr. Adam Harbourman 致詞"),
            note("P1", "開幕式"),
            note("P2", "閉幕式"),
        ),
    )
    days = (("2018.04.09", "臺北—海城", "搭機"), ("2018.04.10", "海城", "參加會議"))
    report = Report(
        form="taichung-summary",
        title="提要",
        fields={f.key: f"{f.label}的內容" for f in form_named("taichung-summary").fields},
        sections=(
            Section(key="abstract", heading="壹、摘要", blocks=(prose(long),)),
            Section(
                key="members",
                heading="貳、出國人員名單",
                blocks=(
                    Table(
                        columns=("編號", "單位", "職稱", "姓名"),
                        rows=(("1", "臺中市政府秘書處國際科", "科員", "甲某"),),
                    ),
                ),
            ),
            Section(key="purpose", heading="參、目的", blocks=(prose("本次會議討論港灣城市的合作。"),)),
            Section(
                key="process",
                heading="肆、過程",
                sections=(
                    Section(
                        key="itinerary",
                        heading="一、行程表",
                        blocks=(
                            Table(columns=("日期", "地點", "行程"), rows=days),
                            photos("開幕式", "閉幕式"),
                        ),
                    ),
                    Section(
                        key="meeting",
                        heading="二、會議",
                        blocks=(prose("超過140位，包括88位會員及62位代表。", sources=("N4",)),),
                    ),
                ),
            ),
            Section(
                key="impressions",
                heading="伍、心得",
                blocks=(prose(opinion, sources=("N2",), kind="opinion"),),
            ),
            Section(
                key="suggestions",
                heading="陸、建議",
                blocks=(
                    prose("為維護席次，建議由國際科派員出席9月12日的大會。", sources=("N3",), kind="opinion"),
                ),
            ),
        ),
    )
    return Sample(trip, report)


@pytest.fixture
def write() -> Callable[..., Paragraph]:
    return prose


@pytest.fixture
def show() -> Callable[..., Photos]:
    return photos


@pytest.fixture
def say() -> Callable[..., Material]:
    return note
