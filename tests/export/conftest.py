"""An invented trip with every kind of block: the report that all tests of the exporter print."""

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PIL import Image, ImageDraw

from drafting.form import Form, form_named
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.report import ListBlock, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.review import Approval, Draft, Recipe, Status, approve
from drafting.trip import Category, Traveller, Trip

SHAPES = {"P1": (1280, 960), "P2": (1280, 960), "P3": (960, 1280), "P4": (1280, 720), "P5": (1280, 853)}
SHAPES |= {"P6": (960, 1280), "P7": (960, 1280), "P8": (1280, 400)}
HARD = "五金<&'\"#$*_@\\展"
ABSTRACT = (
    "本府代表團一行前往北國晴川市，參加「2031年水岸城市論壇」(Waterfront Cities Forum 2031)各項議程，並拜會當地河川管理機關。"
    "本次論壇以韌性城市為主題，計有12國、48個城市派員出席，會期3天。代表團於分組會議中說明本市滯洪公園之規劃經驗，並與與會城市交換意見。"
    "藉由此行，本市得以瞭解各城市面對極端降雨之作法，並建立後續合作之聯繫管道。"
)
BODY = (
    "論壇由晴川市政府主辦，上午舉行開幕式，由市長 Ms. Aino Virtanen 致詞，下午進行3場平行會議，分別討論防洪設施、公共空間及市民參與。"
    "主辦單位安排與會者實地走訪整治後之河岸，沿線每隔200公尺設有水位標示，民眾可由行動裝置查詢即時水情。"
)


def paragraph(*texts: str) -> Paragraph:
    return Paragraph(sentences=tuple(Sentence(text=t, sources=(Ref("N1"),)) for t in texts))


def photos(*refs: str) -> Photos:
    return Photos(items=tuple(PhotoItem(ref=Ref(r), caption=f"水岸城市論壇活動照片 {r}") for r in refs))


def picture_bytes(ref: str, size: tuple[int, int]) -> bytes:
    """A JPEG with content that differs by reference, coloured like a photo, bearing its reference and its border."""
    image = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", (image, image.rotate(180), Image.new("L", size, 60 + 20 * int(ref[1:]) % 190)))
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 4, size[0] - 5, size[1] - 5), outline="yellow", width=8)
    draw.ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), outline="white", width=10)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.fixture(scope="session")
def shelf() -> dict[str, bytes]:
    """Kept pictures by digest. P9 is truncated and P10 is not here at all."""
    kept = [picture_bytes(ref, size) for ref, size in SHAPES.items()]
    kept.append(picture_bytes("P9", (1280, 960))[:3000])
    return {hashlib.sha256(content).hexdigest(): content for content in kept}


@pytest.fixture(scope="session")
def picture(shelf: dict[str, bytes]) -> Callable[[str], bytes | None]:
    return shelf.get


def trip_of(shelf: dict[str, bytes]) -> Trip:
    digests = [*shelf, "0" * 64]
    said = datetime(2031, 5, 6, 3, 0, tzinfo=UTC)
    pieces = [
        Material(ref=Ref(f"P{i}"), medium=Medium.PHOTO, author="王示範", said_at=said,
                 file=StoredFile(name=f"{i}.jpg", mime="image/jpeg", content=digest))
        for i, digest in enumerate(digests, start=1)
    ]  # fmt: skip
    return Trip(
        id=7,
        report_name="report",
        categories=(Category.OTHER,),
        regions=("北國",),
        travellers=(
            Traveller(name="王示範", agency="日月市政府"),
            Traveller(name="林樣本", agency="日月市政府"),
        ),
        material=tuple(pieces),
    )


FIELDS = {
    "category_line": "其他",
    "report_name": "日月市政府出席北國晴川市「2031年水岸城市論壇」",
    "has_attachments": "否",
    "host_agency": "水利局",
    "agencies": "日月市政府水利局",
    "contact_person": "王示範",
    "contact_phone": "02-00000000分機123",
    "travellers": "王示範/日月市政府水利局/河川科/科長\n林樣本/日月市政府水利局/河川科/技士",
    "purposes": "國際會議、業務接洽",
    "period": "120年5月5日至120年5月10日",
    "regions": "北國",
    "report_date": "120年6月20日",
}


def report_for(form: Form, title: str = FIELDS["report_name"]) -> Report:
    days = tuple(
        (f"2031.05.{day:02d}", place, text)
        for day, place, text in [
            (5, "臺北—北國首府", "搭機前往北國首府\n轉乘火車"),
            (6, "晴川市", "參加「2031年水岸城市論壇」開幕式及分組會議"),
            (7, "晴川市", "拜會晴川市河川管理局；" + HARD),
            (8, "晴川市", "實地參訪河岸整治計畫"),
            (9, "晴川市—北國首府", "參加論壇閉幕式"),
            (10, "北國首府—臺北", "搭機返抵臺北"),
        ]
    )
    members = Table(
        columns=("編號", "單位", "職稱", "姓名"),
        rows=(("1", "日月市政府水利局", "科長", "王示範"), ("2", "日月市政府水利局", "技士", "林樣本")),
        widths=(1, 4, 2, 2),
    )
    process = Section(
        key="process",
        heading="肆、過程",
        sections=(
            Section(
                key="itinerary",
                heading="一、行程表",
                blocks=(
                    Table(columns=("日期", "地點", "行程"), rows=days, widths=(3, 4, 8)),
                    photos("P1", "P2"),
                ),
            ),
            Section(
                key="meetings",
                heading="二、會議活動內容及達成效益",
                sections=(
                    Section(
                        key="forum",
                        heading="(一)「2031年水岸城市論壇」：",
                        blocks=(
                            paragraph(
                                BODY, "會中有英文簡報(Waterfront Resilience – A Practical Guide)供參。"
                            ),
                            photos("P3", "P4", "P5"),
                            paragraph("會中重要結論如下："),
                            ListBlock(items=tuple(Sentence(text=BODY[:n]) for n in (20, 60, 115, 30))),
                            photos("P6", "P7", "P8", "P1"),
                        ),
                    ),
                    Section(
                        key="visit",
                        heading="(二)拜會晴川市河川管理局：",
                        blocks=(
                            paragraph(BODY),
                            photos("P9", "P10"),
                            paragraph(BODY * 3),
                            photos("P8", "P3"),
                        ),
                        sections=(
                            Section(
                                key="d",
                                heading="1.會談內容",
                                blocks=(paragraph(f"代號為{HARD}，另記🙂及שלום。"),),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
    sections = (
        Section(
            key="abstract",
            heading="壹、摘要",
            blocks=(paragraph(ABSTRACT), paragraph(BODY), paragraph(ABSTRACT)),
        ),
        Section(key="members", heading="貳、出國人員名單", blocks=(members,)),
        Section(key="purpose", heading="參、目的", blocks=(paragraph(BODY), paragraph(ABSTRACT))),
        process,
        Section(
            key="impressions",
            heading="伍、心得",
            sections=tuple(
                Section(
                    key=f"i{n}",
                    heading=f"{c}、水情公開，民眾安心：",
                    blocks=(paragraph(BODY), paragraph(ABSTRACT)),
                )
                for n, c in enumerate("一二三")
            ),
        ),
        Section(
            key="suggestions",
            heading="陸、建議",
            blocks=(ListBlock(items=(Sentence(text=BODY), Sentence(text=ABSTRACT))),),
        ),
    )
    return Report(form=form.key, title=title, fields=FIELDS | {"report_name": title}, sections=sections)


@pytest.fixture(params=["taichung-summary", "taichung-report", "central"])
def form(request: pytest.FixtureRequest) -> Form:
    """Each form in turn."""
    return form_named(request.param)


@pytest.fixture
def draft_for(shelf: dict[str, bytes]) -> Callable[..., Draft]:
    """Makes a written draft for a form; the title and the model can be chosen."""

    def make(form: Form, title: str = FIELDS["report_name"], model: str = "") -> Draft:
        return Draft(
            id=3,
            trip=7,
            status=Status.WRITTEN,
            recipe=Recipe(
                writer="openai" if model else "offline", model=model, place="機房" if model else ""
            ),
            written_at=datetime(2031, 6, 20, 1, 2, 3, tzinfo=UTC),
            report=report_for(form, title),
            trip_then=trip_of(shelf),
        )

    return make


@pytest.fixture
def approval_for(draft_for: Callable[..., Draft]) -> Callable[..., Approval]:
    """The same draft, approved."""

    def make(form: Form, title: str = FIELDS["report_name"], model: str = "") -> Approval:
        return approve(draft_for(form, title, model), "陳核可", datetime(2031, 6, 25, 6, 30, tzinfo=UTC))

    return make
