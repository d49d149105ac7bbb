"""Makes a trip of any size, as Telegram Desktop exports it: ``python -m benchmarks.make_trip OUT MESSAGES PHOTOS``.

Ten invented days with fields, itinerary, notes full of numbers and names, opinions and captions.
The same numbers give the same export.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

DAYS = 10
FIRST_DAY = date(2026, 9, 14)
PARTICULARS = 4  # messages that fill the form; the itinerary and the purpose come after them
_SIZE = (1280, 960)
_CHAT = 7300000001
_TRAVELLER = {"from": "溫試算", "from_id": "user5300000101"}
_TAIPEI = timedelta(hours=8)

_VISITS = (
    ("臺中—桃園—東京", "搭機前往東京"),
    ("東京", "拜會東京都公園協會"),
    ("東京", "參訪葛西臨海公園"),
    ("橫濱", "拜會橫濱市綠環境局"),
    ("橫濱", "出席港灣綠地國際研討會"),
    ("名古屋", "拜會名古屋市綠地事業所"),
    ("名古屋", "參訪庄內綠地"),
    ("京都", "拜會京都市文化園林課"),
    ("大阪", "參訪鶴見綠地"),
    ("大阪—桃園—臺中", "搭機返國"),
)
_PEOPLE = ("佐倉課長", "水戶口主席", "立花主任", "野邊技師", "香月研究員", "真壁局長", "若宮科長")
_GROUPS = (
    "綠地維護組",
    "志工培力中心",
    "樹木診斷隊",
    "親水設施組",
    "兒童遊戲場小組",
    "公園認養平台",
    "災害應變班",
)
_THINGS = (
    "喬木",
    "灌木",
    "長椅",
    "照明燈",
    "遊具",
    "排水溝",
    "雨水花園",
    "志工",
    "解說員",
    "巡查員",
    "監測器",
    "認養團體",
)
_UNITS = {"志工": "人", "解說員": "人", "巡查員": "人", "認養團體": "個", "排水溝": "公尺"}
_FACTS = (
    "{person}說明{group}今年管理{thing}共{many}{unit}，比前一年多{few}{unit}，維護費約{cost}萬元",
    "{group}每{few}天巡查一次，每次出動{crew}人，去年處理通報{many}件，平均{hours}小時內到場",
    "現場看到{thing}旁邊有編號牌，掃描之後會顯示第{few}次檢查的日期，全區共{many}面",
    "{person}提到{thing}採分級管理，A級{few}{unit}每月檢查，B級{many}{unit}每季檢查",
    "{group}的訓練課程有{hours}小時，結訓要做{few}題情境題，去年{crew}人完成，通過率{percent}%",
    "下雨超過{few}毫米就由{group}關閉低窪步道，{hours}分鐘內公告，去年啟動{crew}次",
    "民眾可以用手機回報{thing}損壞，去年收到{many}則，其中{percent}%在{hours}天內結案",
)
_IMPRESSIONS = (
    "#心得 {group}把{thing}的紀錄公開，民眾看得到進度，信任就慢慢建立起來，這點本市可以學習",
    "#心得 {person}的團隊重視{thing}的長期維護，不只在意新建，這種態度讓人印象深刻",
)
_SUGGESTIONS = (
    "#建議 建議本市由公園管理科在116年{month}月底前，挑選{few}座公園試辦{thing}編號與線上回報",
    "#建議 建議比照{group}的作法，每年辦理{few}場{thing}維護訓練，並把結果公開",
)
_CAPTIONS = ("{person}說明{thing}的維護方式", "{group}示範檢查{thing}", "現場的{thing}", "與{person}合影")


def make_trip(folder: Path, messages: int, photos: int, seed: int = 20260914) -> Path:
    """Write result.json and photos/; ``messages`` counts those without a photo. Returns the folder."""
    if messages < PARTICULARS + 2:
        raise ValueError("a trip needs its fields, its itinerary and its purpose")
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    (folder / "photos").mkdir(parents=True, exist_ok=True)
    said = [*_particulars(), *_notes(chance, messages - PARTICULARS - 2), *_photos(chance, photos)]
    for number in range(1, photos + 1):
        paint = random.Random(seed * 1000 + number)  # noqa: S311
        _paint(paint).save(_photo_path(folder, number), quality=80)
    said.sort(key=lambda entry: entry[0])
    content = {
        "name": "隨行小幫手", "type": "bot_chat", "id": _CHAT,
        "messages": [_message(number, *entry) for number, entry in enumerate(said, 1001)],
    }  # fmt: skip
    (folder / "result.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return folder


_Said = tuple[datetime, str, dict[str, Any]]


def _particulars() -> Iterator[_Said]:
    evening = datetime.combine(FIRST_DAY, datetime.min.time()) - timedelta(hours=4)
    last = FIRST_DAY + timedelta(days=DAYS - 1)
    itinerary = "\n".join(
        f"- {day.month}/{day.day} {place} {activity}"
        for day, (place, activity) in zip(_days(), _VISITS, strict=True)
    )
    lines = (
        "計畫名稱：臺中市政府赴日本考察公園維護管理\n主辦機關 建設局\n類別 考察\n附件沒有，含附件請勾否",
        "出國的是我：溫試算，臺中市政府建設局／公園管理科／技士",
        f"期間{_roc(FIRST_DAY)}到{_roc(last)}，地區日本\n聯絡人 許範例 電話 04-00000000",
        f"報告日期 {_roc(last + timedelta(days=30))}",
        f"行程\n{itinerary}",
        "此行目的是了解日本各城市公園維護管理、民眾通報與志工培訓的作法，作為本市公園管理的參考",
    )
    for number, text in enumerate(lines):
        yield evening + timedelta(minutes=3 * number), text, {}


def _notes(chance: random.Random, many: int) -> Iterator[_Said]:
    """Mostly facts, spread over the hours of every day; one in fourteen is an opinion."""
    for number in range(many):
        kinds = {0: _IMPRESSIONS, 7: _SUGGESTIONS}.get(number % 14, _FACTS)
        yield _moment(chance, number % DAYS), _filled(chance, kinds), {}


def _photos(chance: random.Random, many: int) -> Iterator[_Said]:
    for number in range(1, many + 1):
        file = str(_photo_path(Path(), number))
        extra = {"photo": file, "photo_file_size": 150_000, "width": _SIZE[0], "height": _SIZE[1]}
        yield _moment(chance, number % DAYS), _filled(chance, _CAPTIONS), extra


def _filled(chance: random.Random, patterns: tuple[str, ...]) -> str:
    thing = chance.choice(_THINGS)
    return chance.choice(patterns).format(
        person=chance.choice(_PEOPLE), group=chance.choice(_GROUPS), thing=thing, unit=_UNITS.get(thing, "座"),
        many=chance.randint(100, 9000), few=chance.randint(2, 90), crew=chance.randint(2, 60),
        hours=chance.randint(2, 72), cost=chance.randint(30, 900), percent=chance.randint(41, 99),
        month=chance.randint(3, 11),
    )  # fmt: skip


def _moment(chance: random.Random, day: int) -> datetime:
    return datetime.combine(FIRST_DAY + timedelta(days=day), datetime.min.time()) + timedelta(
        hours=8, seconds=chance.randrange(13 * 3600)
    )


def _message(number: int, at: datetime, text: str, more: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": number, "type": "message", "date": at.isoformat(),
        "date_unixtime": str(int((at - _TAIPEI).replace(tzinfo=UTC).timestamp())),
        **_TRAVELLER, **more, "text": text, "text_entities": [{"type": "plain", "text": text}],
    }  # fmt: skip


def _paint(chance: random.Random) -> Image.Image:
    """A field of coloured blocks: cheap, never alike, and as heavy as a photo that Telegram has shrunk."""
    small = Image.new("RGB", (32, 24))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(32 * 24)])
    picture = small.resize(_SIZE, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = chance.randrange(_SIZE[0]), chance.randrange(_SIZE[1])
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.rectangle(
            (x, y, x + chance.randrange(20, 300), y + chance.randrange(20, 200)), outline=colour, width=6
        )
    return picture


def _photo_path(folder: Path, number: int) -> Path:
    return folder / "photos" / f"photo_{number}.jpg"


def _days() -> list[date]:
    return [FIRST_DAY + timedelta(days=n) for n in range(DAYS)]


def _roc(day: date) -> str:
    return f"{day.year - 1911}年{day.month}月{day.day}日"


if __name__ == "__main__":
    print(make_trip(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
